//! The efficacy coefficient (功效系数法).
//!
//! d = base + (100 − base) × (x − lo) / (hi − lo), held to 0 … 100;
//! points = weight × d / 100. Source: the classic 60 + 40 form; the documents
//! name the method and leave the base open, and what a value worse than lo gets
//! ([`Below`]).

use super::metric::{MetricValue, PLACES};
use super::range::{Range, round};
use super::reference::{Ends, contradicts, reaches};
use crate::rulebook::{Below, Metric, MetricId};
use rust_decimal::Decimal;

/// How a metric scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Efficacy {
    /// The metric that was scored.
    pub metric: MetricId,
    /// Its value, or why there is none.
    pub value: MetricValue,
    /// The two reference values that it was scored between.
    pub ends: Ends,
    /// The base of the efficacy coefficient, in percent.
    pub base: Decimal,
    /// d, from 0 to 100; none while something is unknown or below the floor.
    pub coefficient: Option<Decimal>,
    /// The value is below the floor, where nothing is given.
    pub below_floor: bool,
    /// How the value scores because it is worse than the unacceptable one; none
    /// where it is not.
    pub worse: Option<Below>,
}

/// The parameters of the method that hold for a whole form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    pub base: Decimal,
    pub below: Below,
}

/// Scores a metric: the range of its points, and how they came about.
pub fn efficacy(
    id: MetricId,
    metric: &Metric,
    value: MetricValue,
    ends: Ends,
    method: Method,
    weight: Decimal,
    floor: Option<Decimal>,
) -> (Range, Efficacy) {
    let below_floor = matches!(
        (value.known(), floor),
        (Some(x), Some(floor)) if !reaches(metric, x, floor)
    );
    let worse = match (value.known(), ends.unacceptable.value()) {
        (Some(x), Some(lo)) if !reaches(metric, x, lo) => Some(method.below),
        _ => None,
    };
    let d = if below_floor { None } else { coefficient(metric, &value, &ends, method.base, worse) };
    let range = match d {
        _ if below_floor => Range::default(),
        Some(d) => Range::exactly(hundredth(weight * d)),
        None => Range::up_to(weight),
    };
    let base = method.base;
    (range, Efficacy { metric: id, value, ends, base, coefficient: d, below_floor, worse })
}

/// A hundredth of a value, rounded to [`PLACES`]. Only the decimal point moves: nothing is
/// divided.
fn hundredth(value: Decimal) -> Decimal {
    let mut value = round(value, PLACES - 2);
    // This cannot fail: the scale is at most PLACES now.
    let _ = value.set_scale(value.scale() + 2);
    value
}

/// d, or none while the value or an end that matters is unknown.
fn coefficient(
    metric: &Metric,
    value: &MetricValue,
    ends: &Ends,
    base: Decimal,
    worse: Option<Below>,
) -> Option<Decimal> {
    let x = value.known()?;
    let hi = ends.satisfactory.value()?;
    if contradicts(metric, ends) {
        return None;
    }
    if reaches(metric, x, hi) {
        return Some(Decimal::ONE_HUNDRED);
    }
    let lo = ends.unacceptable.value()?;
    match worse {
        Some(Below::None) => return Some(Decimal::ZERO),
        Some(Below::Base) => return Some(base),
        Some(Below::Line) | None => {}
    }
    let span = Decimal::ONE_HUNDRED - base;
    let d = base + (span * (x - lo)).checked_div(hi - lo)?;
    Some(d.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED))
}
