//! Single steps: for every indicator the smallest changes that give something.

use super::change::{Change, Placeholder, Trial};
use super::grid::first;
use super::lever::levers;
use super::moves::{Scope, plain};
use super::way::{Way, place_of_full, way};
use crate::form::{Case, Form, Scenario};
use crate::rulebook::{Answer, FieldId, IndicatorId, Map, MetricId, Rule};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A change, or several that only count together, and what they give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The indicator whose points the step is about.
    pub indicator: IndicatorId,
    /// The changes; they count together only.
    pub changes: Vec<Change>,
    /// What the total secures more, or how many tasks more are met.
    pub gain: Decimal,
    /// Units of effort (see `plan/moves.rs`), before the indicator's own; 0
    /// where a single step of an efficacy score was not weighed.
    pub effort: u32,
    /// How far the step goes.
    pub aim: Aim,
}

impl Step {
    /// Writes the step into a scenario, over what stands there.
    pub fn write(&self, scenario: &mut Scenario) {
        for change in &self.changes {
            scenario.answers.insert(change.field, Some(change.to.clone()));
        }
    }
}

/// What a step aims at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The next change that gives anything.
    Next,
    /// One unit more of a figure of an efficacy score: one thing, one percent, one 万元.
    Unit,
    /// The figure of full points for a metric, or as far as the figure can go.
    Full(MetricId),
    /// A part of a plan.
    Plan,
}

/// All single steps of a case, the one that gives most first.
pub fn steps(form: &Form, case: &Case, words: Placeholder) -> Vec<Step> {
    steps_among(form, case, form.edition.indicator_ids(), words)
}

/// The single steps of one indicator, the one that gives most first.
pub fn steps_of(form: &Form, case: &Case, id: IndicatorId, words: Placeholder) -> Vec<Step> {
    steps_among(form, case, std::iter::once(id), words)
}

fn steps_among(
    form: &Form,
    case: &Case,
    ids: impl Iterator<Item = IndicatorId>,
    words: Placeholder,
) -> Vec<Step> {
    let mut trial = Trial::new(form, case);
    let reads = trial.reads();
    let limits = Map::new();
    let mut all = Vec::new();
    for id in ids {
        let scope = Scope { id, reads: &reads, limits: &limits, closed: &[], words };
        for (at, rule) in trial.rules(id).iter().enumerate() {
            let found = match rule {
                Rule::Efficacy { metric, .. } => raised(&mut trial, scope, at, *metric),
                Rule::Honours { field, points, .. } => (0u8..)
                    .zip(*points)
                    .map(|(level, _)| {
                        let rows = trial.rows(*field, level, 1, words);
                        let change = trial.change(*field, Answer::Rows(rows));
                        (vec![change], 1, Aim::Next)
                    })
                    .collect(),
                _ => next(&mut trial, scope, at, rule),
            };
            for (changes, effort, aim) in found {
                add(&mut trial, scope, changes, effort, aim, &mut all);
            }
        }
    }
    all.sort_by_key(|step| Reverse(step.gain));
    all
}

type Found = Vec<(Vec<Change>, u32, Aim)>;

/// Adds a step if it gives something and is not there yet.
fn add(
    trial: &mut Trial,
    scope: Scope,
    changes: Vec<Change>,
    effort: u32,
    aim: Aim,
    all: &mut Vec<Step>,
) {
    let gain = gain(trial, scope, &changes);
    let is_new = || !all.iter().any(|step| step.changes == changes);
    if gain > Decimal::ZERO && is_new() {
        all.push(Step { indicator: scope.id, changes, gain: gain.normalize(), effort, aim });
    }
}

/// What changes give to all that read them.
fn gain(trial: &mut Trial, scope: Scope, changes: &[Change]) -> Decimal {
    trial.gain(changes, &scope.reads.of_changes(changes))
}

/// Whether an indicator owns all fields that change.
fn owns(scope: Scope, changes: &[Change]) -> bool {
    changes.iter().all(|change| owner(scope, change.field) == Some(scope.id))
}

fn owner(scope: Scope, field: FieldId) -> Option<IndicatorId> {
    scope.reads.of_field(field)?.owner
}

/// The least change of a rule that reads its own fields.
fn next(trial: &mut Trial, scope: Scope, at: usize, rule: &Rule) -> Found {
    let mut least: Option<(Vec<Change>, u32)> = None;
    for (changes, effort) in plain(trial, scope, at, rule) {
        let is_less = least.as_ref().is_none_or(|(_, other)| effort < *other);
        if is_less && owns(scope, &changes) && gain(trial, scope, &changes) > Decimal::ZERO {
            least = Some((changes, effort));
        }
    }
    least.into_iter().map(|(changes, effort)| (changes, effort, Aim::Next)).collect()
}

/// One unit more of each figure that raises a metric, and the figure of full points.
fn raised(trial: &mut Trial, scope: Scope, at: usize, metric: MetricId) -> Found {
    let mut found = Vec::new();
    for field in levers(&trial.metric(metric).formula) {
        if owner(scope, field) != Some(scope.id) {
            continue;
        }
        let Some(way) = way(trial, scope, metric, field) else { continue };
        let change = trial.change(field, way.grid.answer(way.end()));
        let Some(full) = full(trial, scope, at, metric, &change, way) else { continue };
        let mut to = |steps: i64, aim: Aim| {
            let to = way.grid.answer(way.place(steps));
            found.push((vec![Change { to, ..change.clone() }], 0, aim));
        };
        if change.from.is_some() {
            let unit = (way.grid.above(Decimal::ONE) - 1).min(full);
            let mut gives = |steps: i64| {
                let to = way.grid.answer(way.place(steps));
                gain(trial, scope, &[Change { to, ..change.clone() }]) > Decimal::ZERO
            };
            if gives(unit) {
                to(unit, Aim::Unit);
            } else if let Some(next) = first(unit, full, unit, &mut gives) {
                to(next, Aim::Next);
            }
        }
        to(full, Aim::Full(metric));
    }
    found
}

/// After how many steps a figure gives full points, or all that it can.
fn full(
    trial: &mut Trial,
    scope: Scope,
    at: usize,
    metric: MetricId,
    change: &Change,
    way: Way,
) -> Option<i64> {
    let guess = place_of_full(trial, metric, change.field, way);
    let weight = match trial.rules(scope.id).get(at)? {
        Rule::Efficacy { points, .. } => *points,
        _ => return None,
    };
    let found = first(0, way.length, guess, &mut |steps| {
        trial.set(change.field, Some(way.grid.answer(way.place(steps))));
        let score = trial.score(scope.id);
        score.findings.get(at).is_some_and(|finding| finding.gave.low >= weight)
    });
    trial.set(change.field, change.from.clone());
    Some(found.unwrap_or(way.length))
}
