//! The cheapest way to a target: exact, by the fronts of all indicators.

use super::change::{Change, Placeholder, Trial};
use super::front::{Choice, Cost, Fronts, cost, effort, whole};
use super::grid::{Grid, first};
use super::held::{Held, Reason, reasons};
use super::moves::{Move, Scope, moves};
use super::raise::Closing;
use super::steps::{Aim, Step};
use crate::form::{Case, Form, PlanSettings, Scenario};
use crate::rulebook::{FieldId, IndicatorId, Kind, Map, Rulebook};
use crate::score::{PLACES, round};
use rust_decimal::{Decimal, RoundingStrategy};

/// What a plan is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The total to be secured, or the number of tasks to be met.
    pub target: Decimal,
    /// Indicators that stay as they are.
    pub fixed: Vec<IndicatorId>,
    /// Figures that stay as they are, answered or not.
    pub closed: Vec<FieldId>,
    /// The furthest that a figure may go: its most, or its least where less is better.
    pub limits: Map<FieldId, Decimal>,
    /// From 1 to 5 for each indicator; [`Wish::USUAL`] when missing.
    pub efforts: Map<IndicatorId, u8>,
}

impl Wish {
    /// The effort of an indicator of which nothing is said.
    pub const USUAL: u8 = 3;

    /// What a form's settings ask for; none without a target.
    pub fn of(settings: &PlanSettings, rulebook: &Rulebook) -> Option<Wish> {
        Some(Wish {
            target: settings.target?,
            fixed: settings.fixed.clone(),
            closed: settings.closed(rulebook),
            limits: settings.limits.clone(),
            efforts: settings.efforts.clone(),
        })
    }

    /// The effort of an indicator.
    pub fn effort(&self, id: IndicatorId) -> u8 {
        self.efforts.get(&id).copied().unwrap_or(Self::USUAL).clamp(1, 5)
    }
}

/// The cheapest way to a target, or to the highest total if that is out of reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The total to reach: points, or the number of tasks met.
    pub target: Decimal,
    /// The total secured now, or the number of tasks met.
    pub before: Decimal,
    /// The same with every step made.
    pub after: Decimal,
    /// The highest total that any steps reach.
    pub highest: Decimal,
    /// Units of effort, each times its indicator's.
    pub effort: u64,
    /// Their gains sum to `after` less `before`.
    pub steps: Vec<Step>,
    /// Indicators that cannot get all of their points, and why.
    pub held: Vec<Held>,
}

impl Plan {
    /// Whether the target is reached.
    pub fn is_reached(&self) -> bool {
        self.after >= self.target
    }

    /// All changes of the plan, each field once.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.steps.iter().flat_map(|step| &step.changes)
    }

    /// The plan as a scenario, over the one that it was made for, if any.
    pub fn scenario(&self, name: &str, over: Option<&Scenario>) -> Scenario {
        let mut scenario = over.cloned().unwrap_or_default();
        scenario.name = name.to_owned();
        self.steps.iter().for_each(|step| step.write(&mut scenario));
        scenario
    }
}

/// The moves of one indicator, and which combinations of them are worth their cost.
struct IndicatorMoves {
    id: IndicatorId,
    moves: Vec<Vec<Move>>,
    fronts: Fronts,
    choices: Vec<Choice>,
}

/// Finds the least effort that secures the target, and among equals the fewest changes.
pub fn cheapest(form: &Form, case: &Case, wish: &Wish, words: Placeholder) -> Plan {
    let mut trial = Trial::new(form, case);
    let rulebook = trial.rulebook;
    let reads = trial.reads();
    let mut before = Decimal::ZERO;
    let mut weighed = Vec::new();
    let mut held = Vec::new();
    for id in rulebook.indicator_ids() {
        let scope = Scope { id, reads: &reads, limits: &wish.limits, closed: &wish.closed, words };
        let now = trial.counted(&[id]);
        before += now;
        let full = match rulebook.kind {
            Kind::Points => rulebook[id].points,
            Kind::Checklist => Decimal::ONE,
        };
        let barred = if trial.inputs().adjustments.contains_key(&id) {
            Some(Reason::Adjusted)
        } else if wish.fixed.contains(&id) {
            Some(Reason::Fixed)
        } else {
            None
        };
        let room = full - now;
        if room <= Decimal::ZERO {
            continue;
        }
        if let Some(reason) = barred {
            held.push(Held { indicator: id, lost: room, reasons: vec![reason] });
            continue;
        }
        let own = indicator_moves(&mut trial, scope, wish.effort(id));
        let most = own.choices.last().map_or(0, |choice| choice.gain);
        let lost = room - Decimal::new(most, PLACES);
        if lost > Decimal::ZERO {
            let all = own.changes(own.choices.len());
            trial.make(&all);
            let reasons = reasons(&trial, scope, &trial.score(id));
            trial.unmake(&all);
            held.push(Held { indicator: id, lost: lost.normalize(), reasons });
        }
        weighed.push(own);
    }

    let lists: Vec<Vec<Choice>> = weighed.iter().map(|one| one.choices.clone()).collect();
    let most: i64 = weighed.iter().filter_map(|one| one.choices.last()).map(|c| c.gain).sum();
    let highest = before + Decimal::new(most, PLACES);
    // Compared before it is scaled: a target may be any number that can be typed.
    let need = if wish.target >= highest {
        most
    } else if wish.target <= before {
        0
    } else {
        whole((wish.target - before).round_dp_with_strategy(PLACES, RoundingStrategy::AwayFromZero))
    };
    let fronts = Fronts::join(&lists, need, true);
    let spent: Cost = fronts.sums(need).last().map_or(0, |sum| sum.cost);
    let last = fronts.sums(need).count().saturating_sub(1);
    let mut chosen: Vec<(IndicatorId, &Move)> = Vec::new();
    for (one, taken) in weighed.iter().zip(fronts.taken(last)) {
        // The first sum of an indicator is the empty one, so its first choice is the second
        // sum.
        chosen.extend(one.taken(taken.map_or(0, |at| at + 1)).map(|m| (one.id, m)));
    }
    let steps = steps(&mut trial, &chosen, before, wish.target);
    let after = before + steps.iter().map(|step| step.gain).sum::<Decimal>();
    Plan {
        target: wish.target,
        before: before.normalize(),
        after: after.normalize(),
        highest: highest.normalize(),
        effort: effort(spent),
        steps,
        held,
    }
}

/// The moves of one indicator, weighed with its own effort.
fn indicator_moves(trial: &mut Trial, scope: Scope, per_unit: u8) -> IndicatorMoves {
    let moves = moves(trial, scope);
    let lists: Vec<Vec<Choice>> = moves
        .iter()
        .map(|list| {
            let choice = |m: &Move| Choice {
                cost: cost(u64::from(m.effort) * u64::from(per_unit), m.changes.len()),
                gain: whole(m.gain),
            };
            list.iter().map(choice).collect()
        })
        .collect();
    let (before, full) = exact(trial, scope.id);
    let need = whole(full - before);
    let fronts = Fronts::join(&lists, need, false);
    // Counted points may be rounded; the gains of moves are exact.
    let counted = |points: Decimal| trial.places().map_or(points, |places| round(points, places));
    let gain = |choice: Choice| {
        let after = before + Decimal::new(choice.gain, PLACES);
        Choice { gain: whole(counted(after) - counted(before)), ..choice }
    };
    // The first sum is the empty one.
    let choices = fronts.sums(need).skip(1).map(gain).collect();
    IndicatorMoves { id: scope.id, moves, fronts, choices }
}

/// What an indicator secures, not rounded, and its most; a task counts 1.
fn exact(trial: &Trial, id: IndicatorId) -> (Decimal, Decimal) {
    match trial.rulebook.kind {
        Kind::Points => {
            let full = trial.rulebook[id].points;
            (trial.score(id).uncapped.low.min(full), full)
        }
        Kind::Checklist => (trial.counted(&[id]), Decimal::ONE),
    }
}

impl IndicatorMoves {
    /// The moves of the sum at a position.
    fn taken(&self, sum: usize) -> impl Iterator<Item = &Move> {
        let taken = self.fronts.taken(sum);
        self.moves.iter().zip(taken).filter_map(|(list, at)| list.get(at?))
    }

    fn changes(&self, sum: usize) -> Vec<Change> {
        self.taken(sum).flat_map(|m| m.changes.clone()).collect()
    }
}

/// The steps of a plan with what each adds, in the order of the rulebook; no
/// figure goes further than the target asks.
fn steps(
    trial: &mut Trial,
    chosen: &[(IndicatorId, &Move)],
    before: Decimal,
    target: Decimal,
) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut after = before;
    for (id, chosen) in chosen {
        let was = trial.counted(&[*id]);
        trial.make(&chosen.changes);
        let gain = trial.counted(&[*id]) - was;
        after += gain;
        steps.push(Step {
            indicator: *id,
            changes: chosen.changes.clone(),
            gain,
            effort: chosen.effort,
            aim: Aim::Plan,
        });
    }
    for (step, (_, chosen)) in steps.iter_mut().zip(chosen) {
        if let Some(closing) = chosen.closing
            && let Some(change) = step.changes.last_mut()
        {
            let spare = after - target;
            let less = shorten(trial, step.indicator, closing, change, spare);
            step.gain -= less;
            after -= less;
        }
        step.gain = step.gain.normalize();
    }
    steps
}

/// Takes a figure back as far as the points to spare allow, to the roundest
/// figure there; returns the points given up.
fn shorten(
    trial: &mut Trial,
    id: IndicatorId,
    closing: Closing,
    change: &mut Change,
    spare: Decimal,
) -> Decimal {
    let Some(grid) = Grid::of(trial.rulebook[closing.field].kind) else { return Decimal::ZERO };
    let full = trial.counted(&[id]);
    let step = if closing.to < closing.from { -1 } else { 1 };
    let length = (closing.to - closing.from) * step;
    let lost = |trial: &mut Trial, place: i64| {
        trial.set(closing.field, Some(grid.answer(place)));
        full - trial.counted(&[id])
    };
    let least =
        first(0, length, length, &mut |steps| lost(trial, closing.from + step * steps) <= spare);
    let near = closing.from + step * least.unwrap_or(length);
    let (low, high) = (near.min(closing.to), near.max(closing.to));
    let mut place = closing.to;
    for unit in grid.roundings() {
        // The round figure next to the least that is needed.
        let round = if step > 0 {
            low + (unit - low.rem_euclid(unit)) % unit
        } else {
            high - high.rem_euclid(unit)
        };
        if low <= round && round <= high {
            place = round;
            break;
        }
    }
    let less = lost(trial, place);
    change.to = grid.answer(place);
    less
}
