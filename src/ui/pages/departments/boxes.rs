//! Boxes for what is set of units.

use crate::form::UnitText;
use crate::text::units as words;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// A labelled box for a text of the settings. It is kept when one leaves the box;
/// what cannot be kept stays there with the reason.
#[component]
pub fn UnitBox(
    /// What the box holds.
    part: UnitText,
    /// The text in the name of the box that tells it from others in the page.
    name: &'static str,
) -> impl IntoView {
    let app = use_app();
    let typed = RwSignal::new(None::<String>);
    let held = Memo::new(move |_| {
        app.units.with(|units| {
            let contact = |unit| units.contact(unit).cloned().unwrap_or_default();
            match part {
                UnitText::Name(unit) => units.name(unit).to_owned(),
                UnitText::Person(unit) => contact(unit).person,
                UnitText::Telephone(unit) => contact(unit).telephone,
            }
        })
    });
    let is_refused = Signal::derive(move || typed.with(Option::is_some));
    let keep = move |text: String| {
        let is_kept = app.ask(|session| Some(session.write_unit(part, &text))).unwrap_or(true);
        typed.set((!is_kept).then_some(text));
    };
    let (mode, kind) = match part {
        UnitText::Telephone(_) => ("tel", "tel"),
        _ => ("text", "text"),
    };
    let fault = format!("{name}-fault");
    let described = fault.clone();
    view! {
        <label class="unit-box">
            <span>{words::part_text(part)}</span>
            <input
                type=kind
                inputmode=mode
                autocomplete="off"
                data-unit-text=name
                aria-invalid=move || is_refused.get().then_some("true")
                aria-describedby=move || is_refused.get().then(|| described.clone())
                prop:value=Signal::derive(move || typed.get().unwrap_or_else(|| held.get()))
                on:change:target=move |event| keep(event.target().value())
            />
            <span class="fault" role="alert" id=fault>
                {Signal::derive(move || is_refused.get().then(|| words::refused(part)))}
            </span>
        </label>
    }
}

/// Whom units call about what they are sent.
#[component]
pub fn Sender() -> impl IntoView {
    view! {
        <div class="unit-boxes sender">
            <UnitBox part=UnitText::Person(None) name="sender" />
            <UnitBox part=UnitText::Telephone(None) name="sender-telephone" />
            <p class="hint">{words::SENDER_HINT}</p>
        </div>
    }
}
