//! Which figures raise a metric, and at which figure it has a value. What is found
//! here only tells where to look: the score decides.

use crate::rulebook::{Answers, FieldId, Formula};
use rust_decimal::Decimal;

/// The figures by which a metric is raised: what is counted, never what it is
/// divided by or compared with.
pub fn levers(formula: &Formula) -> Vec<FieldId> {
    match formula {
        Formula::Value { field } | Formula::Ratio { of: field, .. } => vec![*field],
        Formula::Growth { now, .. } | Formula::ShareChange { now, .. } => vec![*now],
        Formula::Sum { terms } => {
            terms.iter().filter(|term| !term.weight.is_zero()).map(|term| term.field).collect()
        }
    }
}

/// The figure in `field` at which the metric would have `value`, all else as it
/// is; none where something else is missing, zero or beyond all decimals.
pub fn figure_at(
    formula: &Formula,
    field: FieldId,
    value: Decimal,
    answers: &Answers,
) -> Option<Decimal> {
    match formula {
        Formula::Value { .. } => Some(value),
        Formula::Ratio { of, to, times } if *of == field => {
            value.checked_mul(answers.number(*to)?)?.checked_div(*times)
        }
        Formula::Ratio { of, times, .. } => {
            answers.number(*of)?.checked_mul(*times)?.checked_div(value)
        }
        Formula::Growth { now, before, per } => {
            let factor = value.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
            let (per_now, per_before) = match per {
                Some((now, before)) => (Some(*now), Some(*before)),
                None => (None, None),
            };
            // now × per_before = factor × before × per_now
            let known =
                |part: Option<FieldId>| part.map_or(Some(Decimal::ONE), |f| answers.number(f));
            let product = |a: Option<FieldId>, b: Option<FieldId>| known(a)?.checked_mul(known(b)?);
            if field == *now || Some(field) == per_before {
                let other = if field == *now { per_before } else { Some(*now) };
                factor.checked_mul(product(Some(*before), per_now)?)?.checked_div(known(other)?)
            } else {
                let other = if field == *before { per_now } else { Some(*before) };
                let left = product(Some(*now), per_before)?;
                left.checked_div(factor)?.checked_div(known(other)?)
            }
        }
        Formula::ShareChange { now, before, per: (per_now, per_before), times } => {
            let change = value.checked_div(*times)?;
            let share =
                |of: &FieldId, to: &FieldId| answers.number(*of)?.checked_div(answers.number(*to)?);
            if field == *now {
                let aim = change.checked_add(share(before, per_before)?)?;
                aim.checked_mul(answers.number(*per_now)?)
            } else if field == *before {
                let aim = share(now, per_now)?.checked_sub(change)?;
                aim.checked_mul(answers.number(*per_before)?)
            } else if field == *per_now {
                let aim = change.checked_add(share(before, per_before)?)?;
                answers.number(*now)?.checked_div(aim)
            } else {
                let aim = share(now, per_now)?.checked_sub(change)?;
                answers.number(*before)?.checked_div(aim)
            }
        }
        Formula::Sum { terms } => {
            let mut left = value;
            let mut weight = Decimal::ZERO;
            for term in *terms {
                if term.field == field {
                    weight += term.weight;
                } else {
                    let part = answers.number(term.field)?.checked_mul(term.weight)?;
                    left = left.checked_sub(part)?;
                }
            }
            left.checked_div(weight)
        }
    }
}

/// Whether a metric rises with a figure (and does not fall); none where that
/// cannot be told because something else is missing.
pub fn rises(formula: &Formula, field: FieldId, answers: &Answers) -> Option<bool> {
    let (at_one, at_two) = (
        figure_at(formula, field, Decimal::ONE, answers)?,
        figure_at(formula, field, Decimal::TWO, answers)?,
    );
    (at_one != at_two).then_some(at_two > at_one)
}
