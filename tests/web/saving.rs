//! The page over the browser's real storage: saved as the user types, found again.

use crate::stage::{Shelf, Stage, of_name, settle, until};
use leptos::prelude::*;
use qiangxian::rulebook::Answer;
use qiangxian::session::{Incoming, Open, SaveState, Session};
use qiangxian::storage::{self, Key, Store, browser::Browser};
use qiangxian::ui::browser::{LINK, SCENARIO, kept_in_window};
use wasm_bindgen_test::wasm_bindgen_test;

const GDP: &str = "[data-field='base.gdp']";

/// The page with the shared figures open: what is stored is opened first.
async fn opened() -> Stage {
    let stage = Stage::page();
    stage.app.open(Open::Basics);
    settle().await;
    stage
}

async fn saved(stage: &Stage) {
    until("saved", || stage.app.session.with_untracked(Session::is_saved)).await;
}

#[wasm_bindgen_test]
async fn an_edit_is_saved_by_itself_and_found_again() {
    let _shelf = Shelf::empty();
    let stage = opened().await;
    stage.app.flush();
    assert_eq!(stage.app.session.with_untracked(Session::save_state), SaveState::Untouched);
    assert_eq!(storage::open(&Browser).unwrap(), Default::default(), "nothing was edited");
    stage.enter(GDP, "486.5").await;
    assert_eq!(stage.app.session.with_untracked(Session::save_state), SaveState::Pending);
    saved(&stage).await;
    assert!(stage.text("[data-saved]").contains("保存"));
    drop(stage);

    let stage = opened().await;
    assert_eq!(stage.value(GDP), "486.5");
    assert_eq!(stage.answer("base.gdp"), Some(Answer::Figure("486.5".parse().unwrap())));
}

#[wasm_bindgen_test]
async fn a_half_typed_text_is_found_again() {
    let _shelf = Shelf::empty();
    let stage = opened().await;
    stage.enter(GDP, "486.5亿零").await;
    saved(&stage).await;
    drop(stage);
    let stage = opened().await;
    assert_eq!((stage.value(GDP), stage.answer("base.gdp")), ("486.5亿零".into(), None));
    assert_eq!(stage.all(".pane [role=alert]").len(), 1);
}

#[wasm_bindgen_test]
async fn an_edit_is_saved_at_once_when_the_page_goes_away() {
    let _shelf = Shelf::empty();
    let stage = opened().await;
    stage.enter(GDP, "486.5").await;
    assert_eq!(storage::open(&Browser).unwrap().forms.len(), 0, "it waits for the next edit");
    let going = web_sys::Event::new("pagehide").unwrap();
    window().dispatch_event(&going).unwrap();
    assert_eq!(storage::open(&Browser).unwrap().forms.len(), 1);
}

#[wasm_bindgen_test]
async fn a_damaged_entry_does_not_stop_the_page() {
    let _shelf = Shelf::empty();
    Browser.set(&Key::Form("a".into()).text(), "damage").unwrap();
    Browser.set(&Key::Current.text(), "a").unwrap();
    let stage = opened().await;
    assert_eq!(stage.answer("base.gdp"), None);
    assert_eq!(stage.app.session.with_untracked(|session| session.aside().len()), 1);
    assert_eq!(stage.all("[role=alert] .notice").len(), 1, "the user is told");
    stage.enter(GDP, "1").await;
    saved(&stage).await;
    let kept = storage::open(&Browser).unwrap();
    assert_eq!((kept.forms.len(), kept.aside.len()), (1, 1), "both are kept");
}

#[wasm_bindgen_test]
async fn a_deleted_form_can_be_brought_back() {
    let _shelf = Shelf::empty();
    let stage = opened().await;
    stage.enter(GDP, "486.5").await;
    saved(&stage).await;
    stage
        .update(|session| {
            let id = session.id().to_owned();
            assert!(session.delete(&id, &Browser));
        })
        .await;
    assert_eq!(storage::open(&Browser).unwrap().forms.len(), 0);
    stage.click("[data-action=restore]").await;
    let forms = storage::open(&Browser).unwrap().forms;
    assert_eq!(forms.len(), 1);
    let gdp = of_name(stage.app.rulebook(), "base.gdp");
    assert_eq!(forms[0].form.case.answers.number(gdp), "486.5".parse().ok());
}

#[wasm_bindgen_test]
async fn two_windows_lose_nothing() {
    let _shelf = Shelf::empty();
    let here = opened().await;
    here.enter(GDP, "1").await;
    saved(&here).await;
    // Two sessions of one page do not hear each other, as two windows may not
    // while both are busy.
    let there = opened().await;
    there.enter(GDP, "2").await;
    saved(&there).await;
    here.enter(GDP, "3").await;
    saved(&here).await;
    let gdp = of_name(here.app.rulebook(), "base.gdp");
    let forms = storage::open(&Browser).unwrap().forms;
    let figures = forms.iter().filter_map(|saved| saved.form.case.answers.number(gdp));
    let mut kept: Vec<String> = figures.map(|figure| figure.to_string()).collect();
    kept.sort();
    assert_eq!(kept, ["2", "3"], "what the other wrote is kept beside");
    assert_eq!(here.all(".notice").len(), 1, "and the user is told");
}

#[wasm_bindgen_test]
async fn a_window_keeps_the_scenario_that_it_edits() {
    let _shelf = Shelf::empty();
    let stage = opened().await;
    let mut name = String::new();
    stage.update(|session| name = session.begin_scenario()).await;
    assert_eq!(kept_in_window(SCENARIO), Some(name));
    stage.update(|session| session.edit_scenario(None)).await;
    assert_eq!(kept_in_window(SCENARIO), None);
}

#[wasm_bindgen_test]
async fn a_window_keeps_the_link_whose_form_it_shows() {
    let _shelf = Shelf::empty();
    let stage = opened().await;
    let form = std::sync::Arc::new(qiangxian::form::Form::blank().unwrap());
    let link = Some("q1-".to_owned());
    let incoming = Incoming { file: None, date: None, link: link.clone(), form };
    stage.update(|session| session.receive(vec![incoming], &qiangxian::ui::browser::Browser)).await;
    assert_eq!(kept_in_window(LINK), link);
    stage.update(|session| session.leave_incoming()).await;
    assert_eq!(kept_in_window(LINK), None);
}
