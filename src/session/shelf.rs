//! The stored forms: opening, beginning, naming and deleting them.

use super::drafts::turned;
use super::host::{Clock, Host};
use super::saving::SaveState;
use super::state::Session;
use super::undo::Undo;
use super::windows::Known;
use crate::form::Form;
use crate::storage::{self, Key, Opened, Saved, Saving, StoreFault};
use crate::text::{page, scenario as words};
use std::sync::Arc;

/// A form that is not stored yet.
pub fn unsaved(name: String, form: Form, clock: &impl Clock) -> Saved {
    Saved {
        id: clock.fresh_id(),
        name,
        saved_at: clock.millis(),
        revision: 0,
        lineage: Default::default(),
        drafts: Default::default(),
        form,
    }
}

impl Session {
    /// Opens what was stored; where the store does not work the session goes on
    /// in memory. `scenario` is the one that this window edited before a reload.
    pub fn load(
        &mut self,
        stored: Result<Opened, StoreFault>,
        scenario: Option<&str>,
        host: &impl Host,
    ) {
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
            // The scenario may have been deleted elsewhere while this window was closed.
            if let Some(gone) = scenario.filter(|_| self.scenario.is_none()) {
                self.tell(words::not_there(gone), true);
            }
        }
    }

    /// Opens a stored form; the present one must be saved already.
    pub fn open(&mut self, saved: Saved, host: &impl Host) {
        if saved.revision > 0 {
            // Which form to open next time is a convenience, not the user's work.
            let _ = storage::set_current(host, &saved.id);
        }
        self.scenario = None;
        self.drafts = turned(&saved.form, &saved.drafts, None, None);
        self.known = Known::of(&saved);
        self.save = match saved.revision {
            0 => SaveState::Untouched,
            _ => SaveState::Saved(saved.saved_at),
        };
        self.id = saved.id;
        self.name = saved.name;
        self.revision = saved.revision;
        self.form = Arc::new(saved.form);
        self.undo = Undo::new();
        self.kept_edits = self.edits;
    }

    /// Opens a form as a new one of the user's own, and stores it.
    pub(super) fn adopt(&mut self, form: Form, host: &impl Host) {
        self.open(unsaved(String::new(), form, host), host);
        self.leave_incoming();
        self.save_now(host);
    }

    /// All forms as the shelf shows them: the open one as it is now, and on the
    /// shelf even where it could not be saved.
    pub fn listed(&self, clock: &impl Clock) -> Vec<Saved> {
        let mut all = self.shelf.clone();
        let open = self.as_saved(clock);
        match all.iter_mut().find(|saved| saved.id == self.id) {
            Some(saved) => *saved = Saved { saved_at: saved.saved_at, ..open },
            None if self.is_unsaved() => all.insert(0, open),
            None => {}
        }
        all
    }

    /// A form of the shelf as it is stored now: another window may have saved it.
    pub(super) fn stored(&self, id: &str, host: &impl Host) -> Option<Saved> {
        let on_shelf = self.shelf.iter().find(|saved| saved.id == id)?;
        Some(storage::load(host, id).ok().flatten().unwrap_or_else(|| on_shelf.clone()))
    }

    /// Puts a form on the shelf, in the place of an older state of it.
    pub(super) fn shelve(&mut self, saved: Saved) {
        self.shelf.retain(|other| other.id != saved.id);
        self.shelf.insert(0, saved);
    }

    /// Removes a form from the shelf and the store; it can be restored.
    pub(super) fn remove(&mut self, id: &str, host: &impl Host) {
        // Another window may have stored a state that this one was not told of.
        if self.id != id && matches!(storage::load(host, id), Ok(Some(_))) {
            self.follow_closed(id, None, host);
        }
        let listed = || self.listed(host).into_iter().find(|saved| saved.id == id);
        let stored = self.stored(id, host).filter(|_| self.id != id);
        let Some(saved) = stored.or_else(listed) else { return };
        let name = page::form_name(&saved.name, &saved.form);
        if storage::forget(host, &Key::Form(id.to_owned()).text()).is_err() && saved.revision > 0 {
            return self.tell(page::not_deleted(&name), true);
        }
        self.note_own(&saved);
        self.shelf.retain(|saved| saved.id != id);
        self.post(page::deleted(&name), false, Some(Box::new(saved)));
        if self.id != id {
            // Where the store was full there may be room now.
            return self.flush(host);
        }
        match (self.shelf.first().cloned(), Form::blank()) {
            (Some(next), _) => self.open(next, host),
            (None, Some(form)) => self.open(unsaved(String::new(), form, host), host),
            (None, None) => {}
        }
    }

    /// Brings a deleted form back, by the notice that offers it. The notice stays
    /// where the form could not be stored.
    pub fn restore(&mut self, notice: u32, host: &impl Host) -> bool {
        let found = self.notices.iter().find(|one| one.id == notice);
        let Some((text, saved)) =
            found.and_then(|one| Some((one.text.clone(), one.restore.clone()?)))
        else {
            return false;
        };
        let restored = self.store_beside(Saved::clone(&saved), host);
        self.dismiss(notice);
        if !restored {
            // An urgent one does not go away by itself.
            self.post(text, true, Some(saved));
        }
        restored
    }

    /// Stores a form beside the open one; whether it was. Where it was not, the
    /// user is told, and nothing is shown as stored.
    fn store_beside(&mut self, mut saved: Saved, host: &impl Host) -> bool {
        match storage::save(host, &mut saved, host.millis()) {
            Ok(Saving::Done) => {
                self.note_own(&saved);
                self.shelve(saved);
                true
            }
            Ok(Saving::Overtaken(other)) => {
                // Another window stored it again: this one is kept beside that.
                self.shelve(*other);
                let name = page::copy_name(&page::form_name(&saved.name, &saved.form));
                let copy = Saved { drafts: saved.drafts, ..unsaved(name, saved.form, host) };
                self.tell(page::stored_beside(&copy.name), true);
                self.store_beside(copy, host)
            }
            Err(fault) => {
                let name = page::form_name(&saved.name, &saved.form);
                self.tell(page::not_stored(&name, fault), true);
                false
            }
        }
    }

    /// Stores a copy of a form of the shelf, as it is now.
    pub fn duplicate(&mut self, id: &str, host: &impl Host) -> bool {
        let listed = || self.listed(host).into_iter().find(|saved| saved.id == id);
        let stored = self.stored(id, host).filter(|_| self.id != id);
        stored.or_else(listed).is_some_and(|saved| {
            let name = page::copy_name(&page::form_name(&saved.name, &saved.form));
            self.store_beside(
                Saved { drafts: saved.drafts, ..unsaved(name, saved.form, host) },
                host,
            )
        })
    }

    /// Gives a stored form a name; a blank one names it after county and year.
    pub fn rename(&mut self, id: &str, name: &str, host: &impl Host) {
        let name = name.trim().to_owned();
        if self.id == id {
            self.name = name;
            self.touch();
            self.save_now(host);
        } else if let Some(mut saved) = self.stored(id, host) {
            saved.name = name;
            self.store_beside(saved, host);
        }
    }

    /// Forgets something that could not be read.
    pub fn forget_aside(&mut self, key: &str, host: &impl Host) {
        if storage::forget(host, key).is_ok() {
            self.aside.retain(|aside| aside.key != key);
        }
    }
}
