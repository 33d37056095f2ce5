//! The day that deadlines are counted from: today, or one that the user plans for.

use crate::form::typed;
use crate::rulebook::Day;
use crate::session::Session;
use crate::text::{desk, page};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When};
use leptos::{ev, html::Input, prelude::*};

/// The day, and a way to plan for another.
#[component]
pub fn Today() -> impl IntoView {
    let app = use_app();
    let input = NodeRef::<Input>::new();
    let planned = Memo::new(move |_| app.session.with(Session::planned));
    let shown = move || desk::day_text(app.today.get());
    let plan = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        let text = event.target().value();
        match typed::date(&text).ok().flatten().as_deref().and_then(Day::parse) {
            Some(day) => app.update(|session| session.plan_for(Some(day))),
            None => app.tell(page::no_date(&text), true),
        }
        // What was typed is no day, or is written otherwise: the one that holds is shown.
        event.target().set_value(&desk::day_text(app.today.get_untracked()));
    };
    let back = move |()| {
        app.update(|session| session.plan_for(None));
        // The button goes with the click.
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    let year = move || {
        let of_form = app.form.with(|form| form.year());
        let same = browser::today().is_some_and(|today| today.date().0 == of_form);
        (!same).then(|| page::other_year(of_form))
    };
    view! {
        <p class="today">
            <label>
                {page::TODAY}
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    data-form="today"
                    node_ref=input
                    prop:value=shown
                    on:change:target=plan
                />
            </label>
            <When is=Signal::derive(move || planned.with(Option::is_some))>
                <ActionButton action="today" label=page::TODAY_BACK look="quiet" press=back />
            </When>
            <span class="hint">{year}</span>
        </p>
    }
}
