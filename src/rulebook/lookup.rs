//! Finding parts of a rulebook: by position, by name, and by what reads what.

use super::day::Day;
use super::model::*;
use std::ops::Index;

impl Rulebook {
    /// All positions of indicators, in order.
    pub fn indicator_ids(&self) -> impl Iterator<Item = IndicatorId> + use<> {
        (0..self.indicators.len() as u16).map(IndicatorId)
    }

    /// All positions of fields, in order.
    pub fn field_ids(&self) -> impl Iterator<Item = FieldId> + use<> {
        (0..self.fields.len() as u16).map(FieldId)
    }

    /// All positions of metrics, in order.
    pub fn metric_ids(&self) -> impl Iterator<Item = MetricId> + use<> {
        (0..self.metrics.len() as u16).map(MetricId)
    }

    /// All positions of targets, in order.
    pub fn target_ids(&self) -> impl Iterator<Item = TargetId> + use<> {
        (0..self.targets.len() as u16).map(TargetId)
    }

    /// A date of the rulebook, moved by whole years to another year than its own;
    /// none for an empty text. 29 February becomes the 28th in a common year.
    pub fn moved(&self, date: &str, year: u16) -> Option<Day> {
        Day::parse(date)?.moved(i32::from(year) - i32::from(self.year))
    }

    /// The field of this name.
    pub fn field(&self, id: &str) -> Option<FieldId> {
        self.fields.iter().position(|f| f.id == id).map(|at| FieldId(at as u16))
    }

    /// The metric of this name.
    pub fn metric(&self, id: &str) -> Option<MetricId> {
        self.metrics.iter().position(|m| m.id == id).map(|at| MetricId(at as u16))
    }

    /// The indicator of this number.
    pub fn indicator(&self, id: &str) -> Option<IndicatorId> {
        self.indicators.iter().position(|i| i.id == id).map(|at| IndicatorId(at as u16))
    }

    /// The target of this name.
    pub fn target(&self, id: &str) -> Option<TargetId> {
        self.targets.iter().position(|t| t.id == id).map(|at| TargetId(at as u16))
    }

    /// Indicators whose points depend on a field, under any readings.
    pub fn readers(&self, field: FieldId) -> Vec<IndicatorId> {
        let forms = |metric: &Metric| metric.formula.fields().contains(&field);
        self.indicator_ids()
            .filter(|id| {
                let Indicator { rules, metrics, variants, .. } = &self[*id];
                let mut rules = rules.iter().chain(variants.iter().flat_map(|v| v.rules));
                rules.any(|rule| rule.fields().contains(&field))
                    || metrics.iter().any(|metric| forms(&self[*metric]))
                    || variants.iter().flat_map(|v| v.metrics).any(|(_, metric)| forms(metric))
            })
            .collect()
    }

    /// The indicator that owns a field, or none for a shared figure.
    pub fn owner(&self, field: FieldId) -> Option<IndicatorId> {
        self.indicator_ids().find(|id| self[*id].fields.contains(&field))
    }

    /// Shared figures: fields that no indicator owns.
    pub fn shared(&self) -> Vec<FieldId> {
        self.field_ids().filter(|f| self.owner(*f).is_none()).collect()
    }
}

impl Index<FieldId> for Rulebook {
    type Output = Field;
    fn index(&self, id: FieldId) -> &Field {
        &self.fields[id.0 as usize]
    }
}

impl Index<MetricId> for Rulebook {
    type Output = Metric;
    fn index(&self, id: MetricId) -> &Metric {
        &self.metrics[id.0 as usize]
    }
}

impl Index<IndicatorId> for Rulebook {
    type Output = Indicator;
    fn index(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.0 as usize]
    }
}

impl Index<TargetId> for Rulebook {
    type Output = Target;
    fn index(&self, id: TargetId) -> &Target {
        &self.targets[id.0 as usize]
    }
}
