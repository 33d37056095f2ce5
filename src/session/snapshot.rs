//! Snapshots of the open form, and the settings of its plan.

use super::incoming::Incoming;
use super::state::Session;
use crate::form::{Edit, Event, EventKind, PlanSettings};
use crate::score::is_blank;
use crate::text::scenario as words;
use rust_decimal::Decimal;
use std::sync::Arc;

impl Session {
    /// Keeps what the open form says now under a name that is not blank.
    pub fn take_snapshot(&mut self, name: &str, minute: &str) {
        let name = name.trim();
        if is_blank(name) || self.is_read_only() {
            return;
        }
        let (time, detail) = (minute.to_owned(), name.to_owned());
        let event = Event { time, kind: EventKind::Kept, detail };
        self.edit_once(Edit::Snapshot, |form| {
            form.take_snapshot(name, minute);
            form.remember(event);
        });
        self.tell(words::taken(name), false);
    }

    /// Shows a snapshot of the shown form, to be read alone.
    pub fn show_snapshot(&mut self, at: usize) {
        let shown = self.shown().clone();
        let Some(snapshot) = shown.snapshots.get(at) else { return };
        let file = Some(words::snapshot(&snapshot.name, &snapshot.taken));
        let form = Arc::new(shown.at(snapshot));
        self.incoming = vec![Incoming { file, date: None, link: None, form }];
        self.incoming_at = 0;
    }

    /// Deletes a snapshot of the open form.
    pub fn delete_snapshot(&mut self, at: usize) {
        self.edit_once(Edit::Snapshot, |form| {
            if at < form.snapshots.len() {
                form.snapshots.remove(at);
            }
        });
    }

    /// Changes what a plan is asked for, in a step of undo of its own.
    pub fn set_plan(&mut self, change: impl FnOnce(&mut PlanSettings)) {
        self.edit_once(Edit::Plan, |form| change(&mut form.plan));
    }

    /// Sets the target of the plan, which is typed letter by letter.
    pub fn set_plan_target(&mut self, target: Option<Decimal>) {
        self.edit(Edit::Plan, |form| form.plan.target = target);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;
    use crate::rulebook::IndicatorId;

    fn session() -> Session {
        Session::new(Form::blank().unwrap(), "own".into())
    }

    #[test]
    fn snapshots_are_taken_shown_and_deleted() {
        let mut session = session();
        session.take_snapshot("  ", "2022-07-20T09:30");
        assert!(session.form().snapshots.is_empty(), "a name is needed");
        session.set_county("甲".into());
        session.take_snapshot(" 申报稿 ", "2022-07-20T09:30");
        session.set_county("乙".into());
        session.show_snapshot(0);
        assert!(session.is_read_only());
        assert_eq!(session.shown().county, "甲");
        session.delete_snapshot(0);
        session.leave_incoming();
        assert_eq!(session.form().snapshots.len(), 1, "what is only read deletes nothing");
        session.delete_snapshot(0);
        assert!(session.form().snapshots.is_empty());
        session.step(true);
        assert_eq!(session.form().snapshots.len(), 1);
    }

    #[test]
    fn settings_of_the_plan_are_saved_and_undone() {
        let mut session = session();
        let edits = session.edits();
        session.set_plan(|plan| plan.fix(IndicatorId(3), true));
        assert!(session.edits() > edits);
        session.step(true);
        assert!(session.form().plan.is_empty());
    }
}
