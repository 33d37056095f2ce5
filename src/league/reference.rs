//! References from the league: the worst and the best of each metric's known
//! values. Source: scoring.md, section 7.

use super::line::ScoreSource;
use crate::rulebook::{Direction, Metric, MetricId, Readings, Rulebook};
use crate::score::metric_value;
use rust_decimal::Decimal;

/// The ends of a metric as they are taken from a league.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenEnds {
    /// The metric.
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

/// The known values of a metric, by the position of the member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownValues {
    /// The metric.
    pub metric: MetricId,
    /// The position of each member whose value is known, and the value in the metric's
    /// unit.
    pub values: Vec<(usize, Decimal)>,
}

impl KnownValues {
    /// The known values of a metric under some readings.
    pub fn of(
        rulebook: &Rulebook,
        id: MetricId,
        readings: &Readings,
        sources: &[ScoreSource],
    ) -> KnownValues {
        let metric = rulebook.metric_under(id, readings);
        let value = |(at, source): (usize, &ScoreSource)| Some((at, value(metric, source)?));
        KnownValues { metric: id, values: sources.iter().enumerate().filter_map(value).collect() }
    }

    /// Puts a member's value in the place of the one that it had; says whether
    /// it is another.
    pub fn replace(
        &mut self,
        rulebook: &Rulebook,
        readings: &Readings,
        member: usize,
        source: &ScoreSource,
    ) -> bool {
        let new = value(rulebook.metric_under(self.metric, readings), source);
        match (self.values.binary_search_by_key(&member, |(at, _)| *at), new) {
            (Ok(at), Some(new)) => {
                let Some((_, old)) = self.values.get_mut(at) else { return false };
                std::mem::replace(old, new) != new
            }
            (Ok(at), None) => {
                self.values.remove(at);
                true
            }
            (Err(at), Some(new)) => {
                self.values.insert(at, (member, new));
                true
            }
            (Err(_), None) => false,
        }
    }

    /// The ends among the values, those of `without` left out; none where fewer
    /// than two differ.
    pub fn ends(&self, rulebook: &Rulebook, without: Option<usize>) -> Option<TakenEnds> {
        let values = || self.values.iter().filter(|(at, _)| Some(*at) != without);
        let least = values().map(|(_, value)| *value).min()?;
        let most = values().map(|(_, value)| *value).max()?;
        if least == most {
            return None;
        }
        let (unacceptable, satisfactory) = match rulebook[self.metric].better {
            Direction::Higher => (least, most),
            Direction::Lower => (most, least),
        };
        let holders =
            |end: Decimal| values().filter(|(_, value)| *value == end).map(|(at, _)| *at).collect();
        let (worst, best) = (holders(unacceptable), holders(satisfactory));
        Some(TakenEnds { metric: self.metric, unacceptable, satisfactory, worst, best })
    }
}

fn value(metric: &Metric, source: &ScoreSource) -> Option<Decimal> {
    match source {
        ScoreSource::Form(_, case) => metric_value(metric, &case.answers).known(),
        ScoreSource::Points(_) => None,
    }
}

/// The known values of all metrics in use, over all members, vetoed ones too.
pub fn known(
    rulebook: &Rulebook,
    readings: &Readings,
    sources: &[ScoreSource],
) -> Vec<KnownValues> {
    let metrics = metrics_in_use(rulebook, readings).into_iter();
    metrics.map(|id| KnownValues::of(rulebook, id, readings, sources)).collect()
}

/// The ends of all metrics that have two different known values.
pub fn taken(rulebook: &Rulebook, known: &[KnownValues], without: Option<usize>) -> Vec<TakenEnds> {
    known.iter().filter_map(|one| one.ends(rulebook, without)).collect()
}
