//! The request to the province about what is open.

use crate::text::reading as words;
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Toggle, When};
use leptos::prelude::*;

/// The button, and the request while it is open. It is of the baseline: nothing
/// supposed is asked.
#[component]
pub fn Request() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <section class="request">
            <p class="takeaway">
                <Toggle action="request" label=words::REQUEST open controls="request" look="primary" />
                <span class="hint">{words::REQUEST_HINT}</span>
            </p>
            <div id="request">
                <When is=Signal::derive(move || open.get())>
                    <Text />
                </When>
            </div>
        </section>
    }
}

/// The text, and the ways to take it along.
#[component]
fn Text() -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new("");
    let text = Memo::new(move |_| {
        let day = crate::text::desk::day_text(app.today.get());
        app.form.with(|form| words::request(form, &form.case, &form.worth(&form.case), &day))
    });
    let copy = move |()| {
        let copied = text.with_untracked(|text| browser::copy(text, None));
        said.set(if copied { words::REQUEST_COPIED } else { crate::text::page::COPY_FAILED });
    };
    let save = move |()| {
        let name =
            app.form.with_untracked(|form| words::request_name(form, &browser::today_text()));
        text.with_untracked(|text| browser::download(&name, "text/plain;charset=utf-8", text));
    };
    view! {
        <textarea
            class="request-text"
            readonly
            rows="14"
            data-request
            aria-label=words::REQUEST_TEXT
            prop:value=text
        ></textarea>
        <p class="takeaway">
            <ActionButton action="copy-request" label=words::COPY_REQUEST press=copy />
            <ActionButton action="save-request" label=words::SAVE_REQUEST press=save />
            <span role="status">{said}</span>
        </p>
    }
}
