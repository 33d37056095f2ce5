//! The day that deadlines are counted from: today, or one that the user plans for.

use crate::form::typed;
use crate::rulebook::Day;
use crate::session::Session;
use crate::text::{desk, page};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Fault, When};
use leptos::{ev, html::Input, prelude::*};

/// The day, and a way to plan for another.
#[component]
pub fn Today() -> impl IntoView {
    let app = use_app();
    let input = NodeRef::<Input>::new();
    let fault = RwSignal::new(None::<String>);
    let planned = Memo::new(move |_| app.session.with(Session::planned));
    let shown = move || desk::day_text(app.today.get());
    let plan = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        let text = event.target().value();
        let day = match typed::date(&text) {
            Ok(None) => None,
            typed => match typed.ok().flatten().as_deref().and_then(Day::parse) {
                Some(day) => Some(day),
                None => return fault.set(Some(page::no_date(&text))),
            },
        };
        fault.set(None);
        app.update(|session| session.plan_for(day));
        // The day may be written otherwise than it was typed.
        event.target().set_value(&desk::day_text(app.today.get_untracked()));
    };
    let back = move |()| {
        fault.set(None);
        app.update(|session| session.plan_for(None));
        // The button goes with the click.
        if let Some(input) = input.get_untracked() {
            input.set_value(&desk::day_text(app.today.get_untracked()));
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
                    autocomplete="off"
                    data-form="today"
                    aria-describedby="today-fault"
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
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
        <Fault id="today-fault" fault />
    }
}
