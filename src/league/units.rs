//! Points as whole numbers of the last place that a score has, for searches and
//! draws that add millions of them. Nothing is lost: no points have more places.

use crate::score::{PLACES, round};
use rust_decimal::Decimal;

/// One unit is 10^-[`PLACES`] points.
pub type PointUnits = i64;

/// Points in units.
pub fn units(points: Decimal) -> PointUnits {
    let mut points = round(points, PLACES);
    points.rescale(PLACES);
    // A total of a few hundred points is far below the bound.
    points.mantissa().try_into().unwrap_or(PointUnits::MAX)
}

/// Units rounded to so many decimals of a point, half up; points are not negative.
pub fn rounded(value: PointUnits, places: u32) -> PointUnits {
    let step = PLACES.checked_sub(places).and_then(|more| PointUnits::checked_pow(10, more));
    step.map_or(value, |step| (value + step / 2) / step * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_exact_and_round_half_up() {
        let of = |text: &str| units(text.parse().unwrap());
        assert_eq!(of("1.2345678901"), 12_345_678_901);
        assert_eq!(of("100"), 1_000_000_000_000);
        assert_eq!(rounded(of("1.005"), 2), of("1.01"));
        assert_eq!(rounded(of("1.0049999999"), 2), of("1"));
        assert_eq!(rounded(of("1.0049999999"), 10), of("1.0049999999"));
    }
}
