//! The control of a count, percent, amount or rate.

use super::field::control_id;
use crate::rulebook::{FieldId, FieldKind};
use crate::session::Slot;
use crate::text::page;
use crate::ui::context::use_app;
use crate::ui::parts::TextBox;
use leptos::prelude::*;

/// Label, box and unit of a figure.
#[component]
pub fn Figure(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let app = use_app();
    let definition = &app.rulebook()[field];
    let slot = Slot::Field(field);
    let base = control_id(definition.id);
    let (hint_id, unit_id) = (format!("{base}-hint"), format!("{base}-unit"));
    let described = match definition.hint.is_empty() {
        true => unit_id.clone(),
        false => format!("{unit_id} {hint_id}"),
    };
    let is_count = definition.kind == FieldKind::Count;
    let inputmode = inputmode(definition.kind);
    let step = move |up: bool| {
        app.update(|session| {
            session.step_count(field, up);
            session.seal();
        });
    };
    let stepper = move |up: bool| {
        let (sign, name) = match up {
            true => ("+", page::more(definition.label)),
            false => ("−", page::less(definition.label)),
        };
        view! {
            <button
                type="button"
                class="stepper"
                tabindex="-1"
                data-action=if up { "more" } else { "less" }
                aria-label=name
                on:click=move |_| step(up)
            >
                {sign}
            </button>
        }
    };
    view! {
        <label class="label" for=slot.element_id(app.rulebook())>
            {definition.label}
            {(!definition.hint.is_empty())
                .then(|| view! { <span class="hint" id=hint_id>{definition.hint}</span> })}
        </label>
        <span class="box">
            {is_count.then(|| stepper(false))}
            <TextBox holds=slot described_by=described unit=definition.unit inputmode />
            {is_count.then(|| stepper(true))}
            <span class="unit" id=unit_id>{definition.unit}</span>
        </span>
    }
}

/// The keypad that a phone shows for a figure.
pub fn inputmode(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Count => "numeric",
        // Keypads of `decimal` have no minus.
        FieldKind::Rate => "text",
        _ => "decimal",
    }
}
