//! The breakpoints of a field: between two of them every rule rises or falls with
//! the field and does not turn (it is monotone).

use super::change::Trial;
use super::grid::{Grid, first};
use super::lever::figure_at;
use crate::rulebook::{Condition, FieldId, IndicatorId, MetricId, Rule};
use crate::score::{LARGEST, MetricValue, metric_value};
use rust_decimal::Decimal;

/// The places where stretches of a figure begin: the first place, and wherever
/// a rule of a reader jumps or turns.
pub fn cuts(trial: &mut Trial, field: FieldId, grid: Grid, readers: &[IndicatorId]) -> Vec<i64> {
    let mut cuts = vec![grid.least];
    let rules: Vec<&Rule> = readers.iter().flat_map(|id| trial.rules(*id)).collect();
    for rule in rules {
        match rule {
            Rule::Tiers { tiers } => {
                tiers.iter().for_each(|tier| bends(field, grid, tier.when, &mut cuts));
            }
            Rule::Met { when, .. } => bends(field, grid, when, &mut cuts),
            Rule::Efficacy { metric, .. } => turns(trial, field, grid, *metric, &mut cuts),
            // All others rise with a count.
            _ => {}
        }
    }
    cuts.retain(|cut| grid.least <= *cut && *cut <= grid.most);
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// Where conditions on the field begin or cease to hold.
fn bends(field: FieldId, grid: Grid, when: &[Condition], cuts: &mut Vec<i64>) {
    for condition in when.iter().filter(|condition| condition.field == field) {
        cuts.extend(condition.at_least.map(|bound| grid.above(bound)));
        for bound in [condition.more_than, condition.at_most].into_iter().flatten() {
            cuts.push(grid.below(bound) + 1);
        }
    }
}

/// Where a metric changes direction: at 0, which may be a divisor, and where it becomes
/// known or unknown (beyond [`LARGEST`]).
fn turns(trial: &mut Trial, field: FieldId, grid: Grid, metric: MetricId, cuts: &mut Vec<i64>) {
    let definition = trial.metric(metric);
    if !definition.formula.fields().contains(&field) {
        return;
    }
    let mut own = vec![grid.least, 0, 1];
    for value in [-LARGEST, Decimal::ZERO, LARGEST] {
        let at = figure_at(&definition.formula, field, value, trial.answers());
        own.extend(at.map(|figure| grid.below(figure)));
    }
    own.retain(|cut| grid.least <= *cut && *cut <= grid.most);
    own.sort_unstable();
    let mut is_known = |place: i64| {
        trial.set(field, Some(grid.answer(place)));
        matches!(metric_value(definition, trial.answers()), MetricValue::Known(_))
    };
    for (at, from) in own.iter().enumerate() {
        let to = own.get(at + 1).map_or(grid.most, |next| next - 1);
        let start = is_known(*from);
        if *from < to && is_known(to) != start {
            cuts.extend(first(*from, to, *from, &mut |place| is_known(place) != start));
        }
    }
    cuts.extend(own);
}
