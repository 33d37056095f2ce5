//! The choice among many moves: the least effort for every gain that nothing cheaper
//! reaches (the Pareto front).

use crate::score::PLACES;
use rust_decimal::Decimal;

/// A cost: the effort, and among equals the number of changes.
pub type Cost = u64;

/// The cost of an effort and a number of changes.
pub fn cost(effort: u64, changes: usize) -> Cost {
    effort << 16 | changes as u64
}

/// The effort in a cost.
pub fn effort(cost: Cost) -> u64 {
    cost >> 16
}

/// Points as a whole number of their last decimal.
pub fn whole(points: Decimal) -> i64 {
    let mut points = points;
    points.rescale(PLACES);
    i64::try_from(points.mantissa()).unwrap_or(i64::MAX)
}

/// One thing that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub cost: Cost,
    /// In the last decimal of points; above 0.
    pub gain: i64,
}

/// A sum of choices, one or none of each list so far.
#[derive(Clone, Copy, Debug)]
struct Combination {
    sum: Choice,
    /// The combination before the last list.
    parent: u32,
    /// The choice taken of it; none leaves the list alone.
    taken: Option<u16>,
}

/// For every gain the least cost, list after list.
pub struct Fronts(Vec<Vec<Combination>>);

impl Fronts {
    /// Joins lists of choices. A gain beyond `need` is worth no more than that;
    /// with `only_need`, what cannot come up to it is left out.
    pub fn join(lists: &[Vec<Choice>], need: i64, only_need: bool) -> Fronts {
        let most = |list: &Vec<Choice>| list.iter().map(|c| c.gain).max().unwrap_or(0);
        let mut to_come: i64 = lists.iter().map(most).sum();
        let nothing = Combination { sum: Choice { cost: 0, gain: 0 }, parent: 0, taken: None };
        let mut layers = vec![vec![nothing]];
        for list in lists {
            to_come -= most(list);
            let least = if only_need { need - to_come } else { 0 };
            let last = layers.last().map_or(&[][..], |layer| layer);
            let mut layer = Vec::new();
            merge(&mut layer, last, None, least, need);
            for (at, choice) in (0u16..).zip(list) {
                merge(&mut layer, last, Some((at, *choice)), least, need);
            }
            layers.push(layer);
        }
        Fronts(layers)
    }

    /// The sums that are worth having, the cheapest first; each gain is higher
    /// than the one before and none beyond what is needed.
    pub fn sums(&self, need: i64) -> impl Iterator<Item = Choice> {
        let last = self.0.last().map_or(&[][..], |layer| layer);
        last.iter().map(move |combination| Choice {
            gain: combination.sum.gain.min(need),
            ..combination.sum
        })
    }

    /// What was taken of each list for the sum at a position.
    pub fn taken(&self, sum: usize) -> Vec<Option<usize>> {
        let mut all = Vec::new();
        let mut at = sum;
        for layer in self.0.iter().skip(1).rev() {
            let Some(combination) = layer.get(at) else { break };
            all.push(combination.taken.map(usize::from));
            at = combination.parent as usize;
        }
        all.reverse();
        all
    }
}

/// Brings the combinations of `last`, one choice added to each, into a front, which
/// stands by cost and rises in gain; no combination is kept that costs as much as
/// another without giving more.
fn merge(
    front: &mut Vec<Combination>,
    last: &[Combination],
    choice: Option<(u16, Choice)>,
    least: i64,
    need: i64,
) {
    let taken = choice.map(|(at, _)| at);
    let add = choice.map_or(Choice { cost: 0, gain: 0 }, |(_, choice)| choice);
    let mut merged: Vec<Combination> = Vec::with_capacity(front.len() + last.len());
    let mut old = front.iter().copied().peekable();
    let mut new = (0u32..)
        .zip(last)
        .map(|(parent, combination)| {
            let sum = Choice {
                cost: combination.sum.cost + add.cost,
                gain: combination.sum.gain + add.gain,
            };
            Combination { sum, parent, taken }
        })
        .peekable();
    let mut best = least.saturating_sub(1);
    while best < need {
        let is_old = match (old.peek(), new.peek()) {
            (Some(a), Some(b)) => (a.sum.cost, -a.sum.gain) <= (b.sum.cost, -b.sum.gain),
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => break,
        };
        let Some(combination) = (if is_old { old.next() } else { new.next() }) else { break };
        if combination.sum.gain > best {
            best = combination.sum.gain;
            merged.push(combination);
        }
    }
    *front = merged;
}
