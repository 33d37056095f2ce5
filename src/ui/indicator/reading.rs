//! How the document is read, where that moves the open indicator.

use super::reading_choice::ReadingChoice;
use crate::rulebook::IndicatorId;
use crate::score::Asked;
use crate::session::{Address, View};
use crate::text::reading as words;
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{AddressLink, When};
use leptos::prelude::*;

/// The readings that move an indicator, which come with the views.
#[component]
pub fn ReadingsOf(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    // Keyed, so that those of one indicator go before those of the next are waited for.
    view! {
        <For each=move || [id] key=|id| *id let:id>
            {Suspend::new(async move { arrival(app.missing, || later::readings(id)).await })}
        </For>
    }
}

/// The readings that move an indicator.
pub fn readings(id: IndicatorId) -> AnyView {
    view! { <Readings id /> }.into_any()
}

/// Folded where it is long, or where only readings of general use move it.
#[component]
fn Readings(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let asked = Memo::new(move |_| {
        app.form.with(|form| app.present.with(|now| form.asked_of(&now.case, id)))
    });
    let status = move || {
        asked.with(|asked| app.present.with(|now| words::status(rulebook, asked, &now.case)))
    };
    let own: Vec<Asked> = rulebook.readings_of(id).map(Asked::Reading).collect();
    let is_open = !own.is_empty() && !words::is_long(rulebook, &own);
    // What options give for the whole form costs a few scores an edit: it is
    // computed only while it is seen.
    let seen = RwSignal::new(is_open);
    let follow = move |event| {
        let _ = seen.try_set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <When is=Signal::derive(move || asked.with(|asked| !asked.is_empty()))>
            <details class="fold readings" open=is_open on:toggle=follow>
                <summary>
                    <span>{words::READING}</span>
                    <span class="fold-status">{status}</span>
                </summary>
                <div class="fold-body">
                    <When is=Signal::derive(move || seen.get())>
                        <For each=move || asked.get() key=|one| *one let:one>
                            <ReadingHere asked=one />
                        </For>
                    </When>
                    <AddressLink to=Signal::stored(Address::of(View::Readings))>
                        {words::ALL_READINGS}
                    </AddressLink>
                </div>
            </details>
        </When>
    }
}

/// One of them, with what its options give for the whole form.
#[component]
fn ReadingHere(
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let app = use_app();
    let worth = Memo::new(move |_| {
        app.form.with(|form| {
            app.present.with(|now| Some(form.worth_of(&now.case, now.card.total.range, asked)))
        })
    });
    view! { <ReadingChoice asked worth /> }
}
