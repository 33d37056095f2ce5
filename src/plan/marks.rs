//! The values of a figure at which an efficacy score has made up each tenth of the
//! points that it misses.

use super::change::Trial;
use super::front::whole;
use super::grid::first;
use super::way::{Way, place_of_full, steps_to};
use crate::rulebook::{FieldId, IndicatorId, MetricId};
use crate::score::{IndicatorScore, PLACES, ends};
use rust_decimal::Decimal;

/// Tenths of a missing score; each is a unit of effort.
const TENTHS: i64 = 10;

/// An efficacy rule of an indicator, and what it secures before any change.
#[derive(Clone, Copy)]
pub struct Raised {
    /// Its position.
    pub at: usize,
    pub metric: MetricId,
    /// Its points, and what is secured of them, in their last decimal.
    pub weight: i64,
    pub low: i64,
}

impl Raised {
    /// What is missing.
    pub fn missing(self) -> i64 {
        self.weight - self.low
    }

    /// How many tenths of what was missing a score has made up. A begun tenth counts in
    /// full.
    pub fn tenths(self, score: &IndicatorScore) -> i64 {
        tenths(low(score, self.at) - self.low, self.missing())
    }
}

/// A gain in tenths of what was missing, rounded up.
fn tenths(gain: i64, missing: i64) -> i64 {
    if gain <= 0 || missing <= 0 { 0 } else { (TENTHS * gain + missing - 1) / missing }
}

/// What the rule at a position secures.
pub fn low(score: &IndicatorScore, at: usize) -> i64 {
    score.findings.get(at).map_or(0, |finding| whole(finding.gave.low))
}

/// The places where a figure has taken 1, 2, … 10 tenths of what a rule misses:
/// the last that takes no more, and of the tenth the first that is full.
pub fn marks(
    trial: &mut Trial,
    id: IndicatorId,
    rule: Raised,
    field: FieldId,
    way: Way,
) -> Vec<i64> {
    let mut places = Vec::new();
    if rule.missing() <= 0 {
        return places;
    }
    let mut least = 0;
    for tenth in 1..=TENTHS {
        let is_full = tenth == TENTHS;
        let guess = guess(trial, rule, tenth, field, way);
        let found = first(least, way.length, guess, &mut |steps| {
            trial.set(field, Some(way.grid.answer(way.place(steps))));
            let score = trial.score(id);
            if is_full { low(&score, rule.at) >= rule.weight } else { rule.tenths(&score) > tenth }
        });
        let steps = match found {
            Some(steps) if is_full => steps,
            Some(steps) => steps - 1,
            None => way.length,
        };
        if steps >= 0 && places.last() != Some(&way.place(steps)) {
            places.push(way.place(steps));
        }
        if found.is_none() {
            break;
        }
        least = steps.max(0);
    }
    places
}

/// About how many steps a figure takes to a tenth: where the search starts.
fn guess(trial: &Trial, rule: Raised, tenth: i64, field: FieldId, way: Way) -> i64 {
    let inputs = trial.inputs();
    let ends = ends(trial.metric(rule.metric), inputs.references.get(rule.metric));
    let aim = Decimal::new(rule.low + rule.missing() / TENTHS * tenth, PLACES);
    let aimed = || {
        let (lo, hi) = (ends.unacceptable.value()?, ends.satisfactory.value()?);
        let weight = Decimal::new(rule.weight, PLACES);
        let d = (aim * Decimal::ONE_HUNDRED).checked_div(weight)?.round_dp(PLACES);
        let part = (d - inputs.base).checked_div(Decimal::ONE_HUNDRED - inputs.base)?;
        lo.checked_add((hi - lo).checked_mul(part.round_dp(PLACES))?)
    };
    match aimed() {
        Some(value) if tenth < TENTHS => steps_to(trial, rule.metric, value, field, way),
        _ => place_of_full(trial, rule.metric, field, way),
    }
}
