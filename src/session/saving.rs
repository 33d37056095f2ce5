//! When the open form is saved.

use super::drafts::turned;
use super::host::{Clock, Host};
use super::state::Session;
use crate::form::Form;
use crate::storage::{self, Saved, Saving, StoreFault};

/// Whether the open form is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was edited yet.
    Untouched,
    /// Saved at this moment, in milliseconds since 1970.
    Saved(u64),
    /// An edit waits to be saved.
    Pending,
    /// The last edit could not be saved.
    Failed(StoreFault),
    /// Another window deleted it; the next edit stores it again.
    Deleted,
}

impl Session {
    /// Milliseconds that an edit waits for the next one before it is saved.
    pub const PAUSE: u64 = 150;

    /// Notes that something of the open form changed and is to be saved.
    pub(super) fn touch(&mut self) {
        self.edits += 1;
        if !matches!(self.save, SaveState::Failed(_)) {
            self.save = SaveState::Pending;
        }
    }

    /// Whether something would be lost if the window closed: an edit that waits or
    /// could not be saved, or what another window saved and there was no room for.
    /// Where the store does not work and nothing was edited there is nothing to lose.
    pub fn is_unsaved(&self) -> bool {
        self.is_open_unsaved() || !self.held.is_empty()
    }

    /// Whether an edit of the open form is not saved.
    pub(super) fn is_open_unsaved(&self) -> bool {
        match self.save {
            SaveState::Deleted => self.known.wrote,
            _ => self.waits() && self.edits != self.kept_edits,
        }
    }

    fn waits(&self) -> bool {
        matches!(self.save, SaveState::Pending | SaveState::Failed(_))
    }

    /// Whether the open form stands in the store as it is here.
    pub fn is_saved(&self) -> bool {
        matches!(self.save, SaveState::Saved(_))
    }

    /// The open form as it would be saved now.
    pub fn as_saved(&self, host: &impl Clock) -> Saved {
        Saved {
            id: self.id.clone(),
            name: self.name.clone(),
            saved_at: host.millis(),
            revision: self.revision,
            lineage: self.known.lineage.clone(),
            drafts: turned(&self.form, &self.drafts, self.scenario.as_deref(), None),
            form: Form::clone(&self.form),
        }
    }

    /// Saves the open form if an edit is not saved, and looks for what other
    /// windows saved of it.
    pub fn flush(&mut self, host: &impl Host) {
        if !self.waits() {
            self.check(host);
        }
        if self.waits() {
            self.save_now(host);
        } else if !self.held.is_empty() {
            self.keep_held(host);
        }
    }

    /// Saves the open form. What another window saved meanwhile is taken in first,
    /// and is never overwritten while it is kept nowhere else.
    pub fn save_now(&mut self, host: &impl Host) {
        // Taking in what stands there makes room for one more try.
        for _ in 0..2 {
            if !self.keep_held(host) {
                return;
            }
            let mut saved = self.as_saved(host);
            match storage::save(host, &mut saved, host.millis()) {
                Ok(Saving::Done) => return self.note_saved(saved, host),
                Ok(Saving::Overtaken(other)) => {
                    self.take_in(*other, host);
                    if self.is_saved() {
                        return;
                    }
                }
                Err(fault) => return self.note_failed(saved, fault),
            }
        }
    }

    fn note_saved(&mut self, saved: Saved, host: &impl Host) {
        self.revision = saved.revision;
        self.save = SaveState::Saved(saved.saved_at);
        self.kept_edits = self.edits;
        self.note_written(&saved);
        // Which form to open next time is a convenience, not the user's work.
        let _ = storage::set_current(host, &saved.id);
        self.shelve(saved);
    }

    fn note_failed(&mut self, saved: Saved, fault: StoreFault) {
        self.save = SaveState::Failed(fault);
        if fault == StoreFault::Lost {
            // The write may have succeeded nevertheless.
            self.note_written(&saved);
        }
    }

    fn note_written(&mut self, saved: &Saved) {
        self.known.lineage = saved.lineage.clone();
        self.known.remember(saved);
        self.known.wrote = true;
        self.note_own(saved);
    }

    /// Notes what this window stored or deleted last of a form.
    pub(super) fn note_own(&mut self, saved: &Saved) {
        self.written.insert(saved.id.clone(), saved.lineage.clone());
    }
}
