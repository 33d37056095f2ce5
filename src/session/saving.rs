//! When the open form is saved, and what other windows save.

use super::drafts::turned;
use super::host::{Clock, Host};
use super::shelf::unsaved;
use super::state::Session;
use crate::form::Form;
use crate::storage::{self, Key, Saved, Saving, StoreFault};
use crate::text::page;

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

    /// Whether an edit is not saved: it waits, or could not be. Where the store
    /// does not work and nothing was edited there is nothing to lose.
    pub fn is_unsaved(&self) -> bool {
        self.waits() && self.edits != self.kept_edits
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
            drafts: turned(&self.form, &self.drafts, self.scenario.as_deref(), None),
            form: Form::clone(&self.form),
        }
    }

    /// Saves the open form if an edit is not saved.
    pub fn flush(&mut self, host: &impl Host) {
        if self.waits() {
            self.save_now(host);
        }
    }

    /// Saves the open form.
    pub fn save_now(&mut self, host: &impl Host) {
        let mut saved = self.as_saved(host);
        match storage::save(host, &mut saved, host.millis()) {
            Ok(Saving::Done) => self.note_saved(saved, host),
            Ok(Saving::Overtaken(other)) => self.save_beside(*other, saved, host),
            Err(fault) => self.save = SaveState::Failed(fault),
        }
    }

    /// Another window saved other content under the same id: both stay, that one
    /// under a name of its own.
    fn save_beside(&mut self, other: Saved, mut saved: Saved, host: &impl Host) {
        saved.revision = other.revision;
        let name = page::other_window_name(&page::form_name(&other.name, &other.form));
        let mut copy = Saved { drafts: other.drafts, ..unsaved(name, other.form, host) };
        if storage::save(host, &mut copy, host.millis()) == Ok(Saving::Done) {
            self.tell(page::overtaken(&copy.name), true);
            self.shelve(copy);
        }
        match storage::save(host, &mut saved, host.millis()) {
            Ok(_) => self.note_saved(saved, host),
            Err(fault) => self.save = SaveState::Failed(fault),
        }
    }

    fn note_saved(&mut self, saved: Saved, host: &impl Host) {
        self.revision = saved.revision;
        self.save = SaveState::Saved(saved.saved_at);
        self.kept_edits = self.edits;
        // Which form to open next time is a convenience, not the user's work.
        let _ = storage::set_current(host, &saved.id);
        self.shelve(saved);
    }

    /// Follows what another window did to a key of the store; `text` is what
    /// stands there now.
    pub fn follow(&mut self, key: &str, text: Option<&str>, host: &impl Host) {
        let Some(Key::Form(id)) = Key::parse(key) else { return };
        let Some(text) = text else {
            if self.id != id {
                self.shelf.retain(|saved| saved.id != id);
            }
            return;
        };
        let Ok(other) = storage::read(&id, text) else { return };
        self.shelve(other.clone());
        if self.id == id && !self.is_unsaved() {
            // The revision counts even where only half-typed text or the name is
            // new: else the next edit here would pass for a conflict.
            let is_news = *self.form != other.form;
            self.open(other, host);
            if is_news {
                self.tell(page::REFRESHED, false);
            }
        }
    }
}
