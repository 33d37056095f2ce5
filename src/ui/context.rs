//! What all components share: the session in a signal, and what is derived from it.

use super::browser::{self, Browser};
use crate::desk::{Desk, Doubted, Standing};
use crate::form::{self, Edition, Form};
use crate::rulebook::{Day, FieldId, IndicatorId, Rulebook};
use crate::score::{Score, Scorecard};
use crate::session::{Address, EvidencePart, Open, Present, Session, View};
use crate::text::page;
use leptos::prelude::*;
use std::sync::Arc;

/// The session, and memos of what most components read of it.
///
/// State is written in one place, [`AppContext::update`], which sets the signals of
/// the parts that changed. A memo of the session would wake its readers after every
/// edit, whatever was edited: they are asked to look again before it is known
/// whether it changed.
#[derive(Clone, Copy)]
pub struct AppContext {
    /// The session. Read it through the signals where there is one.
    pub session: RwSignal<Session>,
    /// The form that is shown: the open one, or one that came in.
    pub form: ReadSignal<Arc<Form>>,
    /// Its edition. The page is rebuilt when the edition changes, so components need not
    /// track it.
    pub edition: Memo<Edition>,
    /// The scenario that is edited; none for the baseline.
    pub scenario: ReadSignal<Option<String>>,
    /// The case that is shown, and its scores.
    pub present: Memo<Arc<Present>>,
    /// Whether what is shown came in and can only be read.
    pub read_only: ReadSignal<bool>,
    /// Whether nothing can be filled in: what is shown came in, or was signed off.
    pub locked: ReadSignal<bool>,
    /// The view, the open indicator, the filter.
    pub address: ReadSignal<Address>,
    /// What boxes are for that hold a text which is no value.
    pub unread: ReadSignal<Vec<Doubted>>,
    /// The day that deadlines are counted from.
    pub today: Memo<Day>,
    /// How every indicator stands, in the rulebook's order.
    pub standings: Memo<Arc<Vec<Standing>>>,
    /// Whether the panel with the share link is open.
    pub sharing: RwSignal<bool>,
    /// What is being pasted from a spreadsheet, or was not taken of it.
    pub pasting: RwSignal<Option<Pasting>>,
    /// How far the table was scrolled when it was last shown, in pixels.
    pub scrolled: StoredValue<i32>,
    /// Whether a module of the page did not arrive and is asked for again.
    pub missing: RwSignal<bool>,
    /// A short sentence for screen readers.
    pub said: RwSignal<String>,
    parts: Parts,
}

/// The parts of the session that have signals of their own.
#[derive(Clone, Copy)]
struct Parts {
    form: RwSignal<Arc<Form>>,
    scenario: RwSignal<Option<String>>,
    read_only: RwSignal<bool>,
    locked: RwSignal<bool>,
    address: RwSignal<Address>,
    unread: RwSignal<Vec<Doubted>>,
    planned: RwSignal<Option<Day>>,
}

impl Parts {
    fn new(session: &Session) -> Parts {
        Parts {
            form: RwSignal::new(session.shown().clone()),
            scenario: RwSignal::new(session.scenario().map(str::to_owned)),
            read_only: RwSignal::new(session.is_read_only()),
            locked: RwSignal::new(session.is_locked()),
            address: RwSignal::new(session.address().clone()),
            unread: RwSignal::new(session.unread()),
            planned: RwSignal::new(session.planned()),
        }
    }

    /// Sets those that are otherwise now.
    fn set(self, session: &Session) {
        set_changed(self.form, session.shown().clone());
        set_changed(self.scenario, session.scenario().map(str::to_owned));
        set_changed(self.read_only, session.is_read_only());
        set_changed(self.locked, session.is_locked());
        set_changed(self.address, session.address().clone());
        set_changed(self.unread, session.unread());
        set_changed(self.planned, session.planned());
    }
}

/// Sets a signal if its value is another one now.
pub fn set_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: T) {
    if signal.with_untracked(|old| *old != now) {
        signal.set(now);
    }
}

/// What the dialogue about pasted cells shows.
#[derive(Clone, Debug)]
pub enum Pasting {
    /// Numbers of indicators with their figures, to be looked over.
    Figures(String),
    /// What was done with rows, and what was not taken of them.
    Told {
        /// What was taken over.
        done: String,
        /// What was not taken, or not as it is written, a line each.
        told: Vec<String>,
    },
}

/// The rows that a block of cells is pasted into, from the cell that has the focus.
#[derive(Clone, Copy, Debug)]
pub enum PasteInto {
    /// The proofs of an indicator, from this cell on.
    Evidence(IndicatorId, EvidencePart),
    /// A list field; the position of the cell: title, recipient, level, year.
    Rows(FieldId, usize),
}

/// The context of the app.
pub fn use_app() -> AppContext {
    expect_context()
}

impl AppContext {
    /// Derives everything from a session. `clock` is today, where the user is.
    pub fn new(session: RwSignal<Session>, clock: Signal<Day>) -> AppContext {
        let parts = session.with_untracked(Parts::new);
        let (form, scenario) = (parts.form.read_only(), parts.scenario.read_only());
        let planned = parts.planned;
        let present = Memo::new(move |_| {
            form.with(|form| scenario.with(|name| Arc::new(Present::of(form, name.as_deref()))))
        });
        let today = Memo::new(move |_| planned.get().unwrap_or_else(|| clock.get()));
        let standings = Memo::new(move |_| {
            let today = today.get();
            form.with(|form| {
                present.with(|now| Arc::new(Desk::new(form, &now.case, &now.card, today).standings))
            })
        });
        AppContext {
            session,
            form,
            edition: Memo::new(move |_| form.with(|form| form.edition)),
            scenario,
            present,
            read_only: parts.read_only.read_only(),
            locked: parts.locked.read_only(),
            address: parts.address.read_only(),
            unread: parts.unread.read_only(),
            today,
            standings,
            sharing: RwSignal::new(false),
            pasting: RwSignal::new(None),
            scrolled: StoredValue::new(0),
            missing: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            parts,
        }
    }

    /// The rulebook of the form that is shown, without following it.
    pub fn rulebook(self) -> &'static Rulebook {
        self.form.with_untracked(|form| form.edition.0)
    }

    /// Changes the session and tells everybody.
    pub fn update(self, change: impl FnOnce(&mut Session)) {
        self.ask_if(|session| (true, change(session)));
    }

    /// Changes the session, tells everybody, and returns what came of it.
    pub fn ask<T>(self, change: impl FnOnce(&mut Session) -> Option<T>) -> Option<T> {
        self.ask_if(|session| (true, change(session))).flatten()
    }

    /// Changes the session, and tells everybody if the change says that it changed
    /// something. Returns what came of it; nothing when the page is gone, as it is
    /// for a box that loses the focus because it goes.
    pub fn ask_if<T>(self, change: impl FnOnce(&mut Session) -> (bool, T)) -> Option<T> {
        let (changed, came) = {
            let mut session = self.session.try_write_untracked()?;
            change(&mut session)
        };
        if changed {
            self.spread();
        }
        Some(came)
    }

    /// Tells everybody that the session changed. Apart from what changes it, so that
    /// its code is there once and not for each of a hundred changes.
    fn spread(self) {
        self.session.notify();
        self.session.with_untracked(|session| self.parts.set(session));
    }

    /// Something of the session, which wakes its readers only when it is otherwise.
    pub fn watch<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Session) -> T + 'static,
    ) -> ReadSignal<T> {
        // Boxed, so that the code of an effect is there once and not for every reader.
        let read: Box<dyn Fn(&Session) -> T> = Box::new(read);
        let value = RwSignal::new(self.session.with_untracked(&read));
        let follow: Box<dyn Fn()> = Box::new(move || {
            set_changed(value, self.session.with(&read));
        });
        Effect::new(follow);
        value.read_only()
    }

    /// Tells the user something.
    pub fn tell(self, text: impl Into<String>, urgent: bool) {
        self.update(|session| session.tell(text, urgent));
    }

    /// Says a short sentence to screen readers only.
    pub fn say(self, text: impl Into<String>) {
        self.said.set(text.into());
    }

    /// Reads the desk of the case that is shown; follows every change of it.
    pub fn desk<T>(self, read: impl FnOnce(&Desk) -> T) -> T {
        let today = self.today.get();
        self.form.with(|form| {
            self.present.with(|now| {
                let (standings, unread) = (self.standings.get().to_vec(), self.unread.get());
                read(&Desk { form, case: &now.case, card: &now.card, today, standings, unread })
            })
        })
    }

    /// The score of an indicator, or the state of a task.
    pub fn score(self, id: IndicatorId) -> Memo<Score> {
        self.score_by(move |rulebook, card| card.score_of(rulebook, id))
    }

    /// A score that is read off the scorecard.
    pub fn score_by(
        self,
        read: impl Fn(&Rulebook, &Scorecard) -> Score + Send + Sync + 'static,
    ) -> Memo<Score> {
        Memo::new(move |_| self.present.with(|now| read(self.edition.get().0, &now.card)))
    }

    /// Goes to an address, which the browser's Back leaves again.
    pub fn go(self, address: Address) {
        self.move_to(address, true);
    }

    /// Goes to an address in the place of the present one.
    pub fn replace(self, address: Address) {
        self.move_to(address, false);
    }

    fn move_to(self, address: Address, push: bool) {
        let text = address.text();
        self.update(|session| session.set_address(address));
        if browser::hash() == text {
            return;
        }
        if push {
            browser::go_to(&text);
        } else {
            browser::replace_with(&text);
        }
    }

    /// Shows a view with its usual filter kept.
    pub fn show(self, view: View) {
        let filter = self.address.with_untracked(|address| address.filter.clone());
        self.go(Address { view, open: None, filter });
    }

    /// Opens an indicator beside the table, or the basics. From one open
    /// indicator to another the browser's Back skips the first.
    pub fn open(self, open: Open) {
        let old = self.address.get_untracked();
        let was_open = old.view == View::Fill && old.open.is_some();
        self.move_to(Address { view: View::Fill, open: Some(open), filter: old.filter }, !was_open);
    }

    /// Opens an indicator by its position.
    pub fn open_indicator(self, id: IndicatorId) {
        self.open(Open::Indicator(self.rulebook()[id].id.to_owned()));
    }

    /// Closes what is open beside the table.
    pub fn close(self) {
        let address = self.address.get_untracked();
        self.replace(Address { open: None, ..address });
    }

    /// Hands a form to the user as a file. One too large to be read again is not
    /// handed out, and the user is told.
    pub fn hand_out(self, name: &str, form: &Form) {
        match form::write_bounded(form) {
            Ok(text) => browser::download(name, page::JSON, &text),
            Err(_) => self.tell(page::TOO_LARGE_FOR_A_FILE, true),
        }
    }

    /// Saves what is not saved yet.
    pub fn flush(self) {
        self.update(|session| session.flush(&Browser));
    }
}
