//! Rows: honours of a list field, and evidence (佐证材料) of an indicator.

use super::slot::{EvidencePart, Slot, evidence_row};
use super::state::Session;
use crate::form::{Case, Edit, Evidence, Form};
use crate::rulebook::{Answer, FieldId, IndicatorId, Row};

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
