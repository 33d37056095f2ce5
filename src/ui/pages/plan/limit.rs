//! How far a plan may take a figure.

use super::setup::use_setup;
use crate::form::typed;
use crate::rulebook::FieldId;
use crate::text::{page, plan as words};
use crate::ui::context::use_app;
use crate::ui::indicator::inputmode;
use crate::ui::parts::Fault;
use leptos::prelude::*;

/// The limit of a figure, and for one of a past year whether it may move at all.
#[component]
pub fn Limit(
    /// The field of the figure.
    field: FieldId,
) -> impl IntoView {
    let setup = use_setup();
    let of = &use_app().rulebook()[field];
    let limit = Memo::new(move |_| setup.settings.with(|own| own.limits.get(&field).copied()));
    let is_closed = Memo::new(move |_| setup.closed.with(|closed| closed.contains(&field)));
    let fault = RwSignal::new(None::<String>);
    let written =
        move || limit.get().map(|limit| limit.normalize().to_string()).unwrap_or_default();
    let set = move |text: String| match typed::figure(of, &text) {
        Ok(limit) => {
            fault.set(None);
            let limit = limit.and_then(|limit| limit.number());
            setup.change(|own| match limit {
                Some(limit) => drop(own.limits.insert(field, limit)),
                None => drop(own.limits.remove(&field)),
            });
        }
        Err(why) => fault.set(Some(page::typed_fault_alone(&why, &text))),
    };
    let (unit, message) = (format!("limit-unit-{}", field.0), format!("limit-fault-{}", field.0));
    view! {
        <div class="limit">
            <label>
                <span class="limit-label">{of.label}</span>
                <span class="box">
                    <input
                        type="text"
                        inputmode=inputmode(of.kind)
                        autocomplete="off"
                        data-limit=of.id
                        aria-describedby=format!("{unit} {message}")
                        aria-invalid=Signal::derive(move || fault.with(Option::is_some).then_some("true"))
                        disabled=Signal::derive(move || is_closed.get())
                        prop:value=written
                        on:change:target=move |event| set(event.target().value())
                    />
                    <span class="unit" id=unit.clone()>
                        {of.unit}
                    </span>
                </span>
            </label>
            {of.past.then(|| view! { <Release field=field /> })}
            <Fault id=message fault=fault />
        </div>
    }
}

/// Lets a plan change a figure of a past year.
#[component]
fn Release(
    /// The field of the figure.
    field: FieldId,
) -> impl IntoView {
    let setup = use_setup();
    let of = &use_app().rulebook()[field];
    let released = Memo::new(move |_| setup.settings.with(|own| own.released.contains(&field)));
    view! {
        <label class="choice">
            <input
                type="checkbox"
                data-release=of.id
                aria-label=page::named(words::RELEASE, of.label)
                prop:checked=released
                on:change:target=move |event| {
                    let released = event.target().checked();
                    setup.change(|own| own.release(field, released));
                }
            />
            {words::RELEASE}
        </label>
    }
}
