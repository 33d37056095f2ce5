//! Tasks that are chosen to be set to one state together.

use super::state_cell::status_field;
use crate::rulebook::{Answer, FieldId, IndicatorId, Kind};
use crate::text::sheet as words;
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// Chooses a task, or no longer. Indicators of points have nothing to set together.
pub fn toggle(app: AppContext, chosen: RwSignal<Vec<IndicatorId>>, id: IndicatorId) {
    if app.rulebook().kind == Kind::Checklist && !app.read_only.get_untracked() {
        chosen.update(|all| match all.iter().position(|one| *one == id) {
            Some(at) => drop(all.remove(at)),
            None => all.push(id),
        });
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
