//! The list of scenarios with their totals.

use crate::session::{Clock, Session};
use crate::text::{page, scenario as words};
use crate::ui::bar::{NewScenario, ScenarioSelect, focus_next};
use crate::ui::browser::{self, Browser};
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// What is edited, and all scenarios, a line each.
#[component]
pub fn Scenarios() -> impl IntoView {
    let app = use_app();
    let lines = Memo::new(move |_| app.form.with(|form| words::lines(form)));
    let names =
        move || lines.with(|all| all.iter().map(|line| line.name.clone()).collect::<Vec<_>>());
    let can_edit = move || !app.read_only.get() && app.form.with(|form| form.slice.is_none());
    view! {
        <section class="scenarios">
            <When is=Signal::derive(can_edit)>
                <p class="takeaway">
                    <label>{words::EDITING} " " <ScenarioSelect /></label>
                    <NewScenario />
                    <span class="hint">{words::HINT}</span>
                </p>
            </When>
            <ul class="scenario-list" aria-label=words::LIST>
                <For each=names key=Clone::clone let:name>
                    <Scenario name=name lines=lines can_edit=Signal::derive(can_edit) />
                </For>
            </ul>
        </section>
    }
}

/// A scenario: its total beside the baseline's, and what can become of it.
#[component]
fn Scenario(
    /// Its name.
    name: String,
    /// All scenarios with their totals.
    lines: Memo<Vec<words::ScenarioLine>>,
    /// Whether scenarios can be changed here.
    can_edit: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let own = {
        let name = name.clone();
        Memo::new(move |_| lines.with(|all| all.iter().find(|line| line.name == name).cloned()))
    };
    let part = move |read: fn(words::ScenarioLine) -> String| {
        move || own.get().map(read).unwrap_or_default()
    };
    let name = StoredValue::new(name);
    let is_edited = Memo::new(move |_| {
        app.scenario.with(|now| now.as_deref() == Some(name.get_value().as_str()))
    });
    let change = move |change: &dyn Fn(&mut Session, &str)| {
        let name = name.get_value();
        app.update(|session| change(session, &name));
        focus_next();
    };
    let edit = move |()| {
        change(&|session, name| session.edit_scenario(Some(name)));
        browser::focus_soon("[data-scenario]");
    };
    let named = move |what: &str| page::named(what, &name.get_value());
    view! {
        <li data-scenario-line=name.get_value() class:edited=move || is_edited.get()>
            <b class="scenario-name">{name.get_value()}</b>
            <span class="scenario-total">
                {words::TOTAL} " " <b>{part(|line| line.total)}</b> " " {part(|line| line.moved)}
            </span>
            <span class="hint">{part(|line| line.changes)}</span>
            <When is=Signal::derive(move || can_edit.get())>
                <span class="line-actions">
                    <ActionButton
                        action="scenario-edit"
                        label=Signal::derive(move || {
                            let label = if is_edited.get() { words::EDITED } else { words::EDIT };
                            label.to_owned()
                        })
                        name=named(words::EDIT)
                        enabled=Signal::derive(move || !is_edited.get())
                        press=edit
                    />
                    <ActionButton
                        action="scenario-duplicate"
                        label=words::COPY
                        name=named(words::DUPLICATE)
                        press=move |()| change(&Session::copy_scenario)
                    />
                    <ActionButton
                        action="scenario-adopt"
                        label=words::ADOPT
                        name=named(words::ADOPT)
                        press=move |()| {
                            let minute = Browser.minute();
                            change(&|session, name| session.adopt_scenario_named(name, &minute));
                        }
                    />
                    <ActionButton
                        action="scenario-delete"
                        label=words::REMOVE
                        name=named(words::DELETE)
                        press=move |()| change(&Session::remove_scenario)
                    />
                </span>
            </When>
        </li>
    }
}
