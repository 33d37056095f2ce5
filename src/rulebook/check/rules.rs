//! The lint of rules: types, amounts, and what an indicator can reach.

use super::super::model::*;
use super::super::rule::{Condition, Rule};
use super::super::source::Problem;
use super::is_figure;
use super::text::none_blank;
use rust_decimal::Decimal;

/// The rules of an indicator of points can give its points, and no more
/// unless it says that it is capped.
pub fn points(rulebook: &Rulebook, indicator: &Indicator) -> Result<(), Problem> {
    let key = format!("indicator {}", indicator.id);
    if indicator.points <= Decimal::ZERO {
        return Err(Problem::new(key, "it has no points"));
    }
    in_force(rulebook, indicator, indicator.rules, &key)
}

/// The same check, for the rules that are in force under some readings.
pub fn in_force(
    rulebook: &Rulebook,
    indicator: &Indicator,
    rules: &[Rule],
    key: &str,
) -> Result<(), Problem> {
    let mut most = Some(Decimal::ZERO);
    let mut seen = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        let key = format!("{key}, rule {}", at + 1);
        if matches!(rule, Rule::Status { .. } | Rule::Met { .. }) {
            return Err(Problem::new(key, "a rule of a checklist in a rulebook of points"));
        }
        self::rule(rulebook, indicator, rule, &key)?;
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
    let has = indicator.points;
    let reason = format!("it has {has} points and is {capped}, but its rules give {most} points");
    Err(Problem::new(key, reason))
}

/// A rule reads what its indicator owns, and shared figures.
fn at_home(
    rulebook: &Rulebook,
    indicator: &Indicator,
    rule: &Rule,
    key: &str,
) -> Result<(), Problem> {
    for field in rule.fields() {
        let owner = rulebook.owner(field).map(|id| &rulebook[id]);
        if let Some(owner) = owner.filter(|o| o.id != indicator.id) {
            let id = rulebook[field].id;
            let reason = format!("the field \"{id}\" belongs to indicator {}", owner.id);
            return Err(Problem::new(key, reason));
        }
    }
    match rule {
        Rule::Efficacy { metric, .. } if !indicator.metrics.contains(metric) => {
            let id = rulebook[*metric].id;
            Err(Problem::new(key, format!("the metric \"{id}\" belongs to another indicator")))
        }
        _ => Ok(()),
    }
}

/// Every number of points in a rule.
fn amounts(rule: &Rule) -> Vec<Decimal> {
    match rule {
        Rule::Yes { points, .. } | Rule::Efficacy { points, .. } => vec![*points],
        Rule::Choice { points, .. } => points.to_vec(),
        Rule::PerItem { points, at_most, .. } => [*points].into_iter().chain(*at_most).collect(),
        Rule::Brackets { steps, .. } => steps.iter().map(|s| s.points).collect(),
        Rule::MissingCosts { points, cost, .. } => vec![*points, *cost],
        Rule::Tiers { tiers } => tiers.iter().map(|t| t.points).collect(),
        Rule::Honours { points, at_most, .. } => points.iter().chain([at_most]).copied().collect(),
        Rule::Status { .. } | Rule::Met { .. } => Vec::new(),
    }
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

/// A rule fits the fields and the metric that it reads.
pub fn rule(
    rulebook: &Rulebook,
    indicator: &Indicator,
    rule: &Rule,
    key: &str,
) -> Result<(), Problem> {
    at_home(rulebook, indicator, rule, key)?;
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
    if let Some(points) = amounts(rule).into_iter().find(|p| p.is_sign_negative()) {
        let reason = format!("points and costs are not negative, but {points} is");
        return Err(Problem::new(key, reason));
    }
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
            tiers.iter().flat_map(|t| t.when).try_for_each(|c| condition(rulebook, c, key))
        }
        Rule::Efficacy { .. } => Ok(()),
        Rule::Honours { field, points, years, lifetime, .. } => {
            kind(*field, &[FieldKind::List], "a list")?;
            one_each(*field, points)?;
            if !points.windows(2).all(|w| w[0] > w[1]) {
                return Err(Problem::new(key, "levels must fall in points"));
            }
            if *years == 0 {
                return Err(Problem::new(key, "`years` is 0, so nothing would count"));
            }
            if lifetime.iter().any(|names| names.is_empty()) {
                return Err(Problem::new(key, "an entry of `lifetime` names no award"));
            }
            none_blank(key, "lifetime", lifetime.iter().copied().flatten())
        }
        Rule::Status { field } => {
            kind(*field, &[FieldKind::Choice], "a choice")?;
            let options = rulebook[*field].options.iter().map(|o| o.id);
            if options.eq(["not-started", "in-progress", "met"]) {
                return Ok(());
            }
            Err(Problem::new(key, "a status has the options not-started, in-progress and met"))
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
