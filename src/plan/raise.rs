//! Moves that raise an efficacy score: the values of its figures that make up a
//! tenth more of what it misses.

use super::change::{Change, Trial};
use super::front::whole;
use super::lever::levers;
use super::marks::{Raised, low, marks};
use super::moves::{Move, Scope};
use super::way::{Way, way};
use crate::rulebook::{FieldId, Rule};
use crate::score::{IndicatorScore, metric_value};
use rust_decimal::Decimal;

/// A figure that is raised, and the places it passes on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    pub field: FieldId,
    /// The first place that is a change.
    pub from: i64,
    /// The place it goes to; below `from` where less is better.
    pub to: i64,
}

/// Efficacy rules of one indicator that share figures.
pub struct Group {
    rules: Vec<Raised>,
    /// The figures that raise them.
    levers: Vec<FieldId>,
}

impl Group {
    /// Whether a rule of the group reads one of some figures.
    fn reads(&self, trial: &Trial, figures: &[FieldId]) -> bool {
        self.rules.iter().any(|rule| {
            let read = trial.metric(rule.metric).formula.fields();
            read.iter().any(|field| figures.contains(field))
        })
    }

    /// The tenths that a score takes, all rules together.
    fn effort(&self, score: &IndicatorScore) -> u32 {
        let sum = self.rules.iter().map(|rule| rule.tenths(score)).sum::<i64>();
        u32::try_from(sum).unwrap_or(u32::MAX)
    }
}

/// The groups of an indicator's efficacy rules that something can raise.
pub fn groups(trial: &Trial, scope: Scope) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::new();
    let score = trial.score(scope.id);
    for (at, rule) in trial.rules(scope.id).iter().enumerate() {
        let Rule::Efficacy { metric, points, .. } = rule else { continue };
        let mut own = levers(&trial.metric(*metric).formula);
        own.retain(|field| scope.moves(*field));
        let raised = Raised { at, metric: *metric, weight: whole(*points), low: low(&score, at) };
        let mut group = Group { rules: vec![raised], levers: own };
        // A group whose figures this rule reads, or the other way round, joins.
        let mut apart = Vec::new();
        for other in all {
            if group.reads(trial, &other.levers) || other.reads(trial, &group.levers) {
                group.rules.extend(other.rules);
                group.levers.extend(other.levers);
            } else {
                apart.push(other);
            }
        }
        group.levers.sort_unstable();
        group.levers.dedup();
        apart.push(group);
        all = apart;
    }
    all.retain(|group| !group.levers.is_empty());
    all
}

/// All that raises a group, each move with the tenths it takes.
///
/// Of several figures (the terms of a sum) one goes to where a tenth ends; the
/// others stay, or go to their bounds, those that move it most first.
pub fn raises(trial: &mut Trial, scope: Scope, group: &Group) -> Vec<Move> {
    let mut all = Vec::new();
    let before = trial.score(scope.id).uncapped.low;
    let ends = at_their_ends(trial, scope, group);
    for lever in &group.levers {
        let mut made: Vec<Change> = Vec::new();
        let mut others = ends.iter().filter(|change| change.field != *lever);
        loop {
            close(trial, scope, group, before, *lever, &made, &mut all);
            let Some(next) = others.next() else { break };
            trial.set(next.field, Some(next.to.clone()));
            made.push(next.clone());
        }
        trial.unmake(&made);
    }
    all
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
        for rule in &group.rules {
            let Some(way) = way(trial, scope, rule.metric, *field).filter(|way| way.is_limited)
            else {
                continue;
            };
            let definition = trial.metric(rule.metric);
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

/// The moves that end with one figure, after those already made; `before` is
/// what the indicator's rules gave without any.
fn close(
    trial: &mut Trial,
    scope: Scope,
    group: &Group,
    before: Decimal,
    field: FieldId,
    made: &[Change],
    all: &mut Vec<Move>,
) {
    let was = trial.answers().get(field).cloned();
    let mut closings: Vec<(Way, i64)> = Vec::new();
    for rule in &group.rules {
        trial.set(field, was.clone());
        let Some(way) = way(trial, scope, rule.metric, field) else { continue };
        for place in marks(trial, scope.id, *rule, field, way) {
            if !closings.iter().any(|(_, other)| *other == place) {
                closings.push((way, place));
            }
        }
    }
    for (way, place) in closings {
        trial.set(field, Some(way.grid.answer(place)));
        let score = trial.score(scope.id);
        let gain = score.uncapped.low - before;
        if gain > Decimal::ZERO {
            let mut changes = made.to_vec();
            changes.push(Change { field, from: was.clone(), to: way.grid.answer(place) });
            let closing = Some(Closing { field, from: way.from, to: place });
            all.push(Move { changes, effort: group.effort(&score), gain, closing });
        }
    }
    trial.set(field, was);
}
