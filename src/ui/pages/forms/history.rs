//! What happened to the open form.

use crate::text::sharing as words;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// What happened to the open form, the latest first, folded.
#[component]
pub fn History() -> impl IntoView {
    let app = use_app();
    let events = Memo::new(move |_| {
        app.session.with(|session| {
            session.form().history.iter().rev().map(words::event_text).collect::<Vec<_>>()
        })
    });
    view! {
        <details class="history" data-history>
            <summary>{words::HISTORY}</summary>
            <ol>
                {move || {
                    let events = events.get();
                    if events.is_empty() {
                        return view! { <li>{words::NO_HISTORY}</li> }.into_any();
                    }
                    events.into_iter().map(|text| view! { <li>{text}</li> }).collect_view().into_any()
                }}
            </ol>
        </details>
    }
}
