//! What is not needed to begin filling in, and comes in the module `views`.
//!
//! It is asked for as soon as the table is drawn, and waited for by nobody but
//! those who ask for a view, a link or an explanation before it is there.

use super::context::AppContext;
use super::lazy::{Missing, arrival, lazy};
use super::{bar, browser, indicator, pages};
use crate::desk::Line;
use crate::rulebook::{IndicatorId, editions};
use crate::session::View;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

lazy! {
    /// Makes the editions known that come with the module.
    views: fn editions_arrive() -> () = editions::arrive;
}

lazy! {
    /// Any view but the table.
    views: pub fn view(view: View) -> AnyView = pages::view;
}

lazy! {
    /// Goes where an address leads that is no view's.
    views: pub fn open_address(app: AppContext, hash: String) -> () = pages::open_address;
}

lazy! {
    /// Opens a pasted text; whether it was opened.
    views: pub fn open_text(app: AppContext, text: String) -> bool = pages::open_text;
}

lazy! {
    /// The content of the dialogue that shares the shown form.
    views: pub fn sharing() -> AnyView = bar::sharing;
}

lazy! {
    /// The content of the dialogue that sends a filled slice back.
    views: pub fn returning() -> AnyView = bar::returning;
}

lazy! {
    /// The computation of an indicator in sentences.
    views: pub fn sentences(id: IndicatorId) -> AnyView = indicator::sentences;
}

lazy! {
    /// The table as it is handed in, for print.
    views: pub fn printed() -> AnyView = pages::printed;
}

lazy! {
    /// Takes the rows that miss something elsewhere.
    views: pub fn gaps_out(lines: Memo<Vec<Line>>) -> AnyView = pages::gaps_out;
}

/// Asks for the module once the page is drawn.
pub fn bring(app: AppContext) {
    spawn_local(there(app));
}

/// Waits until the module and its editions are there.
pub async fn there(app: AppContext) {
    arrival(app.missing, editions_arrive).await;
    app.arrived.set(true);
}

/// Waits for the editions before there is a page, once.
///
/// Errors: [`Missing`] where they did not arrive.
pub async fn editions() -> Result<(), Missing> {
    editions_arrive().await
}

/// A view, once its module is there.
#[component]
pub fn LaterView(
    /// The view.
    view: View,
) -> impl IntoView {
    let app: AppContext = expect_context();
    Suspend::new(async move {
        let view = arrival(app.missing, || self::view(view)).await;
        browser::mark_ready();
        view
    })
}
