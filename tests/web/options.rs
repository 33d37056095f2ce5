//! Yes or no, one of several, some of several.

use crate::stage::{Stage, of_name};
use qiangxian::rulebook::Answer;
use wasm_bindgen_test::wasm_bindgen_test;

const CLEAR: &str = "[data-action=clear]";

#[wasm_bindgen_test]
async fn yes_or_no_starts_unset() {
    let stage = Stage::field("1.slogan");
    assert_eq!(stage.all("[data-field='1.slogan'] input").len(), 2);
    assert_eq!(stage.checked(), [""; 0]);
    assert_eq!(stage.answer("1.slogan"), None);
    assert!(stage.one(CLEAR).has_attribute("hidden"), "there is nothing to clear");
}

#[wasm_bindgen_test]
async fn a_question_names_its_options() {
    for id in ["1.slogan", "6.attended", "9.funded"] {
        let stage = Stage::field(id);
        let group = format!("fieldset[data-field='{id}']");
        let label = stage.app.rulebook()[of_name(stage.app.rulebook(), id)].label;
        assert!(stage.text(&format!("{group} > legend")).starts_with(label));
        let unnamed = |text: &String| text.trim().is_empty();
        assert!(!stage.texts(&format!("{group} label")).iter().any(unnamed), "{id}");
    }
}

#[wasm_bindgen_test]
async fn choosing_answers_and_clearing_takes_it_back() {
    let stage = Stage::field("1.slogan");
    stage.click("[value=yes]").await;
    assert_eq!(stage.answer("1.slogan"), Some(Answer::YesNo(true)));
    stage.click("[value=no]").await;
    assert_eq!(stage.answer("1.slogan"), Some(Answer::YesNo(false)));
    assert_eq!(stage.checked(), ["no"]);
    stage.click(CLEAR).await;
    assert_eq!((stage.answer("1.slogan"), stage.checked()), (None, vec![]));
    assert!(stage.one(CLEAR).has_attribute("hidden"));
    assert!(stage.has_focus("[value=yes]"), "the button that goes hands the focus on");
}

#[wasm_bindgen_test]
async fn a_control_shows_what_others_answer() {
    let stage = Stage::field("1.slogan");
    stage.set_answer("1.slogan", Some(Answer::YesNo(true))).await;
    assert_eq!(stage.checked(), ["yes"]);
    stage.set_answer("1.slogan", None).await;
    assert_eq!(stage.checked(), [""; 0]);
}

#[wasm_bindgen_test]
async fn every_choice_is_a_step_of_undo() {
    let stage = Stage::field("6.attended");
    stage.click("[value=mayor]").await;
    stage.click("[value=secretary]").await;
    assert_eq!(stage.checked(), ["secretary"]);
    stage.undo().await;
    assert_eq!(stage.checked(), ["mayor"]);
    stage.undo().await;
    assert_eq!((stage.checked(), stage.answer("6.attended")), (vec![], None));
    stage.update(|session| drop(session.step(false))).await;
    assert_eq!(stage.checked(), ["mayor"]);
}

#[wasm_bindgen_test]
async fn a_choice_takes_the_place_of_its_option() {
    let stage = Stage::field("6.attended");
    for (at, option) in ["none", "other-leader", "mayor", "secretary"].iter().enumerate() {
        stage.click(&format!("[value={option}]")).await;
        assert_eq!(stage.answer("6.attended"), Some(Answer::Choice(at as u8)));
    }
}

#[wasm_bindgen_test]
async fn a_set_is_ticked_one_by_one() {
    let stage = Stage::field("9.funded");
    assert_eq!(stage.checked(), [""; 0]);
    stage.click("[value=standards]").await;
    stage.click("[value=quality-development]").await;
    assert_eq!(stage.checked(), ["quality-development", "standards"]);
    assert_eq!(stage.answer("9.funded"), Some(Answer::Set(0b101)));
    stage.click("[value=standards]").await;
    assert_eq!(stage.answer("9.funded"), Some(Answer::Set(0b001)));
}

#[wasm_bindgen_test]
async fn none_of_these_is_an_answer_and_an_empty_set_is_not() {
    let stage = Stage::field("9.funded");
    stage.click("[value=standards]").await;
    stage.click("[value=standards]").await;
    assert_eq!(stage.answer("9.funded"), None, "taking the last tick away leaves it open");
    stage.click("[value=none-of-these]").await;
    assert_eq!(stage.answer("9.funded"), Some(Answer::Set(0)));
    assert_eq!(stage.checked(), ["none-of-these"]);
    stage.click("[value=metrology]").await;
    assert_eq!(stage.checked(), ["metrology"], "one of these, so not none");
    stage.click("[value=none-of-these]").await;
    assert_eq!(stage.checked(), ["none-of-these"]);
    stage.click("[value=none-of-these]").await;
    assert_eq!((stage.answer("9.funded"), stage.checked()), (None, vec![]));
}
