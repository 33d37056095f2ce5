//! The stored forms: opening, beginning, naming and deleting them.

use super::drafts::turned;
use super::host::{Clock, Host};
use super::saving::SaveState;
use super::state::Session;
use super::undo::Undo;
use crate::form::{EventKind, Form};
use crate::storage::{self, Key, Opened, Saved, StoreFault};
use crate::text::page;
use std::sync::Arc;

/// A form that is not stored yet.
pub fn unsaved(name: String, form: Form, clock: &impl Clock) -> Saved {
    Saved {
        id: clock.fresh_id(),
        name,
        saved_at: clock.millis(),
        revision: 0,
        drafts: Default::default(),
        form,
    }
}

impl Session {
    /// Opens what was stored; where the store does not work the session goes on
    /// in memory. `scenario` is the one that this window edited before a reload.
    pub fn load(&mut self, stored: Result<Opened, StoreFault>, scenario: Option<&str>, host: &impl Host) {
        let opened = match stored {
            Ok(opened) => opened,
            Err(fault) => return self.save = SaveState::Failed(fault),
        };
        let is_last = |saved: &&Saved| Some(&saved.id) == opened.current.as_ref();
        let last = opened.forms.iter().find(is_last).or(opened.forms.first()).cloned();
        self.shelf = opened.forms;
        if !opened.aside.is_empty() {
            self.tell(page::unreadable(opened.aside.len()), true);
        }
        self.aside = opened.aside;
        if let Some(last) = last {
            self.open(last, host);
            self.edit_scenario(scenario);
        }
    }

    /// Opens a stored form; the present one must be saved already.
    pub fn open(&mut self, saved: Saved, host: &impl Host) {
        if saved.revision > 0 {
            // Which form to open next time is a convenience, not the user's work.
            let _ = storage::set_current(host, &saved.id);
        }
        // Another window's state of the open form leaves one in the scenario one edits.
        let same = self.id == saved.id;
        let scenario = self.scenario.take().filter(|_| same);
        let scenario = scenario.filter(|name| saved.form.scenario(name).is_some());
        self.drafts = turned(&saved.form, &saved.drafts, None, scenario.as_deref());
        self.scenario = scenario;
        self.save = match saved.revision {
            0 => SaveState::Untouched,
            _ => SaveState::Saved(saved.saved_at),
        };
        self.id = saved.id;
        self.name = saved.name;
        self.revision = saved.revision;
        self.form = Arc::new(saved.form);
        self.undo = Undo::new();
    }

    /// Opens one's own stored form by its id and leaves what came in.
    pub fn open_stored(&mut self, id: &str, host: &impl Host) {
        self.flush(host);
        if self.id != id
            && let Some(saved) = self.shelf.iter().find(|saved| saved.id == id).cloned()
        {
            self.open(saved, host);
        }
        self.leave_incoming();
    }

    /// Opens a form as a new one of the user's own, and stores it.
    pub fn adopt(&mut self, form: Form, host: &impl Host) {
        self.flush(host);
        self.open(unsaved(String::new(), form, host), host);
        self.leave_incoming();
        self.save_now(host);
    }

    /// Begins a new form of the user's own.
    pub fn begin(&mut self, mut form: Form, host: &impl Host) {
        form.remember(crate::form::Event {
            time: host.minute(),
            kind: EventKind::Created,
            detail: String::new(),
        });
        self.adopt(form, host);
    }

    /// Puts a form on the shelf, in the place of an older state of it.
    pub(super) fn shelve(&mut self, saved: Saved) {
        self.shelf.retain(|other| other.id != saved.id);
        self.shelf.insert(0, saved);
    }

    /// Removes a form from the shelf and the store; it can be restored.
    pub fn delete(&mut self, id: &str, host: &impl Host) {
        let Some(saved) = self.shelf.iter().find(|saved| saved.id == id).cloned() else { return };
        if let Err(fault) = storage::forget(host, &Key::Form(id.to_owned()).text()) {
            self.save = SaveState::Failed(fault);
        }
        self.shelf.retain(|saved| saved.id != id);
        let name = page::form_name(&saved.name, &saved.form);
        self.post(page::deleted(&name), false, Some(Box::new(saved)));
        if self.id == id {
            match (self.shelf.first().cloned(), Form::blank()) {
                (Some(next), _) => self.open(next, host),
                (None, Some(form)) => self.open(unsaved(String::new(), form, host), host),
                (None, None) => {}
            }
        }
    }

    /// Brings a deleted form back, or stores a new one beside the open one.
    pub fn restore(&mut self, mut saved: Saved, host: &impl Host) {
        if let Err(fault) = storage::save(host, &mut saved, host.millis()) {
            self.save = SaveState::Failed(fault);
        }
        self.shelve(saved);
    }

    /// Stores a copy of a stored form.
    pub fn duplicate(&mut self, id: &str, host: &impl Host) {
        if let Some(saved) = self.shelf.iter().find(|saved| saved.id == id) {
            let name = page::copy_name(&page::form_name(&saved.name, &saved.form));
            let copy = unsaved(name, saved.form.clone(), host);
            self.restore(copy, host);
        }
    }

    /// Gives a stored form a name; a blank one names it after county and year.
    pub fn rename(&mut self, id: &str, name: &str, host: &impl Host) {
        let name = name.trim().to_owned();
        if self.id == id {
            self.name = name;
            self.save_now(host);
        } else if let Some(mut saved) = self.shelf.iter().find(|saved| saved.id == id).cloned() {
            saved.name = name;
            self.restore(saved, host);
        }
    }

    /// Forgets something that could not be read.
    pub fn forget_aside(&mut self, key: &str, host: &impl Host) {
        if storage::forget(host, key).is_ok() {
            self.aside.retain(|aside| aside.key != key);
        }
    }
}
