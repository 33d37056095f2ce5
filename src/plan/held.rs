//! What holds an indicator back: points that no change of a plan can give.

use super::change::Trial;
use super::lever::levers;
use super::moves::Scope;
use super::way::way;
use crate::rulebook::{FieldId, IndicatorId, MetricId, Rule};
use crate::score::{Ground, IndicatorScore, MetricValue, contradicts};
use rust_decimal::Decimal;

/// An indicator that cannot get all of its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The indicator or task.
    pub indicator: IndicatorId,
    /// The points (or tasks) that are out of reach.
    pub lost: Decimal,
    /// Everything that is in the way, as far as it is known.
    pub reasons: Vec<Reason>,
}

/// Why points are out of reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The user marked it as fixed.
    Fixed,
    /// A manual adjustment replaces its score.
    Adjusted,
    /// A metric has no reference values that could tell.
    NoReference(MetricId),
    /// Figures beside the one that could be raised are not answered.
    Missing(MetricId, Vec<FieldId>),
    /// A figure that is divided by is 0.
    Zero(MetricId, FieldId),
    /// A metric is too large to be accepted.
    TooLarge(MetricId),
    /// The user's limit of a figure.
    Limit(FieldId, Decimal),
    /// The most (or least) that a figure can be.
    Bound(FieldId, Decimal),
    /// The user keeps the figure as it is, or it is of a year that is over.
    Closed(FieldId),
    /// Others read the figure too, so that no plan changes it.
    Shared(FieldId),
    /// The task does not apply.
    NotApplicable,
}

/// Why an indicator stays below its points, as far as rules can tell. The
/// score is that of the most that a plan can do.
pub fn reasons(trial: &Trial, scope: Scope, score: &IndicatorScore) -> Vec<Reason> {
    let mut all = Vec::new();
    let rules = trial.rules(scope.id);
    for finding in &score.findings {
        match (rules.get(finding.rule), &finding.ground) {
            (Some(Rule::Efficacy { metric, points, .. }), Ground::Efficacy(how)) => {
                if finding.gave.low >= *points {
                    continue;
                }
                let definition = trial.metric(*metric);
                let raised = levers(&definition.formula);
                match &how.value {
                    _ if how.ends.satisfactory.value().is_none()
                        || contradicts(definition, &how.ends) =>
                    {
                        all.push(Reason::NoReference(*metric));
                    }
                    MetricValue::Missing(fields) => {
                        let mut fields = fields.clone();
                        // Of several figures to raise, one may be open.
                        if fields.iter().filter(|f| raised.contains(f)).count() < 2 {
                            fields.retain(|field| !raised.contains(field));
                        }
                        if fields.is_empty() {
                            all.extend(raised.iter().map(|f| bound(trial, scope, *metric, *f)));
                        } else {
                            all.push(Reason::Missing(*metric, fields));
                        }
                    }
                    MetricValue::Zero(field) => all.push(Reason::Zero(*metric, *field)),
                    MetricValue::TooLarge => all.push(Reason::TooLarge(*metric)),
                    MetricValue::Known(_) => {
                        all.extend(raised.iter().map(|f| bound(trial, scope, *metric, *f)));
                    }
                }
            }
            (_, Ground::Task { waived: true, .. }) => all.push(Reason::NotApplicable),
            (Some(rule), _) => {
                for field in rule.fields() {
                    if scope.closed.contains(&field) {
                        all.push(Reason::Closed(field));
                    } else if let Some(limit) = scope.limits.get(&field) {
                        all.push(Reason::Limit(field, *limit));
                    } else if !scope.moves(field) {
                        all.push(Reason::Shared(field));
                    }
                }
            }
            _ => {}
        }
    }
    all
}

/// What stops a figure.
fn bound(trial: &Trial, scope: Scope, metric: MetricId, field: FieldId) -> Reason {
    if scope.closed.contains(&field) {
        return Reason::Closed(field);
    }
    if !scope.moves(field) {
        return Reason::Shared(field);
    }
    match scope.limits.get(&field) {
        Some(limit) => Reason::Limit(field, *limit),
        None => {
            let now = trial.answers().number(field).unwrap_or_default();
            let end = way(trial, scope, metric, field).map(|way| way.grid.number(way.end()));
            Reason::Bound(field, end.unwrap_or(now))
        }
    }
}
