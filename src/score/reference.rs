//! Reference values: the unacceptable and satisfactory ends of a metric.

use crate::rulebook::{Direction, Metric, Reference};
use rust_decimal::Decimal;

/// Both ends of a metric as they hold now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// 不允许值.
    pub unacceptable: End,
    /// 满意值.
    pub satisfactory: End,
}

/// One end, with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The user typed it.
    Typed(Decimal),
    /// The best or worst of peers' values.
    Peers(Decimal),
    /// The rulebook's default.
    Default(Decimal),
    /// Fewer than two different values of peers are there.
    TooFewPeers,
    /// None was typed, and the rulebook has no default.
    Missing,
}

impl End {
    /// The value, if there is one.
    pub fn value(&self) -> Option<Decimal> {
        match self {
            End::Typed(v) | End::Peers(v) | End::Default(v) => Some(*v),
            End::TooFewPeers | End::Missing => None,
        }
    }
}

/// The ends that hold for a metric.
pub fn ends(metric: &Metric, reference: Option<&Reference>) -> Ends {
    let end = |typed: Option<Decimal>, default: Option<Decimal>| match (typed, default) {
        (Some(value), _) => End::Typed(value),
        (None, Some(value)) => End::Default(value),
        (None, None) => End::Missing,
    };
    match reference {
        None => Ends {
            unacceptable: end(None, metric.unacceptable),
            satisfactory: end(None, metric.satisfactory),
        },
        Some(Reference::Ends { unacceptable, satisfactory }) => Ends {
            unacceptable: end(*unacceptable, metric.unacceptable),
            satisfactory: end(*satisfactory, metric.satisfactory),
        },
        Some(Reference::Peers(values)) => match (values.iter().min(), values.iter().max()) {
            (Some(least), Some(most)) if least < most => {
                let (worst, best) = match metric.better {
                    Direction::Higher => (*least, *most),
                    Direction::Lower => (*most, *least),
                };
                Ends { unacceptable: End::Peers(worst), satisfactory: End::Peers(best) }
            }
            _ => Ends { unacceptable: End::TooFewPeers, satisfactory: End::TooFewPeers },
        },
    }
}

/// Whether `value` is at or beyond `end` in the metric's good direction.
pub fn reaches(metric: &Metric, value: Decimal, end: Decimal) -> bool {
    match metric.better {
        Direction::Higher => value >= end,
        Direction::Lower => value <= end,
    }
}

/// Whether two ends are equal or stand the wrong way round. Such a reference
/// is refused where it is entered (see `form`).
pub fn contradicts(metric: &Metric, ends: &Ends) -> bool {
    match (ends.unacceptable.value(), ends.satisfactory.value()) {
        (Some(lo), Some(hi)) => reaches(metric, lo, hi),
        _ => false,
    }
}
