//! Putting another form in the place of the open one. Where the open one has
//! edits that could not be saved, the user is asked first.

use super::host::Host;
use super::state::Session;
use crate::form::{Event, EventKind, Form};

/// What puts another form in the place of the open one.
#[derive(Clone, Debug, PartialEq)]
pub enum Replacement {
    /// A new form of the user's own begins.
    Begin(Box<Form>),
    /// A stored form is opened, by its id, and what came in is left.
    Open(String),
    /// A stored form is opened under what came in.
    Turn(String),
    /// The form that came in becomes the user's own.
    Keep,
    /// A unit's slice is opened to be filled in.
    Slice(Box<Form>),
    /// A form is deleted, by its id.
    Delete(String),
}

impl Replacement {
    /// Whether the scoring table is shown next.
    pub fn leads_to_table(&self) -> bool {
        !matches!(self, Replacement::Turn(_) | Replacement::Delete(_))
    }
}

impl Session {
    /// Puts another form in the place of the open one; whether that was done.
    ///
    /// Nothing is done while the open form has edits that could not be saved:
    /// the replacement waits as [`Session::asked`] for [`Session::answer_asked`].
    pub fn replace(&mut self, replacement: Replacement, host: &impl Host) -> bool {
        self.flush(host);
        if self.is_open_unsaved() && self.would_lose_open(&replacement) {
            self.asked = Some(replacement);
            return false;
        }
        self.carry_out(replacement, host);
        true
    }

    /// What waits for the user to say that the open form may be lost.
    pub fn asked(&self) -> Option<&Replacement> {
        self.asked.as_ref()
    }

    /// Carries out what waits, or drops it; returns what was carried out.
    pub fn answer_asked(&mut self, go_on: bool, host: &impl Host) -> Option<Replacement> {
        let replacement = self.asked.take().filter(|_| go_on)?;
        self.carry_out(replacement.clone(), host);
        Some(replacement)
    }

    /// Opens the user's own stored form by its id and leaves what came in; whether
    /// that was done.
    pub fn open_stored(&mut self, id: &str, host: &impl Host) -> bool {
        self.replace(Replacement::Open(id.to_owned()), host)
    }

    /// Begins a new form of the user's own; whether that was done.
    pub fn begin(&mut self, form: Form, host: &impl Host) -> bool {
        self.replace(Replacement::Begin(Box::new(form)), host)
    }

    /// Keeps the form that came in as the user's own; whether that was done.
    pub fn keep(&mut self, host: &impl Host) -> bool {
        self.replace(Replacement::Keep, host)
    }

    /// Deletes a form, which can be restored; whether that was tried.
    pub fn delete(&mut self, id: &str, host: &impl Host) -> bool {
        self.replace(Replacement::Delete(id.to_owned()), host)
    }

    fn would_lose_open(&self, replacement: &Replacement) -> bool {
        match replacement {
            Replacement::Begin(_) => true,
            Replacement::Keep => self.is_read_only(),
            Replacement::Slice(form) => {
                self.begun_slice(form).is_none_or(|begun| begun.id != self.id)
            }
            Replacement::Open(id) | Replacement::Turn(id) => {
                self.id != *id && self.shelf.iter().any(|saved| saved.id == *id)
            }
            Replacement::Delete(id) => self.id == *id,
        }
    }

    fn carry_out(&mut self, replacement: Replacement, host: &impl Host) {
        match replacement {
            Replacement::Begin(mut form) => {
                let (time, detail) = (host.minute(), String::new());
                form.remember(Event { time, kind: EventKind::Created, detail });
                self.adopt(*form, host);
            }
            Replacement::Open(id) => {
                self.turn_to_stored(&id, host);
                self.leave_incoming();
            }
            Replacement::Turn(id) => self.turn_to_stored(&id, host),
            Replacement::Keep => self.adopt_received(host),
            Replacement::Slice(form) => {
                let is_open = self.begun_slice(&form).is_some_and(|begun| begun.id == self.id);
                if is_open { self.leave_incoming() } else { self.fill_slice(*form, host) }
            }
            Replacement::Delete(id) => self.remove(&id, host),
        }
    }

    fn turn_to_stored(&mut self, id: &str, host: &impl Host) {
        if self.id != id
            && let Some(saved) = self.stored(id, host)
        {
            self.open(saved, host);
        }
    }
}
