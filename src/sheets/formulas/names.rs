//! The names of cells (名称), by which formulas read like sentences: 「项14_2」 is the
//! second entry of indicator 14.

use crate::rulebook::{FieldId, IndicatorId, MetricId, Rulebook};
use crate::text::formulas as words;

/// The names of a rulebook's cells.
pub struct Names<'a> {
    rulebook: &'a Rulebook,
    /// How each indicator is called in names: its number, where all are different.
    numbers: Vec<String>,
}

impl<'a> Names<'a> {
    pub fn new(rulebook: &'a Rulebook) -> Names<'a> {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
        let number = |id: &str| id.chars().map(plain).collect::<String>();
        let mut numbers: Vec<String> = rulebook.indicators.iter().map(|i| number(i.id)).collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if sorted.len() < numbers.len() {
            numbers = (1..=rulebook.indicators.len()).map(|at| at.to_string()).collect();
        }
        Names { rulebook, numbers }
    }

    /// A cell of an indicator.
    fn of(&self, beginning: &str, id: IndicatorId) -> String {
        let number = self.numbers.get(usize::from(id.0)).map_or("", String::as_str);
        [beginning, number].concat()
    }

    /// The entry of a field; of a set, the cells of all its options.
    pub fn entry(&self, field: FieldId) -> String {
        let place = |fields: &[FieldId]| {
            let at = fields.iter().position(|one| *one == field).unwrap_or_default();
            (at + 1).to_string()
        };
        match self.rulebook.owner(field) {
            Some(owner) => {
                let at = place(self.rulebook[owner].fields);
                [&self.of(words::ENTRY_NAME, owner), "_", &at].concat()
            }
            None => [words::SHARED_NAME, &place(&self.rulebook.shared())].concat(),
        }
    }

    /// The cell of a set's option.
    pub fn option(&self, field: FieldId, at: usize) -> String {
        format!("{}_{}", self.entry(field), at + 1)
    }

    /// What stands behind the beginning in the names of a metric's cells.
    pub fn suffix(&self, metric: MetricId) -> String {
        let owned = self.rulebook.indicator_ids().find_map(|id| {
            let at = self.rulebook[id].metrics.iter().position(|one| *one == metric)?;
            Some((id, at))
        });
        match owned {
            Some((id, at)) => format!("{}_{}", self.of("", id), at + 1),
            // A checked rulebook has no metric without an indicator.
            None => format!("_{}", metric.0),
        }
    }

    /// A cell of a metric.
    fn metric(&self, beginning: &str, metric: MetricId) -> String {
        [beginning, &self.suffix(metric)].concat()
    }

    pub fn value(&self, metric: MetricId) -> String {
        self.metric(words::VALUE_NAME, metric)
    }

    pub fn unacceptable(&self, metric: MetricId) -> String {
        self.metric(words::UNACCEPTABLE_NAME, metric)
    }

    pub fn satisfactory(&self, metric: MetricId) -> String {
        self.metric(words::SATISFACTORY_NAME, metric)
    }

    pub fn coefficient(&self, metric: MetricId) -> String {
        self.metric(words::COEFFICIENT_NAME, metric)
    }

    /// What a rule of an indicator gives.
    pub fn step(&self, id: IndicatorId, rule: usize) -> String {
        format!("{}_{}", self.of(words::STEP_NAME, id), rule + 1)
    }

    /// The titles in the rows of honours that a rule of an indicator reads.
    pub fn titles(&self, id: IndicatorId, rule: usize) -> String {
        format!("{}_{}", self.of(words::TITLES_NAME, id), rule + 1)
    }

    /// The points of these rows.
    pub fn row_points(&self, id: IndicatorId, rule: usize) -> String {
        format!("{}_{}", self.of(words::ROW_POINTS_NAME, id), rule + 1)
    }

    /// The points of a group, and of a dimension, by its place.
    pub fn group(&self, at: usize) -> String {
        format!("{}{}", words::GROUP_NAME, at + 1)
    }

    pub fn dimension(&self, at: usize) -> String {
        format!("{}{}", words::DIMENSION_NAME, at + 1)
    }

    /// The points of an indicator.
    pub fn score(&self, id: IndicatorId) -> String {
        self.of(words::SCORE_NAME, id)
    }

    /// The adjusted points of an indicator.
    pub fn adjusted(&self, id: IndicatorId) -> String {
        self.of(words::ADJUSTED_NAME, id)
    }
}
