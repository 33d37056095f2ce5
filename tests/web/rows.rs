//! Rows of a list field: one honour a row.

use crate::stage::{Stage, settle, until};
use leptos::prelude::*;
use qiangxian::form::Form;
use qiangxian::rulebook::{Answer, Row};
use qiangxian::ui::indicator::Field;
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
    // It may still become a year while the user types.
    assert_eq!(stage.messages().len(), 0);
    stage.leave(&cell(0, "year")).await;
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
    stage.undo().await;
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
    assert_eq!(stage.all(NONE).len(), 0, "with a row there is no none");
    stage.click("[data-action=row-remove]").await;
    assert_eq!((honours(&stage), stage.is_checked(NONE)), (None, false));
}

#[wasm_bindgen_test]
async fn rows_that_are_there_already_are_shown_whole() {
    let mut form = Form::blank().expect("an edition");
    let field = form.edition.field("43.honours").expect("a field of the edition");
    let row = Row {
        title: "省长质量奖".into(),
        recipient: "某某公司".into(),
        level: Some(1),
        year: Some(2016),
    };
    form.set_answer(None, field, Some(Answer::Rows(vec![row])));
    let stage = Stage::over(form, move |_| view! { <Field field /> }.into_any());
    settle().await;
    let shown = ["title", "recipient", "level", "year"].map(|part| stage.value(&cell(0, part)));
    assert_eq!(shown, ["省长质量奖", "某某公司", "provincial", "2016"]);
}

#[wasm_bindgen_test]
async fn the_focus_follows_rows_that_come_and_go() {
    let stage = Stage::field("43.honours");
    for row in 0..2 {
        stage.click(ADD).await;
        let title = cell(row, "title");
        until("the new row has the focus", || stage.has_focus(&title)).await;
    }
    stage.click("[data-row='0'] [data-action=row-remove]").await;
    until("the next row has it", || stage.has_focus(&cell(0, "title"))).await;
    stage.click("[data-row='0'] [data-action=row-remove]").await;
    until("what adds rows has it", || stage.has_focus(ADD)).await;
}

#[wasm_bindgen_test]
async fn every_cell_is_named_with_its_row() {
    let stage = titled(&["甲奖", "乙奖"]).await;
    for row in 0..2 {
        for part in ["title", "recipient", "level", "year"] {
            let name = stage.attribute(&cell(row, part), "aria-label").unwrap_or_default();
            assert!(name.contains(&(row + 1).to_string()), "{part} of row {row}: {name}");
        }
    }
}
