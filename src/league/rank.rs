//! Ranks: pure, from ranges of points. Source: scoring.md, section 7.

use crate::score::Range;
use rust_decimal::Decimal;

/// What one member brings to the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its secured points, and the most that is still possible.
    pub range: Range,
    /// A member with a declared veto has no rank and counts in nobody's.
    pub vetoed: bool,
}

/// Where a member stands, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberRank {
    /// By secured points; equal points share the better rank.
    pub rank: usize,
    /// No completion of any form gives a better rank.
    pub best: usize,
    /// No completion of any form gives a worse rank.
    pub worst: usize,
}

/// The place of each entry; none for the vetoed. Takes n log n steps.
pub fn places(entries: &[Entry]) -> Vec<Option<MemberRank>> {
    let ranked = || entries.iter().filter(|entry| !entry.vetoed).map(|entry| entry.range);
    let mut lows: Vec<Decimal> = ranked().map(|range| range.low).collect();
    let mut highs: Vec<Decimal> = ranked().map(|range| range.high).collect();
    lows.sort_unstable();
    highs.sort_unstable();
    let above =
        |all: &[Decimal], value: Decimal| all.len() - all.partition_point(|other| *other <= value);
    let place = |entry: &Entry| {
        let Range { low, high } = entry.range;
        // An open range is above its own low end, which does not count.
        let itself = usize::from(high > low);
        (!entry.vetoed).then(|| MemberRank {
            rank: 1 + above(&lows, low),
            best: 1 + above(&lows, high),
            worst: 1 + above(&highs, low) - itself,
        })
    };
    entries.iter().map(place).collect()
}

/// The positions by rank, those of one rank in their own order, then the vetoed.
pub fn order(places: &[Option<MemberRank>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    let rank = |at: &usize| places.get(*at).copied().flatten().map_or(usize::MAX, |p| p.rank);
    order.sort_by_key(rank);
    order
}

/// How far a member is from other places, in secured points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// The points to draw level with the next better rank; none for the first.
    pub next: Option<Decimal>,
    /// How far it is from the last recognised place.
    pub recognised: Recognised,
}

/// How a member stands to the last recognised place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// It holds a recognised place, by so many points before the best one that
    /// holds none; none while nobody is behind.
    Within {
        /// By how many points it is ahead.
        ahead: Option<Decimal>,
    },
    /// It lacks so many points to draw level with the last recognised place.
    Short {
        /// How many points it lacks.
        by: Decimal,
    },
}

/// The distances of the member at a position, when so many places are
/// recognised; none for the vetoed.
pub fn distance(entries: &[Entry], at: usize, recognised: usize) -> Option<Distance> {
    let mine = entries.get(at).filter(|entry| !entry.vetoed)?.range.points();
    let mut all: Vec<Decimal> =
        entries.iter().filter(|entry| !entry.vetoed).map(|e| e.range.points()).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    Some(among(&all, mine, recognised))
}

/// How far points are from other places among ordered points, the highest first.
fn among(all: &[Decimal], mine: Decimal, recognised: usize) -> Distance {
    let above = all.partition_point(|other| *other > mine);
    let next = above.checked_sub(1).and_then(|next| all.get(next)).map(|other| *other - mine);
    let last = recognised.checked_sub(1).and_then(|last| all.get(last));
    let recognised = match last {
        Some(last) if mine < *last => Recognised::Short { by: *last - mine },
        Some(last) => {
            let behind = all.get(all.partition_point(|other| other >= last));
            Recognised::Within { ahead: behind.map(|other| mine - *other) }
        }
        None => Recognised::Within { ahead: None },
    };
    Distance { next, recognised }
}

/// The distances of all members, as [`distance`] tells each. Takes n log n steps.
pub fn distances(entries: &[Entry], recognised: usize) -> Vec<Option<Distance>> {
    let ranked = || entries.iter().filter(|entry| !entry.vetoed).map(|e| e.range.points());
    let mut all: Vec<Decimal> = ranked().collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    let one = |entry: &Entry| {
        let mine = entry.range.points();
        (!entry.vetoed).then(|| among(&all, mine, recognised))
    };
    entries.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(all: &[(i64, i64, bool)]) -> Vec<Entry> {
        let of = |(low, high, vetoed): &(i64, i64, bool)| Entry {
            range: Range { low: (*low).into(), high: (*high).into() },
            vetoed: *vetoed,
        };
        all.iter().map(of).collect()
    }

    #[track_caller]
    fn check(all: &[(i64, i64, bool)], expected: &[Option<(usize, usize, usize)>]) {
        let found = places(&entries(all));
        let expected: Vec<Option<MemberRank>> = expected
            .iter()
            .map(|one| one.map(|(rank, best, worst)| MemberRank { rank, best, worst }))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn equal_points_share_the_better_rank() {
        let settled = |points| (points, points, false);
        check(
            &[settled(5), settled(9), settled(7), settled(7)],
            &[Some((4, 4, 4)), Some((1, 1, 1)), Some((2, 2, 2)), Some((2, 2, 2))],
        );
    }

    #[test]
    fn open_answers_give_a_range_of_ranks() {
        // The second may draw level with the first and no more; the third may pass both.
        check(
            &[(8, 8, false), (6, 8, false), (1, 10, false)],
            &[Some((1, 1, 2)), Some((2, 1, 3)), Some((3, 1, 3))],
        );
        check(&[(3, 4, false), (4, 9, false)], &[Some((2, 1, 2)), Some((1, 1, 1))]);
    }

    #[test]
    fn the_vetoed_stand_last_and_count_in_nobodys_rank() {
        let all = [(9, 9, true), (5, 5, false), (1, 10, true), (4, 4, false)];
        check(&all, &[None, Some((1, 1, 1)), None, Some((2, 2, 2))]);
        assert_eq!(order(&places(&entries(&all))), [1, 3, 0, 2]);
        assert_eq!(distance(&entries(&all), 0, 1), None);
    }

    #[test]
    fn distances_are_to_the_next_rank_and_to_the_last_recognised_place() {
        let all = entries(&[(9, 9, false), (7, 7, false), (7, 7, false), (4, 4, false)]);
        let check = |at, recognised, next: Option<i64>, expected: Recognised| {
            let found = distance(&all, at, recognised);
            let next = next.map(Decimal::from);
            assert_eq!(found, Some(Distance { next, recognised: expected }));
            assert_eq!(distances(&all, recognised)[at], found);
        };
        let ahead = |points: i64| Recognised::Within { ahead: Some(points.into()) };
        check(0, 1, None, ahead(2));
        check(1, 1, Some(2), Recognised::Short { by: 2.into() });
        // Both of one rank hold the second place.
        check(2, 2, Some(2), ahead(3));
        check(3, 2, Some(3), Recognised::Short { by: 3.into() });
        check(3, 10, Some(3), Recognised::Within { ahead: None });
        check(3, 0, Some(3), Recognised::Within { ahead: None });
    }
}
