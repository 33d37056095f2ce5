//! The session: the form that is open, and all that hangs on it.
//!
//! State is written once, by [`Session::put`]; scores are derived there.

use super::platform;
use super::present::{Blocks, Present};
use super::rest::{self, Rest};
use super::state::State;
use super::view::View;
use crate::desk::Desk;
use crate::form::{Form, Undo};
use crate::plan::Wish;
use crate::rulebook::Map;
use crate::rulebook::{Day, FieldId, IndicatorId, MetricId, Rulebook, TargetId};
use crate::storage::{Aside, Saved, StoreFault};

/// What an edit changes; edits of one thing in a row are one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    County,
    Year,
    Field(FieldId),
    Reference(MetricId),
    Note(IndicatorId),
    Evidence(IndicatorId),
    Adjustment(IndicatorId),
    Veto,
    Target(TargetId),
}

/// Whether the form is saved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SaveState {
    /// Nothing was edited yet.
    Untouched,
    /// Saved at this moment.
    Saved(u64),
    /// An edit waits to be saved.
    Pending,
    Failed(StoreFault),
}

/// Something the user is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub id: u32,
    pub text: String,
    pub urgent: bool,
    /// A form that was deleted and can come back.
    pub restore: Option<Box<Saved>>,
}

/// A form that came in by file or link: shown, never stored unasked.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The file's name, or none for a link.
    pub name: Option<String>,
    /// The day a link was made.
    pub date: Option<String>,
    pub form: Form,
}

/// Signals of the running app. Copied freely; all parts share them.
#[derive(Clone, Copy)]
pub struct Session {
    pub form: State<Form>,
    /// The name of the scenario that is edited; none for the baseline.
    pub scenario: State<Option<String>>,
    /// The case that is shown now, and its scores.
    pub present: State<Present>,
    /// Whom an edit concerns.
    pub places: Blocks,
    /// What was typed and is no value yet, by the place it stands in.
    pub drafts: State<Map<String, String>>,
    /// Id, name and revision of the open form.
    pub id: State<String>,
    pub name: State<String>,
    pub revision: State<u32>,
    /// The open form was just replaced by a newer state of itself.
    pub opened: State<bool>,
    /// All saved forms; the open one as it was last saved.
    pub shelf: State<Vec<Saved>>,
    pub aside: State<Vec<Aside>>,
    pub save: State<SaveState>,
    pub undo: State<Undo<Edited>>,
    pub notices: State<Vec<Notice>>,
    pub incoming: State<Vec<Incoming>>,
    /// Which of them is shown.
    pub incoming_at: State<usize>,
    pub view: State<View>,
    pub sharing: State<bool>,
    /// What a plan is asked for: the target as it was typed, and the rest.
    pub goal: State<String>,
    pub wish: State<Wish>,
    /// The day that the user plans for, in place of today.
    pub planned: State<Option<Day>>,
    /// What is not needed to begin with, once it is there.
    pub arrived: State<Option<&'static Rest>>,
}

impl Session {
    /// A session over a blank form.
    pub fn new(form: Form) -> Session {
        Session {
            present: State::new(Present::of(&form, None)),
            form: State::new(form),
            scenario: State::new(None),
            places: Blocks::for_all_editions(),
            drafts: State::new(Map::new()),
            id: State::new(platform::fresh_id()),
            name: State::new(String::new()),
            revision: State::new(0),
            opened: State::new(false),
            shelf: State::new(Vec::new()),
            aside: State::new(Vec::new()),
            save: State::new(SaveState::Untouched),
            undo: State::new(Undo::new()),
            notices: State::new(Vec::new()),
            incoming: State::new(Vec::new()),
            incoming_at: State::new(0),
            view: State::new(View::Fill),
            sharing: State::new(false),
            goal: State::new(String::new()),
            wish: State::new(Wish::default()),
            planned: State::new(None),
            arrived: State::new(rest::here()),
        }
    }

    /// The edition, without following its changes.
    pub fn rulebook_now(self) -> &'static Rulebook {
        self.form.with_untracked(|form| form.edition.0)
    }

    /// Tells the user something.
    pub fn tell(self, text: String, urgent: bool) {
        self.post(text, urgent, None);
    }

    /// Tells the user something that can be taken back.
    pub fn post(self, text: String, urgent: bool, restore: Option<Box<Saved>>) {
        self.notices.update(|notices| {
            let id = notices.last().map_or(0, |n| n.id.wrapping_add(1));
            notices.retain(|n| n.text != text);
            notices.push(Notice { id, text, urgent, restore });
        });
    }

    /// Shows a view, leaving whatever came in.
    pub fn show(self, view: View) {
        self.incoming.set(Vec::new());
        self.view.set(view);
        let here = platform::hash();
        if View::named(&here) != Some(view) || here.is_empty() {
            platform::go_to(&view.hash());
        }
    }

    /// Reads the form that is shown: what came in, or else the open one.
    pub fn with_shown<U>(self, read: impl FnOnce(&Form) -> U) -> U {
        let at = self.incoming_at.get();
        self.incoming.with(|incoming| match incoming.get(at).or(incoming.first()) {
            Some(one) => read(&one.form),
            None => self.form.with(read),
        })
    }

    /// Today, or the day that the user plans for.
    pub fn today(self) -> Option<Day> {
        let (year, month, day) = platform::calendar(platform::now());
        self.planned.get().or_else(|| Day::new(year, month, day))
    }

    /// Reads the desk of the case that is shown; follows every change of it.
    pub fn desk<U>(self, read: impl FnOnce(&Desk) -> U) -> Option<U> {
        let today = self.today()?;
        let read = |form: &Form| {
            self.present.with(|now| read(&Desk::new(form, &now.case, &now.card, today)))
        };
        Some(self.form.with(read))
    }

    /// Whether the open form is what the view shows, so that nothing of it
    /// changes unseen.
    pub fn in_view(self) -> bool {
        self.incoming.with(Vec::is_empty) && self.view.get() != View::Forms
    }
}
