//! Who reads a field under some readings, and which fields a plan may change.

use super::change::Change;
use crate::rulebook::{FieldId, IndicatorId, Readings, Rule, Rulebook};

/// Who reads each field, in one pass over the rulebook.
pub struct Reads(Vec<Readers>);

/// Who reads one field.
#[derive(Clone, Default)]
pub struct Readers {
    pub indicators: Vec<IndicatorId>,
    /// The only indicator that owns it.
    pub owner: Option<IndicatorId>,
    /// Rules that read it themselves.
    rules: u16,
    /// Metrics that read it.
    metrics: u16,
}

impl Reads {
    /// Who reads what in a rulebook under some readings.
    pub fn of(rulebook: &Rulebook, readings: &Readings) -> Reads {
        let mut reads = Reads(vec![Readers::default(); rulebook.fields.len()]);
        for id in rulebook.indicator_ids() {
            for field in rulebook[id].fields {
                reads.at(*field, &mut |readers| readers.owner = Some(id));
            }
            for rule in rulebook.rules(id, readings) {
                let is_metric = matches!(rule, Rule::Efficacy { .. });
                for field in fields(rulebook, readings, rule) {
                    reads.at(field, &mut |readers| {
                        readers.rules += u16::from(!is_metric);
                        readers.metrics += u16::from(is_metric);
                        if readers.indicators.last() != Some(&id) {
                            readers.indicators.push(id);
                        }
                    });
                }
            }
        }
        reads
    }

    /// The readers of a field.
    pub fn of_field(&self, field: FieldId) -> Option<&Readers> {
        self.0.get(field.0 as usize)
    }

    /// The only indicator that a field concerns: it owns the field, and alone reads it, by
    /// a single rule or by metrics only. None for any other field.
    pub fn sole(&self, field: FieldId) -> Option<IndicatorId> {
        let readers = self.of_field(field)?;
        let is_one = readers.rules == 0 || (readers.rules == 1 && readers.metrics == 0);
        match readers.indicators.as_slice() {
            [id] if is_one && readers.owner == Some(*id) => Some(*id),
            _ => None,
        }
    }

    /// All readers of some changes, each once.
    pub fn of_changes(&self, changes: &[Change]) -> Vec<IndicatorId> {
        let mut all: Vec<IndicatorId> = Vec::new();
        for change in changes {
            for id in self.of_field(change.field).map_or(&[][..], |r| &r.indicators) {
                if !all.contains(id) {
                    all.push(*id);
                }
            }
        }
        all
    }

    fn at(&mut self, field: FieldId, note: &mut dyn FnMut(&mut Readers)) {
        if let Some(readers) = self.0.get_mut(field.0 as usize) {
            note(readers);
        }
    }
}

/// The fields that a rule reads, by way of its metric too.
pub fn fields(rulebook: &Rulebook, readings: &Readings, rule: &Rule) -> Vec<FieldId> {
    match rule {
        Rule::Efficacy { metric, .. } => rulebook.metric_under(*metric, readings).formula.fields(),
        _ => rule.fields(),
    }
}
