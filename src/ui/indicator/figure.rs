//! The control of a count, percent, amount or rate.

use super::field::control_id;
use crate::desk::Doubted;
use crate::rulebook::{FieldId, FieldKind};
use crate::session::Slot;
use crate::text::page;
use crate::ui::context::{AppContext, use_app};
use crate::ui::later::doubt_behind;
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
    let is_questioned = definition.plausible_max.is_some() || !definition.like.is_empty();
    let base = control_id(definition.id);
    let (hint_id, unit_id) = (format!("{base}-hint"), format!("{base}-unit"));
    let doubt_id = format!("{base}-doubt");
    let described =
        [(true, &unit_id), (!definition.hint.is_empty(), &hint_id), (is_questioned, &doubt_id)];
    let described = described.iter().filter(|(is, _)| *is).map(|(_, id)| id.as_str());
    let described = described.collect::<Vec<_>>().join(" ");
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
            {Signal::derive(move || app.form.with(|form| form.edition[field].label))}
            {(!definition.hint.is_empty())
                .then(|| view! { <span class="hint" id=hint_id>{definition.hint}</span> })}
        </label>
        <span class="box">
            {is_count.then(|| stepper(false))}
            <TextBox holds=slot described_by=described unit=definition.unit inputmode />
            {is_count.then(|| stepper(true))}
            <span class="unit" id=unit_id>{definition.unit}</span>
        </span>
        {is_questioned.then(|| questioned(app, Doubted::Field(field), doubt_id))}
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

/// Asks, quietly, whether a figure is right.
pub fn questioned(app: AppContext, what: Doubted, id: String) -> AnyView {
    let said = doubt_behind(app, what);
    view! {
        <p class="doubt" role="status" id=(!id.is_empty()).then_some(id) data-doubt>
            {said}
        </p>
    }
    .into_any()
}
