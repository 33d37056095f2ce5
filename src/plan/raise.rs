//! Raising efficacy scores: the figures at which a tenth more is got.

use super::change::{Change, Trial};
use super::grid::{Grid, first};
use super::lever::{figure_at, levers, rises};
use super::moves::{Move, Scope};
use crate::rulebook::{Direction, FieldId, FieldKind, IndicatorId, MetricId, Rule, Rulebook};
use crate::score::{IndicatorScore, PLACES, ends, metric_value};
use rust_decimal::Decimal;

/// Tenths of a missing score; each is a unit of effort.
const TENTHS: i64 = 10;

/// A figure that is raised, and the places it passes on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    pub field: FieldId,
    /// The first place that is a change.
    pub from: i64,
    /// The place it goes to; below `from` where less is better.
    pub to: i64,
}

/// Efficacy rules of one indicator that hang together by the figures that
/// raise them.
pub struct Group {
    /// Positions of the rules, with their metrics and weights.
    pub rules: Vec<(usize, MetricId, Decimal)>,
    pub levers: Vec<FieldId>,
}

/// The way of one figure: up or down, from where, how far.
#[derive(Clone, Copy)]
pub struct Way {
    pub grid: Grid,
    /// 1 or -1.
    pub step: i64,
    /// The first place that is a change.
    pub from: i64,
    /// How many places there are after it.
    pub length: i64,
    /// Whether something bounds it: a percentage's own bounds, or a limit.
    pub is_limited: bool,
}

impl Way {
    /// The place after so many steps.
    pub fn place(self, steps: i64) -> i64 {
        self.from + self.step * steps
    }

    /// The last place.
    pub fn end(self) -> i64 {
        self.place(self.length)
    }
}

/// Points as a whole number of their last decimal.
pub fn whole(points: Decimal) -> i64 {
    let mut points = points;
    points.rescale(PLACES);
    i64::try_from(points.mantissa()).unwrap_or(i64::MAX)
}

/// Begun tenths that a gain is of what was missing.
fn tenths(gain: i64, missing: i64) -> i64 {
    if gain <= 0 || missing <= 0 { 0 } else { (TENTHS * gain + missing - 1) / missing }
}

/// The groups of an indicator's efficacy rules that something can raise.
pub fn groups(rulebook: &Rulebook, scope: Scope) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::new();
    for (at, rule) in rulebook[scope.id].rules.iter().enumerate() {
        let Rule::Efficacy { metric, points, .. } = rule else { continue };
        let formula = &rulebook[*metric].formula;
        let mut own = levers(formula);
        own.retain(|field| scope.moves(*field));
        let mut group = Group { rules: vec![(at, *metric, *points)], levers: own };
        // A group whose figures this rule reads, or the other way round, joins.
        let mut apart = Vec::new();
        for other in all {
            let reads = |formula: Vec<FieldId>, levers: &[FieldId]| {
                formula.iter().any(|field| levers.contains(field))
            };
            let is_joined = reads(formula.fields(), &other.levers)
                || other
                    .rules
                    .iter()
                    .any(|(_, m, _)| reads(rulebook[*m].formula.fields(), &group.levers));
            if is_joined {
                group.rules.extend(other.rules);
                for lever in other.levers {
                    if !group.levers.contains(&lever) {
                        group.levers.push(lever);
                    }
                }
            } else {
                apart.push(other);
            }
        }
        apart.push(group);
        all = apart;
    }
    all.retain(|group| !group.levers.is_empty());
    all
}

/// The way on which a figure raises a metric; none where it cannot be told
/// (another figure is missing), or where it is at its end.
pub fn way(trial: &Trial, scope: Scope, metric: MetricId, field: FieldId) -> Option<Way> {
    let metric = &trial.rulebook[metric];
    if !levers(&metric.formula).contains(&field) {
        return None;
    }
    let grid = Grid::of(trial.rulebook[field].kind)?;
    let is_up =
        rises(&metric.formula, field, trial.answers())? == (metric.better == Direction::Higher);
    let (step, first, last) =
        if is_up { (1, grid.least, grid.most) } else { (-1, grid.most, grid.least) };
    let limit = scope.limits.get(&field);
    let end = match limit {
        Some(limit) if is_up => grid.below(*limit),
        Some(limit) => grid.above(*limit),
        None => last,
    };
    let now = grid.place(trial.answers().get(field));
    let from = now.map_or(first, |now| now + step);
    let length = (end - from) * step;
    let is_bounded = match trial.rulebook[field].kind {
        FieldKind::Percent => true,
        FieldKind::Count | FieldKind::Amount => !is_up,
        _ => false,
    };
    let way = Way { grid, step, from, length, is_limited: is_bounded || limit.is_some() };
    (length >= 0).then_some(way)
}

/// All that raises a group, each move with the tenths it takes.
///
/// Of several figures (the terms of a sum) one goes to where a tenth ends; the
/// others stay, or go to their bounds, those that move it most first.
pub fn raises(trial: &mut Trial, scope: Scope, group: &Group) -> Vec<Move> {
    let mut all = Vec::new();
    let before = Before::of(trial, scope.id, group);
    let ends = at_their_ends(trial, scope, group);
    for lever in &group.levers {
        let mut made: Vec<Change> = Vec::new();
        let mut others = ends.iter().filter(|change| change.field != *lever);
        loop {
            close(trial, scope, group, &before, *lever, &made, &mut all);
            let Some(next) = others.next() else { break };
            trial.set(next.field, Some(next.to.clone()));
            made.push(next.clone());
        }
        trial.unmake(&made);
    }
    all
}

/// What a group gives before anything is changed.
struct Before {
    worth: Decimal,
    lows: Vec<i64>,
}

impl Before {
    fn of(trial: &Trial, id: IndicatorId, group: &Group) -> Before {
        let score = trial.score(id);
        let lows = group.rules.iter().map(|(at, ..)| low(&score, *at)).collect();
        Before { worth: score.uncapped.low, lows }
    }

    /// The tenths that a score takes, all rules together.
    fn effort(&self, group: &Group, score: &IndicatorScore) -> u32 {
        let mut sum = 0;
        for ((at, _, weight), before) in group.rules.iter().zip(&self.lows) {
            sum += tenths(low(score, *at) - before, whole(*weight) - before);
        }
        u32::try_from(sum).unwrap_or(u32::MAX)
    }
}

/// What the rule at a position secures.
fn low(score: &IndicatorScore, at: usize) -> i64 {
    score.findings.get(at).map_or(0, |finding| whole(finding.gave.low))
}

/// The figures of a group of several, each at its bound if it has one: first
/// the one that is open, without which nothing is known, then those that move
/// their metric most.
fn at_their_ends(trial: &mut Trial, scope: Scope, group: &Group) -> Vec<Change> {
    let mut all: Vec<(Decimal, Change)> = Vec::new();
    if group.levers.len() < 2 {
        return Vec::new();
    }
    let is_open = |trial: &Trial, field: &FieldId| trial.answers().get(*field).is_none();
    let open: Vec<FieldId> = group.levers.iter().copied().filter(|f| is_open(trial, f)).collect();
    let answered = group.levers.iter().filter(|field| !open.contains(field));
    for field in open.iter().chain(answered) {
        for (_, metric, _) in &group.rules {
            let Some(way) = way(trial, scope, *metric, *field).filter(|way| way.is_limited) else {
                continue;
            };
            let definition = &trial.rulebook[*metric];
            let before = metric_value(definition, trial.answers()).known();
            let change = trial.change(*field, way.grid.answer(way.end()));
            trial.make(std::slice::from_ref(&change));
            let after = metric_value(definition, trial.answers()).known();
            let moved = match (before, after) {
                (Some(before), Some(after)) => (after - before).abs(),
                _ => Decimal::MAX,
            };
            // The open one stays, so that the others can be told.
            if change.from.is_some() {
                trial.unmake(std::slice::from_ref(&change));
            }
            let place = all.iter().position(|(other, _)| moved > *other).unwrap_or(all.len());
            all.insert(place, (moved, change));
            break;
        }
    }
    for field in open {
        trial.set(field, None);
    }
    all.into_iter().map(|(_, change)| change).collect()
}

/// The moves that end with one figure, after those already made.
fn close(
    trial: &mut Trial,
    scope: Scope,
    group: &Group,
    before: &Before,
    field: FieldId,
    made: &[Change],
    all: &mut Vec<Move>,
) {
    let was = trial.answers().get(field).cloned();
    let mut closings: Vec<(Way, i64)> = Vec::new();
    for ((at, metric, weight), low) in group.rules.iter().zip(&before.lows) {
        trial.set(field, was.clone());
        let Some(way) = way(trial, scope, *metric, field) else { continue };
        for place in marks(trial, scope.id, *at, *metric, *weight, *low, field, way) {
            if !closings.iter().any(|(_, other)| *other == place) {
                closings.push((way, place));
            }
        }
    }
    for (way, place) in closings {
        trial.set(field, Some(way.grid.answer(place)));
        let score = trial.score(scope.id);
        let gain = score.uncapped.low - before.worth;
        if gain > Decimal::ZERO {
            let mut changes = made.to_vec();
            changes.push(Change { field, from: was.clone(), to: way.grid.answer(place) });
            let closing = Some(Closing { field, from: way.from, to: place });
            all.push(Move { changes, effort: before.effort(group, &score), gain, closing });
        }
    }
    trial.set(field, was);
}

/// The places where a figure has taken 1, 2, … 10 tenths of what a rule misses:
/// the last that takes no more, and of the tenth the first that is full.
#[allow(clippy::too_many_arguments)]
fn marks(
    trial: &mut Trial,
    id: IndicatorId,
    at: usize,
    metric: MetricId,
    weight: Decimal,
    before: i64,
    field: FieldId,
    way: Way,
) -> Vec<i64> {
    let mut places = Vec::new();
    let missing = whole(weight) - before;
    if missing <= 0 {
        return places;
    }
    let mut least = 0;
    for tenth in 1..=TENTHS {
        let guess = guess(trial, metric, weight, before, tenth, field, way);
        let is_full = tenth == TENTHS;
        let found = first(least, way.length, guess, &mut |steps| {
            trial.set(field, Some(way.grid.answer(way.place(steps))));
            let low = low(&trial.score(id), at);
            if is_full { low >= before + missing } else { tenths(low - before, missing) > tenth }
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
fn guess(
    trial: &Trial,
    metric: MetricId,
    weight: Decimal,
    before: i64,
    tenth: i64,
    field: FieldId,
    way: Way,
) -> i64 {
    let inputs = trial.inputs();
    let ends = ends(&trial.rulebook[metric], inputs.references.get(metric));
    let missing = whole(weight) - before;
    let aim = Decimal::new(before + missing / TENTHS * tenth, PLACES);
    let aimed = || {
        let (lo, hi) = (ends.unacceptable.value()?, ends.satisfactory.value()?);
        let d = (aim * Decimal::ONE_HUNDRED).checked_div(weight)?.round_dp(PLACES);
        let part = (d - inputs.base).checked_div(Decimal::ONE_HUNDRED - inputs.base)?;
        lo.checked_add((hi - lo).checked_mul(part.round_dp(PLACES))?)
    };
    match aimed() {
        Some(value) if tenth < TENTHS => steps_to(trial, metric, value, field, way),
        _ => place_of_full(trial, metric, field, way),
    }
}

/// About how many steps a figure takes to full points.
pub fn place_of_full(trial: &Trial, metric: MetricId, field: FieldId, way: Way) -> i64 {
    let ends = ends(&trial.rulebook[metric], trial.inputs().references.get(metric));
    let hi = ends.satisfactory.value();
    hi.map_or(0, |hi| steps_to(trial, metric, hi, field, way))
}

/// About how many steps a figure takes until the metric has a value.
fn steps_to(trial: &Trial, metric: MetricId, value: Decimal, field: FieldId, way: Way) -> i64 {
    let formula = &trial.rulebook[metric].formula;
    let Some(figure) = figure_at(formula, field, value, trial.answers()) else { return 0 };
    let place = if way.step > 0 { way.grid.above(figure) } else { way.grid.below(figure) };
    (place - way.from) * way.step
}
