//! Rows of a list field: one honour a row.

use crate::stage::{Stage, settle};
use qiangxian::rulebook::{Answer, Row};
use wasm_bindgen_test::wasm_bindgen_test;

const ADD: &str = "[data-action=row-add]";
const NONE: &str = "[value=none-of-these]";

fn honours(stage: &Stage) -> Option<Vec<Row>> {
    match stage.answer("43.honours") {
        Some(Answer::Rows(rows)) => Some(rows),
        _ => None,
    }
}

fn cell(row: usize, part: &str) -> String {
    format!("[data-field='43.honours'] [data-row='{row}'] [data-part={part}]")
}

/// Rows that were added and titled, in this order.
async fn titled(titles: &[&str]) -> Stage {
    let stage = Stage::field("43.honours");
    for (at, title) in titles.iter().enumerate() {
        stage.click(ADD).await;
        stage.enter(&cell(at, "title"), title).await;
    }
    stage
}

#[wasm_bindgen_test]
async fn a_row_is_added_and_filled() {
    let stage = titled(&["省长质量奖"]).await;
    assert_eq!(stage.all("[data-row]").len(), 1);
    stage.enter(&cell(0, "recipient"), "某某公司").await;
    stage.enter(&cell(0, "level"), "provincial").await;
    stage.enter(&cell(0, "year"), "２０１６年").await;
    let row = Row {
        title: "省长质量奖".into(),
        recipient: "某某公司".into(),
        level: Some(1),
        year: Some(2016),
    };
    assert_eq!(honours(&stage), Some(vec![row]));
    stage.leave(&cell(0, "year")).await;
    assert_eq!(stage.value(&cell(0, "year")), "2016");
    assert_eq!(stage.value(&cell(0, "level")), "provincial");
}

#[wasm_bindgen_test]
async fn a_bad_year_stays_with_its_reason() {
    let stage = titled(&["省长质量奖"]).await;
    stage.enter(&cell(0, "year"), "16").await;
    assert_eq!(stage.value(&cell(0, "year")), "16");
    assert_eq!(stage.messages().len(), 1);
    assert_eq!(honours(&stage).map(|rows| rows[0].year), Some(None));
}

#[wasm_bindgen_test]
async fn the_row_that_is_removed_is_the_one_that_goes() {
    let stage = titled(&["甲奖", "乙奖", "丙奖"]).await;
    stage.click("[data-row='1'] [data-action=row-remove]").await;
    let left = [stage.value(&cell(0, "title")), stage.value(&cell(1, "title"))];
    assert_eq!(left, ["甲奖", "丙奖"]);
    assert_eq!(stage.all("[data-row]").len(), 2);
    stage.session.step(true);
    settle().await;
    assert_eq!(stage.value(&cell(1, "title")), "乙奖", "undo brings it back");
}

#[wasm_bindgen_test]
async fn typing_keeps_the_row_that_is_typed_in() {
    let stage = titled(&["甲奖", "乙奖"]).await;
    let before = stage.one(&cell(1, "title"));
    stage.enter(&cell(1, "title"), "乙奖（提名）").await;
    assert_eq!(stage.one(&cell(1, "title")), before, "the control is not built anew");
}

#[wasm_bindgen_test]
async fn no_honours_is_an_answer_and_no_rows_are_not() {
    let stage = Stage::field("43.honours");
    assert_eq!((honours(&stage), stage.is_checked(NONE)), (None, false));
    stage.click(NONE).await;
    assert_eq!(honours(&stage), Some(vec![]));
    stage.click(ADD).await;
    assert_eq!(honours(&stage), Some(vec![Row::default()]));
    assert!(stage.one(".none").has_attribute("hidden"), "with a row there is no none");
    stage.click("[data-action=row-remove]").await;
    assert_eq!((honours(&stage), stage.is_checked(NONE)), (None, false));
}
