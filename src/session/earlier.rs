//! An earlier year's answers, confirmed or dropped one by one or many at once.

use super::state::Session;
use crate::form::Edit;
use crate::rulebook::{Answer, FieldId};

impl Session {
    /// Answers fields as the earlier year did, where they are still to be confirmed,
    /// in one step of undo. What is half-typed there goes.
    pub fn confirm_earlier(&mut self, fields: &[FieldId]) {
        let case = self.form.case_under(self.scenario.as_deref());
        let held = |field: &FieldId| Some((*field, self.form.unconfirmed(&case, *field)?.clone()));
        let held: Vec<(FieldId, Answer)> = fields.iter().filter_map(held).collect();
        let edit = match held.as_slice() {
            [] => return,
            [(field, _)] => Edit::Field(*field),
            all => Edit::Earlier(all.len()),
        };
        if self.is_read_only() {
            return;
        }
        for (field, _) in &held {
            let slot = self.rulebook()[*field].id;
            self.keep_draft(slot, None);
        }
        let scenario = self.scenario.clone();
        self.edit_once(edit, |form| {
            for (field, answer) in held {
                form.set_answer(scenario.as_deref(), field, Some(answer));
            }
        });
    }

    /// Drops the earlier answers to fields, in one step of undo.
    pub fn drop_earlier(&mut self, fields: &[FieldId]) {
        self.edit_once(Edit::Earlier(fields.len()), |form| form.earlier.forget(fields));
    }
}
