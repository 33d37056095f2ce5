//! A session over the browser's real storage: saved as one types, found again.

use crate::stage::{Shelf, Stage, of_name, pause, settle};
use leptos::prelude::*;
use qiangxian::rulebook::Answer;
use qiangxian::storage::{self, Key, Store, browser::Browser};
use qiangxian::ui::dom::el;
use qiangxian::ui::parts::{field, messages};
use qiangxian::ui::session::SaveState;
use wasm_bindgen_test::wasm_bindgen_test;

const GDP: &str = "[data-field='base.gdp']";

/// The page as far as saving goes: what is stored is opened first.
fn opened() -> Stage {
    Stage::of(|session| {
        session.load(storage::open(&Browser));
        let control = field::field(session, of_name(session, "base.gdp"));
        el("div").child(messages::messages(session)).child(control)
    })
}

/// Longer than an edit waits for the next.
async fn saved() {
    pause(400).await;
}

#[wasm_bindgen_test]
async fn an_edit_is_saved_by_itself_and_found_again() {
    let _shelf = Shelf::empty();
    let stage = opened();
    saved().await;
    assert_eq!(storage::open(&Browser).unwrap(), Default::default(), "nothing was edited");
    stage.enter(GDP, "486.5").await;
    saved().await;
    assert!(matches!(stage.session.save.get_untracked(), SaveState::Saved(_)));
    drop(stage);

    let stage = opened();
    assert_eq!(stage.value(GDP), "486.5");
    assert_eq!(stage.answer("base.gdp"), Some(Answer::Figure("486.5".parse().unwrap())));
}

#[wasm_bindgen_test]
async fn a_half_typed_text_is_found_again() {
    let _shelf = Shelf::empty();
    let stage = opened();
    stage.enter(GDP, "486.5亿零").await;
    saved().await;
    drop(stage);
    let stage = opened();
    assert_eq!((stage.value(GDP), stage.answer("base.gdp")), ("486.5亿零".into(), None));
    assert_eq!(stage.messages().len(), 1);
}

#[wasm_bindgen_test]
async fn an_edit_is_saved_at_once_when_the_page_goes_away() {
    let _shelf = Shelf::empty();
    let stage = opened();
    stage.enter(GDP, "486.5").await;
    let going = web_sys::Event::new("pagehide").unwrap();
    window().dispatch_event(&going).unwrap();
    assert_eq!(storage::open(&Browser).unwrap().forms.len(), 1);
    // The edit's own timer needs its session: a page never ends before it.
    saved().await;
}

#[wasm_bindgen_test]
async fn a_damaged_entry_does_not_stop_the_page() {
    let _shelf = Shelf::empty();
    Browser.set(&Key::Form("a".into()).text(), "damage").unwrap();
    Browser.set(&Key::Current.text(), "a").unwrap();
    let stage = opened();
    assert_eq!(stage.answer("base.gdp"), None);
    assert_eq!(stage.session.aside.get_untracked().len(), 1);
    stage.enter(GDP, "1").await;
    saved().await;
    let kept = storage::open(&Browser).unwrap();
    assert_eq!((kept.forms.len(), kept.aside.len()), (1, 1), "both are kept");
}

#[wasm_bindgen_test]
async fn a_deleted_form_can_be_brought_back() {
    let _shelf = Shelf::empty();
    let stage = opened();
    stage.enter(GDP, "486.5").await;
    saved().await;
    stage.session.delete(&stage.session.id.get_untracked());
    settle().await;
    assert_eq!(storage::open(&Browser).unwrap().forms.len(), 0);
    stage.click("[data-action=restore]").await;
    let forms = storage::open(&Browser).unwrap().forms;
    assert_eq!(forms.len(), 1);
    let gdp = of_name(stage.session, "base.gdp");
    assert_eq!(forms[0].form.case.answers.number(gdp), "486.5".parse().ok());
}

#[wasm_bindgen_test]
async fn two_windows_lose_nothing() {
    let _shelf = Shelf::empty();
    let here = opened();
    here.enter(GDP, "1").await;
    saved().await;
    // Two sessions of one page do not hear each other, as two windows may not
    // while both are busy.
    let there = opened();
    there.enter(GDP, "2").await;
    saved().await;
    here.enter(GDP, "3").await;
    saved().await;
    let gdp = of_name(here.session, "base.gdp");
    let forms = storage::open(&Browser).unwrap().forms;
    let mut kept: Vec<String> = forms
        .iter()
        .filter_map(|saved| saved.form.case.answers.number(gdp))
        .map(|figure| figure.to_string())
        .collect();
    kept.sort();
    assert_eq!(kept, ["2", "3"], "what the other wrote is kept beside");
    assert_eq!(here.messages().len(), 1, "and the user is told");
}
