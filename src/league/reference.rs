//! References from the league: the worst and the best of each metric's known
//! values. Source: scoring.md, section 7.

use super::line::Source;
use crate::rulebook::{Direction, Metric, MetricId, Readings, Rulebook};
use crate::score::metric_value;
use rust_decimal::Decimal;

/// The ends of a metric as they are taken from a league.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub metric: MetricId,
    /// The worst known value (不允许值).
    pub unacceptable: Decimal,
    /// The best known value (满意值).
    pub satisfactory: Decimal,
    /// The members whose value is the worst, by position.
    pub worst: Vec<usize>,
    /// The members whose value is the best.
    pub best: Vec<usize>,
}

/// The metrics that are scored under some readings, in the edition's order.
pub fn metrics_in_use(rulebook: &Rulebook, readings: &Readings) -> Vec<MetricId> {
    let of = |id| rulebook.metrics_under(id, readings);
    let mut all: Vec<MetricId> = rulebook.indicator_ids().flat_map(of).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The known values of a metric, by member.
pub fn values(metric: &Metric, sources: &[Source]) -> Vec<(usize, Decimal)> {
    let value = |(at, source): (usize, &Source)| match source {
        Source::Form(_, case) => Some((at, metric_value(metric, &case.answers).known()?)),
        Source::Points(_) => None,
    };
    sources.iter().enumerate().filter_map(value).collect()
}

/// The ends among some values; none where fewer than two differ.
pub fn ends_of(id: MetricId, better: Direction, values: &[(usize, Decimal)]) -> Option<Taken> {
    let least = values.iter().map(|(_, value)| *value).min()?;
    let most = values.iter().map(|(_, value)| *value).max()?;
    if least == most {
        return None;
    }
    let (unacceptable, satisfactory) = match better {
        Direction::Higher => (least, most),
        Direction::Lower => (most, least),
    };
    let holders = |end: Decimal| {
        values.iter().filter(|(_, value)| *value == end).map(|(at, _)| *at).collect()
    };
    let (worst, best) = (holders(unacceptable), holders(satisfactory));
    Some(Taken { metric: id, unacceptable, satisfactory, worst, best })
}

/// The ends of all metrics in use, over all members, vetoed ones too. A metric
/// with fewer than two different known values is left out.
pub fn taken(rulebook: &Rulebook, readings: &Readings, sources: &[Source]) -> Vec<Taken> {
    let of = |id: MetricId| {
        let metric = rulebook.metric_under(id, readings);
        ends_of(id, metric.better, &values(metric, sources))
    };
    metrics_in_use(rulebook, readings).into_iter().filter_map(of).collect()
}
