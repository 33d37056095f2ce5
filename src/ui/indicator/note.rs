//! A note of the user's own on an indicator.

use super::fold::Fold;
use crate::rulebook::IndicatorId;
use crate::text::page;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// The note, folded while there is none.
#[component]
pub fn Note(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let note =
        Memo::new(move |_| app.form.with(|form| form.notes.get(&id).cloned().unwrap_or_default()));
    let status = move || note.with(|note| page::beginning(note));
    let number = app.rulebook()[id].id;
    view! {
        <Fold
            class="note"
            title=page::NOTE
            status=Signal::derive(status)
            open=!note.get_untracked().is_empty()
        >
            <textarea
                rows="3"
                data-note
                data-undo=""
                aria-label=page::named(page::NOTE, number)
                placeholder=page::NOTE_HINT
                readonly=Signal::derive(move || app.locked.get())
                prop:value=note
                on:input:target=move |event| {
                    let text = event.target().value();
                    app.update(|session| session.set_note(id, text));
                }
                on:blur=move |_| {
                    app.ask_if(|session| (false, session.seal()));
                }
            ></textarea>
        </Fold>
    }
}
