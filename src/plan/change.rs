//! Changes of answers, tried out on a copy of a case.

use crate::form::{Case, Form};
use crate::rulebook::{Answer, Answers, FieldId, IndicatorId, Row, Rule, Rulebook};
use crate::score::{IndicatorScore, Inputs, Subtotal, fold, indicator};
use rust_decimal::Decimal;

/// One answer changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub field: FieldId,
    /// What was answered; none while it was open.
    pub from: Option<Answer>,
    pub to: Answer,
}

/// The words that stand in an honour still to be won. A number follows the
/// recipient, so that several of them are different honours.
#[derive(Clone, Copy, Debug)]
pub struct Placeholder<'a> {
    pub title: &'a str,
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
    /// Who reads what in a rulebook.
    pub fn of(rulebook: &Rulebook) -> Reads {
        let mut reads = Reads(vec![Readers::default(); rulebook.fields.len()]);
        for id in rulebook.indicator_ids() {
            for field in rulebook[id].fields {
                reads.at(*field, &mut |readers| readers.owner = Some(id));
            }
            for rule in rulebook[id].rules {
                let is_metric = matches!(rule, Rule::Efficacy { .. });
                for field in fields(rulebook, rule) {
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

    /// The indicator that a field is a matter of, and of no other: it owns the
    /// field, and either one rule reads it or nothing but metrics.
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
pub fn fields(rulebook: &Rulebook, rule: &Rule) -> Vec<FieldId> {
    match rule {
        Rule::Efficacy { metric, .. } => rulebook[*metric].formula.fields(),
        _ => rule.fields(),
    }
}
