//! Yes or no, one of several, some of several.

use super::field::control_id;
use crate::rulebook::{Answer, FieldId};
use crate::text::page;
use crate::ui::browser;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// An answer as one number: yes, an option's position, or the bits of a set.
fn chosen(answer: Option<&Answer>) -> Option<u32> {
    match answer? {
        Answer::YesNo(yes) => Some(u32::from(*yes)),
        Answer::Choice(at) => Some(u32::from(*at)),
        Answer::Set(bits) => Some(*bits),
        _ => None,
    }
}

/// The answer of the case that is shown, as one number.
fn answer(field: FieldId) -> Memo<Option<u32>> {
    let app = use_app();
    Memo::new(move |_| app.present.with(|now| chosen(now.case.answers.get(field))))
}

/// Yes, no, or unset.
#[component]
pub fn YesNo(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let now = answer(field);
    view! {
        <Group field now class="yes-no">
            <Radio field now value="yes" label=page::YES means=1 answer=Answer::YesNo(true) />
            <Radio field now value="no" label=page::NO means=0 answer=Answer::YesNo(false) />
        </Group>
    }
}

/// One option of several, or unset.
#[component]
pub fn Choice(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let now = answer(field);
    let options = use_app().rulebook()[field].options.iter().zip(0u8..);
    let radios = options
        .map(|(option, at)| {
            view! {
                <Radio
                    field
                    now
                    value=option.id
                    label=option.label
                    means=u32::from(at)
                    answer=Answer::Choice(at)
                />
            }
        })
        .collect_view();
    view! {
        <Group field now class="tiers">
            {radios}
        </Group>
    }
}

/// Some options of several, none of them, or unset.
#[component]
pub fn SetOfOptions(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let app = use_app();
    let now = answer(field);
    let put = move |answer: Option<u32>| {
        app.update(|session| session.answer_once(field, answer.map(Answer::Set)));
    };
    let boxes = app.rulebook()[field]
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            let bit = 1u32 << at;
            let is = Memo::new(move |_| now.get().is_some_and(|bits| bits & bit != 0));
            let toggle = move |on: bool| {
                let rest = now.get_untracked().unwrap_or(0);
                let next = if on { rest | bit } else { rest & !bit };
                // Taking the last one away leaves the question open again.
                put((next != 0).then_some(next));
            };
            view! { <Check value=option.id label=option.label is toggle /> }
        })
        .collect_view();
    let none = Memo::new(move |_| now.get() == Some(0));
    view! {
        <Group field now class="set">
            {boxes}
            <span class="none">
                <Check
                    value="none-of-these"
                    label=page::NONE_OF_THESE
                    is=none
                    toggle=move |on: bool| put(on.then_some(0))
                />
            </span>
        </Group>
    }
}

/// The frame around a field's options, with its label and a way to unset it.
#[component]
fn Group(
    /// The field.
    field: FieldId,
    /// Its answer.
    now: Memo<Option<u32>>,
    /// The kind of options.
    class: &'static str,
    /// The options.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let definition = &app.rulebook()[field];
    let id = control_id(definition.id);
    let first = format!("#{id} input");
    let hint_id = format!("{id}-hint");
    let described = (!definition.hint.is_empty()).then(|| hint_id.clone());
    let clear = move || {
        app.update(|session| session.answer_once(field, None));
        // The button goes, and must not take the focus with it.
        browser::focus(&first);
    };
    view! {
        <fieldset
            class=format!("options {class}")
            id=id
            data-field=definition.id
            aria-describedby=described
            disabled=Signal::derive(move || app.locked.get())
        >
            <legend class="label">
                {definition.label}
                {(!definition.hint.is_empty())
                    .then(|| view! { <span class="hint" id=hint_id>{definition.hint}</span> })}
            </legend>
            <div class="choices">
                {children()}
                <button
                    type="button"
                    class="quiet clear"
                    data-action="clear"
                    aria-label=page::clear(definition.label)
                    hidden=Signal::derive(move || now.get().is_none() || app.locked.get())
                    on:click=move |_| clear()
                >
                    {page::CLEAR}
                </button>
            </div>
        </fieldset>
    }
}

/// One of several answers that exclude each other.
#[component]
fn Radio(
    /// The field.
    field: FieldId,
    /// Its answer.
    now: Memo<Option<u32>>,
    /// The value of the input: `yes`, `no`, or the option's id.
    value: &'static str,
    /// What stands beside it.
    label: &'static str,
    /// The answer as a number.
    means: u32,
    /// The answer.
    answer: Answer,
) -> impl IntoView {
    let app = use_app();
    let name = control_id(app.rulebook()[field].id);
    view! {
        <label class="choice">
            <input
                type="radio"
                name=name
                value=value
                prop:checked=Signal::derive(move || now.get() == Some(means))
                on:change=move |_| {
                    app.update(|session| session.answer_once(field, Some(answer.clone())));
                }
            />
            <span>{label}</span>
        </label>
    }
}

/// A checkbox with its label.
#[component]
pub fn Check(
    /// The value of the input.
    value: &'static str,
    /// What stands beside it.
    label: &'static str,
    /// What screen readers call it, where the label does not say whose it is.
    #[prop(optional, into)]
    name: Option<String>,
    /// Whether it is checked.
    #[prop(into)]
    is: Signal<bool>,
    /// What checking and unchecking does.
    #[prop(into)]
    toggle: Callback<bool>,
    /// Whether it can be changed now.
    #[prop(default = Signal::stored(true), into)]
    enabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                value=value
                aria-label=name
                disabled=Signal::derive(move || !enabled.get())
                prop:checked=Signal::derive(move || is.get())
                on:change:target=move |event| {
                    toggle.try_run(event.target().checked());
                }
            />
            <span>{label}</span>
        </label>
    }
}
