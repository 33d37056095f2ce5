//! Tasks that are chosen to be set to one state together.

use super::state_cell::status_field;
use crate::desk::TableLine;
use crate::rulebook::{Answer, FieldId, IndicatorId};
use crate::text::{page, sheet as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// Chooses a task, or no longer. Indicators of points, and tasks whose state comes
/// from figures, have nothing to set together.
pub fn toggle(app: AppContext, chosen: RwSignal<Vec<IndicatorId>>, id: IndicatorId) {
    if status_field(app, id).is_some() && !app.read_only.get_untracked() {
        chosen.update(|all| match all.iter().position(|one| *one == id) {
            Some(at) => drop(all.remove(at)),
            None => all.push(id),
        });
    }
}

/// The box that chooses a task. The table is one stop of the keyboard, where the
/// space bar does the same.
#[component]
pub fn ChooseBox(
    /// The task.
    id: IndicatorId,
    /// The tasks that are chosen.
    chosen: RwSignal<Vec<IndicatorId>>,
) -> impl IntoView {
    let app = use_app();
    let name = app.rulebook()[id].id;
    view! {
        <input
            type="checkbox"
            tabindex="-1"
            data-choose=name
            aria-label=page::named(words::CHOOSE, name)
            hidden=Signal::derive(move || app.read_only.get())
            prop:checked=Signal::derive(move || chosen.with(|all| all.contains(&id)))
            on:click=|event| event.stop_propagation()
            on:change=move |_| toggle(app, chosen, id)
        />
    }
}

/// The box that chooses all tasks that the filter shows, or none of them.
#[component]
pub fn ChooseAll(
    /// The rows that the filter shows.
    lines: Memo<Vec<TableLine>>,
    /// The tasks that are chosen.
    chosen: RwSignal<Vec<IndicatorId>>,
    /// The name in `data-choose`.
    #[prop(default = "all")]
    hook: &'static str,
) -> impl IntoView {
    let app = use_app();
    let shown = move || {
        let mut ids: Vec<IndicatorId> = Vec::new();
        for line in lines.get() {
            if let TableLine::Item { id, .. } = line
                && status_field(app, id).is_some()
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    };
    let all = move || chosen.with(|chosen| shown().iter().all(|id| chosen.contains(id)));
    let choose = move |is: bool| chosen.set(if is { untrack(shown) } else { Vec::new() });
    view! {
        <input
            type="checkbox"
            data-choose=hook
            aria-label=words::CHOOSE_ALL
            title=words::CHOOSE_ALL
            hidden=Signal::derive(move || app.read_only.get())
            prop:checked=Signal::derive(all)
            on:change:target=move |event| choose(event.target().checked())
        />
    }
}

/// The same above the rows of a narrow screen, where the table has no head.
#[component]
pub fn ChooseListed(
    /// The rows that the filter shows.
    lines: Memo<Vec<TableLine>>,
    /// The tasks that are chosen.
    chosen: RwSignal<Vec<IndicatorId>>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <label class="choose-listed" hidden=Signal::derive(move || app.read_only.get())>
            <ChooseAll lines chosen hook="listed" />
            {words::CHOOSE_LISTED}
        </label>
    }
}

/// How many tasks are chosen, and the states that they can be set to.
#[component]
pub fn SelectionBar(
    /// The tasks that are chosen.
    chosen: RwSignal<Vec<IndicatorId>>,
) -> impl IntoView {
    let app = use_app();
    let first = app.rulebook().indicator_ids().find_map(|id| status_field(app, id));
    let states = first.map(|field| app.rulebook()[field].options).unwrap_or_default();
    let set = move |at: u8| {
        let answers: Vec<(FieldId, Option<Answer>)> = chosen
            .get_untracked()
            .into_iter()
            .filter_map(|id| Some((status_field(app, id)?, Some(Answer::Choice(at)))))
            .collect();
        app.update(|session| session.answer_all(answers));
    };
    let clear = move || {
        chosen.set(Vec::new());
        browser::focus_soon("table [tabindex='0']");
    };
    let buttons = move || {
        states
            .iter()
            .zip(0u8..)
            .map(|(state, at)| {
                view! { <ActionButton action="set-state" label=state.label press=move |()| set(at) /> }
            })
            .collect_view()
    };
    view! {
        <When is=Signal::derive(move || !chosen.with(Vec::is_empty))>
            <p class="selection" role="group" aria-label=words::SET_STATE>
                <b role="status">{Signal::derive(move || words::selected(chosen.with(Vec::len)))}</b>
                {words::SET_STATE}
                {buttons}
                <ActionButton
                    action="unselect"
                    look="quiet"
                    label=words::UNSELECT
                    press=move |()| clear()
                />
            </p>
        </When>
    }
}
