//! Points as a range, and the one place where figures are rounded.

use rust_decimal::{Decimal, RoundingStrategy};
use std::ops::{Add, AddAssign};

/// What the worst and the best completion of a form would give.
///
/// `points`, what is already secured, is `low`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// What the worst completion gives, in points.
    pub low: Decimal,
    /// What the best completion gives, in points.
    pub high: Decimal,
}

impl Range {
    /// A range of one value: nothing is open.
    pub fn exactly(points: Decimal) -> Range {
        Range { low: points, high: points }
    }

    /// From nothing to `most`.
    pub fn up_to(most: Decimal) -> Range {
        Range { low: Decimal::ZERO, high: most }
    }

    /// What is already secured.
    pub fn points(&self) -> Decimal {
        self.low
    }

    /// Whether nothing is open.
    pub fn is_settled(&self) -> bool {
        self.low == self.high
    }

    /// Both ends held to at most `most`.
    pub fn capped(self, most: Decimal) -> Range {
        Range { low: self.low.min(most), high: self.high.min(most) }
    }

    /// Both ends rounded half away from zero.
    pub fn rounded(self, places: u32) -> Range {
        Range { low: round(self.low, places), high: round(self.high, places) }
    }
}

impl Add for Range {
    type Output = Range;
    fn add(self, other: Range) -> Range {
        Range { low: self.low + other.low, high: self.high + other.high }
    }
}

impl AddAssign for Range {
    fn add_assign(&mut self, other: Range) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Range {
    fn sum<I: Iterator<Item = Range>>(all: I) -> Range {
        all.fold(Range::default(), Add::add)
    }
}

/// Rounds half away from zero, the only rounding of the app.
pub fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A figure as it is shown: rounded, trailing zeros dropped, no minus at zero.
pub fn shown(value: Decimal, places: u32) -> String {
    let rounded = round(value, places).normalize();
    if rounded.is_zero() { "0".into() } else { rounded.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, places: u32, expected: &str) {
        assert_eq!(shown(value.parse().unwrap(), places), expected);
    }

    #[test]
    fn ties_go_away_from_zero() {
        check("1.005", 2, "1.01");
        check("-1.005", 2, "-1.01");
        check("2.00499999", 2, "2");
        check("0.125", 2, "0.13");
        check("0.00005", 4, "0.0001");
    }

    #[test]
    fn zeros_are_plain() {
        check("-0.001", 2, "0");
        check("10.00", 2, "10");
        check("1.720", 2, "1.72");
    }
}
