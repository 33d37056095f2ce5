//! How one figure moves to raise a metric: from where, up or down, how far.

use super::change::Trial;
use super::grid::Grid;
use super::lever::{figure_at, levers, rises};
use super::moves::Scope;
use crate::rulebook::{Direction, FieldId, FieldKind, MetricId};
use crate::score::ends;
use rust_decimal::Decimal;

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

/// The way on which a figure raises a metric; none where it cannot be told
/// (another figure is missing), or where it is at its end.
pub fn way(trial: &Trial, scope: Scope, metric: MetricId, field: FieldId) -> Option<Way> {
    let metric = trial.metric(metric);
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

/// About how many steps a figure takes to full points.
pub fn place_of_full(trial: &Trial, metric: MetricId, field: FieldId, way: Way) -> i64 {
    let ends = ends(trial.metric(metric), trial.inputs().references.get(metric));
    let hi = ends.satisfactory.value();
    hi.map_or(0, |hi| steps_to(trial, metric, hi, field, way))
}

/// About how many steps a figure takes until the metric has a value.
pub fn steps_to(trial: &Trial, metric: MetricId, value: Decimal, field: FieldId, way: Way) -> i64 {
    let formula = &trial.metric(metric).formula;
    let Some(figure) = figure_at(formula, field, value, trial.answers()) else { return 0 };
    let place = if way.step > 0 { way.grid.above(figure) } else { way.grid.below(figure) };
    (place - way.from) * way.step
}
