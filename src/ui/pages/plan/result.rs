//! What a plan comes to: its steps, what holds it back, what it assumes.

use super::book::PlanBook;
use super::lines::Lines;
use crate::plan::Plan;
use crate::session::View;
use crate::text::plan::PlanLine;
use crate::text::table::Table;
use crate::text::{self, page, plan as words};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Takeaway, When, figure};
use leptos::prelude::*;

/// The plan, or what to do to get one.
#[component]
pub fn PlanResult(
    /// The plan; none while there is no target.
    plan: RwSignal<Option<Plan>>,
) -> impl IntoView {
    let app = use_app();
    let said = move || {
        plan.with(|plan| match plan {
            Some(plan) => text::plan_text(app.rulebook(), plan),
            None => words::TARGET_FIRST.to_owned(),
        })
    };
    let lines = Memo::new(move |_| {
        plan.with(|plan| match plan {
            Some(plan) => app.desk(|desk| words::lines(desk, &plan.steps)),
            None => Vec::new(),
        })
    });
    let has_lines = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    view! {
        <div class="goal-result" data-goal="result">
            <p class="goal-said" role="status">
                {said}
            </p>
            <When is=Signal::derive(move || has_lines.get())>
                <Lines lines=lines title=words::STEPS refusable=true />
                <Take plan=plan lines=lines />
            </When>
            <Held plan=plan />
            <Notes plan=plan />
        </div>
    }
}

/// Taking the plan elsewhere: as a scenario, a table, a printed page.
#[component]
fn Take(
    /// The plan.
    plan: RwSignal<Option<Plan>>,
    /// Its steps.
    lines: Memo<Vec<PlanLine>>,
) -> impl IntoView {
    let app = use_app();
    let make = move |()| -> Table {
        app.form.with_untracked(|form| {
            app.scenario.with_untracked(|over| {
                plan.with_untracked(|plan| match plan {
                    Some(plan) => lines.with_untracked(|lines| {
                        words::plan_table(form, over.as_deref(), plan, lines)
                    }),
                    None => Table::default(),
                })
            })
        })
    };
    view! {
        <div class="plan-take">
            <When is=Signal::derive(move || !app.read_only.get())>
                <Save plan=plan />
            </When>
            <Takeaway make=Callback::new(make) />
            <PlanBook plan=plan lines=lines />
            <ActionButton action="print-plan" label=page::PRINT press=move |()| browser::print() />
        </div>
    }
}

/// Keeps the plan as a scenario; the plan stays in view.
#[component]
fn Save(
    /// The plan.
    plan: RwSignal<Option<Plan>>,
) -> impl IntoView {
    let app = use_app();
    let saved = RwSignal::new(None::<String>);
    let save = move |()| {
        let Some(plan) = plan.get_untracked() else { return };
        let over = app.scenario.get_untracked();
        let scenario = app.form.with_untracked(|form| {
            let name = words::scenario_name(&figure(plan.target));
            let name = text::scenario::free_name(form, &name);
            plan.scenario(&name, over.as_deref().and_then(|over| form.scenario(over)))
        });
        saved.set(Some(words::saved(&scenario.name)));
        app.update(|session| session.keep_scenario(scenario));
    };
    view! {
        <p class="takeaway">
            <ActionButton action="plan-save" label=words::SAVE look="primary" press=save />
            <span role="status">{saved}</span>
            <When is=Signal::derive(move || saved.with(Option::is_some))>
                <ActionButton
                    action="plan-scenarios"
                    label=words::SEE_SCENARIO
                    look="link"
                    press=move |()| app.show(View::Compare)
                />
            </When>
        </p>
    }
}

/// Indicators that cannot get all of their points, and why.
#[component]
fn Held(
    /// The plan.
    plan: RwSignal<Option<Plan>>,
) -> impl IntoView {
    let app = use_app();
    let held = Memo::new(move |_| {
        let rulebook = app.rulebook();
        let line = |held: &crate::plan::Held| text::held_text(rulebook, held);
        plan.with(|plan| plan.iter().flat_map(|plan| &plan.held).map(line).collect::<Vec<_>>())
    });
    let is_any = Memo::new(move |_| held.with(|held| !held.is_empty()));
    // Where the target is out of reach, this is the answer.
    let is_answer =
        Memo::new(move |_| plan.with(|plan| plan.as_ref().is_some_and(|plan| !plan.is_reached())));
    view! {
        <When is=Signal::derive(move || is_any.get())>
            <details prop:open=move || is_answer.get()>
                <summary>{words::HELD}</summary>
                <ul class="held">
                    <For each=move || held.get() key=Clone::clone let:line>
                        <li>{line}</li>
                    </For>
                </ul>
            </details>
        </When>
    }
}

/// What the plan takes for granted.
#[component]
fn Notes(
    /// The plan.
    plan: RwSignal<Option<Plan>>,
) -> impl IntoView {
    let app = use_app();
    let notes = Memo::new(move |_| {
        let is_any = plan.with(|plan| plan.is_some());
        let all = || {
            let past = app.form.with(|form| words::past_note(form));
            let own =
                app.present.with(|now| app.form.with(|form| text::plan_notes(form, &now.case)));
            own.into_iter().chain(past).collect::<Vec<_>>()
        };
        is_any.then(all).unwrap_or_default()
    });
    view! {
        <For each=move || notes.get() key=Clone::clone let:note>
            <p class="note">
                <b class="assumption">{page::ASSUMPTION}</b>
                {note}
            </p>
        </For>
    }
}
