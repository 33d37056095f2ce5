//! While a form that came in is shown: whose it is, and what one can do with it.

use crate::session::{Address, Incoming, Replacement, View};
use crate::text::{page, sharing as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::pages::forms;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// The strip of a form that came in.
#[component]
pub fn ReceivedStrip() -> impl IntoView {
    let app = use_app();
    view! {
        <When is=Signal::derive(move || app.read_only.get())>
            <Strip />
        </When>
    }
}

#[component]
fn Strip() -> impl IntoView {
    let app = use_app();
    let name = Memo::new(move |_| app.form.with(|form| page::form_name("", form)));
    let origin = Memo::new(move |_| {
        app.session.with(|session| {
            session.received().and_then(|one| match (&one.file, &one.date) {
                (Some(file), _) => Some(file.clone()),
                (None, Some(date)) => Some(page::shared_on(date)),
                (None, None) => None,
            })
        })
    });
    let returned = Memo::new(move |_| {
        app.session.with(|session| {
            session.received().is_some_and(|one| session.parent_of(&one.form).is_some())
        })
    });
    let comparable = Memo::new(move |_| {
        app.session.with(|session| {
            session.received().is_some_and(|one| !session.comparable(&one.form).is_empty())
        })
    });
    let is_beside = Memo::new(move |_| app.address.with(|address| address.view == View::Incoming));
    let beside = move |()| app.go(Address::of(View::Incoming));
    view! {
        <section class="strip received" aria-label=page::SHARED_VIEW>
            <p>
                <span class="tag">{page::SHARED_VIEW}</span>
                " "
                <b>{name}</b>
                " "
                <span class="hint">{origin}</span>
            </p>
            <Switch />
            <p class="strip-do">
                <When is=Signal::derive(move || returned.get() && !is_beside.get())>
                    <ActionButton
                        action="beside"
                        label=words::MERGE_SHORT
                        look="primary"
                        press=beside
                    />
                </When>
                <When is=Signal::derive(move || !returned.get() && comparable.get() && !is_beside.get())>
                    <ActionButton action="beside" label=words::COMPARE_OWN press=beside />
                </When>
                <ActionButton
                    action="keep"
                    label=page::KEEP
                    press=move |()| {
                        forms::replace(app, Replacement::Keep);
                        browser::keep_focus(&["#main"]);
                    }
                />
                <ActionButton action="back" label=page::BACK press=move |()| leave(app) />
            </p>
        </section>
    }
}

/// Goes from one of the forms that came in together to another.
#[component]
fn Switch() -> impl IntoView {
    let app = use_app();
    let names = Memo::new(move |_| {
        app.session.with(|session| {
            let name = |one: &Incoming| words::incoming_name(one.file.as_deref(), &one.form);
            session.incoming().iter().map(name).collect::<Vec<_>>()
        })
    });
    let at = Memo::new(move |_| app.session.with(|session| session.incoming_at()));
    view! {
        <When is=Signal::derive(move || { names.with(Vec::len) > 1 })>
            <select
                data-action="incoming"
                aria-label=words::SEVERAL
                prop:value=Signal::derive(move || at.get().to_string())
                on:change:target=move |event| {
                    if let Ok(at) = event.target().value().parse() {
                        app.update(|session| session.show_incoming(at));
                    }
                }
            >
                {move || {
                    names
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(place, name)| {
                            view! {
                                <option value=place.to_string() selected=move || at.get() == place>
                                    {name}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </When>
    }
}

/// Goes back to the user's own form, in the same view where it has one.
pub fn leave(app: AppContext) {
    app.update(|session| session.leave_incoming());
    let view = match app.address.with_untracked(|address| address.view) {
        View::Incoming => View::Fill,
        view => view,
    };
    // The address may still be the link's.
    app.go(Address::of(view));
    browser::keep_focus(&["#main"]);
}
