//! The rest of the page: what is not needed to begin filling in a form.
//!
//! What ships is cut (feature `split`, `src/ui/lazy.rs`): the module that starts
//! holds what the fill page needs, the other holds what only [`REST`] leads to. It
//! is asked for as soon as the page is drawn and arrives while one reads it.

use super::dom::El;
use super::lazy::lazy;
use super::pages;
use super::parts::filter::Wanted;
use super::parts::scenario::Changed;
use super::parts::{
    editions, evidence, explain, files, filter, header, rows, scenario, share, slice,
};
use super::session::Session;
use super::state::State;
use super::view::View;
use crate::form::{Case, Form};
use crate::rulebook::{FieldId, IndicatorId};
use crate::score::IndicatorScore;
use crate::text::page;
use leptos::prelude::document;
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;

/// The ways into the rest of the page.
pub struct Rest {
    /// Any view of the open form but the fill page.
    pub view: fn(Session, View) -> El,
    /// The view of forms that came in.
    pub incoming: fn(Session) -> El,
    /// Goes where the address leads, if that is not plainly a view.
    pub follow: fn(Session),
    /// Reads again what could not be read before the rest was there.
    pub catch_up: fn(Session),
    /// Reads files that the user chose.
    pub open_files: fn(Session, Vec<web_sys::File>),
    /// Hands the form that is shown to the user as a file.
    pub export: fn(Session),
    /// Opens the fictional form as one's own.
    pub sample: fn(Session),
    /// A button for each edition, which begins a form of it.
    pub editions: fn(Session) -> Vec<El>,
    /// The panel with the share link.
    pub share: fn(Session) -> El,
    /// Which indicators a filter shows, a letter for each.
    pub narrowed: fn(Session, &Wanted) -> String,
    /// The bar of a form that has scenarios.
    pub scenarios: fn(Session) -> El,
    /// Begins a scenario.
    pub new_scenario: fn(Session),
    /// What a field, a reference or the method is in the baseline, and the way
    /// back to it, where the scenario that is edited differs.
    pub changed: fn(Session, &Form, &Case, Changed) -> Vec<El>,
    /// The way back of a slice that one fills in.
    pub slice_return: fn(Session) -> El,
    /// So many rows of evidence; the state is how many are only begun.
    pub evidence: fn(Session, IndicatorId, usize, State<usize>) -> Vec<El>,
    /// A row of a list field.
    pub row: fn(Session, FieldId, usize) -> El,
    /// The computation of an indicator in sentences.
    pub sentences: fn(&Form, &Case, IndicatorId, &IndicatorScore) -> El,
}

static REST: Rest = Rest {
    view: pages::view,
    incoming: pages::incoming::incoming_page,
    follow: pages::incoming::follow,
    catch_up: pages::forms::catch_up,
    open_files: files::open,
    export: header::export,
    sample: pages::forms::sample,
    editions: editions::edition_buttons,
    share: share::panel,
    narrowed: filter::narrowed,
    scenarios: scenario::bar,
    new_scenario: scenario::begin,
    changed: scenario::changed_now,
    slice_return: slice::slice_return,
    evidence: evidence::rows,
    row: rows::row,
    sentences: explain::sentences,
};

/// Something that a user asked for and that waits for the rest.
type Act = Box<dyn FnOnce(&'static Rest)>;

thread_local! {
    /// Of several the last: what was asked for twice is done once.
    static WAITING: RefCell<Option<Act>> = const { RefCell::new(None) };
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

impl Session {
    /// The rest of the page, if it is there; it is asked for, and followed.
    pub fn rest(self) -> Option<&'static Rest> {
        let rest = self.arrived.get();
        self.ask_for_rest();
        rest
    }

    /// Does something that the user asked for as soon as the rest is there.
    pub fn with_rest(self, act: impl FnOnce(&'static Rest) + 'static) {
        match self.arrived.get_untracked() {
            Some(rest) => act(rest),
            None => {
                WAITING.replace(Some(Box::new(act)));
                self.tell(page::WAIT.to_owned(), false);
                self.ask_for_rest();
            }
        }
    }

    /// Asks for the rest where it is not there and not on its way.
    pub fn ask_for_rest(self) {
        if self.arrived.get_untracked().is_some() || ASKED.replace(true) {
            return;
        }
        spawn_local(async move {
            let rest = load().await;
            ASKED.set(false);
            let waiting = WAITING.take();
            self.notices.update(|all| {
                all.retain(|notice| notice.text != page::WAIT && notice.text != page::NO_REST);
            });
            let Some(rest) = rest else {
                return self.tell(page::NO_REST.to_owned(), true);
            };
            self.arrived.set(Some(rest));
            (rest.catch_up)(self);
            if let Some(act) = waiting {
                act(rest);
            }
        });
    }
}

/// The rest, where it is there from the start.
pub fn here() -> Option<&'static Rest> {
    (!cfg!(feature = "split")).then_some(&REST)
}

/// Waits for the rest; none when it could not be loaded.
pub async fn load() -> Option<&'static Rest> {
    let rest = rest().await.ok()?;
    if let Some(root) = document().document_element() {
        // Nothing depends on it but those who wait for the whole page.
        let _ = root.set_attribute("data-complete", "");
    }
    Some(rest)
}

lazy! {
    /// The rest, brought if it is not there.
    rest: fn rest() -> &'static Rest = rest_of_page;
}

fn rest_of_page() -> &'static Rest {
    #[cfg(feature = "split")]
    crate::rulebook::editions::arrive();
    &REST
}
