//! One thing that the document leaves open, with the ways to read it.

use super::baseline::{Changed, ToBaseline};
use crate::score::{Asked, ReadingWorth};
use crate::text::reading as words;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// The question and its options, each with what it gives for the shown form.
#[component]
pub fn ReadingChoice(
    /// What is asked.
    asked: Asked,
    /// What the options are worth.
    #[prop(into)]
    worth: Signal<Option<ReadingWorth>>,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let id = words::id(rulebook, asked);
    let element = format!("reading-{}", id.replace('.', "-"));
    let question_id = format!("{element}-question");
    let described = question_id.clone();
    let options = (0..words::options(rulebook, asked))
        .map(|at| {
            view! { <ReadingOption asked at worth name=element.clone() /> }
        })
        .collect_view();
    view! {
        <fieldset
            class="reading"
            id=element
            data-reading=id
            aria-describedby=described
            disabled=move || app.locked.get()
        >
            <legend>
                <b>{words::title(rulebook, asked)}</b>
                <span class="reading-where">{words::where_text(rulebook, asked)}</span>
            </legend>
            <p class="reading-question" id=question_id>
                <b class="assumption">{words::OURS}</b>
                <Quoted text=words::question(rulebook, asked) />
            </p>
            <div class="reading-options">{options}</div>
            <ToBaseline
                what=Changed::Reading(asked)
                next=format!("[data-reading='{id}'] input:checked")
            />
        </fieldset>
    }
}

/// A question; the document's own words stand out.
#[component]
fn Quoted(
    /// The question.
    text: &'static str,
) -> impl IntoView {
    words::quoted(text)
        .into_iter()
        .map(|(is_quoted, part)| match is_quoted {
            true => view! { <q>"“" {part} "”"</q> }.into_any(),
            false => part.into_any(),
        })
        .collect_view()
}

/// An option: what holds under it, what it gives, and what speaks for it.
#[component]
fn ReadingOption(
    /// What is asked.
    asked: Asked,
    /// The position of the option.
    at: usize,
    /// What the options are worth.
    worth: Signal<Option<ReadingWorth>>,
    /// Ties the options together.
    name: String,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let reason_id = format!("{name}-{at}");
    let chosen =
        Memo::new(move |_| worth.with(|one| one.as_ref().is_some_and(|one| one.chosen == at)));
    let given = Memo::new(move |_| {
        worth.with(|one| one.as_ref().map(|one| words::given(one, at)).unwrap_or_default())
    });
    let unset =
        Memo::new(move |_| app.present.with(|now| words::unset_of(rulebook, &now.case, asked, at)));
    view! {
        <div class="reading-option">
            <label>
                <input
                    type="radio"
                    name=name
                    value=words::option_id(rulebook, asked, at)
                    aria-describedby=reason_id.clone()
                    prop:checked=chosen
                    on:change=move |_| app.update(|session| session.choose_reading(asked, at))
                />
                <span>
                    {words::option_label(rulebook, asked, at)}
                    {(at == 0).then(|| view! { <span class="tag">{words::USUAL}</span> })}
                </span>
                <b class="reading-given" data-given class:chosen=chosen>
                    {given}
                </b>
            </label>
            <p class="hint" id=reason_id>
                {words::option_reason(rulebook, asked, at)}
                {unset}
            </p>
        </div>
    }
}
