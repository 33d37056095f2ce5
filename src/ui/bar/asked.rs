//! Asks before a form with edits that could not be saved is replaced.

use crate::session::Replacement;
use crate::text::page;
use crate::ui::browser::Browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::pages::forms;
use crate::ui::parts::{ActionButton, Dialog};
use leptos::prelude::*;

/// The question, while there is one.
#[component]
pub fn AskUnsaved() -> impl IntoView {
    let app = use_app();
    let open = app.watch(|session| session.asked().is_some());
    let name = app.watch(|session| page::form_name(session.name(), session.form()));
    view! {
        <Dialog
            name="asked"
            title=page::UNSAVED_EDITS
            open=open
            close=move |()| {
                answer(app, false);
            }
        >
            <p data-message>{Signal::derive(move || page::ask_unsaved(&name.get()))}</p>
            <p class="link-do">
                <ActionButton
                    action="asked-export"
                    label=page::EXPORT_AND_GO_ON
                    look="primary"
                    press=move |()| {
                        forms::export_own(app);
                        answer(app, true);
                    }
                />
                <ActionButton
                    action="asked-go-on"
                    label=page::GO_ON
                    press=move |()| answer(app, true)
                />
                <ActionButton
                    action="asked-cancel"
                    label=page::CANCEL
                    press=move |()| answer(app, false)
                />
            </p>
        </Dialog>
    }
}

fn answer(app: AppContext, go_on: bool) {
    // The dialogue tells once more that it was closed.
    if app.session.with_untracked(|session| session.asked().is_none()) {
        return;
    }
    let done = app.ask(|session| session.answer_asked(go_on, &Browser));
    if done.as_ref().is_some_and(Replacement::leads_to_table) {
        forms::show_table(app);
    }
}
