//! Scenarios: the strip of the one that is edited, and the way back to the baseline.

use crate::stage::{Stage, fire, of_name, settle, until};
use leptos::prelude::*;
use qiangxian::rulebook::Answer;
use qiangxian::ui::bar::{NewScenario, Notices, ScenarioSelect, ScenarioStrip};
use qiangxian::ui::indicator::Field;
use wasm_bindgen_test::wasm_bindgen_test;

const STRIP: &str = "[data-scenario-active]";
const NAME: &str = "[data-scenario]";
const CHOICE: &str = "[data-scenario-active] [data-action=scenario]";

fn strip() -> Stage {
    Stage::of(|app| {
        let field = of_name(app.rulebook(), "2.model");
        view! {
            <main id="main" tabindex="-1">
                <NewScenario />
                <ScenarioStrip />
                <Field field />
            </main>
            <Notices />
        }
        .into_any()
    })
}

/// The strip over a scenario of this name.
async fn editing(name: &str) -> Stage {
    let stage = strip();
    stage.click("[data-action=scenario-new]").await;
    rename(&stage, name).await;
    stage
}

async fn rename(stage: &Stage, name: &str) {
    stage.enter(NAME, name).await;
    fire(&stage.one(NAME), "change");
    settle().await;
}

fn scenario(stage: &Stage) -> Option<String> {
    stage.app.scenario.get_untracked()
}

fn names(stage: &Stage) -> Vec<String> {
    stage.form().scenarios.into_iter().map(|scenario| scenario.name).collect()
}

fn is_marked() -> bool {
    let root = document().document_element().expect("a page has a root");
    root.class_list().contains("in-scenario")
}

#[wasm_bindgen_test]
async fn a_new_scenario_is_edited_and_named() {
    let stage = strip();
    assert_eq!((stage.all(STRIP).len(), is_marked()), (0, false));
    stage.click("[data-action=scenario-new]").await;
    assert!(is_marked(), "the whole page shows that this is supposed");
    assert_eq!(Some(stage.value(NAME)), scenario(&stage));
    until("its name has the focus", || stage.has_focus(NAME)).await;
    rename(&stage, "再主导两项标准").await;
    assert_eq!((scenario(&stage).as_deref(), names(&stage).len()), (Some("再主导两项标准"), 1));
    assert_eq!(stage.value(CHOICE), "再主导两项标准");
}

#[wasm_bindgen_test]
async fn a_name_that_is_blank_or_taken_is_refused() {
    let stage = editing("甲").await;
    stage.click("[data-action=scenario-duplicate]").await;
    let second = scenario(&stage).expect("the copy is edited");
    assert_ne!(second, "甲");
    for bad in ["甲", "  "] {
        rename(&stage, bad).await;
        assert_eq!(stage.value(NAME), second, "{bad:?} goes");
        assert_eq!(stage.all("[role=alert] .notice").len(), 1, "{bad:?} is answered with why");
        stage.click("[role=alert] [data-action=dismiss]").await;
    }
    assert_eq!(names(&stage), ["甲".to_owned(), second]);
}

#[wasm_bindgen_test]
async fn answers_in_a_scenario_leave_the_baseline_alone() {
    let stage = editing("甲").await;
    assert_eq!(stage.all("[data-baseline]").len(), 0, "nothing differs yet");
    stage.click("[value=yes]").await;
    assert_eq!(stage.answer("2.model"), None);
    let beside = stage.text(".beside");
    assert!(beside.contains("总分 2") && beside.contains("基准 0"), "{beside}");
    assert_eq!(stage.text("[data-baseline]"), "基准：未填");
    stage.click("[data-action=to-baseline]").await;
    assert_eq!((stage.checked(), stage.all("[data-baseline]").len()), (vec![], 0));
}

#[wasm_bindgen_test]
async fn one_turns_from_one_case_to_another() {
    let stage = editing("甲").await;
    stage.click("[value=yes]").await;
    stage.click("[data-action=scenario-duplicate]").await;
    stage.click("[value=no]").await;
    stage.enter(CHOICE, "甲").await;
    assert_eq!((stage.checked(), stage.value(CHOICE)), (vec!["yes".to_owned()], "甲".into()));
    stage.enter(CHOICE, "").await;
    assert_eq!((scenario(&stage), stage.checked(), is_marked()), (None, vec![], false));
}

#[wasm_bindgen_test]
async fn the_choice_shows_what_is_edited_wherever_it_is_built() {
    let stage = editing("甲").await;
    let form = stage.form();
    drop(stage);
    let stage = Stage::over(form, |app| {
        app.update(|session| session.edit_scenario(Some("甲")));
        view! { <ScenarioSelect /> }.into_any()
    });
    settle().await;
    assert_eq!(stage.value("select"), "甲");
    stage.update(|session| session.edit_scenario(None)).await;
    assert_eq!(stage.value("select"), "");
}

#[wasm_bindgen_test]
async fn leaving_keeps_a_scenario_and_deleting_does_not() {
    let stage = editing("甲").await;
    let leave = stage.one("[data-action=scenario-leave]");
    leave.focus().expect("a button takes the focus");
    leave.click();
    until("the view has the focus", || stage.has_focus("#main")).await;
    assert_eq!((scenario(&stage), names(&stage)), (None, vec!["甲".to_owned()]));
    stage.update(|session| session.edit_scenario(Some("甲"))).await;
    stage.click("[data-action=scenario-delete]").await;
    assert_eq!((scenario(&stage), names(&stage), is_marked()), (None, vec![], false));
    stage.undo().await;
    assert_eq!(names(&stage), ["甲"]);
}

#[wasm_bindgen_test]
async fn a_scenario_is_adopted_as_the_baseline() {
    let stage = editing("甲").await;
    stage.click("[value=yes]").await;
    stage.click("[data-action=scenario-adopt]").await;
    assert_eq!((scenario(&stage), stage.all(STRIP).len()), (None, 0));
    assert_eq!(stage.answer("2.model"), Some(Answer::YesNo(true)));
    assert_eq!(stage.checked(), ["yes"]);
}
