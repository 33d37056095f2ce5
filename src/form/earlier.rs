//! An earlier year's answers, held beside the form until each is confirmed.
//!
//! They are no answers: a field that only has one is unanswered, for the score as
//! for everything else. Once a field is answered its held answer no longer counts.

use super::limits::YEAR;
use super::model::{Case, Form};
use crate::rulebook::{Answer, Answers, FieldId, IndicatorId, Rulebook};

/// An earlier year's answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The year of the form that they are from.
    pub year: Option<u16>,
    /// The answers held. They do not score.
    pub answers: Answers,
}

impl Earlier {
    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.answers == Answers::default()
    }

    /// How many answers are held.
    pub fn len(&self) -> usize {
        self.answers.iter().count()
    }

    /// Forgets the answers to these fields.
    pub fn forget(&mut self, fields: &[FieldId]) {
        for field in fields {
            self.answers.set(*field, None);
        }
        if self.is_empty() {
            self.year = None;
        }
    }
}

impl Form {
    /// The form of the next year: county, method, readings and what units are
    /// called are the same, and facts that repeat are held to be confirmed.
    pub fn next_year(&self) -> Form {
        let mut next = Form::new(self.edition.0);
        next.county = self.county.clone();
        next.set_year(Some(self.year().saturating_add(1).min(*YEAR.end())));
        next.case.base = self.case.base;
        next.case.readings = self.case.readings.clone();
        next.units = self.units.public(true);
        for field in next.edition.field_ids() {
            let from = same_fact(next.edition.0, field, self.edition.0);
            if let Some(answer) = from.and_then(|from| self.case.answers.get(from)) {
                next.earlier.year = Some(self.year());
                next.earlier.answers.set(field, Some(answer.clone()));
            }
        }
        next
    }

    /// The earlier answer of a field that is still to be confirmed; none once the case
    /// answers the field.
    pub fn unconfirmed(&self, case: &Case, field: FieldId) -> Option<&Answer> {
        let is_open = case.answers.get(field).is_none();
        self.earlier.answers.get(field).filter(|_| is_open)
    }
}

/// The field of the earlier form that asked for the same fact. Labels name the year that
/// they ask about, so equal labels ask for the same fact.
fn same_fact(now: &Rulebook, field: FieldId, before: &Rulebook) -> Option<FieldId> {
    let owner: Option<IndicatorId> = now.owner(field);
    let (kind, label) = (now[field].kind, now[field].label);
    let is_same = |other: &FieldId| {
        before[*other].label == label
            && before[*other].kind == kind
            && before.owner(*other) == owner
    };
    // A label without a year may occur twice in one indicator, so the same field is tried
    // first.
    if is_same(&field) { Some(field) } else { before.field_ids().find(is_same) }
}
