//! What can be done for an indicator, rule by rule, each with its effort.
//!
//! One unit of effort is a yes, an item of a set or list, a tier of a choice or
//! of a percentage, a counted item, or a begun tenth of what an efficacy score
//! misses.

use super::change::{Change, Placeholder, Trial};
use super::grid::Grid;
use super::raise::{Closing, groups, raises};
use super::reads::Reads;
use crate::rulebook::{Answer, Condition, FieldId, FieldKind, IndicatorId, Map, Rule};
use crate::score::{Ground, holds};
use rust_decimal::Decimal;

/// One thing that can be done.
#[derive(Clone, Debug)]
pub struct Move {
    pub changes: Vec<Change>,
    /// Units, before the indicator's own effort.
    pub effort: u32,
    /// What the indicator's rules give more, before its cap.
    pub gain: Decimal,
    /// The figure that need not go quite so far, in an efficacy score.
    pub closing: Option<Closing>,
}

/// What bounds the moves of an indicator.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    pub id: IndicatorId,
    pub reads: &'a Reads,
    /// The furthest that a figure may go.
    pub limits: &'a Map<FieldId, Decimal>,
    /// Figures that stay as they are.
    pub closed: &'a [FieldId],
    pub words: Placeholder<'a>,
}

impl Scope<'_> {
    /// Whether a plan may change a field for this indicator.
    pub fn moves(&self, field: FieldId) -> bool {
        self.reads.sole(field) == Some(self.id) && !self.closed.contains(&field)
    }

    /// Whether a figure may go to a place on its way up or down.
    pub fn allows(&self, field: FieldId, from: i64, to: i64, grid: Grid) -> bool {
        self.limits.get(&field).is_none_or(|limit| {
            to == from
                || if to > from { to <= grid.below(*limit) } else { to >= grid.above(*limit) }
        })
    }
}

/// Lists of moves. One move of each list can be made, and moves of different lists combine.
pub fn moves(trial: &mut Trial, scope: Scope) -> Vec<Vec<Move>> {
    let mut all = Vec::new();
    let rules = trial.rules(scope.id);
    for (at, rule) in rules.iter().enumerate() {
        if matches!(rule, Rule::Efficacy { .. })
            || !rule.fields().into_iter().any(|field| scope.moves(field))
        {
            continue;
        }
        let mut list = plain(trial, scope, at, rule);
        list.retain(|(changes, _)| changes.iter().all(|change| scope.moves(change.field)));
        all.push(weigh(trial, scope.id, list));
    }
    for group in groups(trial, scope) {
        all.push(raises(trial, scope, &group));
    }
    all.retain(|list| !list.is_empty());
    all
}

/// What each change gives, and only those that give something.
fn weigh(trial: &mut Trial, id: IndicatorId, list: Vec<(Vec<Change>, u32)>) -> Vec<Move> {
    let before = worth(trial, id);
    let mut all = Vec::new();
    for (changes, effort) in list {
        trial.make(&changes);
        let gain = worth(trial, id) - before;
        trial.unmake(&changes);
        if gain > Decimal::ZERO {
            all.push(Move { changes, effort, gain, closing: None });
        }
    }
    all
}

/// What an indicator's rules give, before its cap; a met task gives 1.
fn worth(trial: &Trial, id: IndicatorId) -> Decimal {
    let score = trial.score(id);
    match score.state {
        Some(_) => trial.counted(&[id]),
        None => score.uncapped.low,
    }
}

/// Changes for a rule that reads its fields itself, each with its effort.
pub fn plain(trial: &Trial, scope: Scope, at: usize, rule: &Rule) -> Vec<(Vec<Change>, u32)> {
    let rulebook = trial.rulebook;
    let mut all = Vec::new();
    match rule {
        Rule::Yes { field, .. } => {
            if trial.answers().yes(*field) != Some(true) {
                all.push((vec![trial.change(*field, Answer::YesNo(true))], 1));
            }
        }
        Rule::Choice { field, points } => {
            let now = match trial.answers().get(*field) {
                Some(Answer::Choice(chosen)) => points.get(*chosen as usize).copied(),
                _ => points.iter().min().copied(),
            };
            let now = now.unwrap_or_default();
            for (option, given) in (0u8..).zip(*points) {
                if *given > now && !points.iter().take(option as usize).any(|p| p == given) {
                    let tiers = tiers_between(points, now, *given);
                    all.push((vec![trial.change(*field, Answer::Choice(option))], tiers));
                }
            }
        }
        Rule::PerItem { field, points, at_most } => match rulebook[*field].kind {
            FieldKind::Count => {
                let full = rulebook[scope.id].points;
                let cap = at_most.map_or(full, |most| most.min(full));
                let enough = items(cap, *points);
                count_to(trial, scope, *field, 1..=enough, &mut all);
            }
            _ => all = grow(trial, *field),
        },
        Rule::Brackets { field, steps } => {
            count_to(trial, scope, *field, steps.iter().map(|step| step.from), &mut all);
        }
        Rule::MissingCosts { field, .. } => all = grow(trial, *field),
        Rule::Tiers { tiers } => {
            let reached = match trial.score(scope.id).findings.get(at).map(|f| &f.ground) {
                Some(Ground::Tiers { reached: Some(reached), .. }) => *reached,
                _ => tiers.len(),
            };
            for tier in tiers.iter().take(reached) {
                all.extend(satisfy(trial, scope, tier.when));
            }
        }
        Rule::Honours { field, points, at_most, .. } => {
            // The cheapest level that gives anything: what a county wins next.
            let useful = (0u8..).zip(*points).filter(|(_, given)| !given.is_zero()).last();
            if let Some((level, given)) = useful {
                for more in 1..=items(*at_most, *given) {
                    let rows = trial.rows(*field, level, more, scope.words);
                    all.push((vec![trial.change(*field, Answer::Rows(rows))], more));
                }
            }
        }
        Rule::Status { field } => {
            let now = match trial.answers().get(*field) {
                Some(Answer::Choice(chosen)) => *chosen,
                _ => 0,
            };
            if let Some(tiers) = 2u8.checked_sub(now).filter(|tiers| *tiers > 0) {
                all.push((vec![trial.change(*field, Answer::Choice(2))], tiers.into()));
            }
        }
        Rule::Met { when, .. } => all.extend(satisfy(trial, scope, when)),
        Rule::Efficacy { .. } => {}
    }
    all
}

/// How many items of some points fill a cap.
fn items(cap: Decimal, points: Decimal) -> u32 {
    cap.checked_div(points).and_then(|number| u32::try_from(number.ceil()).ok()).unwrap_or(0)
}

/// How many different amounts stand above `now` and not above `given`.
fn tiers_between(points: &[Decimal], now: Decimal, given: Decimal) -> u32 {
    let mut tiers = 0;
    for (at, p) in points.iter().enumerate() {
        let is_new = !points.iter().take(at).any(|earlier| earlier == p);
        tiers += u32::from(is_new && *p > now && *p <= given);
    }
    tiers
}

/// A count raised to each of some numbers, as far as its limit allows.
fn count_to(
    trial: &Trial,
    scope: Scope,
    field: FieldId,
    numbers: impl Iterator<Item = u32>,
    all: &mut Vec<(Vec<Change>, u32)>,
) {
    let now = counted(trial, field);
    let Some(grid) = Grid::of(FieldKind::Count) else { return };
    for number in numbers {
        if number > now && scope.allows(field, now.into(), number.into(), grid) {
            all.push((vec![trial.change(field, Answer::Count(number))], number - now));
        }
    }
}

/// The count in a field; an open one has counted nothing yet.
fn counted(trial: &Trial, field: FieldId) -> u32 {
    match trial.answers().get(field) {
        Some(Answer::Count(number)) => *number,
        _ => 0,
    }
}

/// A set with one missing option more each time, in their order.
fn grow(trial: &Trial, field: FieldId) -> Vec<(Vec<Change>, u32)> {
    let mut all = Vec::new();
    let mut chosen = match trial.answers().get(field) {
        Some(Answer::Set(chosen)) => *chosen,
        _ => 0,
    };
    for option in 0..trial.rulebook[field].options.len() {
        if chosen >> option & 1 == 0 {
            chosen |= 1 << option;
            let added = all.len() as u32 + 1;
            all.push((vec![trial.change(field, Answer::Set(chosen))], added));
        }
    }
    all
}

/// The changes that make conditions hold; none where they cannot, or hold already.
fn satisfy(trial: &Trial, scope: Scope, when: &[Condition]) -> Option<(Vec<Change>, u32)> {
    let mut changes = Vec::new();
    let mut effort = 0;
    for condition in when {
        if holds(condition, trial.answers()) == Some(true) {
            continue;
        }
        if condition.asks_yes() {
            changes.push(trial.change(condition.field, Answer::YesNo(true)));
            effort += 1;
            continue;
        }
        let (from, to, grid) = nearest(trial, condition)?;
        if !scope.allows(condition.field, from, to, grid) {
            return None;
        }
        changes.push(trial.change(condition.field, grid.answer(to)));
        effort += match trial.rulebook[condition.field].kind {
            FieldKind::Count => from.abs_diff(to).max(1).try_into().unwrap_or(u32::MAX),
            _ => 1,
        };
    }
    (!changes.is_empty()).then_some((changes, effort))
}

/// From where (nothing, when it is open) to where a figure has to go so that a
/// condition holds.
fn nearest(trial: &Trial, condition: &Condition) -> Option<(i64, i64, Grid)> {
    let grid = Grid::of(trial.rulebook[condition.field].kind)?;
    let now = grid.place(trial.answers().get(condition.field)).unwrap_or(0);
    let mut to = now;
    if let Some(bound) = condition.at_most {
        to = to.min(grid.below(bound));
    }
    if let Some(bound) = condition.at_least {
        to = to.max(grid.above(bound));
    }
    if let Some(bound) = condition.more_than {
        to = to.max(grid.below(bound).saturating_add(1));
    }
    (to <= grid.most).then_some((now, to, grid))
}
