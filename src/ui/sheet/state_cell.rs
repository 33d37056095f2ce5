//! The last cell of a row: how it stands, and the state of a task to be picked.

use super::shown::Shown;
use crate::desk::Standing;
use crate::rulebook::{Answer, FieldId, IndicatorId, Rule};
use crate::text::{page, sheet as words};
use crate::ui::context::{AppContext, use_app};
use leptos::prelude::*;

/// The field that holds the state of a task without a threshold.
pub fn status_field(app: AppContext, id: IndicatorId) -> Option<FieldId> {
    app.rulebook()[id].rules.iter().find_map(|rule| match rule {
        Rule::Status { field } => Some(*field),
        _ => None,
    })
}

/// How an indicator stands, or a task with a threshold.
pub fn state_cell(standing: &Standing) -> AnyView {
    let (sign, text) = words::state_text(standing);
    view! {
        <td class="state">
            <span class="sign" aria-hidden="true">
                {sign}
            </span>
            <span data-state=standing.state.map(|state| state.name())>{text}</span>
            {late(standing)}
        </td>
    }
    .into_any()
}

/// A mark for what is late.
fn late(standing: &Standing) -> Option<AnyView> {
    let late = words::late_text(standing);
    (!late.is_empty()).then(|| view! { <span class="late" data-overdue>{late}</span> }.into_any())
}

/// The state of a task, picked in its row.
#[component]
pub fn StatePicker(
    /// The task.
    id: IndicatorId,
    /// The field that holds its state.
    field: FieldId,
    /// What its row shows.
    shown: RwSignal<Shown>,
) -> impl IntoView {
    let app = use_app();
    let state = move || shown.with(|row| row.standing.state.map(|state| state.name()));
    let definition = &app.rulebook()[field];
    let options = definition
        .options
        .iter()
        .map(|option| view! { <option value=option.id>{option.label}</option> })
        .collect_view();
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
            data-state=Signal::derive(state)
            aria-label=page::named(app.rulebook()[id].id, words::STATE)
            disabled=Signal::derive(move || app.read_only.get())
            prop:value=Signal::derive(move || shown.with(|row| row.picked.unwrap_or_default()))
            on:click=|event| event.stop_propagation()
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="">{page::NOT_ANSWERED}</option>
            {options}
        </select>
        {move || shown.with(|row| late(&row.standing))}
    }
}
