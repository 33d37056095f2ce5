//! The geometry of a line through the years.

use rust_decimal::Decimal;

/// An axis is a whole number of these parts of the full points.
const PARTS: u32 = 10;

/// A line through the points of several years. Places are in hundredths of the
/// drawing, from the left and from below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The years, the earliest first.
    pub dots: Vec<Dot>,
    /// The points at the foot of the axis.
    pub foot: Decimal,
    /// The points at the top of the axis.
    pub top: Decimal,
}

/// The points of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// The year of assessment.
    pub year: u16,
    /// The secured total of that year.
    pub points: Decimal,
    /// From the left.
    pub x: Decimal,
    /// From below.
    pub y: Decimal,
}

impl Trend {
    /// The line of some years on an axis from nothing to full points.
    pub fn whole(years: &[(u16, Decimal)], most: Decimal) -> Trend {
        Trend::on(years, Decimal::ZERO, most)
    }

    /// The same on an axis no longer than the points ask for, so that small changes
    /// can be seen: its ends are whole tenths of the full points.
    pub fn close(years: &[(u16, Decimal)], most: Decimal) -> Trend {
        let step = most / Decimal::from(PARTS);
        let tenths = |value: Decimal| value.checked_div(step).unwrap_or_default();
        let values = || years.iter().map(|(_, points)| tenths(*points));
        let last = Decimal::from(PARTS);
        let (least, greatest) = (values().min().unwrap_or_default(), values().max());
        let (mut foot, mut top) = (least.floor(), greatest.unwrap_or(last).ceil());
        if foot == top {
            // All points are equal: the line lies in the middle, as far as there is room.
            foot = (foot - Decimal::ONE).max(Decimal::ZERO);
            top = (top + Decimal::ONE).min(last.max(top));
        }
        Trend::on(years, foot * step, top * step)
    }

    fn on(years: &[(u16, Decimal)], foot: Decimal, top: Decimal) -> Trend {
        let first = years.iter().map(|(year, _)| *year).min().unwrap_or_default();
        let last = years.iter().map(|(year, _)| *year).max().unwrap_or_default();
        let dot = |(year, points): &(u16, Decimal)| Dot {
            year: *year,
            points: *points,
            // One year alone stands in the middle.
            x: share(Decimal::from(year - first), Decimal::from(last - first))
                .unwrap_or(Decimal::from(50)),
            y: share(*points - foot, top - foot).unwrap_or_default(),
        };
        Trend { dots: years.iter().map(dot).collect(), foot, top }
    }
}

fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    (part * Decimal::ONE_HUNDRED).checked_div(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(years: &[(u16, &str)], most: &str) -> (String, String) {
        let years: Vec<_> = years.iter().map(|(y, text)| (*y, text.parse().unwrap())).collect();
        let found = Trend::close(&years, most.parse().unwrap());
        let place = |dot: &Dot| format!("{},{}", dot.x.round_dp(1), dot.y.round_dp(1).normalize());
        let places: Vec<String> = found.dots.iter().map(place).collect();
        (format!("{}–{}", found.foot.normalize(), found.top.normalize()), places.join(" "))
    }

    #[test]
    fn an_axis_is_as_long_as_the_points_ask_for() {
        let said = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        // 2020 lies as far from 2019 as it lies from 2021.
        let years = [(2019, "72"), (2020, "75"), (2022, "78")];
        assert_eq!(trend(&years, "100"), said("70–80", "0,20 33.3,50 100,80"));
        assert_eq!(trend(&[(2021, "2"), (2022, "2")], "2"), said("1.8–2", "0,100 100,100"));
        assert_eq!(trend(&[(2021, "0"), (2022, "0")], "2"), said("0–0.2", "0,0 100,0"));
        assert_eq!(trend(&[(2022, "1.15")], "2"), said("1–1.2", "50,75"));
        assert_eq!(trend(&[(2021, "1"), (2022, "1")], "2"), said("0.8–1.2", "0,50 100,50"));
        // A rulebook without points has no axis.
        assert_eq!(trend(&[(2022, "0")], "0"), said("0–0", "50,0"));
    }

    #[test]
    fn small_lines_share_one_axis() {
        let years = [(2021, Decimal::ONE), (2022, Decimal::TWO)];
        let found = Trend::whole(&years, Decimal::TWO);
        let places: Vec<_> = found.dots.iter().map(|dot| dot.y).collect();
        assert_eq!(places, [Decimal::from(50), Decimal::ONE_HUNDRED]);
    }
}
