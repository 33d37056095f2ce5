//! One form on the shelf.

use super::{hand_out, replace};
use crate::session::Replacement;
use crate::storage::Saved;
use crate::text::kind::score_text;
use crate::text::{earlier, page, sharing as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A form on the shelf: what it is, how far, where it went, and what one can do
/// with it.
#[component]
pub fn SavedForm(
    /// The form's id.
    id: String,
    /// The form as it is now.
    saved: Memo<Option<Saved>>,
) -> impl IntoView {
    let app = use_app();
    let read = move |read: fn(&Saved) -> String| {
        Memo::new(move |_| saved.with(|saved| saved.as_ref().map(read).unwrap_or_default()))
    };
    let name = read(|saved| page::form_name(&saved.name, &saved.form));
    let edition = read(|saved| saved.form.edition.title.to_owned());
    let score =
        read(|saved| score_text(&saved.form.scorecard().score_of_all(saved.form.edition.0)));
    let progress = read(|saved| {
        let (answered, all) = crate::form::asked(&saved.form);
        page::answered(answered, all)
    });
    let unit = read(|saved| saved.form.slice_unit().to_owned());
    let went = Memo::new(move |_| {
        saved.with(|saved| {
            saved.as_ref().map(|saved| words::journey(&saved.form)).unwrap_or_default()
        })
    });
    let key = StoredValue::new(id.clone());
    let is_open = Memo::new(move |_| {
        app.session.with(|session| key.with_value(|id| session.id() == id.as_str()))
    });
    let time = Memo::new(move |_| {
        let is_unsaved = is_open.get() && app.session.with(|session| session.is_unsaved());
        match saved.with(|saved| saved.as_ref().map(|saved| saved.saved_at)) {
            Some(at) if !is_unsaved => page::saved_at(&browser::clock_text(at, true)),
            _ => page::UNSAVED.to_owned(),
        }
    });
    let whose = move |label: &str| page::named(label, &name.get_untracked());
    let rename = move |name: String| {
        app.update(|session| key.with_value(|id| session.rename(id, &name, &Browser)));
    };
    let duplicate = move |()| {
        app.ask(|session| key.with_value(|id| Some(session.duplicate(id, &Browser))));
    };
    // A unit's slice has no next year of its own.
    let has_next = saved
        .with_untracked(|saved| saved.as_ref().is_some_and(|saved| saved.form.slice.is_none()));
    let next_year = move |()| {
        if let Some(saved) = saved.get_untracked() {
            spawn_local(async move {
                let form = saved.form;
                arrival(app.missing, || later::begin_next_year(app, form.clone())).await;
            });
        }
    };
    let download = move |()| {
        if let Some(saved) = saved.get_untracked() {
            hand_out(app, &saved.form);
        }
    };
    let delete = move |()| {
        replace(app, Replacement::Delete(key.get_value()));
        browser::keep_focus(&[".shelf [data-action=open]", "#main"]);
    };
    view! {
        <li data-form-id=id class:current=is_open>
            <div class="saved-name">
                <input
                    type="text"
                    data-action="rename"
                    aria-label=whose(page::FORM_NAME)
                    prop:value=name
                    on:change:target=move |event| rename(event.target().value())
                />
                <When is=Signal::derive(move || is_open.get())>
                    <span class="tag">{page::CURRENT}</span>
                </When>
                <When is=Signal::derive(move || !unit.with(String::is_empty))>
                    <span class="tag">{unit}</span>
                </When>
            </div>
            <p class="saved-score">{score}</p>
            <p class="hint saved-facts">
                {progress} " · " {time} " · " {edition}
            </p>
            <When is=Signal::derive(move || !went.with(Vec::is_empty))>
                <p class="hint saved-went">{Signal::derive(move || went.get().join(" · "))}</p>
            </When>
            <p class="saved-do">
                <ActionButton
                    action="open"
                    label=page::OPEN
                    name=whose(page::OPEN)
                    press=move |()| replace(app, Replacement::Open(key.get_value()))
                />
                <ActionButton
                    action="duplicate"
                    label=page::DUPLICATE
                    name=whose(page::DUPLICATE)
                    look="quiet"
                    press=duplicate
                />
                {has_next
                    .then(|| {
                        view! {
                            <ActionButton
                                action="next-year"
                                label=earlier::NEXT_YEAR
                                name=whose(earlier::NEXT_YEAR)
                                look="quiet"
                                press=next_year
                            />
                        }
                    })}
                <ActionButton
                    action="download"
                    label=page::EXPORT
                    name=whose(page::EXPORT)
                    look="quiet"
                    press=download
                />
                <ActionButton
                    action="delete"
                    label=page::DELETE
                    name=whose(page::DELETE)
                    look="quiet"
                    press=delete
                />
            </p>
        </li>
    }
}
