//! The head of the page: views, the form's name, saving, and what one can do.

use super::super::platform;
use crate::form;
use crate::text::page;
use crate::ui::session::{SaveState, Session};
use crate::ui::view::View;
use leptos::prelude::*;

/// Stands above every view.
#[component]
pub fn Header() -> impl IntoView {
    let session = Session::get();
    let can = Memo::new(move |_| session.undo.with(|u| (u.can_undo(), u.can_redo())));
    let name = Memo::new(move |_| {
        session.form.with(|form| session.name.with(|name| page::form_name(name, form)))
    });
    let saved = move || match session.save.get() {
        SaveState::Saved(at) => page::saved_at(&platform::clock(at, false)),
        _ => String::new(),
    };
    let tab = move |view: View, label: &'static str| {
        let current = move || {
            (session.view.get() == view && session.incoming.with(|i| i.is_empty()))
                .then_some("page")
        };
        view! {
            <a href=view.hash() aria-current=current on:click=move |event| {
                event.prevent_default();
                session.show(view);
            }>{label}</a>
        }
    };
    view! {
        <header class="head">
            <div class="head-name">
                <h1>{page::APP}</h1>
                <p><b>{name}</b> <span class="saved" data-saved>{saved}</span></p>
            </div>
            <nav class="tabs">
                {tab(View::Fill, page::FILL)}
                {tab(View::Forms, page::FORMS)}
            </nav>
            <div class="actions">
                <button type="button" data-action="undo" title=page::UNDO_KEYS
                    disabled=move || !can.get().0 on:click=move |_| session.step(true)>
                    {page::UNDO}
                </button>
                <button type="button" data-action="redo" title=page::REDO_KEYS
                    disabled=move || !can.get().1 on:click=move |_| session.step(false)>
                    {page::REDO}
                </button>
                <button type="button" data-action="import" on:click=move |_| super::files::choose()>
                    {page::IMPORT}
                </button>
                <button type="button" data-action="export" on:click=move |_| export(session)>
                    {page::EXPORT}
                </button>
                <button type="button" data-action="print" on:click=move |_| platform::print()>
                    {page::PRINT}
                </button>
                <button type="button" class="primary" data-action="share"
                    aria-expanded=move || session.sharing.get().to_string()
                    on:click=move |_| session.sharing.update(|open| *open = !*open)>
                    {page::SHARE}
                </button>
            </div>
        </header>
    }
}

/// Hands the form that is shown to the user as a file.
fn export(session: Session) {
    let form = session
        .incoming
        .with_untracked(|incoming| incoming.first().map(|i| i.form.clone()))
        .unwrap_or_else(|| session.form.get_untracked());
    let name = page::file_name(&form, &platform::day(platform::now()));
    platform::download(&name, &form::write(&form));
}
