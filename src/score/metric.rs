//! Metrics: numbers formed from fields, exactly.

use super::range::round;
use crate::rulebook::{Answers, FieldId, Formula, Metric};
use rust_decimal::Decimal;

/// Decimals that a metric, and the points of an efficacy score, are rounded to.
pub const PLACES: u32 = 10;

/// The largest metric, by its absolute value, that is accepted. No real figure is beyond
/// it.
pub const LARGEST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// The value of a metric, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetricValue {
    /// The value, rounded to [`PLACES`].
    Known(Decimal),
    /// Figures that are not answered yet.
    Missing(Vec<FieldId>),
    /// A figure that is a divisor is 0.
    Zero(FieldId),
    /// Beyond ±[`LARGEST`].
    TooLarge,
}

impl MetricValue {
    /// The value, if it is known.
    pub fn known(&self) -> Option<Decimal> {
        match self {
            MetricValue::Known(value) => Some(*value),
            _ => None,
        }
    }
}

/// Forms a metric from the answers.
pub fn value(metric: &Metric, answers: &Answers) -> MetricValue {
    let formed = match &metric.formula {
        Formula::Value { field } => answers.number(*field),
        Formula::Ratio { of, to, times } => {
            if let Some(zero) = zero(answers, &[*to]) {
                return MetricValue::Zero(zero);
            }
            match (answers.number(*of), answers.number(*to)) {
                (Some(of), Some(to)) => {
                    match of.checked_mul(*times).and_then(|n| n.checked_div(to)) {
                        Some(value) => Some(value),
                        None => return MetricValue::TooLarge,
                    }
                }
                _ => None,
            }
        }
        Formula::Growth { now, before, per } => {
            let divisors: &[FieldId] = match per {
                Some((per_now, per_before)) => &[*before, *per_now, *per_before],
                None => &[*before],
            };
            if let Some(zero) = zero(answers, divisors) {
                return MetricValue::Zero(zero);
            }
            // A share is a quotient: the shares of both years are compared by
            // their cross products, so that nothing is rounded on the way.
            let (per_now, per_before) = match per {
                Some((now, before)) => (answers.number(*now), answers.number(*before)),
                None => (Some(Decimal::ONE), Some(Decimal::ONE)),
            };
            match (answers.number(*now), answers.number(*before), per_now, per_before) {
                (Some(now), Some(before), Some(per_now), Some(per_before)) => {
                    match growth(now, before, per_now, per_before) {
                        Some(value) => Some(value),
                        None => return MetricValue::TooLarge,
                    }
                }
                _ => None,
            }
        }
        Formula::ShareChange { now, before, per: (per_now, per_before), times } => {
            if let Some(zero) = zero(answers, &[*per_now, *per_before]) {
                return MetricValue::Zero(zero);
            }
            let figures = [now, per_now, before, per_before].map(|field| answers.number(*field));
            match figures {
                [Some(now), Some(per_now), Some(before), Some(per_before)] => {
                    match share_change(now, per_now, before, per_before, *times) {
                        Some(value) => Some(value),
                        None => return MetricValue::TooLarge,
                    }
                }
                _ => None,
            }
        }
        Formula::Sum { terms } => {
            let mut sum = Some(Decimal::ZERO);
            for term in *terms {
                sum = match (sum, answers.number(term.field)) {
                    (Some(sum), Some(figure)) => Some(sum + figure * term.weight),
                    _ => None,
                };
            }
            sum
        }
    };
    match formed.map(|value| round(value, PLACES)) {
        Some(value) if value.abs() > LARGEST => MetricValue::TooLarge,
        Some(value) => MetricValue::Known(value),
        None => {
            let fields = metric.formula.fields();
            MetricValue::Missing(fields.into_iter().filter(|f| answers.get(*f).is_none()).collect())
        }
    }
}

/// Growth in percent of `now / per_now` over `before / per_before`.
fn growth(now: Decimal, before: Decimal, per_now: Decimal, per_before: Decimal) -> Option<Decimal> {
    let new = now.checked_mul(per_before)?;
    let old = before.checked_mul(per_now)?;
    (new - old).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(old)
}

/// `now / per_now` less `before / per_before`, times a factor: one quotient of
/// products, so that nothing is rounded on the way.
fn share_change(
    now: Decimal,
    per_now: Decimal,
    before: Decimal,
    per_before: Decimal,
    times: Decimal,
) -> Option<Decimal> {
    let (new, old) = (now.checked_mul(per_before)?, before.checked_mul(per_now)?);
    let change = new.checked_sub(old)?.checked_mul(times)?;
    change.checked_div(per_now.checked_mul(per_before)?)
}

fn zero(answers: &Answers, fields: &[FieldId]) -> Option<FieldId> {
    fields.iter().copied().find(|f| answers.number(*f).is_some_and(|n| n.is_zero()))
}
