//! The rest of the page: what is not needed to begin filling in a form.
//!
//! What ships is cut in two (feature `split`, `xtask/src/split.rs`): the module
//! that starts holds what the fill page needs, the other holds what only [`REST`]
//! leads to. It is asked for with the first and arrives while one reads the page.
//! Without the feature all is one module, and the rest is there from the start.

use super::dom::El;
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
use std::cell::{Cell, RefCell};
#[cfg(feature = "split")]
use wasm_bindgen::prelude::*;
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
#[cfg(not(feature = "split"))]
pub fn here() -> Option<&'static Rest> {
    Some(&REST)
}

/// The rest, where it is there from the start.
#[cfg(feature = "split")]
pub fn here() -> Option<&'static Rest> {
    None
}

/// Waits for the rest; none when it could not be loaded.
#[cfg(not(feature = "split"))]
pub async fn load() -> Option<&'static Rest> {
    here()
}

/// Waits for the rest; none when it could not be loaded.
#[cfg(feature = "split")]
pub async fn load() -> Option<&'static Rest> {
    arrival().await.ok()?;
    Some(rest())
}

#[cfg(feature = "split")]
#[wasm_bindgen]
extern "C" {
    /// Promises that the second module is in its place; the build defines it.
    #[wasm_bindgen(js_namespace = window, js_name = rest, catch)]
    async fn arrival() -> Result<JsValue, JsValue>;
}

// The cut. Both names are one function to the tool that cuts: the first is called
// from the module that starts, the second is the way into the other.
#[cfg(feature = "split")]
#[link(wasm_import_module = "__wasm_split_placeholder__")]
#[allow(improper_ctypes, reason = "both sides are compiled as one")]
unsafe extern "C" {
    #[link_name = "__wasm_split_00rest00_import_00000000000000000000000000000000"]
    safe fn rest() -> &'static Rest;
}

#[cfg(feature = "split")]
#[unsafe(export_name = "__wasm_split_00rest00_export_00000000000000000000000000000000")]
#[allow(improper_ctypes_definitions, reason = "both sides are compiled as one")]
extern "C" fn rest_of_page() -> &'static Rest {
    crate::rulebook::editions::arrive();
    &REST
}
