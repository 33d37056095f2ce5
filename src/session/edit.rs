//! Edits: every change of the form goes through here, so that each can be
//! undone and is saved.

use super::drafts::name_of;
use super::state::Session;
use crate::form::typed::TypedFault;
use crate::form::{self, Edit, Form, UndoStep};
use crate::rulebook::{Answer, FieldId, IndicatorId, MetricId, ReadingId, Reference};
use crate::score::{Asked, is_blank};
use rust_decimal::Decimal;
use std::sync::Arc;

impl Session {
    /// Changes the form. Nothing happens when nothing changes, or while a form
    /// that came in is shown: the user's own form does not change unseen.
    pub fn edit(&mut self, edit: Edit, change: impl FnOnce(&mut Form)) {
        self.change(edit, false, change);
    }

    /// Changes the form in a step of undo of its own.
    pub fn edit_once(&mut self, edit: Edit, change: impl FnOnce(&mut Form)) {
        self.change(edit, true, change);
    }

    fn change(&mut self, edit: Edit, alone: bool, change: impl FnOnce(&mut Form)) {
        if self.is_read_only() {
            return;
        }
        let before = self.form.clone();
        let mut after = Form::clone(&before);
        change(&mut after);
        if after != *before && !self.refuses(&after) {
            self.undo.note(before, edit, alone);
            self.put(Arc::new(after));
        }
    }

    /// Puts a form in the place of the open one.
    pub(super) fn put(&mut self, form: Arc<Form>) {
        let kept = self.scenario.as_deref().is_none_or(|name| form.scenario(name).is_some());
        self.form = form;
        if !kept {
            self.turn_to(None);
        }
        self.touch();
    }

    /// Answers a field in the baseline or in the scenario that is edited.
    pub fn answer(&mut self, field: FieldId, answer: Option<Answer>) {
        let scenario = self.scenario.clone();
        self.edit(Edit::Field(field), |form| form.set_answer(scenario.as_deref(), field, answer));
    }

    /// Answers a field in a step of undo of its own.
    pub fn answer_once(&mut self, field: FieldId, answer: Option<Answer>) {
        let scenario = self.scenario.clone();
        self.edit_once(Edit::Field(field), |form| {
            form.set_answer(scenario.as_deref(), field, answer);
        });
    }

    /// Sets a metric's reference in the baseline or in the scenario that is edited.
    pub fn refer(&mut self, metric: MetricId, reference: Option<Reference>) {
        let scenario = self.scenario.clone();
        self.edit(Edit::Reference(metric), |form| {
            form.set_reference(scenario.as_deref(), metric, reference);
        });
    }

    /// Sets the base of the efficacy coefficient.
    pub fn set_base(&mut self, base: Decimal) {
        let scenario = self.scenario.clone();
        self.edit_once(Edit::Base, |form| form.set_base(scenario.as_deref(), base));
    }

    /// Chooses how the document is read, in the baseline or in the scenario that
    /// is edited. An option that the reading does not have changes nothing.
    pub fn set_reading(&mut self, reading: ReadingId, option: u8) {
        if usize::from(option) >= self.rulebook()[reading].options.len() {
            return;
        }
        let scenario = self.scenario.clone();
        self.edit_once(Edit::Reading(reading), |form| {
            form.set_reading(scenario.as_deref(), reading, option);
        });
    }

    /// Chooses an option of what the document leaves open, by its position. One
    /// that there is not changes nothing.
    pub fn choose_reading(&mut self, asked: Asked, option: usize) {
        match asked {
            Asked::Base => {
                if let Some(base) = self.rulebook().bases.get(option) {
                    self.set_base(*base);
                }
            }
            Asked::Reading(id) => {
                if let Ok(option) = u8::try_from(option) {
                    self.set_reading(id, option);
                }
            }
        }
    }

    /// Names the county. A text too long is refused, and told.
    pub fn set_county(&mut self, county: String) {
        if self.tells_room(&self.form.county.clone(), &county) {
            self.edit(Edit::County, |form| form.county = county);
        }
    }

    /// Writes the note of an indicator; a blank one is none. A text too long is
    /// refused, and told.
    pub fn set_note(&mut self, id: IndicatorId, text: String) {
        let before = self.form.notes.get(&id).cloned().unwrap_or_default();
        if !self.tells_room(&before, &text) {
            return;
        }
        self.edit(Edit::Note(id), |form| {
            if is_blank(&text) {
                form.notes.remove(&id);
            } else {
                form.notes.insert(id, text);
            }
        });
    }

    /// Whether the form has room for a text in the place of another; tells the user
    /// where it has none.
    pub(super) fn tells_room(&mut self, before: &str, after: &str) -> bool {
        let has_room = self.has_room(before, after).is_ok();
        let said = crate::text::no_room();
        if has_room {
            self.withdraw(&said);
        } else {
            self.tell(said, true);
        }
        has_room
    }

    /// Whether the form has room for a text in the place of another. Errors:
    /// [`TypedFault::TooLong`] only.
    pub(super) fn has_room(&self, before: &str, after: &str) -> Result<(), TypedFault> {
        /// Bytes of growth from which the whole form is measured. Less is found
        /// when it is saved, a moment later.
        const MUCH: usize = 4096;
        let is_much = after.len().saturating_sub(before.len()) > MUCH;
        let file_bytes = if is_much { form::write(&self.form).len() } else { 0 };
        if form::has_room(file_bytes, before, after) {
            return Ok(());
        }
        Err(TypedFault::TooLong(after.chars().count()))
    }

    /// Lifts the adjustment of an indicator.
    pub fn unadjust(&mut self, id: IndicatorId) {
        self.edit_once(Edit::Adjustment(id), |form| drop(form.adjustments.remove(&id)));
    }

    /// Counts a field one up or down; from nothing, to one or to none.
    pub fn step_count(&mut self, field: FieldId, up: bool) {
        let case = self.form.case_under(self.scenario.as_deref());
        let next = match (case.answers.get(field), up) {
            (Some(Answer::Count(n)), true) => {
                n.saturating_add(1).min(*crate::form::limits::COUNT.end())
            }
            (Some(Answer::Count(n)), false) => n.saturating_sub(1),
            (_, up) => u32::from(up),
        };
        let slot = self.rulebook()[field].id;
        self.keep_draft(slot, None);
        self.answer(field, Some(Answer::Count(next)));
    }

    /// Sets the state of several tasks in one step of undo.
    pub fn answer_all(&mut self, answers: Vec<(FieldId, Option<Answer>)>) {
        let scenario = self.scenario.clone();
        self.edit_once(Edit::States(answers.len()), |form| {
            for (field, answer) in answers {
                form.set_answer(scenario.as_deref(), field, answer);
            }
        });
    }

    /// The next edit is a step of undo of its own.
    pub fn seal(&mut self) {
        self.undo.seal();
    }

    /// Takes the last step back, or does it again; returns what it was.
    pub fn step(&mut self, back: bool) -> Option<UndoStep> {
        if self.is_read_only() {
            return None;
        }
        let present = self.form.clone();
        if self.undo.next(back).cloned().is_some_and(|other| self.refuses(&other)) {
            return None;
        }
        let moved =
            if back { self.undo.undo(present.clone()) } else { self.undo.redo(present.clone()) };
        let (other, edit) = moved?;
        self.typing = None;
        self.drop_drafts_of_changes(&present, &other);
        // Where the step only renames the edited scenario, that one stays edited.
        if let Some(name) = self.scenario.clone()
            && present.scenarios.len() == other.scenarios.len()
            && let Some(at) = present.scenarios.iter().position(|s| s.name == name)
            && let Some(renamed) = other.scenarios.get(at)
        {
            self.scenario = Some(renamed.name.clone());
        }
        self.put(other);
        Some(UndoStep { edit, back })
    }

    /// Half-typed text stands for a value that is not there yet: where a step
    /// changes the value itself, the text goes.
    pub(super) fn drop_drafts_of_changes(&mut self, present: &Form, other: &Form) {
        let rulebook = present.edition.0;
        self.drop_drafts(|slot, _| {
            let name = name_of(slot);
            let answer = rulebook.field(name).is_some_and(|field| {
                present.case.answers.get(field) != other.case.answers.get(field)
            });
            let reference = rulebook.metric(name).is_some_and(|metric| {
                present.case.references.get(metric) != other.case.references.get(metric)
            });
            answer || reference || (name == "year" && present.year != other.year)
        });
    }
}
