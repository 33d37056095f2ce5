//! Implausible figures: questioned, never refused. What was typed counts.
//!
//! The bounds are the rulebook's.

use crate::form::{Case, Form};
use crate::rulebook::{Answer, FieldId, MetricId, Reference, Text};
use crate::score::metric_value;
use rust_decimal::Decimal;

/// What can be questioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubted {
    /// A figure that was entered.
    Field(FieldId),
    /// A metric under the readings that hold.
    Metric(MetricId),
}

/// Why a figure is questioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Above the greatest plausible value.
    Above {
        /// The greatest plausible value.
        most: Decimal,
        /// Its unit, or empty.
        unit: Text,
    },
    /// Many times what another field has, which asks the same of another year.
    Times {
        /// How many times more or less it is at least, as the rulebook has it.
        times: Decimal,
        /// The field that asks the same.
        other: FieldId,
        /// Whether it is the greater of the two.
        is_more: bool,
    },
    /// Many times what all peers have.
    TimesPeers {
        /// How many times more or less it is at least, as the rulebook has it.
        times: Decimal,
        /// Whether it is greater than all peers; else it is less.
        is_more: bool,
    },
}

/// Why a figure is questioned, where it is.
pub fn doubt(form: &Form, case: &Case, what: Doubted) -> Option<Doubt> {
    let rulebook = form.edition.0;
    let times = rulebook.plausible_times;
    match what {
        Doubted::Field(id) => {
            let field = &rulebook[id];
            let value = figure(case, id)?;
            if let Some(most) = field.plausible_max.filter(|most| value > *most) {
                return Some(Doubt::Above { most, unit: field.unit });
            }
            let other = rulebook.field(field.like)?;
            let like = figure(case, other)?;
            let is_more = is_many(value, like, times)?;
            Some(Doubt::Times { times, other, is_more })
        }
        Doubted::Metric(id) => {
            let metric = rulebook.metric_under(id, &case.readings);
            let value = metric_value(metric, &case.answers).known()?;
            if let Some(most) = metric.plausible_max.filter(|most| value > *most) {
                return Some(Doubt::Above { most, unit: metric.unit });
            }
            let Some(Reference::Peers(peers)) = case.references.get(id) else { return None };
            let is_more = is_many(value, *peers.iter().max()?, times)
                .filter(|is_more| *is_more)
                .or_else(|| is_many(value, *peers.iter().min()?, times).filter(|more| !more))?;
            Some(Doubt::TimesPeers { times, is_more })
        }
    }
}

fn figure(case: &Case, id: FieldId) -> Option<Decimal> {
    match case.answers.get(id)? {
        Answer::Figure(value) => Some(*value),
        Answer::Count(count) => Some(Decimal::from(*count)),
        _ => None,
    }
}

/// Whether one of two figures is at least `times` the other: true if the first is, false if
/// the second is. None where neither is, or where a figure is not above 0.
fn is_many(one: Decimal, other: Decimal, times: Decimal) -> Option<bool> {
    let is_many =
        |more: Decimal, less: Decimal| less.checked_mul(times).is_some_and(|bound| more >= bound);
    if times.is_zero() || one <= Decimal::ZERO || other <= Decimal::ZERO {
        return None;
    }
    is_many(one, other).then_some(true).or_else(|| is_many(other, one).then_some(false))
}
