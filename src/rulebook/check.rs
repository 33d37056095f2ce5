//! The lint of a rulebook: ids, sums, references, units, deadlines, sources.

use super::model::*;
use super::rule::{Condition, Formula, Rule};
use super::source::Problem;
use rust_decimal::Decimal;

/// Checks a resolved rulebook; the first problem is the error.
pub fn check(rulebook: &Rulebook) -> Result<(), Problem> {
    document(rulebook)?;
    sums(rulebook)?;
    for field in &rulebook.fields {
        self::field(field)?;
    }
    for metric in &rulebook.metrics {
        self::metric(rulebook, metric)?;
    }
    for indicator in &rulebook.indicators {
        self::indicator(rulebook, indicator)?;
    }
    unused(rulebook)?;
    for stage in &rulebook.stages {
        let key = format!("stage {}", stage.title);
        date(&key, "from", &stage.from, true)?;
        date(&key, "to", &stage.to, false)?;
        if !stage.from.is_empty() && stage.from > stage.to {
            return Err(Problem::new(key, "it ends before it begins"));
        }
        filled(&key, &[("text", &stage.text), ("wording", &stage.wording)])?;
    }
    for target in &rulebook.targets {
        let key = format!("target {}", target.id);
        filled(&key, &[("section", &target.section), ("wording", &target.wording)])?;
    }
    Ok(())
}

fn document(rulebook: &Rulebook) -> Result<(), Problem> {
    let document = &rulebook.document;
    filled(
        "document",
        &[("title", &document.title), ("number", &document.number), ("issuer", &document.issuer)],
    )?;
    date("document", "date", &document.date, false)?;
    if rulebook.id.is_empty()
        || !rulebook.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    {
        return Err(Problem::new("id", "expected lower-case letters, digits and hyphens"));
    }
    if rulebook.kind == Kind::Points && rulebook.bases.is_empty() {
        return Err(Problem::new("bases", "a rulebook of points names at least one base"));
    }
    unique("dimension", rulebook.dimensions.iter().map(|d| d.id.as_str()))?;
    unique("group", rulebook.groups.iter().map(|g| g.id.as_str()))?;
    unique("indicator", rulebook.indicators.iter().map(|i| i.id.as_str()))?;
    unique("target", rulebook.targets.iter().map(|t| t.id.as_str()))
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
        let members = || rulebook.indicators.iter().filter(|i| i.group as usize == at);
        if members().next().is_none() {
            return Err(Problem::new(format!("group {}", group.id), "it has no indicators"));
        }
        let parts = members().map(|i| i.points).sum();
        sum(group.points, parts, format!("group {}", group.id), "indicators")?;
    }
    for (at, dimension) in rulebook.dimensions.iter().enumerate() {
        let members = rulebook.groups.iter().filter(|g| g.dimension as usize == at);
        let parts = members.map(|g| g.points).sum();
        sum(dimension.points, parts, format!("dimension {}", dimension.id), "groups")?;
    }
    let parts = rulebook.dimensions.iter().map(|d| d.points).sum();
    sum(rulebook.points, parts, "points".into(), "dimensions")
}

fn field(field: &Field) -> Result<(), Problem> {
    let key = format!("field {}", field.id);
    filled(&key, &[("label", &field.label)])?;
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
    unique(&format!("{key}, option"), field.options.iter().map(|o| o.id.as_str()))?;
    let has_unit = !field.unit.is_empty();
    let asks_unit = matches!(field.kind, FieldKind::Amount | FieldKind::Percent | FieldKind::Rate);
    if asks_unit && !has_unit {
        return Err(Problem::new(key, "an amount, percent or rate needs a unit"));
    }
    if !asks_unit && field.kind != FieldKind::Count && has_unit {
        return Err(Problem::new(key, "only a figure has a unit"));
    }
    Ok(())
}

fn metric(rulebook: &Rulebook, metric: &Metric) -> Result<(), Problem> {
    let key = format!("metric {}", metric.id);
    filled(&key, &[("label", &metric.label), ("unit", &metric.unit)])?;
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
            ("title", &indicator.title),
            ("wording", &indicator.wording),
            ("deadline.text", &indicator.deadline.text),
            ("source", &indicator.source),
        ],
    )?;
    date(&key, "deadline.date", &indicator.deadline.date, true)?;
    if indicator.units.is_empty() && indicator.others.is_empty() {
        return Err(Problem::new(key, "no responsible unit"));
    }
    match rulebook.kind {
        Kind::Points => points(rulebook, indicator),
        Kind::Checklist => match indicator.rules.as_slice() {
            [rule @ (Rule::Status { .. } | Rule::Met { .. })] => {
                self::rule(rulebook, rule, &format!("{key}, rule 1"))
            }
            _ => Err(Problem::new(key, "a task has exactly one rule: status or met")),
        },
    }
}

/// The rules of an indicator of points can give its points, and no more
/// unless it says that it is capped.
fn points(rulebook: &Rulebook, indicator: &Indicator) -> Result<(), Problem> {
    let key = format!("indicator {}", indicator.id);
    let mut most = Some(Decimal::ZERO);
    let mut seen = Vec::new();
    for (at, rule) in indicator.rules.iter().enumerate() {
        let key = format!("{key}, rule {}", at + 1);
        if matches!(rule, Rule::Status { .. } | Rule::Met { .. }) {
            return Err(Problem::new(key, "a rule of a checklist in a rulebook of points"));
        }
        self::rule(rulebook, rule, &key)?;
        for field in rule.fields() {
            if seen.contains(&field) {
                let reason = format!("the field \"{}\" stands in two rules", rulebook[field].id);
                return Err(Problem::new(key, reason));
            }
            seen.push(field);
        }
        most = most.zip(most_of(rulebook, rule)).map(|(a, b)| a + b);
    }
    let fits = match most {
        Some(most) if most == indicator.points => !indicator.capped,
        Some(most) if most < indicator.points => false,
        _ => indicator.capped,
    };
    if fits {
        return Ok(());
    }
    let most = most.map_or("any number of".into(), |m| m.to_string());
    let capped = if indicator.capped { "capped" } else { "not capped" };
    let reason =
        format!("it has {} points and is {capped}, but its rules give {most}", indicator.points);
    Err(Problem::new(key, reason))
}

/// The most that a rule gives; none when there is no limit.
fn most_of(rulebook: &Rulebook, rule: &Rule) -> Option<Decimal> {
    Some(match rule {
        Rule::Yes { points, .. }
        | Rule::MissingCosts { points, .. }
        | Rule::Efficacy { points, .. } => *points,
        Rule::Choice { points, .. } => points.iter().max().copied().unwrap_or_default(),
        Rule::PerItem { at_most: Some(cap), .. } => *cap,
        Rule::PerItem { field, points, at_most: None } => match rulebook[*field].kind {
            FieldKind::Set => points * Decimal::from(rulebook[*field].options.len()),
            _ => return None,
        },
        Rule::Brackets { steps, .. } => steps.iter().map(|s| s.points).max().unwrap_or_default(),
        Rule::Tiers { tiers } => tiers.first().map(|t| t.points).unwrap_or_default(),
        Rule::Honours { at_most, .. } => *at_most,
        Rule::Status { .. } | Rule::Met { .. } => Decimal::ZERO,
    })
}

fn rule(rulebook: &Rulebook, rule: &Rule, key: &str) -> Result<(), Problem> {
    let kind = |field: FieldId, fits: &[FieldKind], what: &str| {
        let field = &rulebook[field];
        if fits.contains(&field.kind) {
            return Ok(());
        }
        Err(Problem::new(key, format!("the field \"{}\" is not {what}", field.id)))
    };
    let one_each = |field: FieldId, points: &[Decimal]| {
        if points.len() == rulebook[field].options.len() {
            return Ok(());
        }
        let reason =
            format!("{} points for {} options", points.len(), rulebook[field].options.len());
        Err(Problem::new(key, reason))
    };
    match rule {
        Rule::Yes { field, .. } => kind(*field, &[FieldKind::YesNo], "a yes-no"),
        Rule::Choice { field, points } => {
            kind(*field, &[FieldKind::Choice], "a choice")?;
            one_each(*field, points)
        }
        Rule::PerItem { field, .. } => {
            kind(*field, &[FieldKind::Count, FieldKind::Set], "a count or a set")
        }
        Rule::Brackets { field, steps } => {
            kind(*field, &[FieldKind::Count], "a count")?;
            let rising =
                steps.windows(2).all(|w| w[0].from < w[1].from && w[0].points < w[1].points);
            if steps.is_empty() || !rising || steps.iter().any(|s| s.from == 0) {
                return Err(Problem::new(key, "steps must rise, in count and in points, from 1"));
            }
            Ok(())
        }
        Rule::MissingCosts { field, .. } => kind(*field, &[FieldKind::Set], "a set"),
        Rule::Tiers { tiers } => {
            if tiers.is_empty() || !tiers.windows(2).all(|w| w[0].points > w[1].points) {
                return Err(Problem::new(key, "tiers must fall in points"));
            }
            for pair in tiers.windows(2) {
                if !pair[1].when.iter().all(|c| pair[0].when.contains(c)) {
                    let reason = "a tier asks for something that the tier before it does not";
                    return Err(Problem::new(key, reason));
                }
            }
            tiers.iter().flat_map(|t| &t.when).try_for_each(|c| condition(rulebook, c, key))
        }
        Rule::Efficacy { .. } => Ok(()),
        Rule::Honours { field, points, .. } => {
            kind(*field, &[FieldKind::List], "a list")?;
            one_each(*field, points)
        }
        Rule::Status { field } => {
            kind(*field, &[FieldKind::Choice], "a choice")?;
            if rulebook[*field].options.len() == 3 {
                return Ok(());
            }
            Err(Problem::new(key, "a status has three options"))
        }
        Rule::Met { when, not_applicable } => {
            if when.is_empty() {
                return Err(Problem::new(key, "no condition"));
            }
            if let Some(field) = not_applicable {
                kind(*field, &[FieldKind::YesNo], "a yes-no")?;
            }
            when.iter().try_for_each(|c| condition(rulebook, c, key))
        }
    }
}

fn condition(rulebook: &Rulebook, condition: &Condition, key: &str) -> Result<(), Problem> {
    let field = &rulebook[condition.field];
    let fits =
        if condition.asks_yes() { field.kind == FieldKind::YesNo } else { is_figure(field.kind) };
    if fits {
        return Ok(());
    }
    let reason = format!("the condition does not fit the type of the field \"{}\"", field.id);
    Err(Problem::new(key, reason))
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
        let scored = |rule: &Rule| matches!(rule, Rule::Efficacy { metric: m, .. } if *m == metric);
        let uses = rulebook.indicators.iter().flat_map(|i| &i.rules).filter(|r| scored(r)).count();
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

fn filled(key: &str, texts: &[(&str, &String)]) -> Result<(), Problem> {
    match texts.iter().find(|(_, text)| text.trim().is_empty()) {
        Some((name, _)) => Err(Problem::new(key, format!("`{name}` is blank"))),
        None => Ok(()),
    }
}

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), Problem> {
    let mut seen = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            return Err(Problem::new(format!("{what} {id}"), "the id stands twice"));
        }
        seen.push(id);
    }
    Ok(())
}

fn date(key: &str, name: &str, text: &str, may_be_empty: bool) -> Result<(), Problem> {
    if text.is_empty() && may_be_empty {
        return Ok(());
    }
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, b)| match at {
            4 | 7 => *b == b'-',
            _ => b.is_ascii_digit(),
        });
    if shaped {
        return Ok(());
    }
    Err(Problem::new(key, format!("`{name}` is \"{text}\", expected YYYY-MM-DD")))
}
