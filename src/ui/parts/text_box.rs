//! Text boxes: what is typed stays, what is understood counts.

use crate::session::{Session, Slot};
use crate::text::page;
use crate::ui::browser;
use crate::ui::context::use_app;
use leptos::{ev, prelude::*};

/// A box for a text that becomes a value, and the message that stands under it.
///
/// While the text is no value it is kept as half-typed, with the reason beside
/// it; the last value stays in force.
#[component]
pub fn TextBox(
    /// What the box holds. (`slot` is a word of `view!` itself.)
    #[prop(name = "holds")]
    slot: Slot,
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
    let id = slot.element_id(app.rulebook());
    let text = Memo::new(move |_| app.session.with(|session| session.text_in(slot)));
    let fault = Memo::new(move |_| app.session.with(|session| message(session, slot, unit)));
    let message_id = format!("{id}-fault");
    let described = {
        let message_id = message_id.clone();
        move || {
            let fault = fault.with(|fault| fault.as_ref().map(|_| message_id.as_str()));
            let all: Vec<&str> =
                [described_by.as_str()].into_iter().chain(fault).filter(|id| !id.is_empty()).collect();
            (!all.is_empty()).then(|| all.join(" "))
        }
    };
    let invalid = move || fault.with(Option::is_some).then_some("true");
    let type_in = move |text: String| app.update(|session| session.type_in(slot, &text));
    // Leaving a box that goes with its view reaches a context that is gone.
    let leave = move || {
        let _ = app.session.try_update(|session| session.leave(slot));
    };
    let control = if rows > 0 {
        view! {
            <textarea
                id=id
                rows=rows
                aria-label=name
                aria-describedby=described
                aria-invalid=invalid
                placeholder=placeholder
                readonly=move || app.read_only.get()
                prop:value=move || text.get()
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
                placeholder=placeholder
                readonly=move || app.read_only.get()
                prop:value=move || text.get()
                on:input:target=move |event| type_in(event.target().value())
                on:change:target=move |event| type_in(event.target().value())
                on:keydown=move |event| undo_typed(event, slot)
                on:blur=move |_| leave()
            />
        }
        .into_any()
    };
    view! {
        {control}
        <Fault id=message_id fault=fault />
    }
}

/// Undo in a box takes back what is half-typed there before anything else.
fn undo_typed(event: ev::KeyboardEvent, slot: Slot) {
    let is_undo = (event.ctrl_key() || event.meta_key())
        && !event.shift_key()
        && !event.alt_key()
        && event.key().eq_ignore_ascii_case("z");
    if !is_undo || browser::is_composing(&event) {
        return;
    }
    let forgot = use_context::<crate::ui::context::AppContext>()
        .and_then(|app| app.session.try_update(|session| session.forget_typed(slot)));
    if forgot == Some(true) {
        event.prevent_default();
        event.stop_propagation();
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
        <Show when=move || fault.with(Option::is_some)>
            <p class="fault" id=id.clone() data-message role="alert">
                {fault}
            </p>
        </Show>
    }
}

/// Why the text in a box is no value, for the user.
fn message(session: &Session, slot: Slot, unit: &str) -> Option<String> {
    let fault = session.fault_in(slot)?;
    let value = session.value_in(slot);
    let value = (!value.is_empty()).then(|| page::named_value(&value, unit));
    Some(page::typed_fault(&fault, &session.text_in(slot), value))
}
