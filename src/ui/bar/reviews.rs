//! The strip of a form with reviews, which comes in a module of its own.

use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::When;
use leptos::prelude::*;

/// The strip while the shown form has reviews.
#[component]
pub fn ReviewStrip() -> impl IntoView {
    let app = use_app();
    let has_reviews = Memo::new(move |_| app.form.with(|form| !form.reviews.is_empty()));
    view! {
        <When is=Signal::derive(move || has_reviews.get())>
            {Suspend::new(async move { arrival(app.missing, later::review_strip).await })}
        </When>
    }
}
