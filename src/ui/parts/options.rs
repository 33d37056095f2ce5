//! Yes or no, one of several, some of several.

use super::field::{control_id, hint};
use crate::rulebook::{Answer, FieldId};
use crate::text::page;
use crate::ui::dom::{El, button, checked, classed, el};
use crate::ui::platform;
use crate::ui::session::Session;

/// An option's label and control, and whether an answer means it.
struct Opt {
    label: El,
    input: El,
    means: Means,
}

/// Whether an answer means an option.
#[derive(Clone, Copy)]
enum Means {
    Exactly(u32),
    Bit(u32),
}

/// Yes, no, or unset.
pub fn yes_no(session: Session, id: FieldId) -> El {
    let options = [("yes", page::YES, true), ("no", page::NO, false)];
    let radios =
        options.map(|(value, label, yes)| radio(session, id, value, label, Answer::YesNo(yes)));
    group(session, id, radios.into(), "yes-no")
}

/// One option of several, or unset.
pub fn choice(session: Session, id: FieldId) -> El {
    let options = session.rulebook_now()[id].options.iter().zip(0u8..);
    let radios =
        options.map(|(o, at)| radio(session, id, o.id, o.label, Answer::Choice(at))).collect();
    group(session, id, radios, "tiers")
}

/// Some options of several, none of them, or unset.
pub fn set(session: Session, id: FieldId) -> El {
    let options = session.rulebook_now()[id].options.iter().enumerate();
    let mut boxes: Vec<Opt> = options
        .map(|(at, option)| {
            let bit = 1u32 << at;
            let input = check_input(option.id, move |on: bool| {
                let rest = chosen_now(session, id).unwrap_or(0);
                let next = if on { rest | bit } else { rest & !bit };
                // Taking the last one away leaves the question open again.
                session.answer_once(id, (next != 0).then_some(Answer::Set(next)));
            });
            opt(input, option.label, Means::Bit(bit))
        })
        .collect();
    let none = check_input("none-of-these", move |on| {
        session.answer_once(id, on.then_some(Answer::Set(0)));
    });
    let mut none = opt(none, page::NONE_OF_THESE, Means::Exactly(0));
    none.label = classed("span", "none").child(none.label);
    boxes.push(none);
    group(session, id, boxes, "set")
}

/// An answer as one number: the option's place, or the bits of a set.
fn chosen(answer: Option<&Answer>) -> Option<u32> {
    match answer? {
        Answer::YesNo(yes) => Some(u32::from(*yes)),
        Answer::Choice(at) => Some(u32::from(*at)),
        Answer::Set(bits) => Some(*bits),
        _ => None,
    }
}

fn chosen_now(session: Session, id: FieldId) -> Option<u32> {
    session.present.with_untracked(|now| chosen(now.case.answers.get(id)))
}

/// The frame around a field's options, with its label and a way to unset it.
fn group(session: Session, id: FieldId, options: Vec<Opt>, kind: &str) -> El {
    let field = &session.rulebook_now()[id];
    let control = control_id(field.id);
    let first = format!("#{control} input");
    let clear = button("clear", page::CLEAR, move |_| {
        session.answer_once(id, None);
        // The button goes, and must not take the focus with it.
        platform::focus(&first);
    });
    let clear = clear.class("clear").attr("aria-label", &page::clear(field.label));
    let (labels, inputs): (Vec<El>, Vec<(El, Means)>) =
        options.into_iter().map(|o| (o.label, (o.input, o.means))).unzip();
    let place = session.place_of(id);
    let clearing = clear.clone();
    classed("fieldset", &format!("field options {kind}"))
        .attr("data-field", field.id)
        .child(el("legend").text(field.label))
        .children(hint(field, &format!("{control}-hint")))
        .attr("id", &control)
        .child(classed("div", "choices").children(labels).child(clear))
        .react(move |_| {
            let answer = session.see(place, |_, now| chosen(now.case.answers.get(id)));
            clearing.hide(answer.is_none());
            for (input, means) in &inputs {
                input.check(answer.is_some_and(|answer| match means {
                    Means::Exactly(own) => answer == *own,
                    Means::Bit(bit) => answer & bit != 0,
                }));
            }
        })
}

fn radio(session: Session, id: FieldId, value: &str, label: &str, answer: Answer) -> Opt {
    let own = match &answer {
        Answer::YesNo(yes) => u32::from(*yes),
        Answer::Choice(at) => u32::from(*at),
        _ => 0,
    };
    let input = el("input")
        .attr("type", "radio")
        .attr("name", &control_id(session.rulebook_now()[id].id))
        .attr("value", value)
        .on("change", move |_| session.answer_once(id, Some(answer.clone())));
    opt(input, label, Means::Exactly(own))
}

fn opt(input: El, label: &str, means: Means) -> Opt {
    Opt { label: labelled(input.clone(), label), input, means }
}

/// A control with its label.
pub fn labelled(input: El, label: &str) -> El {
    classed("label", "choice").child(input).child(el("span").text(label))
}

/// A checkbox.
pub fn check_input(value: &str, toggle: impl Fn(bool) + 'static) -> El {
    el("input")
        .attr("type", "checkbox")
        .attr("value", value)
        .on("change", move |event| toggle(checked(&event)))
}

/// A checkbox with its label.
pub fn checkbox(
    value: &str,
    label: &str,
    is: impl Fn() -> bool + 'static,
    toggle: impl Fn(bool) + 'static,
) -> El {
    labelled(check_input(value, toggle).checked_of(is), label)
}
