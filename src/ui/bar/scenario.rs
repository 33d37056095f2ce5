//! The strip of the scenario that is edited, and the choice of scenarios.

use crate::session::{Clock, Session};
use crate::text::{gain_text, scenario as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When, figure};
use leptos::prelude::*;

/// The class of the root while a scenario is edited.
const CLASS: &str = "in-scenario";

/// One line under the bar while a scenario is edited; else nothing.
#[component]
pub fn ScenarioStrip() -> impl IntoView {
    let app = use_app();
    let active = Memo::new(move |_| app.scenario.with(Option::is_some));
    Effect::new(move || {
        if let Some(root) = document().document_element() {
            // A token without blanks is always taken.
            let _ = root.class_list().toggle_with_force(CLASS, active.get());
        }
    });
    view! {
        <When is=Signal::derive(move || active.get())>
            <section class="scenario-strip" data-scenario-active aria-label=words::EDITING>
                <b class="supposed-mark">{words::SUPPOSED}</b>
                <ScenarioName />
                <ScenarioSelect />
                <Beside />
                <Actions />
            </section>
        </When>
    }
}

/// The name of the edited scenario, which can be changed here.
#[component]
fn ScenarioName() -> impl IntoView {
    let app = use_app();
    let name = move || app.scenario.get().unwrap_or_default();
    let rename = move |input: web_sys::HtmlInputElement| {
        let renamed = app.ask(|session| Some(session.rename_scenario(&input.value())));
        if let Some(Err(why)) = renamed {
            input.set_value(&app.scenario.get_untracked().unwrap_or_default());
            app.tell(why, true);
        }
    };
    view! {
        <input
            type="text"
            data-scenario
            autocomplete="off"
            aria-label=words::NAME
            prop:value=name
            on:focus:target=move |event| event.target().select()
            on:change:target=move |event| rename(event.target())
        />
    }
}

/// The total beside the baseline's.
#[component]
fn Beside() -> impl IntoView {
    let app = use_app();
    let text = move || {
        app.present.with(|now| {
            let Some(baseline) = &now.baseline else { return String::new() };
            let rulebook = app.rulebook();
            let total = now.card.total.counted(rulebook.kind);
            let base = baseline.total.counted(rulebook.kind);
            words::beside(&figure(total), &figure(base), &gain_text(rulebook, total - base))
        })
    };
    view! { <span class="beside">{text}</span> }
}

/// What can become of the edited scenario.
#[component]
fn Actions() -> impl IntoView {
    let app = use_app();
    let change = move |change: &dyn Fn(&mut Session)| {
        app.update(|session| change(session));
        focus_next();
    };
    view! {
        <span class="strip-actions">
            <ActionButton
                action="scenario-duplicate"
                label=words::COPY
                name=words::DUPLICATE
                press=move |()| change(&Session::duplicate_scenario)
            />
            <ActionButton
                action="scenario-adopt"
                label=words::ADOPT
                press=move |()| change(&|session| session.adopt_scenario(&Browser.minute()))
            />
            <ActionButton
                action="scenario-delete"
                label=words::REMOVE
                name=words::DELETE
                press=move |()| change(&Session::delete_scenario)
            />
            <ActionButton
                action="scenario-leave"
                label=words::TO_BASELINE
                look="primary"
                press=move |()| change(&|session| session.edit_scenario(None))
            />
        </span>
    }
}

/// Chooses what is edited: the baseline, or a scenario.
#[component]
pub fn ScenarioSelect() -> impl IntoView {
    let app = use_app();
    let names = Memo::new(move |_| {
        app.form.with(|form| form.scenarios.iter().map(|s| s.name.clone()).collect::<Vec<_>>())
    });
    let is_now = move |name: &str| app.scenario.with(|now| now.as_deref() == Some(name));
    let choose = move |name: String| {
        app.update(|session| session.edit_scenario((!name.is_empty()).then_some(name.as_str())));
        focus_next();
    };
    view! {
        <select
            data-action="scenario"
            aria-label=words::EDITING
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="" prop:selected=move || app.scenario.with(Option::is_none)>
                {words::BASELINE}
            </option>
            <For each=move || names.get() key=Clone::clone let:name>
                <option
                    value=name.clone()
                    prop:selected={
                        let name = name.clone();
                        move || is_now(&name)
                    }
                >
                    {name.clone()}
                </option>
            </For>
        </select>
    }
}

/// Begins a scenario and goes to its name.
#[component]
pub fn NewScenario() -> impl IntoView {
    let app = use_app();
    let begin = move |()| {
        app.update(|session| drop(session.begin_scenario()));
        browser::focus_soon("[data-scenario]");
    };
    view! { <ActionButton action="scenario-new" label=words::NEW press=begin /> }
}

/// Gives the focus to a neighbour if what had it went away: the choice of
/// scenarios, the undo button, or the view.
pub fn focus_next() {
    request_animation_frame(|| {
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if lost {
            let places = ["[data-action=scenario]", "[data-action=undo]", "#main"];
            let _ = places.into_iter().any(browser::focus);
        }
    });
}
