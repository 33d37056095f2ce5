//! The last cell of a row: how it stands, and the state of a task to be picked.

use crate::desk::Standing;
use crate::rulebook::{Answer, FieldId, IndicatorId, Rule};
use crate::text::{page, sheet as words};
use crate::ui::context::use_app;
use leptos::prelude::*;

/// How an indicator stands; for a task without a threshold, a list of states.
#[component]
pub fn StateCell(
    /// The indicator or task.
    id: IndicatorId,
    /// How it stands.
    standing: Memo<Option<Standing>>,
) -> impl IntoView {
    let app = use_app();
    let late = move || standing.with(|one| one.as_ref().map(words::late_text).unwrap_or_default());
    let status = app.rulebook()[id].rules.iter().find_map(|rule| match rule {
        Rule::Status { field } => Some(*field),
        _ => None,
    });
    let content = match status {
        Some(field) => view! { <StatePicker id field /> }.into_any(),
        None => view! { <StateWords standing /> }.into_any(),
    };
    view! {
        <td class="state">
            {content}
            <Show when=move || !late().is_empty()>
                <span class="late" data-overdue>{late}</span>
            </Show>
        </td>
    }
}

#[component]
fn StateWords(
    /// How the row stands.
    standing: Memo<Option<Standing>>,
) -> impl IntoView {
    let state = Memo::new(move |_| standing.with(|one| one.as_ref().map(words::state_text)));
    let name = move || {
        standing.with(|one| one.as_ref().and_then(|one| one.state).map(|state| state.name()))
    };
    view! {
        <span class="sign" aria-hidden="true">
            {move || state.with(|state| state.as_ref().map(|(sign, _)| *sign))}
        </span>
        <span data-state=name>
            {move || state.with(|state| state.as_ref().map(|(_, text)| text.clone()))}
        </span>
    }
}

/// The state of a task, picked in its row.
#[component]
fn StatePicker(
    /// The task.
    id: IndicatorId,
    /// The field that holds its state.
    field: FieldId,
) -> impl IntoView {
    let app = use_app();
    let definition = &app.rulebook()[field];
    let options = definition
        .options
        .iter()
        .map(|option| view! { <option value=option.id>{option.label}</option> })
        .collect_view();
    let now = Memo::new(move |_| {
        app.present.with(|now| match now.case.answers.get(field) {
            Some(Answer::Choice(at)) => definition.options.get(usize::from(*at)).map(|o| o.id),
            _ => None,
        })
    });
    let choose = move |value: String| {
        let mut options = definition.options.iter().zip(0u8..);
        let at = options.find(|(option, _)| option.id == value).map(|(_, at)| at);
        app.update(|session| session.answer_once(field, at.map(Answer::Choice)));
    };
    view! {
        <select
            tabindex="-1"
            class="pick"
            data-pick=app.rulebook()[id].id
            aria-label=page::named(app.rulebook()[id].id, words::STATE)
            disabled=move || app.read_only.get()
            prop:value=move || now.get().unwrap_or_default()
            on:click=|event| event.stop_propagation()
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="">{page::NOT_ANSWERED}</option>
            {options}
        </select>
    }
}
