//! Changes of answers, tried out on a copy of a case.

use super::reads::Reads;
use crate::form::{Case, Form};
use crate::rulebook::{
    Answer, Answers, FieldId, IndicatorId, List, Metric, MetricId, Row, Rule, Rulebook,
};
use crate::score::{IndicatorScore, Inputs, Subtotal, fold, indicator};
use rust_decimal::Decimal;

/// One answer changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field that is answered anew.
    pub field: FieldId,
    /// What was answered; none while it was open.
    pub from: Option<Answer>,
    /// The new answer.
    pub to: Answer,
}

/// The words that stand in an honour still to be won. A number follows the
/// recipient, so that several of them are different honours.
#[derive(Clone, Copy, Debug)]
pub struct Placeholder<'a> {
    /// The title of the honour.
    pub title: &'a str,
    /// The recipient, before the number.
    pub recipient: &'a str,
}

/// A case on which changes are tried out.
pub struct Trial<'a> {
    pub form: &'a Form,
    pub rulebook: &'static Rulebook,
    case: Case,
}

impl<'a> Trial<'a> {
    /// A trial that starts at a case.
    pub fn new(form: &'a Form, case: &Case) -> Trial<'a> {
        Trial { form, rulebook: form.edition.0, case: case.clone() }
    }

    /// The answers as they are now.
    pub fn answers(&self) -> &Answers {
        &self.case.answers
    }

    /// What is scored now.
    pub fn inputs(&self) -> Inputs<'_> {
        self.form.inputs(&self.case)
    }

    /// The rules of an indicator in force under the case's readings.
    pub fn rules(&self, id: IndicatorId) -> List<Rule> {
        self.rulebook.rules(id, &self.case.readings)
    }

    /// A metric as the case's readings form it.
    pub fn metric(&self, id: MetricId) -> &'static Metric {
        self.rulebook.metric_under(id, &self.case.readings)
    }

    /// The decimals to which each indicator is rounded, if the readings say so.
    pub fn places(&self) -> Option<u32> {
        self.rulebook.places(&self.case.readings)
    }

    /// Who reads what under the case's readings.
    pub fn reads(&self) -> Reads {
        Reads::of(self.rulebook, &self.case.readings)
    }

    /// Sets or clears one answer.
    pub fn set(&mut self, field: FieldId, answer: Option<Answer>) {
        self.case.answers.set(field, answer);
    }

    /// The change that gives a field this answer.
    pub fn change(&self, field: FieldId, to: Answer) -> Change {
        Change { field, from: self.case.answers.get(field).cloned(), to }
    }

    /// Makes changes.
    pub fn make(&mut self, changes: &[Change]) {
        for change in changes {
            self.set(change.field, Some(change.to.clone()));
        }
    }

    /// Takes changes back.
    pub fn unmake(&mut self, changes: &[Change]) {
        for change in changes {
            self.set(change.field, change.from.clone());
        }
    }

    /// Scores one indicator.
    pub fn score(&self, id: IndicatorId) -> IndicatorScore {
        indicator(self.rulebook, id, &self.inputs())
    }

    /// What indicators count together: points secured, or tasks met.
    pub fn counted(&self, ids: &[IndicatorId]) -> Decimal {
        ids.iter().map(|id| Subtotal::from(&self.score(*id)).counted(self.rulebook.kind)).sum()
    }

    /// What changes add to the total, by scoring all their readers again.
    pub fn gain(&mut self, changes: &[Change], readers: &[IndicatorId]) -> Decimal {
        let before = self.counted(readers);
        self.make(changes);
        let after = self.counted(readers);
        self.unmake(changes);
        after - before
    }

    /// The rows of a list with so many more of a level, each scored in this
    /// form's year.
    pub fn rows(&self, field: FieldId, level: u8, more: u32, words: Placeholder) -> Vec<Row> {
        let mut rows = match self.case.answers.get(field) {
            Some(Answer::Rows(rows)) => rows.clone(),
            _ => Vec::new(),
        };
        let mut number = 0u32;
        for _ in 0..more {
            let recipient = loop {
                number += 1;
                let mut recipient = String::from(words.recipient);
                recipient.push_str(&number.to_string());
                let is_taken = |row: &Row| {
                    fold(&row.recipient) == fold(&recipient)
                        && fold(&row.title) == fold(words.title)
                };
                if !rows.iter().any(is_taken) {
                    break recipient;
                }
            };
            rows.push(Row {
                title: words.title.into(),
                recipient,
                level: Some(level),
                year: Some(self.form.year().saturating_sub(1)),
            });
        }
        rows
    }
}
