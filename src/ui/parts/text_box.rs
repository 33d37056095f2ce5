//! Text boxes: what is typed stays, what is understood counts.

use super::when::When;
use crate::rulebook::{FieldKind, Rulebook};
use crate::session::{Session, Slot};
use crate::text::page;
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use leptos::{ev, prelude::*};

/// A box for a text that becomes a value, and the message that stands under it.
///
/// While the text is no value it is kept as half-typed, with the reason beside
/// it; the last value stays in force.
#[component]
pub fn TextBox(
    /// What the box holds.
    holds: Slot,
    /// What screen readers call it, where no `<label>` stands before it.
    #[prop(optional, into)]
    name: Option<String>,
    /// Elements that describe it: unit, hint.
    #[prop(optional, into)]
    described_by: String,
    /// The unit of the figure, which messages name; empty for texts.
    #[prop(optional)]
    unit: &'static str,
    /// An example, or the default that holds while it is empty.
    #[prop(optional, into)]
    placeholder: String,
    /// The kind of keyboard: `decimal`, `numeric`, `text`.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Rows of a box for several lines; 0 for a box of one line.
    #[prop(optional)]
    rows: u8,
) -> impl IntoView {
    let app = use_app();
    let slot = holds;
    let id = slot.element_id(app.rulebook());
    let hooks = Hooks::of(slot, app.rulebook());
    let Hooks { field, reference, end, part, form, target } = hooks;
    let held = app.watch(move |session| {
        let converted = session.converted_in(slot).map(|value| page::converted(&value, unit));
        (session.text_in(slot), message(session, slot, unit), converted)
    });
    let text = Signal::derive(move || held.with(|(text, ..)| text.clone()));
    let fault = Signal::derive(move || held.with(|(_, fault, _)| fault.clone()));
    let converted = Signal::derive(move || held.with(|(.., converted)| converted.clone()));
    let message_id = format!("{id}-fault");
    let described = {
        let message_id = message_id.clone();
        move || {
            let fault = fault.with(|fault| fault.as_ref().map(|_| message_id.as_str()));
            let all: Vec<&str> = [described_by.as_str()]
                .into_iter()
                .chain(fault)
                .filter(|id| !id.is_empty())
                .collect();
            (!all.is_empty()).then(|| all.join(" "))
        }
    };
    let invalid = move || fault.with(Option::is_some).then_some("true");
    let type_in = move |text: String| app.update(|session| session.type_in(slot, &text));
    // A box that loses the focus because its view is removed has no context any more.
    let leave = move || {
        app.ask_if(|session| (session.leave(slot), ()));
    };
    let control = if rows > 0 {
        view! {
            <textarea
                id=id
                rows=rows
                aria-label=name
                aria-describedby=described
                aria-invalid=invalid
                data-undo=""
                data-field=field
                data-reference=reference
                data-end=end
                data-part=part
                data-form=form
                data-target=target
                placeholder=placeholder
                readonly=Signal::derive(move || app.locked.get())
                prop:value=text
                on:input:target=move |event| type_in(event.target().value())
                on:change:target=move |event| type_in(event.target().value())
                on:blur=move |_| leave()
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                id=id
                inputmode=inputmode
                autocomplete="off"
                aria-label=name
                aria-describedby=described
                aria-invalid=invalid
                data-undo=""
                data-field=field
                data-reference=reference
                data-end=end
                data-part=part
                data-form=form
                data-target=target
                placeholder=placeholder
                readonly=Signal::derive(move || app.locked.get())
                prop:value=text
                on:input:target=move |event| type_in(event.target().value())
                on:change:target=move |event| type_in(event.target().value())
                on:keydown=move |event| keys(app, &event, slot)
                on:blur=move |_| leave()
            />
        }
        .into_any()
    };
    view! {
        {control}
        <Fault id=message_id fault=fault />
        <When is=Signal::derive(move || converted.with(Option::is_some))>
            <p class="hint" data-converted role="status">
                {converted}
            </p>
        </When>
    }
}

/// The attributes by which tests and assistive tools find a box.
#[derive(Clone, Copy, Default)]
struct Hooks {
    field: Option<&'static str>,
    reference: Option<&'static str>,
    end: Option<&'static str>,
    part: Option<&'static str>,
    form: Option<&'static str>,
    target: Option<&'static str>,
}

impl Hooks {
    fn of(slot: Slot, rulebook: &'static Rulebook) -> Hooks {
        let mut hooks = Hooks::default();
        match slot {
            Slot::Field(id) => hooks.field = Some(rulebook[id].id),
            Slot::Reference(id, end) => {
                (hooks.reference, hooks.end) = (Some(rulebook[id].id), Some(end.name()));
            }
            Slot::Year => hooks.form = Some("year"),
            Slot::Veto => hooks.form = Some("veto"),
            Slot::AdjustedPoints(_) => hooks.part = Some("points"),
            Slot::AdjustedReason(_) => hooks.part = Some("reason"),
            Slot::Evidence(_, _, part) => hooks.part = Some(part.name()),
            Slot::RowYear(..) => hooks.part = Some("year"),
            Slot::Target(id) => hooks.target = Some(rulebook[id].id),
        }
        hooks
    }
}

/// Undo takes back what is half-typed in the box before anything else; arrows
/// count up and down.
fn keys(app: AppContext, event: &ev::KeyboardEvent, slot: Slot) {
    if browser::is_composing(event) || event.alt_key() {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    match (event.key().as_str(), slot) {
        ("z" | "Z", _) if command && !event.shift_key() => {
            let forgot = app.ask(|session| Some(session.forget_typed(slot)));
            if forgot == Some(true) {
                event.prevent_default();
            }
        }
        (key @ ("ArrowUp" | "ArrowDown"), Slot::Field(field))
            if !command
                && app.rulebook()[field].kind == FieldKind::Count
                && !app.locked.get_untracked() =>
        {
            event.prevent_default();
            app.update(|session| session.step_count(field, key == "ArrowUp"));
        }
        _ => {}
    }
}

/// Why a text is no value, under its box.
#[component]
pub fn Fault(
    /// The id of the message.
    #[prop(into)]
    id: String,
    /// The message; none while there is no fault.
    #[prop(into)]
    fault: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <When is=Signal::derive(move || fault.with(Option::is_some))>
            <p class="fault" id=id.clone() data-message role="alert">
                {fault}
            </p>
        </When>
    }
}

/// Why the text in a box is no value, for the user.
fn message(session: &Session, slot: Slot, unit: &str) -> Option<String> {
    let fault = session.fault_in(slot)?;
    let value = session.value_in(slot);
    let value = (!value.is_empty()).then(|| page::named_value(&value, unit));
    Some(page::typed_fault(&fault, &session.text_in(slot), value))
}
