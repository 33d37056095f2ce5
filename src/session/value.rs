//! The values in force, as text boxes show them.

use super::slot::{EvidencePart, ReferencePart, Slot};
use super::state::Session;
use crate::form::{Evidence, Form};
use crate::rulebook::{Answer, Reference};
use rust_decimal::Decimal;

impl Session {
    /// The value in force, as a box shows it; empty where there is none.
    pub fn value_in(&self, slot: Slot) -> String {
        let form: &Form = self.shown();
        let scenario = self.scenario();
        match slot {
            Slot::Field(id) => {
                let answer = match scenario.and_then(|name| form.scenario(name)?.answers.get(&id)) {
                    Some(answer) => answer.as_ref(),
                    None => form.case.answers.get(id),
                };
                answer.and_then(Answer::number).map(plain).unwrap_or_default()
            }
            Slot::Reference(id, end) => {
                let reference =
                    match scenario.and_then(|name| form.scenario(name)?.references.get(&id)) {
                        Some(reference) => reference.as_ref(),
                        None => form.case.references.get(id),
                    };
                written_end(reference, end)
            }
            Slot::Year => form.year.map(|year| year.to_string()).unwrap_or_default(),
            Slot::Veto => form.veto.join("\n"),
            Slot::AdjustedPoints(id) => {
                form.adjustments.get(&id).map(|one| plain(one.points)).unwrap_or_default()
            }
            Slot::AdjustedReason(id) => {
                form.adjustments.get(&id).map(|one| one.reason.clone()).unwrap_or_default()
            }
            Slot::Evidence(id, row, part) => {
                let row = form.evidence.get(&id).and_then(|rows| rows.get(row));
                row.and_then(|row| cell(row, part)).unwrap_or_default()
            }
            Slot::RowYear(id, row) => {
                let case = form.case_under(scenario);
                let year = super::rows::list(&case, id).get(row).and_then(|row| row.year);
                year.map(|year| year.to_string()).unwrap_or_default()
            }
            Slot::Target(id) => form.targets.get(&id).copied().map(plain).unwrap_or_default(),
        }
    }
}

fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

fn written_end(reference: Option<&Reference>, end: ReferencePart) -> String {
    match (reference, end) {
        (Some(Reference::Ends { unacceptable, .. }), ReferencePart::Unacceptable) => {
            unacceptable.map(plain).unwrap_or_default()
        }
        (Some(Reference::Ends { satisfactory, .. }), ReferencePart::Satisfactory) => {
            satisfactory.map(plain).unwrap_or_default()
        }
        (Some(Reference::Peers(values)), ReferencePart::Peers) => {
            values.iter().copied().map(plain).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

fn cell(row: &Evidence, part: EvidencePart) -> Option<String> {
    match part {
        EvidencePart::Title => Some(row.title.clone()),
        EvidencePart::Number => row.number.clone(),
        EvidencePart::Date => row.date.clone(),
        EvidencePart::Place => row.place.clone(),
    }
}
