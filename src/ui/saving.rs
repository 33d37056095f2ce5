//! Saving as one types, and noticing what other windows save.

use super::dom::{listen, react};
use super::edit::turned;
use super::platform::{self, Pause};
use super::session::{SaveState, Session};
use crate::form::Form;
use crate::storage::{self, Key, Opened, Saved, Saving, StoreFault, browser::Browser};
use crate::text::page;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;

/// Milliseconds that an edit waits for the next before it is saved.
const PAUSE: i32 = 150;

impl Session {
    /// The open form as it would be saved now.
    pub fn as_saved(self) -> Saved {
        let (form, now) = (self.form.get_untracked(), self.scenario.get_untracked());
        let drafts = self.drafts.with_untracked(|d| turned(&form, d, now.as_deref(), None));
        Saved {
            id: self.id.get_untracked(),
            name: self.name.get_untracked(),
            saved_at: platform::now(),
            revision: self.revision.get_untracked(),
            drafts,
            form,
        }
    }

    /// Saves the open form if an edit waits.
    pub fn flush(self) {
        if matches!(self.save.get_untracked(), SaveState::Pending | SaveState::Failed(_)) {
            self.flush_always();
        }
    }

    /// Saves the open form.
    pub fn flush_always(self) {
        let mut saved = self.as_saved();
        match storage::save(&Browser, &mut saved, platform::now()) {
            Ok(Saving::Done) => self.note_saved(saved),
            Ok(Saving::Overtaken(mut other)) => {
                // Both stay: the other window's content under a name of its own.
                saved.revision = other.revision;
                let name = page::form_name(&other.name, &other.form);
                other.name = page::other_window_name(&name);
                other.id = platform::fresh_id();
                other.revision = 0;
                if storage::save(&Browser, &mut other, platform::now()) == Ok(Saving::Done) {
                    self.tell(page::overtaken(&other.name), true);
                    self.shelve(*other);
                }
                match storage::save(&Browser, &mut saved, platform::now()) {
                    Ok(_) => self.note_saved(saved),
                    Err(fault) => self.save.set(SaveState::Failed(fault)),
                }
            }
            Err(fault) => self.save.set(SaveState::Failed(fault)),
        }
    }

    fn note_saved(self, saved: Saved) {
        self.revision.set(saved.revision);
        self.save.set(SaveState::Saved(saved.saved_at));
        // Which form to open next time is a convenience, not the user's work.
        let _ = storage::set_current(&Browser, &saved.id);
        self.shelve(saved);
    }

    /// Puts a form on the shelf, in the place of an older state of it.
    pub fn shelve(self, saved: Saved) {
        self.shelf.update(|shelf| {
            shelf.retain(|other| other.id != saved.id);
            shelf.insert(0, saved);
        });
    }

    /// Removes a form from the shelf and the storage; it can be restored.
    pub fn delete(self, id: &str) {
        let found = self.shelf.with_untracked(|s| s.iter().find(|f| f.id == id).cloned());
        let Some(saved) = found else { return };
        if let Err(fault) = storage::forget(&Browser, &Key::Form(id.to_owned()).text()) {
            self.save.set(SaveState::Failed(fault));
        }
        self.shelf.update(|shelf| shelf.retain(|f| f.id != id));
        let name = page::form_name(&saved.name, &saved.form);
        self.post(page::deleted(&name), false, Some(Box::new(saved)));
        if self.id.get_untracked() == id {
            match self.shelf.with_untracked(|s| s.first().cloned()) {
                Some(next) => self.open(next),
                None => {
                    if let Some(form) = Form::blank() {
                        self.open(super::edit::unsaved(String::new(), form));
                    }
                }
            }
        }
    }

    /// Brings a deleted form back.
    pub fn restore(self, mut saved: Saved) {
        if let Err(fault) = storage::save(&Browser, &mut saved, platform::now()) {
            self.save.set(SaveState::Failed(fault));
        }
        self.shelve(saved);
    }

    /// Gives a saved form a name.
    pub fn rename(self, mut saved: Saved, name: String) {
        if self.id.get_untracked() == saved.id {
            self.name.set(name);
            self.flush_always();
        } else {
            saved.name = name;
            self.restore(saved);
        }
    }

    /// Opens what was stored; on trouble the session goes on in memory.
    pub fn load(self, stored: Result<Opened, StoreFault>) {
        match stored {
            Ok(opened) => {
                let last = opened.current.as_ref();
                let found = opened
                    .forms
                    .iter()
                    .find(|saved| Some(&saved.id) == last)
                    .or(opened.forms.first())
                    .cloned();
                self.shelf.set(opened.forms);
                if !opened.aside.is_empty() {
                    self.tell(page::unreadable(opened.aside.len()), true);
                }
                self.aside.set(opened.aside);
                // Read first: opening a form begins with its baseline.
                let scenario = platform::kept_scenario();
                if let Some(saved) = found {
                    self.open(saved);
                    self.put(self.form.get_untracked(), scenario);
                }
            }
            Err(fault) => self.save.set(SaveState::Failed(fault)),
        }
        self.watch();
    }

    /// Saves after each edit, before the page goes away, and follows other windows.
    fn watch(self) {
        let pause = Pause::new();
        // What was opened, not edited: the first run, and another form.
        let seen = RefCell::new(None::<String>);
        react(Box::new(move || {
            self.form.track();
            self.drafts.track();
            self.name.track();
            let id = self.id.get();
            if seen.replace(Some(id.clone())) != Some(id) {
                return;
            }
            if self.opened.get_untracked() {
                self.opened.update_untracked(|opened| *opened = false);
                return;
            }
            if !matches!(self.save.get_untracked(), SaveState::Failed(_)) {
                self.save.set(SaveState::Pending);
            }
            pause.then(PAUSE, move || self.flush());
        }));
        for event in ["pagehide", "visibilitychange"] {
            listen(&window(), event, Box::new(move |_| self.flush()));
        }
        listen(&window(), "storage", Box::new(move |event| self.follow(&event)));
    }

    /// Another window saved something.
    fn follow(self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
        let Some(Key::Form(id)) = event.key().as_deref().and_then(Key::parse) else { return };
        let read = event.new_value().and_then(|text| storage::read(&id, &text).ok());
        let Some(other) = read else {
            // It may be of an edition that comes with the rest of the page.
            if event.new_value().is_some() && self.arrived.get_untracked().is_none() {
                return;
            }
            if self.id.get_untracked() != id {
                self.shelf.update(|shelf| shelf.retain(|f| f.id != id));
            }
            return;
        };
        self.shelve(other.clone());
        let waits = matches!(self.save.get_untracked(), SaveState::Pending | SaveState::Failed(_));
        if self.id.get_untracked() == id && !waits {
            // The revision counts even where only half-typed text or the name is
            // new: else the next edit here would pass for a conflict.
            let news = self.form.with_untracked(|form| *form != other.form);
            self.open(other);
            if news {
                self.tell(page::REFRESHED.to_owned(), false);
            }
        }
    }
}
