//! A module of the page that did not arrive.

use crate::text::page;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// Says that a file did not come, while it is asked for again.
#[component]
pub fn Missing() -> impl IntoView {
    let app = use_app();
    let text = Signal::derive(move || if app.missing.get() { page::MISSING } else { "" });
    view! {
        <p class="missing" role="alert" data-message hidden=Signal::derive(move || !app.missing.get())>
            {text}
        </p>
    }
}
