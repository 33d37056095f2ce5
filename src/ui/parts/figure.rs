//! Boxes for figures: what is typed stays, what is understood counts.

use super::field::{control_id, hint};
use crate::form::limits::COUNT;
use crate::form::typed::{self, TypedFault};
use crate::rulebook::{Answer, FieldId, FieldKind};
use crate::text::page;
use crate::ui::dom::{El, button, classed, el, key, value};
use crate::ui::present::Block;
use crate::ui::session::Session;
use std::cell::Cell;
use std::rc::Rc;

type Judge = Rc<dyn Fn(&str) -> Result<(), TypedFault>>;
type Shown = Rc<dyn Fn() -> String>;

/// How a box understands and shows what is typed into it.
///
/// While the text is no value it is kept as a draft, with the reason beside it;
/// the last value stays in force.
pub struct Typed {
    /// The part of the page that follows it.
    pub place: Block,
    /// Where the draft is kept.
    pub slot: String,
    /// The value in force, as the box shows it; empty when there is none.
    pub value: Shown,
    /// Judges a text.
    pub judge: Judge,
    /// Judges a text and takes it when it is a value.
    pub take: Judge,
    /// Stands behind the value where the message names it.
    pub unit: &'static str,
}

/// A control wired to a [`Typed`], and the message that stands under it.
pub struct TypedBox {
    pub input: El,
    pub message: El,
}

/// Wires a control up: its text, its fault, and what typing does.
pub fn typed_box(session: Session, input: El, id: &str, typed: Typed) -> TypedBox {
    let Typed { place, slot, value: in_force, judge, take, unit } = typed;
    let fault_id = format!("{id}-fault");
    let slot: Rc<str> = slot.into();
    let draft_of = {
        let slot = slot.clone();
        move || session.drafts.with_untracked(|drafts| drafts.get(&*slot).cloned())
    };
    let draft_now = draft_of.clone();
    let shown = in_force.clone();
    // The text in the box, and why it is no value.
    let state = move || {
        session.see(place, |_, _| ());
        let Some(draft) = draft_of() else { return (in_force(), None) };
        let fault = judge(&draft).err().map(|fault| {
            let value = in_force();
            let value = (!value.is_empty()).then(|| page::named_value(&value, unit));
            page::typed_fault(&fault, &draft, value)
        });
        (draft, fault)
    };
    let keep = move |draft| session.draft(place, &slot, draft);
    let drop_draft = keep.clone();
    let leave = take.clone();
    let on_input = move |event: web_sys::Event| {
        let text = value(&event);
        let plain = take(&text).is_ok() && shown() == text;
        keep((!plain).then_some(text));
    };
    // Once it is a value, it is shown the way values are.
    let on_blur = move |_| {
        session.seal();
        if draft_now().is_some_and(|draft| leave(&draft).is_ok()) {
            drop_draft(None);
        }
    };
    let described = input.attribute("aria-describedby");
    let message = el("div").attr("role", "alert");
    let under = message.clone();
    let faulty = Cell::new(false);
    let input = input.attr("id", id).attr("autocomplete", "off");
    let input = input
        .react(move |element| {
            let (text, fault) = state();
            element.hold(&text);
            let Some(fault) = fault else {
                if faulty.replace(false) {
                    element.set("aria-invalid", None);
                    element.set("aria-describedby", described.as_deref());
                    under.show_all(Vec::new());
                }
                return;
            };
            faulty.set(true);
            element.set("aria-invalid", Some("true"));
            element.set("aria-describedby", Some(&fault_id));
            let message = classed("p", "fault").attr("id", &fault_id).attr("data-message", "");
            under.show_all(vec![message.text(&fault)]);
        })
        .on("input", on_input)
        .on("blur", on_blur);
    TypedBox { input, message }
}

/// A text box on one line.
pub fn text_input(mode: &str) -> El {
    el("input").attr("type", "text").attr("inputmode", mode)
}

/// The control of a count, percent, amount or rate.
pub fn field_figure(session: Session, id: FieldId) -> El {
    let field = &session.rulebook_now()[id];
    let control = control_id(field.id);
    let is_count = field.kind == FieldKind::Count;
    let typed = Typed {
        place: session.place_of(id),
        slot: field.id.to_string(),
        value: Rc::new(move || {
            let number = session.present.with_untracked(|now| now.case.answers.number(id));
            number.map(|n| n.normalize().to_string()).unwrap_or_default()
        }),
        judge: Rc::new(move |text| typed::figure(field, text).map(drop)),
        take: Rc::new(move |text| {
            typed::figure(field, text).map(|answer| session.answer(id, answer))
        }),
        unit: field.unit,
    };
    let hint_id = format!("{control}-hint");
    let hint = hint(field, &hint_id);
    let mut input = text_input(if is_count { "numeric" } else { "decimal" })
        .attr("data-field", field.id)
        .attr("placeholder", page::placeholder(field));
    if hint.is_some() {
        input = input.attr("aria-describedby", &hint_id);
    }
    if is_count {
        input = input.on("keydown", move |event| {
            let up = match key(&event).as_str() {
                "ArrowUp" => true,
                "ArrowDown" => false,
                _ => return,
            };
            event.prevent_default();
            step(session, id, up);
        });
    }
    let stepper = |action: &str, sign: &str, label: String, up: bool| {
        let stepped = move |_| {
            step(session, id, up);
            session.seal();
        };
        is_count.then(|| {
            button(action, sign, stepped)
                .class("step")
                .attr("tabindex", "-1")
                .attr("aria-label", &label)
        })
    };
    let TypedBox { input, message } = typed_box(session, input, &control, typed);
    classed("div", "field figure")
        .child(el("label").attr("for", &control).text(field.label))
        .children(hint)
        .child(
            classed("span", "box")
                .children(stepper("less", "−", page::less(field.label), false))
                .child(input)
                .children(stepper("more", "+", page::more(field.label), true))
                .child(classed("span", "unit").text(field.unit)),
        )
        .child(message)
}

/// Counts one up or down; from nothing, to one or to none.
fn step(session: Session, id: FieldId, up: bool) {
    let now = session.present.with_untracked(|now| match now.case.answers.get(id) {
        Some(Answer::Count(n)) => Some(*n),
        _ => None,
    });
    let next = match (now, up) {
        (None, true) => 1,
        (None, false) => 0,
        (Some(n), true) => n.saturating_add(1).min(*COUNT.end()),
        (Some(n), false) => n.saturating_sub(1),
    };
    session.draft(session.place_of(id), session.rulebook_now()[id].id, None);
    session.answer(id, Some(Answer::Count(next)));
}
