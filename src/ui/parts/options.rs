//! Yes or no, one of several, some of several.

use super::field::{control_id, hint};
use crate::rulebook::{Answer, FieldId};
use crate::text::page;
use crate::ui::dom::{El, button, checked, classed, el, memo};
use crate::ui::platform;
use crate::ui::session::Session;
use leptos::prelude::*;

/// What is answered, as one number: the option's place, or the bits of a set.
type Chosen = Memo<Option<u32>>;

/// Yes, no, or unset.
pub fn yes_no(session: Session, id: FieldId) -> El {
    let chosen = chosen(session, id);
    let options = [("yes", page::YES, true), ("no", page::NO, false)];
    let radios = options
        .map(|(value, label, yes)| radio(session, id, value, label, Answer::YesNo(yes), chosen));
    group(session, id, radios.into(), chosen, "yes-no")
}

/// One option of several, or unset.
pub fn choice(session: Session, id: FieldId) -> El {
    let chosen = chosen(session, id);
    let options = session.rulebook_now()[id].options.iter().zip(0u8..);
    let radios = options
        .map(|(o, at)| radio(session, id, o.id, o.label, Answer::Choice(at), chosen))
        .collect();
    group(session, id, radios, chosen, "tiers")
}

/// Some options of several, none of them, or unset.
pub fn set(session: Session, id: FieldId) -> El {
    let chosen = chosen(session, id);
    let options = session.rulebook_now()[id].options.iter().enumerate();
    let mut boxes: Vec<El> = options
        .map(|(at, option)| {
            let bit = 1u32 << at;
            let is = move || chosen.get().is_some_and(|c| c & bit != 0);
            let toggle = move |on: bool| {
                let rest = chosen.get_untracked().unwrap_or(0);
                let next = if on { rest | bit } else { rest & !bit };
                // Taking the last one away leaves the question open again.
                session.answer_once(id, (next != 0).then_some(Answer::Set(next)));
            };
            checkbox(option.id, option.label, is, toggle)
        })
        .collect();
    let none = checkbox(
        "none-of-these",
        page::NONE_OF_THESE,
        move || chosen.get() == Some(0),
        move |on| {
            session.answer_once(id, on.then_some(Answer::Set(0)));
        },
    );
    boxes.push(classed("span", "none").child(none));
    group(session, id, boxes, chosen, "set")
}

fn chosen(session: Session, id: FieldId) -> Chosen {
    memo(move || {
        session.form.with(|form| match form.case.answers.get(id) {
            Some(Answer::YesNo(yes)) => Some(u32::from(*yes)),
            Some(Answer::Choice(at)) => Some(u32::from(*at)),
            Some(Answer::Set(bits)) => Some(*bits),
            _ => None,
        })
    })
}

/// The frame around a field's options, with its label and a way to unset it.
fn group(session: Session, id: FieldId, options: Vec<El>, chosen: Chosen, kind: &str) -> El {
    let field = &session.rulebook_now()[id];
    let control = control_id(field.id);
    let first = format!("#{control} input");
    let clear = button("clear", page::CLEAR, move |_| {
        session.answer_once(id, None);
        // The button goes, and must not take the focus with it.
        platform::focus(&first);
    });
    let clear = clear
        .class("clear")
        .attr("aria-label", &page::clear(field.label))
        .hidden_while(move || chosen.get().is_none());
    classed("fieldset", &format!("field options {kind}"))
        .attr("data-field", field.id)
        .child(el("legend").text(field.label))
        .children(hint(field, &format!("{control}-hint")))
        .attr("id", &control)
        .child(classed("div", "choices").children(options).child(clear))
}

fn radio(
    session: Session,
    id: FieldId,
    value: &str,
    label: &str,
    answer: Answer,
    chosen: Chosen,
) -> El {
    let own = match &answer {
        Answer::YesNo(yes) => u32::from(*yes),
        Answer::Choice(at) => u32::from(*at),
        _ => 0,
    };
    let input = el("input")
        .attr("type", "radio")
        .attr("name", &control_id(session.rulebook_now()[id].id))
        .attr("value", value)
        .checked_of(move || chosen.get() == Some(own))
        .on("change", move |_| session.answer_once(id, Some(answer.clone())));
    classed("label", "choice").child(input).child(el("span").text(label))
}

/// A checkbox with its label.
pub fn checkbox(
    value: &str,
    label: &str,
    is: impl Fn() -> bool + 'static,
    toggle: impl Fn(bool) + 'static,
) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .attr("value", value)
        .checked_of(is)
        .on("change", move |event| toggle(checked(&event)));
    classed("label", "choice").child(input).child(el("span").text(label))
}
