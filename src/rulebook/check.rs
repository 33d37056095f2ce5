//! The lint of a rulebook: ids, sums, references, units, deadlines, sources.

// `build.rs` reads this file by its path, so its parts are named by theirs.
#[path = "check/readings.rs"]
mod readings;
#[path = "check/rules.rs"]
mod rules;
#[path = "check/text.rs"]
mod text;

use super::model::*;
use super::rule::{Formula, Rule};
use super::source::Problem;
use rust_decimal::Decimal;
use text::{date, dated, filled, name, none_blank, own_name, unique};

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// Checks a resolved rulebook; the first problem is the error.
pub fn check(rulebook: &Rulebook) -> Result<(), Problem> {
    document(rulebook)?;
    sums(rulebook)?;
    for field in rulebook.fields {
        self::field(rulebook, field)?;
    }
    shared_names(rulebook)?;
    for metric in rulebook.metrics {
        self::metric(rulebook, metric)?;
    }
    for indicator in rulebook.indicators {
        self::indicator(rulebook, indicator)?;
    }
    unused(rulebook)?;
    readings::readings(rulebook)?;
    for stage in rulebook.stages {
        let key = format!("stage {}", stage.title);
        date(&key, "from", stage.from, true)?;
        date(&key, "to", stage.to, false)?;
        if !stage.from.is_empty() && stage.from > stage.to {
            return Err(Problem::new(key, "it ends before it begins"));
        }
        let texts = [("title", stage.title), ("text", stage.text), ("wording", stage.wording)];
        filled(&key, &texts)?;
    }
    for target in rulebook.targets {
        self::target(rulebook, target)?;
    }
    Ok(())
}

fn document(rulebook: &Rulebook) -> Result<(), Problem> {
    filled("rulebook", &[("title", rulebook.title)])?;
    none_blank("rulebook", "notes", rulebook.notes)?;
    let document = &rulebook.document;
    filled(
        "document",
        &[("title", document.title), ("number", document.number), ("issuer", document.issuer)],
    )?;
    date("document", "date", document.date, false)?;
    name("id", rulebook.id)?;
    if !(1949..=2100).contains(&rulebook.year) {
        return Err(Problem::new("year", format!("{} is not in 1949 to 2100", rulebook.year)));
    }
    if rulebook.kind == Kind::Points && rulebook.bases.is_empty() {
        return Err(Problem::new("bases", "a rulebook of points names at least one base"));
    }
    if let Some(base) = rulebook.bases.iter().find(|b| b.is_sign_negative() || **b >= HUNDRED) {
        return Err(Problem::new("bases", format!("{base} is not from 0 to below 100")));
    }
    unique("dimension", rulebook.dimensions.iter().map(|d| d.id))?;
    unique("group", rulebook.groups.iter().map(|g| g.id))?;
    unique("indicator", rulebook.indicators.iter().map(|i| i.id))?;
    unique("target", rulebook.targets.iter().map(|t| t.id))
}

fn sums(rulebook: &Rulebook) -> Result<(), Problem> {
    let sum = |points: Decimal, parts: Decimal, key: String, what: &str| {
        if points == parts {
            return Ok(());
        }
        let reason = format!("it has {points} points, but its {what} sum to {parts}");
        Err(Problem::new(key, reason))
    };
    for (at, group) in rulebook.groups.iter().enumerate() {
        filled(&format!("group {}", group.id), &[("title", group.title)])?;
        let members = || rulebook.indicators.iter().filter(|i| i.group as usize == at);
        if members().next().is_none() {
            return Err(Problem::new(format!("group {}", group.id), "it has no indicators"));
        }
        let parts = members().map(|i| i.points).sum();
        sum(group.points, parts, format!("group {}", group.id), "indicators")?;
    }
    for (at, dimension) in rulebook.dimensions.iter().enumerate() {
        filled(&format!("dimension {}", dimension.id), &[("title", dimension.title)])?;
        let members = || rulebook.groups.iter().filter(|g| g.dimension as usize == at);
        if members().next().is_none() {
            return Err(Problem::new(format!("dimension {}", dimension.id), "it has no groups"));
        }
        let parts = members().map(|g| g.points).sum();
        sum(dimension.points, parts, format!("dimension {}", dimension.id), "groups")?;
    }
    let parts = rulebook.dimensions.iter().map(|d| d.points).sum();
    sum(rulebook.points, parts, "points".into(), "dimensions")
}

fn field(rulebook: &Rulebook, field: &Field) -> Result<(), Problem> {
    let key = format!("field {}", field.id);
    filled(&key, &[("label", field.label)])?;
    let asks_options = matches!(field.kind, FieldKind::Choice | FieldKind::Set | FieldKind::List);
    if asks_options && field.options.is_empty() {
        return Err(Problem::new(key, "a choice, set or list needs options"));
    }
    if !asks_options && !field.options.is_empty() {
        return Err(Problem::new(key, "only a choice, set or list has options"));
    }
    if field.options.len() > 32 {
        return Err(Problem::new(key, "at most 32 options"));
    }
    unique(&format!("{key}, option"), field.options.iter().map(|o| o.id))?;
    for option in field.options {
        let key = format!("{key}, option {}", option.id);
        name(&key, option.id)?;
        filled(&key, &[("label", option.label)])?;
    }
    if field.kind != FieldKind::List && !field.suggestions.is_empty() {
        return Err(Problem::new(key, "only a list has suggestions"));
    }
    none_blank(&key, "suggestions", field.suggestions)?;
    let has_unit = !field.unit.is_empty();
    let asks_unit = matches!(field.kind, FieldKind::Amount | FieldKind::Percent | FieldKind::Rate);
    if asks_unit && !has_unit {
        return Err(Problem::new(key, "an amount, percent or rate needs a unit"));
    }
    if !asks_unit && field.kind != FieldKind::Count && has_unit {
        return Err(Problem::new(key, "only a figure has a unit"));
    }
    dated(&key, "label", field.label)?;
    dated(&key, "hint", field.hint)?;
    plausible(rulebook, field, key)
}

/// The bounds by which a figure is questioned fit its kind.
fn plausible(rulebook: &Rulebook, field: &Field, key: String) -> Result<(), Problem> {
    let is_asked = field.plausible_max.is_some() || !field.like.is_empty();
    if is_asked && !is_figure(field.kind) {
        return Err(Problem::new(key, "only a figure can be implausible"));
    }
    if field.plausible_max.is_some_and(|most| most <= Decimal::ZERO) {
        return Err(Problem::new(key, "`plausible-max` is not above 0"));
    }
    if field.like.is_empty() {
        return Ok(());
    }
    let other = rulebook.fields.iter().find(|other| other.id == field.like);
    let is_like = |other: &Field| {
        other.id != field.id && (other.kind, other.unit) == (field.kind, field.unit)
    };
    if !other.is_some_and(is_like) {
        let reason = format!("`like` is \"{}\", expected another field of its kind", field.like);
        return Err(Problem::new(key, reason));
    }
    if rulebook.plausible_times <= Decimal::ONE {
        return Err(Problem::new(key, "`like` needs `plausible-times` above 1 in the rulebook"));
    }
    Ok(())
}

/// A shared figure has a prefix of its own, such as `base.`.
fn shared_names(rulebook: &Rulebook) -> Result<(), Problem> {
    for field in rulebook.shared() {
        let id = rulebook[field].id;
        let key = format!("field {id}");
        let Some((prefix, rest)) = id.split_once('.') else {
            return Err(Problem::new(key, "expected a prefix and a point, as in \"base.gdp\""));
        };
        name(&key, prefix)?;
        name(&key, rest)?;
        if rulebook.indicator(prefix).is_some() {
            let reason = format!("it is shared, but \"{prefix}\" is an indicator");
            return Err(Problem::new(key, reason));
        }
    }
    Ok(())
}

fn target(rulebook: &Rulebook, target: &Target) -> Result<(), Problem> {
    let key = format!("target {}", target.id);
    name(&key, target.id)?;
    filled(&key, &[("section", target.section), ("wording", target.wording)])?;
    if target.at_least.is_some() && target.unit.is_empty() {
        return Err(Problem::new(key, "a bound needs a unit"));
    }
    let Some(field) = target.field.map(|f| &rulebook[f]) else { return Ok(()) };
    if !is_figure(field.kind) {
        return Err(Problem::new(key, format!("the field \"{}\" is not a figure", field.id)));
    }
    if field.unit != target.unit {
        let reason = format!(
            "its unit is \"{}\", but that of the field \"{}\" is \"{}\"",
            target.unit, field.id, field.unit
        );
        return Err(Problem::new(key, reason));
    }
    Ok(())
}

fn metric(rulebook: &Rulebook, metric: &Metric) -> Result<(), Problem> {
    let key = format!("metric {}", metric.id);
    filled(&key, &[("label", metric.label), ("unit", metric.unit)])?;
    for field in metric.formula.fields() {
        let field = &rulebook[field];
        if !is_figure(field.kind) {
            let reason = format!("the field \"{}\" is not a figure", field.id);
            return Err(Problem::new(key, reason));
        }
    }
    if let Formula::Sum { terms } = &metric.formula
        && terms.is_empty()
    {
        return Err(Problem::new(key, "a sum needs terms"));
    }
    if let (Some(lo), Some(hi)) = (metric.unacceptable, metric.satisfactory) {
        let right = match metric.better {
            Direction::Higher => lo < hi,
            Direction::Lower => lo > hi,
        };
        if !right {
            return Err(Problem::new(key, "the default reference values contradict `better`"));
        }
    }
    Ok(())
}

fn indicator(rulebook: &Rulebook, indicator: &Indicator) -> Result<(), Problem> {
    let key = format!("indicator {}", indicator.id);
    filled(
        &key,
        &[
            ("title", indicator.title),
            ("wording", indicator.wording),
            ("deadline.text", indicator.deadline.text),
            ("source", indicator.source),
        ],
    )?;
    name(&key, indicator.id)?;
    for id in indicator.fields.iter().map(|f| rulebook[*f].id) {
        own_name(indicator.id, "field", id)?;
    }
    for id in indicator.metrics.iter().map(|m| rulebook[*m].id) {
        own_name(indicator.id, "metric", id)?;
    }
    none_blank(&key, "notes", indicator.notes)?;
    none_blank(&key, "units", indicator.units)?;
    none_blank(&key, "support", indicator.support)?;
    date(&key, "deadline.date", indicator.deadline.date, true)?;
    if indicator.units.is_empty() && indicator.others.is_empty() {
        return Err(Problem::new(key, "no responsible unit"));
    }
    match rulebook.kind {
        Kind::Points => rules::points(rulebook, indicator),
        Kind::Checklist if !indicator.points.is_zero() => {
            Err(Problem::new(key, "a task has no points"))
        }
        Kind::Checklist => match indicator.rules {
            [rule @ (Rule::Status { .. } | Rule::Met { .. })] => {
                let key = format!("{key}, rule 1");
                rules::rule(rulebook, indicator, rule, &key)
            }
            _ => Err(Problem::new(key, "a task has exactly one rule: status or met")),
        },
    }
}

/// Every field is read by a rule or a metric, every metric by a rule.
fn unused(rulebook: &Rulebook) -> Result<(), Problem> {
    for field in rulebook.field_ids() {
        if rulebook.readers(field).is_empty() {
            let key = format!("field {}", rulebook[field].id);
            return Err(Problem::new(key, "no rule and no metric reads it"));
        }
    }
    for metric in rulebook.metric_ids() {
        let scored =
            |rule: &&Rule| matches!(rule, Rule::Efficacy { metric: m, .. } if *m == metric);
        let usual = rulebook.indicators.iter().flat_map(|i| i.rules).filter(scored).count();
        let variants = rulebook.indicators.iter().flat_map(|i| i.variants);
        let others = variants.map(|v| v.rules.iter().filter(scored).count()).max();
        // Another reading may be the only one that scores it.
        let uses = usual.max(others.unwrap_or_default());
        if uses != 1 {
            let key = format!("metric {}", rulebook[metric].id);
            return Err(Problem::new(key, format!("it is scored {uses} times, expected once")));
        }
    }
    Ok(())
}

fn is_figure(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Count | FieldKind::Percent | FieldKind::Amount | FieldKind::Rate)
}
