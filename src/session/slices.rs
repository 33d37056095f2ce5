//! Parts of the open form that go out to units (部门填报).

use super::host::Host;
use super::state::Session;
use crate::desk::dispatch;
use crate::form::{self, Edit, EventKind, Form, Sending, Slice, UnitPart, Units};
use crate::rulebook::{IndicatorId, Text};
use crate::text::report::FOR_ALL_UNITS;
use std::sync::Arc;

impl Session {
    /// Cuts the slice of a unit out of the open form and notes that it went out.
    ///
    /// The form is saved at once: its id must be found again when the slice comes back.
    pub fn send_slice(&mut self, unit: &str, indicators: &[IndicatorId], host: &impl Host) -> Form {
        let minute = host.minute();
        let part = form::slice(&self.form, unit, indicators, &minute, &self.id);
        self.note_sent(&[unit], self.form.unit(unit).to_owned(), &minute);
        self.flush(host);
        part
    }

    /// Notes that the parts of units went out; `detail` is what the history says.
    /// No step of undo takes it back.
    pub fn note_sent(&mut self, units: &[&str], detail: String, minute: &str) {
        self.record(EventKind::Sliced, &detail, minute);
        let units = units.iter().filter_map(|unit| self.rulebook().unit(unit));
        let units: Vec<Text> = units.collect();
        let sent = Sending { sent: Some(day_of(minute)), returned: None };
        let note = |form: &mut Form| {
            for unit in &units {
                form.units.note(unit, sent.clone());
            }
        };
        self.undo.each(&note);
        note(Arc::make_mut(&mut self.form));
    }

    /// Changes what is set of units, in a step of undo of its own.
    pub fn set_units(&mut self, change: impl FnOnce(&mut Units)) {
        self.edit_once(Edit::Units, |form| change(&mut form.units));
    }

    /// Writes a typed text of what is set of units. Where it is no such text nothing
    /// changes, and false comes back.
    pub fn write_unit(&mut self, part: UnitPart, unit: Text, typed: &str) -> bool {
        let mut units = self.form.units.clone();
        if matches!(part, UnitPart::Sent | UnitPart::Returned) {
            // What is only in the history is noted with what is written beside it.
            units.note(unit, dispatch(&self.form, unit, FOR_ALL_UNITS));
        }
        let is_text = units.write(self.rulebook(), part, unit, typed);
        if is_text {
            self.set_units(|old| *old = units);
        }
        is_text
    }

    /// Whether a part that went out no longer says what the open form says.
    pub fn is_stale(&self, part: &Form) -> bool {
        part.slice.as_ref().is_some_and(|slice| {
            let Slice { unit, indicators, sent, parent, .. } = slice;
            form::slice(&self.form, unit, indicators, sent, parent) != *part
        })
    }
}

/// The day of a minute.
pub(super) fn day_of(minute: &str) -> String {
    minute.split('T').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Clock, SaveState};
    use crate::storage::{Key, Store, StoreFault};
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    /// A clock that stands still, and a store in memory.
    #[derive(Default)]
    struct Still(RefCell<BTreeMap<String, String>>);

    impl Clock for Still {
        fn millis(&self) -> u64 {
            1
        }

        fn minute(&self) -> String {
            "2022-07-01T09:30".to_owned()
        }

        fn fresh_id(&self) -> String {
            "fresh".to_owned()
        }
    }

    impl Store for Still {
        fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
            Ok(self.0.borrow().get(key).cloned())
        }

        fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
            self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
            Ok(())
        }

        fn remove(&self, key: &str) -> Result<(), StoreFault> {
            self.0.borrow_mut().remove(key);
            Ok(())
        }

        fn keys(&self) -> Result<Vec<String>, StoreFault> {
            Ok(self.0.borrow().keys().cloned().collect())
        }
    }

    fn session() -> Session {
        Session::new(Form::blank().unwrap(), "own".to_owned())
    }

    #[test]
    fn what_goes_out_is_noted_and_the_form_is_saved() {
        let (host, mut session) = (Still::default(), session());
        let part = session.send_slice("区统计局", &[IndicatorId(2)], &host);
        let slice = part.slice.unwrap();
        assert_eq!((slice.unit.as_str(), slice.parent.as_str()), ("区统计局", "own"));
        assert_eq!(slice.indicators, [IndicatorId(2)]);
        let sent = Sending { sent: Some("2022-07-01".to_owned()), returned: None };
        assert_eq!(dispatch(session.form(), "区统计局", ""), sent);
        assert_eq!(session.save_state(), SaveState::Saved(1));
        assert!(host.get(&Key::Form("own".into()).text()).unwrap().is_some());
        assert_eq!(session.undoable(), None, "no step of undo takes it back");
    }

    #[test]
    fn a_part_is_stale_once_what_is_in_it_changes() {
        let (host, mut session) = (Still::default(), session());
        let part = session.send_slice("甲局", &[IndicatorId(2)], &host);
        assert!(!session.is_stale(&part));
        session.set_note(IndicatorId(0), "别的单位的".to_owned());
        assert!(!session.is_stale(&part), "what others are asked is not in it");
        session.set_note(IndicatorId(2), "见文件".to_owned());
        assert!(session.is_stale(&part));
    }
}
