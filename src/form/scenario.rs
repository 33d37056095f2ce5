//! Edits of a form's baseline, or of one of its scenarios.

use super::model::{Case, Form, Scenario};
use crate::rulebook::{Answer, FieldId, MetricId, ReadingId, Reference};
use rust_decimal::Decimal;

impl Form {
    /// The case that is scored: the baseline, or as the scenario of this name
    /// changes it.
    pub fn case_under(&self, scenario: Option<&str>) -> Case {
        match scenario.and_then(|name| self.scenario(name)) {
            Some(scenario) => self.case.under(scenario),
            None => self.case.clone(),
        }
    }

    /// Answers a field in the baseline, or in the scenario of this name alone.
    pub fn set_answer(&mut self, scenario: Option<&str>, field: FieldId, answer: Option<Answer>) {
        match self.scenarios.iter_mut().find(|s| Some(s.name.as_str()) == scenario) {
            // What is as in the baseline is no change.
            Some(scenario) if self.case.answers.get(field) == answer.as_ref() => {
                scenario.answers.remove(&field);
            }
            Some(scenario) => drop(scenario.answers.insert(field, answer)),
            None => self.case.answers.set(field, answer),
        }
    }

    /// Sets a metric's reference in the baseline, or in the scenario of this
    /// name alone.
    pub fn set_reference(
        &mut self,
        scenario: Option<&str>,
        metric: MetricId,
        reference: Option<Reference>,
    ) {
        match self.scenarios.iter_mut().find(|s| Some(s.name.as_str()) == scenario) {
            Some(scenario) if self.case.references.get(metric) == reference.as_ref() => {
                scenario.references.remove(&metric);
            }
            Some(scenario) => drop(scenario.references.insert(metric, reference)),
            None => self.case.references.set(metric, reference),
        }
    }

    /// Sets the base of the efficacy coefficient in the baseline, or in the
    /// scenario of this name alone.
    pub fn set_base(&mut self, scenario: Option<&str>, base: Decimal) {
        let usual = self.case.base(self.edition.0);
        match self.scenarios.iter_mut().find(|s| Some(s.name.as_str()) == scenario) {
            Some(scenario) => scenario.base = (base != usual).then_some(base),
            None => self.case.base = Some(base),
        }
    }

    /// Chooses an option of a reading in the baseline, or in the scenario of this
    /// name alone.
    pub fn set_reading(&mut self, scenario: Option<&str>, reading: ReadingId, option: u8) {
        match self.scenarios.iter_mut().find(|s| Some(s.name.as_str()) == scenario) {
            Some(scenario) if self.case.readings.get(reading) == option => {
                scenario.readings.remove(&reading);
            }
            Some(scenario) => drop(scenario.readings.insert(reading, option)),
            None => self.case.readings.set(reading, option),
        }
    }

    /// Makes a scenario the baseline. It is removed; the others stay as they are.
    pub fn adopt(&mut self, scenario: &str) {
        if let Some(at) = self.scenarios.iter().position(|s| s.name == scenario) {
            let scenario = self.scenarios.remove(at);
            self.case = self.case.under(&scenario);
        }
    }
}

impl Scenario {
    /// A scenario in which nothing differs from the baseline.
    pub fn named(name: String) -> Scenario {
        Scenario { name, ..Scenario::default() }
    }

    /// How many answers, references, methods and readings differ from the baseline.
    pub fn changes(&self) -> usize {
        self.answers.iter().count()
            + self.references.iter().count()
            + usize::from(self.base.is_some())
            + self.readings.len()
    }
}
