//! The session itself, and reading from it.

use super::address::Address;
use super::incoming::{Incoming, WorkbookReport};
use super::notice::Notice;
use super::replacing::Replacement;
use super::saving::SaveState;
use super::typing::Typing;
use super::undo::Undo;
use super::windows::{Known, StoredState};
use crate::form::{Edit, Event, EventKind, Form};
use crate::rulebook::{Day, Map, Rulebook};
use crate::storage::{Aside, Lineage, Saved};
use crate::text::page;
use std::sync::Arc;

/// The form that is open, and all that hangs on it.
#[derive(Clone, Debug)]
pub struct Session {
    pub(super) form: Arc<Form>,
    /// The name of the scenario that is edited; none for the baseline.
    pub(super) scenario: Option<String>,
    pub(super) drafts: Map<String, String>,
    /// What is being typed now.
    pub(super) typing: Option<Typing>,
    /// Id, name and revision of the open form.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) revision: u32,
    /// What this window knows of the stored states of the open form.
    pub(super) known: Known,
    /// What other windows saved, clashes with what is here, and has no room in the
    /// store.
    pub(super) held: Vec<Saved>,
    /// What other windows saved and is stored as forms of their own.
    pub(super) copied: Vec<StoredState>,
    /// What this window stored or deleted last of each form, by its id.
    pub(super) written: Map<String, Lineage>,
    pub(super) undo: Undo<Edit>,
    pub(super) save: SaveState,
    /// Counts what was changed, so that saving can wait for the last change.
    pub(super) edits: u64,
    /// How many of them were there when the form was opened or last saved.
    pub(super) kept_edits: u64,
    /// What waits for the user to say that the open form may be lost.
    pub(super) asked: Option<Replacement>,
    pub(super) shelf: Vec<Saved>,
    pub(super) aside: Vec<Aside>,
    pub(super) incoming: Vec<Incoming>,
    pub(super) incoming_at: usize,
    /// The share link by which a slice came last.
    pub(super) slice_link: Option<String>,
    pub(super) readings: Vec<WorkbookReport>,
    pub(super) notices: Vec<Notice>,
    pub(super) last_notice: u32,
    pub(super) address: Address,
    pub(super) planned: Option<Day>,
    pub(super) league: Option<Box<super::league::OpenLeague>>,
}

impl Session {
    /// A session over a form that is not stored yet.
    pub fn new(form: Form, id: String) -> Session {
        Session {
            form: Arc::new(form),
            scenario: None,
            drafts: Map::new(),
            typing: None,
            id,
            name: String::new(),
            revision: 0,
            known: Known::default(),
            held: Vec::new(),
            copied: Vec::new(),
            written: Map::new(),
            undo: Undo::new(),
            save: SaveState::Untouched,
            edits: 0,
            kept_edits: 0,
            asked: None,
            shelf: Vec::new(),
            aside: Vec::new(),
            incoming: Vec::new(),
            incoming_at: 0,
            slice_link: None,
            readings: Vec::new(),
            notices: Vec::new(),
            last_notice: 0,
            address: Address::default(),
            planned: None,
            league: None,
        }
    }

    /// The user's own form that is open.
    pub fn form(&self) -> &Arc<Form> {
        &self.form
    }

    /// The form that is shown: what came in, or else the open one.
    pub fn shown(&self) -> &Arc<Form> {
        self.received().map_or(&self.form, |incoming| &incoming.form)
    }

    /// Whether what is shown came in and can only be read.
    pub fn is_read_only(&self) -> bool {
        self.received().is_some()
    }

    /// Whether nothing can be filled in: what is shown came in, or a reviewer signed
    /// it off. A scenario of a signed form can be edited.
    pub fn is_locked(&self) -> bool {
        let is_signed = self.scenario.is_none() && self.form.signed_round().is_some();
        self.is_read_only() || is_signed
    }

    /// The scenario that is shown and edited; none for the baseline.
    pub fn scenario(&self) -> Option<&str> {
        if self.is_read_only() { None } else { self.scenario.as_deref() }
    }

    /// The edition of the open form.
    pub fn rulebook(&self) -> &'static Rulebook {
        self.form.edition.0
    }

    /// The id under which the open form is stored.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name that the user gave the open form; empty when it is named after
    /// county and year.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the form that is shown is called. One that came in has no name but its
    /// county and year.
    pub fn shown_name(&self) -> String {
        let name = if self.is_read_only() { "" } else { &self.name };
        page::form_name(name, self.shown())
    }

    /// Whether the open form is saved.
    pub fn save_state(&self) -> SaveState {
        self.save
    }

    /// How many changes there were that are to be saved.
    pub fn edits(&self) -> u64 {
        self.edits
    }

    /// All stored forms, the latest first; the open one as it was last saved.
    pub fn shelf(&self) -> &[Saved] {
        &self.shelf
    }

    /// What is stored and cannot be read.
    pub fn aside(&self) -> &[Aside] {
        &self.aside
    }

    /// What the user is told now.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The view, the open indicator and the filter.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Goes to another view, indicator or filter.
    pub fn set_address(&mut self, address: Address) {
        self.address = address;
    }

    /// The day that deadlines are counted from, if it is not today.
    pub fn planned(&self) -> Option<Day> {
        self.planned
    }

    /// Counts deadlines from a day, or from today again.
    pub fn plan_for(&mut self, day: Option<Day>) {
        self.planned = day;
    }

    /// What the next step back would take back, in a form that is edited here.
    pub fn undoable(&self) -> Option<&Edit> {
        self.undo.next_back().filter(|_| !self.is_read_only())
    }

    /// What the next step forward would do again.
    pub fn redoable(&self) -> Option<&Edit> {
        self.undo.next_forward().filter(|_| !self.is_read_only())
    }

    /// Notes in the form's history what happened; no step of undo takes it back.
    pub fn record(&mut self, kind: EventKind, detail: &str, minute: &str) {
        let event = Event { time: minute.to_owned(), kind, detail: detail.to_owned() };
        self.undo.each(&|form| form.remember(event.clone()));
        Arc::make_mut(&mut self.form).remember(event);
        self.touch();
    }
}
