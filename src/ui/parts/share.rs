//! The share link: what it includes, how long it is, copying it.

use super::super::platform;
use crate::link::{self, Include};
use crate::text::{self, page};
use crate::ui::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Characters above which chat apps are known to cut links.
const LONG: usize = 2000;

/// Opens below the head when the user wants to share.
#[component]
pub fn SharePanel() -> impl IntoView {
    let session = Session::get();
    view! { {move || session.sharing.get().then(|| panel(session))} }
}

fn panel(session: Session) -> AnyView {
    let references = RwSignal::new(true);
    let scenarios = RwSignal::new(false);
    let notes = RwSignal::new(false);
    let evidence = RwSignal::new(false);
    let said = RwSignal::new("");
    let address = Memo::new(move |_| {
        let include = Include {
            references: references.get(),
            scenarios: scenarios.get(),
            notes: notes.get(),
            evidence: evidence.get(),
        };
        let (year, month, day) = platform::calendar(platform::now());
        let today = link::Day::new(year, month, day);
        let incoming = session.incoming.with(|i| i.first().map(|i| i.form.clone()));
        let text = match incoming {
            Some(form) => link::encode(&form, include, today),
            None => session.form.with(|form| link::encode(form, include, today)),
        };
        text.map(|text| platform::address_with(&text)).map_err(|p| text::link_problem(&p))
    });
    let copy = move |_| {
        let Ok(text) = address.get_untracked() else { return };
        spawn_local(async move {
            said.set(if platform::copy(&text).await { page::COPIED } else { page::COPY_FAILED });
        });
    };
    let length = move || address.with(|a| a.as_ref().map_or(0, |a| a.chars().count()));
    let choice = |label: &'static str, chosen: RwSignal<bool>| {
        view! {
            <label>
                <input type="checkbox" prop:checked=move || chosen.get()
                    on:change=move |event| chosen.set(event_target_checked(&event)) />
                {label}
            </label>
        }
    };
    view! {
        <section class="panel share" aria-label=page::LINK>
            <h2>{page::LINK}</h2>
            <p>{page::LINK_HINT}</p>
            <fieldset class="include">
                <legend>{page::INCLUDE}</legend>
                <label><input type="checkbox" checked disabled />{page::INCLUDE_ANSWERS}</label>
                {choice(page::INCLUDE_REFERENCES, references)}
                {choice(page::INCLUDE_SCENARIOS, scenarios)}
                {choice(page::INCLUDE_NOTES, notes)}
                {choice(page::INCLUDE_EVIDENCE, evidence)}
            </fieldset>
            <textarea readonly rows="4" data-link aria-label=page::LINK prop:value=move || address.get().unwrap_or_default()
                on:focus=move |event| {
                    event_target::<web_sys::HtmlTextAreaElement>(&event).select();
                }></textarea>
            <p class="share-do">
                <button type="button" class="primary" data-action="copy" on:click=copy>
                    {page::COPY}
                </button>
                <button type="button" data-action="close" on:click=move |_| session.sharing.set(false)>
                    {page::CLOSE}
                </button>
                <span data-length>{move || page::link_length(length())}</span>
                <span role="status">{move || said.get()}</span>
            </p>
            {move || address.get().err().map(|why| view! { <p data-message>{why}</p> })}
            {move || (length() > LONG).then(|| view! { <p data-message>{page::LONG_LINK}</p> })}
        </section>
    }
    .into_any()
}
