//! Each rule of the vocabulary, applied to answers.

use super::card::Inputs;
use super::efficacy::{Method, efficacy};
use super::finding::{Finding, Ground};
use super::honours::{RowVerdict, span, verdicts};
use super::metric;
use super::range::Range;
use super::reference;
use crate::rulebook::{Answer, Answers, Condition, FieldId, Rule, Rulebook, Tier};
use rust_decimal::Decimal;

/// Applies the rule at position `at` of an indicator.
pub fn apply(rulebook: &Rulebook, at: usize, rule: &Rule, inputs: &Inputs) -> Finding {
    let (gave, ground) = match rule {
        Rule::Yes { field, points } => match inputs.answers.yes(*field) {
            Some(true) => (Range::exactly(*points), Ground::Yes(true)),
            Some(false) => (Range::default(), Ground::Yes(false)),
            None => open(*field, *points),
        },
        Rule::Choice { field, points } => match inputs.answers.get(*field) {
            Some(Answer::Choice(chosen)) => {
                let given = points.get(*chosen as usize).copied().unwrap_or_default();
                (Range::exactly(given), Ground::Chosen(*chosen))
            }
            _ => {
                let low = points.iter().min().copied().unwrap_or_default();
                let high = points.iter().max().copied().unwrap_or_default();
                (Range { low, high }, Ground::Unanswered(*field))
            }
        },
        Rule::PerItem { field, points, at_most } => {
            per_item(rulebook, inputs, *field, *points, *at_most)
        }
        Rule::Brackets { field, steps } => match count(inputs.answers, *field) {
            Some(number) => {
                let step = steps.iter().rposition(|s| number >= s.from);
                let given = step.and_then(|s| steps.get(s)).map(|s| s.points).unwrap_or_default();
                (Range::exactly(given), Ground::Reached { number, step })
            }
            None => open(*field, steps.last().map(|s| s.points).unwrap_or_default()),
        },
        Rule::MissingCosts { field, points, cost } => match count(inputs.answers, *field) {
            Some(number) => {
                let missing = (rulebook[*field].options.len() as u32).saturating_sub(number);
                let left = (points - cost * Decimal::from(missing)).max(Decimal::ZERO);
                (Range::exactly(left), Ground::Lacking { missing, left })
            }
            None => {
                let all = Decimal::from(rulebook[*field].options.len());
                let low = (points - cost * all).max(Decimal::ZERO);
                (Range { low, high: *points }, Ground::Unanswered(*field))
            }
        },
        Rule::Tiers { tiers } => self::tiers(tiers, inputs.answers),
        Rule::Efficacy { metric: id, points, floor } => {
            let definition = rulebook.metric_under(*id, inputs.readings);
            let value = metric::value(definition, inputs.answers);
            let ends = reference::ends(definition, inputs.references.get(*id));
            let method = Method { base: inputs.base, below: rulebook.below(inputs.readings) };
            let (gave, how) = efficacy(*id, definition, value, ends, method, *points, *floor);
            (gave, Ground::Efficacy(Box::new(how)))
        }
        Rule::Honours { field, points, at_most, years, until, same, lifetime } => {
            match inputs.answers.get(*field) {
                Some(Answer::Rows(rows)) => {
                    let span = span(inputs.year, *years, *until);
                    let rows = verdicts(rows, span, *same, lifetime);
                    let sum = rows
                        .iter()
                        .filter_map(|verdict| match verdict {
                            RowVerdict::Counts { level } => points.get(*level as usize),
                            _ => None,
                        })
                        .sum();
                    (Range::exactly(sum).capped(*at_most), Ground::Honours { rows, sum })
                }
                _ => open(*field, *at_most),
            }
        }
        // Tasks have states, not points: see `task`.
        Rule::Status { .. } | Rule::Met { .. } => {
            (Range::default(), Ground::Task { holds: Vec::new(), waived: false })
        }
    };
    Finding { rule: at, gave, ground }
}

fn open(field: FieldId, most: Decimal) -> (Range, Ground) {
    (Range::up_to(most), Ground::Unanswered(field))
}

fn per_item(
    rulebook: &Rulebook,
    inputs: &Inputs,
    field: FieldId,
    points: Decimal,
    at_most: Option<Decimal>,
) -> (Range, Ground) {
    let held = |sum: Decimal| at_most.map_or(sum, |cap| sum.min(cap));
    match count(inputs.answers, field) {
        Some(number) => {
            let sum = points * Decimal::from(number);
            (Range::exactly(held(sum)), Ground::Counted { number, sum })
        }
        None => {
            // Without a cap of its own the indicator's cap holds the sum.
            let options = rulebook[field].options.len();
            let most = match options {
                0 => at_most.unwrap_or(rulebook.points),
                n => held(points * Decimal::from(n)),
            };
            open(field, most)
        }
    }
}

/// A count, or the number of chosen options of a set.
fn count(answers: &Answers, field: FieldId) -> Option<u32> {
    match answers.get(field)? {
        Answer::Count(number) => Some(*number),
        Answer::Set(chosen) => Some(chosen.count_ones()),
        _ => None,
    }
}

/// Whether a condition holds; none while its field is open.
pub fn holds(condition: &Condition, answers: &Answers) -> Option<bool> {
    if condition.asks_yes() {
        return answers.yes(condition.field);
    }
    let number = answers.number(condition.field)?;
    Some(
        condition.at_least.is_none_or(|bound| number >= bound)
            && condition.more_than.is_none_or(|bound| number > bound)
            && condition.at_most.is_none_or(|bound| number <= bound),
    )
}

fn all(conditions: &[Condition], answers: &Answers) -> Option<bool> {
    let mut known = Some(true);
    for condition in conditions {
        match holds(condition, answers) {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = None,
        }
    }
    known
}

/// The first tier that holds for sure, and the first that may still hold: each
/// tier asks for no more than the one before (checked with the rulebook), so
/// these are the worst and the best completion.
fn tiers(tiers: &[Tier], answers: &Answers) -> (Range, Ground) {
    let reached = tiers.iter().position(|t| all(t.when, answers) == Some(true));
    let possible = tiers.iter().position(|t| all(t.when, answers) != Some(false));
    let given =
        |tier: Option<usize>| tier.and_then(|t| tiers.get(t)).map(|t| t.points).unwrap_or_default();
    let holds = tiers
        .first()
        .map(|t| t.when.iter().map(|c| self::holds(c, answers)).collect())
        .unwrap_or_default();
    let range = Range { low: given(reached), high: given(possible) };
    (range, Ground::Tiers { holds, reached, possible })
}
