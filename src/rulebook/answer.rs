//! What a user enters: answers to fields and reference values of metrics.

use super::model::{FieldId, MetricId};
use rust_decimal::Decimal;

/// The answer to one field, of the field's type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A yes or a no.
    YesNo(bool),
    /// The position of the chosen option.
    Choice(u8),
    /// The chosen options, a bit each, the first option lowest.
    Set(u32),
    /// How many there are.
    Count(u32),
    /// A percent, amount or rate.
    Figure(Decimal),
    /// The rows of a list.
    Rows(Vec<Row>),
}

/// One row of a list field. Any cell may still be blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What the honour is called.
    pub title: String,
    /// Who received it.
    pub recipient: String,
    /// The position of the level among the field's levels.
    pub level: Option<u8>,
    /// The year in which it was given.
    pub year: Option<u16>,
}

impl Answer {
    /// The answer as a number, where it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Answer::Count(n) => Some(Decimal::from(*n)),
            Answer::Figure(x) => Some(*x),
            _ => None,
        }
    }
}

/// The answers of a form: one place a field, empty while it is unanswered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// The answer to a field, or none while it is unanswered.
    pub fn get(&self, field: FieldId) -> Option<&Answer> {
        self.0.get(field.0 as usize)?.as_ref()
    }

    /// Sets or clears an answer.
    pub fn set(&mut self, field: FieldId, answer: Option<Answer>) {
        set(&mut self.0, field.0, answer);
    }

    /// The number in a field, if it holds one.
    pub fn number(&self, field: FieldId) -> Option<Decimal> {
        self.get(field)?.number()
    }

    /// The yes or no in a field, if it holds one.
    pub fn yes(&self, field: FieldId) -> Option<bool> {
        match self.get(field)? {
            Answer::YesNo(yes) => Some(*yes),
            _ => None,
        }
    }

    /// All answered fields, in the rulebook's order.
    pub fn iter(&self) -> impl Iterator<Item = (FieldId, &Answer)> {
        pairs(&self.0).map(|(at, answer)| (FieldId(at), answer))
    }
}

/// How the two ends of a metric are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Typed in; an end that is missing keeps its default.
    Ends {
        /// The unacceptable value (不允许值), in the metric's unit.
        unacceptable: Option<Decimal>,
        /// The satisfactory value (满意值), in the metric's unit.
        satisfactory: Option<Decimal>,
    },
    /// Values of peers, whose best and worst are taken.
    Peers(Vec<Decimal>),
}

/// The reference values of a form: one place a metric, empty while none is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References(Vec<Option<Reference>>);

impl References {
    /// What the user set for a metric.
    pub fn get(&self, metric: MetricId) -> Option<&Reference> {
        self.0.get(metric.0 as usize)?.as_ref()
    }

    /// Sets or clears what the user set for a metric.
    pub fn set(&mut self, metric: MetricId, reference: Option<Reference>) {
        set(&mut self.0, metric.0, reference);
    }

    /// All set references, in the rulebook's order.
    pub fn iter(&self) -> impl Iterator<Item = (MetricId, &Reference)> {
        pairs(&self.0).map(|(at, reference)| (MetricId(at), reference))
    }
}

/// Sets a place; the list never ends in empty places, so that equal contents
/// compare equal.
fn set<T>(all: &mut Vec<Option<T>>, at: u16, value: Option<T>) {
    let at = at as usize;
    if at >= all.len() {
        if value.is_none() {
            return;
        }
        all.resize_with(at + 1, || None);
    }
    if let Some(place) = all.get_mut(at) {
        *place = value;
    }
    while matches!(all.last(), Some(None)) {
        all.pop();
    }
}

fn pairs<T>(all: &[Option<T>]) -> impl Iterator<Item = (u16, &T)> {
    all.iter().enumerate().filter_map(|(at, value)| Some((at as u16, value.as_ref()?)))
}

/// A manual adjustment (自评调整) of an indicator's score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// From 0 to the indicator's maximum.
    pub points: Decimal,
    /// Why; never blank.
    pub reason: String,
}
