//! Boxes for what is set of units.

use crate::desk::dispatch;
use crate::form::{SENDER, UnitPart};
use crate::rulebook::Text;
use crate::text::report::FOR_ALL_UNITS;
use crate::text::units as words;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// A labelled box for a text of the settings. It is kept when the user leaves the box; what
/// cannot be kept stays there with the reason.
#[component]
pub fn UnitBox(
    /// What the box holds.
    part: UnitPart,
    /// The unit, by its official name, or [`SENDER`].
    unit: Text,
) -> impl IntoView {
    let app = use_app();
    let typed = RwSignal::new(None::<String>);
    let held = move || {
        app.form.with(|form| match part {
            UnitPart::Name => Some(form.unit(unit).to_owned()),
            UnitPart::Sent => dispatch(form, unit, FOR_ALL_UNITS).sent,
            UnitPart::Returned => dispatch(form, unit, FOR_ALL_UNITS).returned,
            part => form.units.text(part, unit).map(str::to_owned),
        })
    };
    let keep = move |text: String| {
        let is_kept = app.ask(|session| Some(session.write_unit(part, unit, &text)));
        typed.set((is_kept == Some(false)).then_some(text));
    };
    let kind = match part {
        UnitPart::Telephone => "tel",
        UnitPart::Sent | UnitPart::Returned => "date",
        _ => "text",
    };
    view! {
        <label class="unit-box">
            <span>{words::part_text(part, unit)}</span>
            <input
                type=kind
                autocomplete="off"
                data-unit-text=part.name()
                aria-invalid=move || typed.with(Option::is_some).then_some("true")
                prop:value=Signal::derive(move || typed.get().or_else(held).unwrap_or_default())
                on:change:target=move |event| keep(event.target().value())
            />
            <span class="fault" role="alert">
                {Signal::derive(move || {
                    typed.with(Option::is_some).then(|| words::refused(part, unit))
                })}
            </span>
        </label>
    }
}

/// Whom units call about what they are sent.
#[component]
pub fn Sender() -> impl IntoView {
    let boxes = [UnitPart::Person, UnitPart::Telephone]
        .map(|part| view! { <UnitBox part=part unit=SENDER /> }.into_any());
    view! {
        <div class="unit-boxes sender">
            {boxes.into_iter().collect_view()} <p class="hint">{words::SENDER_HINT}</p>
        </div>
    }
}
