//! The own place in each indicator: how the secured points of the ranked members are
//! spread, and how far the own ones are behind.

use super::line::MemberScore;
use super::table::LeagueTable;
use crate::rulebook::{IndicatorId, Rulebook};
use rust_decimal::Decimal;

/// How the secured points of a part are spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// The most that a member has.
    pub best: Decimal,
    /// A quarter has at least as much.
    pub upper: Decimal,
    /// The middle one, or the mean of the middle two.
    pub median: Decimal,
    /// A quarter has at most as much.
    pub lower: Decimal,
    /// The least that a member has.
    pub worst: Decimal,
    /// The points of the last recognised place in this part alone; the worst
    /// where there are fewer members.
    pub last: Decimal,
    /// One's own points, also while one is vetoed.
    pub mine: Decimal,
    /// The rank in this part alone.
    pub rank: usize,
}

/// The strips of all parts, by their positions in the rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strips {
    /// One for each indicator.
    pub indicators: Vec<Strip>,
    /// One for each group.
    pub groups: Vec<Strip>,
    /// One for each dimension.
    pub dimensions: Vec<Strip>,
    /// The strip of the totals.
    pub total: Strip,
}

/// What points are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The middle of all members in the indicator alone.
    Median,
    /// The last recognised place in the indicator alone.
    Last,
}

/// How the ranked members are spread, and where one of all members stands; none
/// while nobody is ranked.
pub fn strips(
    rulebook: &Rulebook,
    table: &LeagueTable,
    mine: usize,
    recognised: usize,
) -> Option<Strips> {
    let own = table.lines.get(mine)?;
    let ranked: Vec<&MemberScore> = table.lines.iter().filter(|line| !line.vetoed).collect();
    let indicators =
        |line: &MemberScore| line.indicators.iter().map(|range| range.points()).collect();
    let groups =
        |line: &MemberScore| line.groups(rulebook).iter().map(|part| part.range.points()).collect();
    let dimensions = |line: &MemberScore| {
        line.dimensions(rulebook).iter().map(|part| part.range.points()).collect()
    };
    let strips = |of: &dyn Fn(&MemberScore) -> Vec<Decimal>| -> Option<Vec<Strip>> {
        let all: Vec<Vec<Decimal>> = ranked.iter().map(|line| of(line)).collect();
        let strip = |(at, mine): (usize, Decimal)| {
            let values = all.iter().filter_map(|parts| parts.get(at).copied()).collect();
            strip(values, mine, recognised)
        };
        of(own).into_iter().enumerate().map(strip).collect()
    };
    Some(Strips {
        indicators: strips(&indicators)?,
        groups: strips(&groups)?,
        dimensions: strips(&dimensions)?,
        total: strips(&|line| vec![line.total.points()])?.pop()?,
    })
}

fn strip(mut values: Vec<Decimal>, mine: Decimal, recognised: usize) -> Option<Strip> {
    values.sort_unstable_by(|a, b| b.cmp(a));
    let last = values.get(recognised.max(1) - 1).or(values.last())?;
    Some(Strip {
        best: *values.first()?,
        upper: quarter(&values, 1)?,
        median: quarter(&values, 2)?,
        lower: quarter(&values, 3)?,
        worst: *values.last()?,
        last: *last,
        mine,
        rank: 1 + values.partition_point(|other| *other > mine),
    })
}

/// A quarter point of ordered values, on the line between the two beside it
/// (as spreadsheets reckon: QUARTILE.INC).
fn quarter(values: &[Decimal], quarter: usize) -> Option<Decimal> {
    let steps = values.len().checked_sub(1)? * quarter;
    let before = *values.get(steps / 4)?;
    let after = values.get(steps / 4 + 1).copied().unwrap_or(before);
    Some(before + (after - before) * Decimal::from(steps % 4) / Decimal::from(4))
}

/// The indicators with the points that one lost there, the largest loss first;
/// below zero where one is ahead.
pub fn by_loss(strips: &[Strip], against: Against) -> Vec<(IndicatorId, Decimal)> {
    let lost = |strip: &Strip| match against {
        Against::Median => strip.median - strip.mine,
        Against::Last => strip.last - strip.mine,
    };
    sorted(strips.iter().map(lost))
}

/// The indicators with the points that one lost to another member, the largest
/// loss first; together they are the distance of the two totals.
pub fn lost_to(mine: &MemberScore, other: &MemberScore) -> Vec<(IndicatorId, Decimal)> {
    let both = other.indicators.iter().zip(&mine.indicators);
    sorted(both.map(|(other, mine)| other.points() - mine.points()))
}

fn sorted(losses: impl Iterator<Item = Decimal>) -> Vec<(IndicatorId, Decimal)> {
    let mut all: Vec<_> = (0..).map(IndicatorId).zip(losses).collect();
    all.sort_by(|(_, a), (_, b)| b.cmp(a));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[i64], mine: i64, recognised: usize, expected: &[&str], rank: usize) {
        let values = values.iter().map(|value| Decimal::from(*value)).collect();
        let found = strip(values, mine.into(), recognised).unwrap();
        let Strip { best, upper, median, lower, worst, last, .. } = found;
        let found_figures = [best, upper, median, lower, worst, last].map(|v| v.normalize());
        let expected: Vec<Decimal> = expected.iter().map(|v| v.parse().unwrap()).collect();
        assert_eq!((found_figures.to_vec(), found.rank), (expected, rank));
    }

    #[test]
    fn quarters_lie_between_the_values_beside_them() {
        check(&[1, 2, 3, 4], 3, 2, &["4", "3.25", "2.5", "1.75", "1", "3"], 2);
        check(&[7, 1, 4, 3, 5], 9, 10, &["7", "5", "4", "3", "1", "1"], 1);
        check(&[2], 0, 1, &["2", "2", "2", "2", "2", "2"], 2);
        assert_eq!(strip(Vec::new(), Decimal::ONE, 10), None);
    }
}
