//! Keys inside the pane: Enter walks the fields and then the indicators, Alt with
//! an arrow goes to a neighbour, Esc closes.

use super::{close, go_to_neighbour, is_plain};
use crate::desk::TableLine;
use crate::ui::browser;
use crate::ui::context::AppContext;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The controls that Enter walks, in the order of the page.
const STOPS: &str = ".pane .fields :is(input, select):not(:disabled)";

/// Gives the focus to the first field of the pane, once it is drawn, or to the
/// heading where no field can be filled in.
pub fn begin() {
    request_animation_frame(|| {
        let first = document().query_selector(STOPS).ok().flatten();
        match first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            Some(first) => {
                let _ = entry(first).focus();
            }
            None => {
                browser::focus(".pane h2");
            }
        }
    });
}

/// Where the keyboard comes into a control: of the radio buttons of a question the
/// one that is chosen.
fn entry(stop: HtmlElement) -> HtmlElement {
    let chosen = stop.get_attribute("name").and_then(|name| {
        let chosen = format!(".pane .fields input[name='{name}']:checked");
        document().query_selector(&chosen).ok().flatten()?.dyn_into().ok()
    });
    chosen.unwrap_or(stop)
}

/// Acts on a key.
pub fn keys(app: AppContext, lines: Memo<Vec<TableLine>>, event: &ev::KeyboardEvent) {
    if browser::is_composing(event) || event.default_prevented() {
        return;
    }
    let down = match (event.key().as_str(), event.alt_key()) {
        ("ArrowDown", true) => true,
        ("ArrowUp", true) => false,
        ("Escape", false) => {
            event.prevent_default();
            return close(app);
        }
        ("Enter", false) if is_plain(event) => return walk_on(app, lines, event),
        _ => return,
    };
    event.prevent_default();
    if go_to_neighbour(app, lines, down) {
        begin();
    }
}

/// Moves the focus to the next field; from the last one to the next indicator.
/// In a text of several lines Enter breaks the line, and a button it presses.
fn walk_on(app: AppContext, lines: Memo<Vec<TableLine>>, event: &ev::KeyboardEvent) {
    let here = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(here) = here.filter(|here| matches!(here.tag_name().as_str(), "INPUT" | "SELECT"))
    else {
        return;
    };
    let Ok(stops) = document().query_selector_all(STOPS) else { return };
    let stops: Vec<HtmlElement> =
        (0..stops.length()).filter_map(|at| stops.item(at)?.dyn_into().ok()).collect();
    event.prevent_default();
    let name = here.get_attribute("name");
    let next = stops
        .iter()
        .skip_while(|stop| **stop != here)
        .skip(1)
        // The keyboard reaches one of the radio buttons of a question.
        .find(|stop| name.is_none() || stop.get_attribute("name") != name);
    match next {
        Some(next) => {
            let _ = entry(next.clone()).focus();
        }
        None => {
            if go_to_neighbour(app, lines, true) {
                begin();
            }
        }
    }
}
