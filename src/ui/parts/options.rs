//! Yes or no, one of several, some of several.

use super::field::control_id;
use crate::rulebook::{Answer, FieldId};
use crate::text::page;
use crate::ui::session::Session;
use leptos::prelude::*;

/// Yes, no, or unset.
pub fn yes_no(session: Session, id: FieldId) -> AnyView {
    let chosen = Memo::new(move |_| session.form.with(|form| form.case.answers.yes(id)));
    let options = [("yes", page::YES, true), ("no", page::NO, false)];
    let radios = options.map(|(value, label, yes)| {
        radio(
            session,
            id,
            value,
            label,
            Answer::YesNo(yes),
            Signal::derive(move || chosen.get() == Some(yes)),
        )
    });
    let open = Signal::derive(move || chosen.get().is_none());
    group(session, id, radios.into_iter().collect_view().into_any(), open, "yes-no")
}

/// One option of several, or unset.
pub fn choice(session: Session, id: FieldId) -> AnyView {
    let chosen = Memo::new(move |_| {
        session.form.with(|form| match form.case.answers.get(id) {
            Some(Answer::Choice(chosen)) => Some(*chosen),
            _ => None,
        })
    });
    let options = &session.rulebook_now()[id].options;
    let radios = options
        .iter()
        .zip(0u8..)
        .map(|(option, at)| {
            let is = Signal::derive(move || chosen.get() == Some(at));
            radio(session, id, &option.id, &option.label, Answer::Choice(at), is)
        })
        .collect_view();
    let open = Signal::derive(move || chosen.get().is_none());
    group(session, id, radios.into_any(), open, "tiers")
}

/// Some options of several, none of them, or unset.
pub fn set(session: Session, id: FieldId) -> AnyView {
    let chosen = Memo::new(move |_| {
        session.form.with(|form| match form.case.answers.get(id) {
            Some(Answer::Set(chosen)) => Some(*chosen),
            _ => None,
        })
    });
    let options = &session.rulebook_now()[id].options;
    let boxes = options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            let bit = 1u32 << at;
            let is = Signal::derive(move || chosen.get().is_some_and(|c| c & bit != 0));
            let toggle = move |on: bool| {
                let rest = chosen.get_untracked().unwrap_or(0);
                let next = if on { rest | bit } else { rest & !bit };
                // Taking the last one away leaves the question open again.
                session.answer(id, (next != 0).then_some(Answer::Set(next)));
                session.seal();
            };
            checkbox(&option.id, &option.label, is, toggle)
        })
        .collect_view();
    let is_none = Signal::derive(move || chosen.get() == Some(0));
    let none = checkbox("none-of-these", page::NONE_OF_THESE, is_none, move |on| {
        session.answer(id, on.then_some(Answer::Set(0)));
        session.seal();
    });
    let open = Signal::derive(move || chosen.get().is_none());
    group(session, id, view! { {boxes} <span class="none">{none}</span> }.into_any(), open, "set")
}

/// The frame around a field's options, with its label and a way to unset it.
fn group(
    session: Session,
    id: FieldId,
    options: AnyView,
    open: Signal<bool>,
    class: &'static str,
) -> AnyView {
    let field = &session.rulebook_now()[id];
    let clear = move |_| {
        session.answer(id, None);
        session.seal();
    };
    let hint =
        (!field.hint.is_empty()).then(|| view! { <p class="hint">{field.hint.as_str()}</p> });
    view! {
        <fieldset class=format!("field options {class}") data-field=field.id.as_str()
            id=control_id(&field.id)>
            <legend>{field.label.as_str()}</legend>
            {hint}
            <div class="choices">
                {options}
                <button type="button" class="clear" data-action="clear"
                    aria-label=format!("{}：{}", page::CLEAR, field.label)
                    hidden=move || open.get() on:click=clear>{page::CLEAR}</button>
            </div>
        </fieldset>
    }
    .into_any()
}

fn radio(
    session: Session,
    id: FieldId,
    value: &str,
    label: &str,
    answer: Answer,
    is: Signal<bool>,
) -> AnyView {
    let name = control_id(&session.rulebook_now()[id].id);
    let choose = move |_| {
        session.answer(id, Some(answer.clone()));
        session.seal();
    };
    view! {
        <label class="choice">
            <input type="radio" name=name value=value.to_owned()
                prop:checked=move || is.get() on:change=choose />
            <span>{label.to_owned()}</span>
        </label>
    }
    .into_any()
}

fn checkbox(
    value: &str,
    label: &str,
    is: Signal<bool>,
    toggle: impl Fn(bool) + 'static,
) -> AnyView {
    view! {
        <label class="choice">
            <input type="checkbox" value=value.to_owned() prop:checked=move || is.get()
                on:change=move |event| toggle(event_target_checked(&event)) />
            <span>{label.to_owned()}</span>
        </label>
    }
    .into_any()
}
