//! A module of the page that did not arrive.

use crate::text::page;
use crate::ui::context::use_app;
use crate::ui::parts::When;
use leptos::prelude::*;

/// Says that a file did not come, while it is asked for again. It stands in the
/// first module, for notices come with the one that is missing.
#[component]
pub fn Missing() -> impl IntoView {
    let missing = use_app().missing;
    view! {
        <div class="file-missing" role="alert">
            <When is=missing>
                <p class="notice urgent" data-message>
                    {page::MISSING}
                </p>
            </When>
        </div>
    }
}
