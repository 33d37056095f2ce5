//! What came in, taken into the user's own form: returned slices merged, items of
//! another form taken, kept as a scenario, or put in the form's place.

use super::host::Host;
use super::replacing::Replacement;
use super::slices::day_of;
use super::state::Session;
use crate::desk::dispatch;
use crate::form::{
    self, Conflict, Edit, Event, EventKind, Form, Merge, MergeProblem, Place, as_scenario,
    merge_all,
};
use crate::rulebook::Text;
use crate::storage::Saved;
use crate::text::report::FOR_ALL_UNITS;
use crate::text::{page, scenario, sharing as words};
use std::sync::Arc;

/// Slices that came back, and the user's own form that they were cut from.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnedSlices {
    /// One's own form, as it is stored or open.
    pub own: Saved,
    /// The slices, in the order in which they came.
    pub slices: Vec<Arc<Form>>,
}

impl ReturnedSlices {
    /// The slices merged into the form. Errors: as [`merge_all`].
    pub fn merge(&self) -> Result<Merge, MergeProblem> {
        let slices: Vec<&Form> = self.slices.iter().map(Arc::as_ref).collect();
        merge_all(&self.own.form, &slices)
    }

    /// The units that sent them back, as the user's own form calls them.
    pub fn units(&self) -> Vec<&str> {
        let slices = self.slices.iter().filter_map(|form| form.slice.as_ref());
        slices.map(|slice| self.own.form.unit(&slice.unit)).collect()
    }
}

impl Session {
    /// The slice that is shown with all that came back with it to the same form
    /// of the user's own; none where what is shown is no such slice.
    pub fn returned(&self) -> Option<ReturnedSlices> {
        let own = self.parent_of(&self.received()?.form)?;
        let slices = self.incoming.iter().map(|one| &one.form);
        let slices = slices.filter(|form| self.is_slice_of(form, &own.id)).cloned().collect();
        Some(ReturnedSlices { own, slices })
    }

    /// Merges the returned slices in one step of undo. `theirs` are the conflicts
    /// in which the unit's value holds; else the user's own does. Returns whether it
    /// was done. What else came in stays.
    pub fn merge(&mut self, theirs: &[Conflict], host: &impl Host) -> bool {
        let Some(returned) = self.returned() else { return false };
        let Ok(mut merge) = returned.merge() else { return false };
        let id = returned.own.id.clone();
        if !self.replace(Replacement::Turn(id.clone()), host) {
            return false;
        }
        merge.settle(theirs);
        if self.refuses(&merge.form) {
            return false;
        }
        let units = words::units(&returned.units());
        let keys = returned.slices.iter().filter_map(|form| form.slice.as_ref());
        let keys: Vec<Text> = keys.filter_map(|slice| self.rulebook().unit(&slice.unit)).collect();
        let day = day_of(&host.minute());
        let all = self.incoming.iter();
        self.incoming = all.filter(|one| !self.is_slice_of(&one.form, &id)).cloned().collect();
        self.incoming_at = 0;
        self.change_own(EventKind::Merged, &units, host, |form| {
            *form = merge.form;
            for unit in keys {
                let unit = form.units.of(form.edition.0, unit);
                // Where it was not noted, the history of what went out still counts.
                let mut sending = dispatch(form, unit, FOR_ALL_UNITS);
                sending.returned = Some(day.clone());
                form.units.note(unit, sending);
            }
        });
        self.readings.clear();
        self.tell(words::merged(&units, merge.taken.len()), false);
        true
    }

    /// Takes these items of the form that came in over into the user's own form of
    /// this id, in one step of undo. Returns whether it was done.
    pub fn take_over(&mut self, own: &str, places: &[Place], host: &impl Host) -> bool {
        let Some(theirs) = self.theirs_beside(own, host) else { return false };
        let mut after = Form::clone(&self.form);
        form::take(&mut after, &theirs, places);
        if self.refuses(&after) {
            return false;
        }
        let county = theirs.county.clone();
        self.leave_incoming();
        self.change_own(EventKind::Taken, &county, host, |form| *form = after);
        self.tell(words::taken(places.len()), false);
        true
    }

    /// Keeps the form that came in as a scenario of the user's own form, and edits it.
    /// Returns whether it was done.
    pub fn take_as_scenario(&mut self, own: &str, host: &impl Host) -> bool {
        let Some(theirs) = self.theirs_beside(own, host) else { return false };
        let name = scenario::free_name(&self.form, &page::form_name("", &theirs));
        let added = as_scenario(&self.form, &theirs, &name);
        self.leave_incoming();
        self.add_scenario(added);
        true
    }

    /// Puts the form that came in in the place of the user's own, in one step of undo.
    /// What a form remembers stays. Returns whether it was done.
    pub fn take_whole(&mut self, own: &str, host: &impl Host) -> bool {
        let Some(theirs) = self.theirs_beside(own, host) else { return false };
        let own = Form::clone(&self.form);
        let Form { snapshots, history, plan, units, earlier, .. } = own;
        let after = Form { snapshots, history, plan, units, earlier, ..Form::clone(&theirs) };
        if self.refuses(&after) {
            return false;
        }
        let county = theirs.county.clone();
        self.leave_incoming();
        self.change_own(EventKind::Received, &county, host, |form| *form = after);
        self.tell(words::REPLACED, false);
        true
    }

    /// The form that came in, once the user's own form of this id is the open one.
    pub(super) fn theirs_beside(&mut self, own: &str, host: &impl Host) -> Option<Arc<Form>> {
        let theirs = self.received()?.form.clone();
        self.replace(Replacement::Turn(own.to_owned()), host).then_some(theirs)
    }

    /// Changes the open form in one step of undo and notes it in its history.
    /// Half-typed text goes where the value itself changed.
    pub(super) fn change_own(
        &mut self,
        kind: EventKind,
        detail: &str,
        host: &impl Host,
        change: impl FnOnce(&mut Form),
    ) {
        let event = Event { time: host.minute(), kind, detail: detail.to_owned() };
        // One's own form is changed only while it is shown; the other forms that came in
        // are shown again afterwards.
        let rest = std::mem::take(&mut self.incoming);
        let before = self.form.clone();
        self.turn_to(None);
        self.edit_once(Edit::Merge, |form| {
            change(form);
            form.remember(event);
        });
        let after = self.form.clone();
        self.drop_drafts_of_changes(&before, &after);
        self.incoming = rest;
    }

    fn is_slice_of(&self, form: &Form, own: &str) -> bool {
        self.parent_of(form).is_some_and(|parent| parent.id == own)
    }
}
