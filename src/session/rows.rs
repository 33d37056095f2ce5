//! Rows: honours of a list field, and evidence (佐证材料) of an indicator.

use super::slot::{EvidencePart, Slot, evidence_row};
use super::state::Session;
use crate::form::typed::{self, TypedFault};
use crate::form::{Case, Edit, Evidence, Form};
use crate::rulebook::{Answer, FieldId, IndicatorId, Row};
use crate::score::is_blank;

/// The rows of a list field in a case; none while it is unanswered.
pub(super) fn list(case: &Case, field: FieldId) -> &[Row] {
    match case.answers.get(field) {
        Some(Answer::Rows(rows)) => rows,
        _ => &[],
    }
}

impl Session {
    /// The rows of a list field in the case that is edited.
    fn rows(&self, field: FieldId) -> Vec<Row> {
        list(&self.form.case_under(self.scenario.as_deref()), field).to_vec()
    }

    /// Adds blank or filled rows to a list field.
    pub fn add_rows(&mut self, field: FieldId, new: Vec<Row>) {
        let mut rows = self.rows(field);
        rows.extend(new);
        self.seal();
        self.put_rows(field, rows);
        self.seal();
    }

    /// Adds rows that were pasted, in the place of blank ones at the list's end.
    pub fn paste_rows(&mut self, field: FieldId, new: Vec<Row>) {
        let mut rows = self.rows(field);
        while let Some(last) = rows.len().checked_sub(1) {
            let year = Slot::RowYear(field, last).name(self.rulebook());
            if rows.get(last) != Some(&Row::default()) || self.draft(&year).is_some() {
                break;
            }
            rows.pop();
        }
        rows.extend(new);
        self.seal();
        self.put_rows(field, rows);
        self.seal();
    }

    /// Changes one row of a list field.
    pub fn edit_row(&mut self, field: FieldId, at: usize, change: impl FnOnce(&mut Row)) {
        let mut rows = self.rows(field);
        if let Some(row) = rows.get_mut(at) {
            change(row);
            self.put_rows(field, rows);
        }
    }

    /// Removes a row of a list field. Without any the question is open again.
    pub fn remove_row(&mut self, field: FieldId, at: usize) {
        let mut rows = self.rows(field);
        if at >= rows.len() {
            return;
        }
        rows.remove(at);
        // Half-typed years belong to positions, and these have moved.
        let names = format!("{}[", self.rulebook()[field].id);
        self.drop_drafts(|slot, _| slot.starts_with(&names));
        self.seal();
        self.put_rows(field, rows);
        self.seal();
    }

    fn put_rows(&mut self, field: FieldId, rows: Vec<Row>) {
        self.answer(field, (!rows.is_empty()).then_some(Answer::Rows(rows)));
    }

    /// How many rows of evidence an indicator has, one that is only begun included.
    pub fn evidence_rows(&self, id: IndicatorId) -> usize {
        let kept = self.shown().evidence.get(&id).map_or(0, Vec::len);
        let begun = evidence_row(self.rulebook(), id, kept);
        let waits =
            !self.is_read_only() && self.drafts.iter().any(|(slot, _)| slot.starts_with(&begun));
        kept + usize::from(waits)
    }

    /// Adds rows of evidence.
    pub fn add_evidence(&mut self, id: IndicatorId, new: Vec<Evidence>) {
        self.edit_once(Edit::Evidence(id), |form| {
            let mut rows = form.evidence.get(&id).cloned().unwrap_or_default();
            rows.extend(new);
            if !rows.is_empty() {
                form.evidence.insert(id, rows);
            }
        });
    }

    /// Ticks a row of evidence as ready, or not.
    pub fn set_ready(&mut self, id: IndicatorId, at: usize, ready: bool) {
        self.edit_once(Edit::Evidence(id), |form| {
            let mut rows = form.evidence.get(&id).cloned().unwrap_or_default();
            if let Some(row) = rows.get_mut(at) {
                row.ready = Some(ready);
                form.evidence.insert(id, rows);
            }
        });
    }

    /// Removes a row of evidence; half-typed text below moves up with its row.
    pub fn remove_evidence(&mut self, id: IndicatorId, at: usize) {
        let rows = self.evidence_rows(id);
        self.edit_once(Edit::Evidence(id), |form| drop_evidence(form, id, at));
        for row in at..rows {
            for part in EvidencePart::ALL {
                let name = |row| Slot::Evidence(id, row, part).name(self.rulebook());
                let (here, there) = (name(row), name(row + 1));
                let waiting = self.draft(&there).map(str::to_owned);
                self.keep_draft(&there, None);
                self.keep_draft(&here, waiting);
            }
        }
    }

    /// The row of evidence with a text in one of its cells; none where a row
    /// that is not there yet would stay blank.
    pub(super) fn evidence_with(
        &self,
        id: IndicatorId,
        row: usize,
        part: EvidencePart,
        text: &str,
    ) -> Result<Option<Evidence>, TypedFault> {
        let text = match part {
            EvidencePart::Date => typed::date(text)?,
            _ => Some(text.to_owned()).filter(|text| !is_blank(text)),
        };
        let rows = self.form.evidence.get(&id).map(Vec::as_slice).unwrap_or_default();
        let mut new = match rows.get(row) {
            Some(row) => row.clone(),
            None => self.begun_evidence(id, row),
        };
        set_cell(&mut new, part, text);
        let is_empty = Evidence { ready: None, ..new.clone() } == Evidence::default();
        match (rows.get(row).is_some(), is_blank(&new.title)) {
            (false, true) if is_empty => Ok(None),
            (_, true) => Err(TypedFault::Title),
            (_, false) => Ok(Some(new)),
        }
    }

    /// A row that is only begun, from what waits in its cells.
    fn begun_evidence(&self, id: IndicatorId, row: usize) -> Evidence {
        let mut new = Evidence::default();
        for part in EvidencePart::ALL {
            let waiting = self.draft(&Slot::Evidence(id, row, part).name(self.rulebook()));
            let text = match (part, waiting) {
                (EvidencePart::Date, Some(text)) => typed::date(text).ok().flatten(),
                (_, text) => text.filter(|text| !is_blank(text)).map(str::to_owned),
            };
            set_cell(&mut new, part, text);
        }
        new
    }

    /// Puts a row of evidence in its place; what waited in its cells and has
    /// entered the form is dropped.
    pub(super) fn put_evidence(&mut self, id: IndicatorId, row: usize, new: Evidence) {
        let is_new = self.form.evidence.get(&id).is_none_or(|rows| row >= rows.len());
        self.edit(Edit::Evidence(id), |form| {
            let mut rows = form.evidence.get(&id).cloned().unwrap_or_default();
            match rows.get_mut(row) {
                Some(old) => *old = new,
                None => rows.push(new),
            }
            form.evidence.insert(id, rows);
        });
        if is_new {
            let rulebook = self.rulebook();
            for part in EvidencePart::ALL {
                let name = Slot::Evidence(id, row, part).name(rulebook);
                self.drop_drafts(|slot, text| {
                    slot == name && (part != EvidencePart::Date || typed::date(text).is_ok())
                });
            }
        }
    }
}

fn drop_evidence(form: &mut Form, id: IndicatorId, at: usize) {
    let Some(rows) = form.evidence.get(&id) else { return };
    let kept = rows.iter().enumerate().filter(|(row, _)| *row != at);
    let kept: Vec<Evidence> = kept.map(|(_, row)| row.clone()).collect();
    if kept.is_empty() {
        form.evidence.remove(&id);
    } else {
        form.evidence.insert(id, kept);
    }
}

fn set_cell(row: &mut Evidence, part: EvidencePart, text: Option<String>) {
    match part {
        EvidencePart::Title => row.title = text.unwrap_or_default(),
        EvidencePart::Number => row.number = text,
        EvidencePart::Date => row.date = text,
        EvidencePart::Place => row.place = text,
    }
}
