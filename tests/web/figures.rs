//! Boxes for figures: what is typed stays, what is understood counts.

use crate::stage::{Stage, of_name, property, settle};
use qiangxian::rulebook::Answer;
use wasm_bindgen_test::wasm_bindgen_test;

const GDP: &str = "[data-field='base.gdp']";
const LED: &str = "[data-field='14.provincial-lead']";

fn amount(text: &str) -> Option<Answer> {
    Some(Answer::Figure(text.parse().expect("a figure")))
}

/// The texts of all that describes a control. Each of them is there.
fn described(stage: &Stage, selector: &str) -> Vec<String> {
    let ids = stage.attribute(selector, "aria-describedby").expect("it is described");
    ids.split(' ').map(|id| stage.text(&format!("[id='{id}']"))).collect()
}

fn count(n: u32) -> Option<Answer> {
    Some(Answer::Count(n))
}

#[wasm_bindgen_test]
async fn a_figure_has_a_label_and_says_its_unit_and_hint() {
    let stage = Stage::field("base.gdp");
    let field = &stage.app.rulebook()[of_name(stage.app.rulebook(), "base.gdp")];
    let id = stage.one(GDP).id();
    assert!(stage.text(&format!("label[for='{id}']")).starts_with(field.label));
    let expected: Vec<&str> =
        [field.unit, field.hint].into_iter().filter(|text| !text.is_empty()).collect();
    // A question about the figure has its place behind them, and is blank so far.
    let said: Vec<String> = described(&stage, GDP);
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    assert_eq!(said, expected);
}

#[wasm_bindgen_test]
async fn a_figure_counts_as_it_is_typed() {
    let stage = Stage::field("base.gdp");
    assert_eq!((stage.value(GDP), stage.answer("base.gdp")), (String::new(), None));
    for (text, expected) in [("1", "1"), ("11", "11"), ("11.", "11"), ("11.5", "11.5")] {
        stage.enter(GDP, text).await;
        assert_eq!(stage.value(GDP), text, "what is typed stays as it is");
        assert_eq!(stage.answer("base.gdp"), amount(expected));
    }
    assert_eq!(stage.messages(), [""; 0]);
    stage.enter(GDP, "").await;
    assert_eq!(stage.answer("base.gdp"), None, "an empty box is no answer");
}

#[wasm_bindgen_test]
async fn what_people_type_is_shown_plainly_once_they_leave() {
    let stage = Stage::field("base.gdp");
    for text in ["１，１１５．６０", "1,115.6亿元", " 1115.60 "] {
        stage.enter(GDP, text).await;
        assert_eq!(stage.answer("base.gdp"), amount("1115.6"), "{text}");
        assert_eq!(stage.value(GDP), text, "while it is typed it stays");
        stage.leave(GDP).await;
        assert_eq!(stage.value(GDP), "1115.6", "{text}");
        stage.enter(GDP, "").await;
    }
}

#[wasm_bindgen_test]
async fn a_bad_text_stays_with_the_reason_and_the_value_in_force() {
    let stage = Stage::field("base.gdp");
    stage.enter(GDP, "5").await;
    stage.leave(GDP).await;
    stage.enter(GDP, "五百").await;
    assert_eq!(stage.value(GDP), "五百");
    assert_eq!(stage.answer("base.gdp"), amount("5"), "the value from before stays in force");
    let message = stage.messages().concat();
    assert!(message.contains("五百") && message.contains("5 亿元"), "{message}");
    let input = stage.one(GDP);
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    let described = described(&stage, GDP).concat();
    assert!(described.contains(&message), "the reason is announced: {described}");

    stage.leave(GDP).await;
    assert_eq!(stage.value(GDP), "五百", "leaving does not take it away");
    stage.enter(GDP, "500").await;
    assert_eq!((stage.messages(), stage.answer("base.gdp")), (vec![], amount("500")));
    assert!(!stage.one(GDP).has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
async fn a_first_bad_text_is_scored_as_unanswered_and_says_so() {
    let stage = Stage::field("26.handled");
    stage.enter("input", "101").await;
    assert_eq!(stage.answer("26.handled"), None);
    let message = stage.messages().concat();
    assert!(message.contains("101") && message.contains("未填"), "{message}");
}

#[wasm_bindgen_test]
async fn typing_in_the_middle_leaves_the_cursor() {
    let stage = Stage::field("base.gdp");
    stage.enter(GDP, "1234").await;
    let input = stage.one(GDP);
    let input: &web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_ref(&input);
    input.focus().expect("an input takes the focus");
    for (text, at) in [("19234", 2), ("19,234", 3), ("19x,234", 3)] {
        input.set_value(text);
        input.set_selection_range(at, at).expect("a text input has a cursor");
        crate::stage::fire(input, "input");
        settle().await;
        let cursor = property(input, "selectionStart").as_f64();
        assert_eq!((input.value(), cursor), (text.to_owned(), Some(at.into())));
    }
}

#[wasm_bindgen_test]
async fn steppers_count_one_up_and_one_down() {
    let stage = Stage::field("14.provincial-lead");
    stage.click("[data-action=more]").await;
    assert_eq!((stage.answer("14.provincial-lead"), stage.value(LED)), (count(1), "1".into()));
    stage.click("[data-action=more]").await;
    stage.click("[data-action=less]").await;
    stage.click("[data-action=less]").await;
    assert_eq!(stage.answer("14.provincial-lead"), count(0));
    stage.click("[data-action=less]").await;
    assert_eq!(stage.answer("14.provincial-lead"), count(0), "no fewer than none");

    let stage = Stage::field("14.provincial-lead");
    stage.click("[data-action=less]").await;
    assert_eq!(stage.answer("14.provincial-lead"), count(0), "from nothing to none");
}

#[wasm_bindgen_test]
async fn the_arrow_keys_count_too() {
    let stage = Stage::field("14.provincial-lead");
    for key in ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"] {
        stage.press(LED, key).await;
    }
    assert_eq!(stage.answer("14.provincial-lead"), count(2));
}

#[wasm_bindgen_test]
async fn a_stepper_takes_a_bad_text_away() {
    let stage = Stage::field("14.provincial-lead");
    stage.enter(LED, "3").await;
    stage.leave(LED).await;
    stage.enter(LED, "3.5").await;
    assert_eq!(stage.messages().len(), 1);
    stage.click("[data-action=more]").await;
    assert_eq!((stage.value(LED), stage.messages()), ("4".into(), vec![]));
}

#[wasm_bindgen_test]
async fn a_figure_that_is_no_count_has_no_steppers() {
    let stage = Stage::field("base.gdp");
    assert_eq!(stage.all("[data-action=more], [data-action=less]").len(), 0);
}

#[wasm_bindgen_test]
async fn typing_a_figure_is_one_step_of_undo() {
    let stage = Stage::field("base.gdp");
    for text in ["4", "48", "486"] {
        stage.enter(GDP, text).await;
    }
    stage.leave(GDP).await;
    stage.enter(GDP, "486.5").await;
    stage.undo().await;
    assert_eq!(stage.value(GDP), "486");
    stage.undo().await;
    assert_eq!((stage.value(GDP), stage.answer("base.gdp")), (String::new(), None));
}
