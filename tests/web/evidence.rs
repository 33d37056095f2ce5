//! Rows of evidence (佐证材料): one document a row.

use crate::stage::{Stage, until};
use leptos::prelude::*;
use qiangxian::form::{Evidence, Form};
use qiangxian::session::Incoming;
use qiangxian::storage::browser::Browser;
use qiangxian::ui::indicator::EvidenceFold;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

const ADD: &str = "[data-action=row-add]";
const STATUS: &str = ".fold-status";

/// The rows of indicator 1, over a form that has so many.
fn rows(count: usize) -> Stage {
    let form = with_rows(count);
    Stage::over(form, |app| {
        let id = app.rulebook().indicator("1").expect("an indicator of the edition");
        view! {
            <section class="pane">
                <EvidenceFold id />
            </section>
        }
        .into_any()
    })
}

fn with_rows(count: usize) -> Form {
    let mut form = Form::blank().expect("an edition");
    let id = form.edition.indicator("1").expect("an indicator of the edition");
    let row = |at: usize| Evidence { title: format!("材料{at}"), ..Evidence::default() };
    if count > 0 {
        form.evidence.insert(id, (0..count).map(row).collect());
    }
    form
}

fn kept(stage: &Stage) -> Vec<Evidence> {
    stage.form().evidence.get(&stage.indicator("1")).cloned().unwrap_or_default()
}

fn cell(row: usize, part: &str) -> String {
    format!("[data-evidence] [data-row='{row}'] [data-part={part}]")
}

#[wasm_bindgen_test]
async fn it_is_folded_until_there_is_something_in_it() {
    let stage = rows(0);
    assert!(!stage.one("details").has_attribute("open"));
    assert_eq!((stage.text(STATUS), stage.all("[data-row]").len()), ("0 件".into(), 0));
    let stage = rows(2);
    assert!(stage.one("details").has_attribute("open"));
    assert_eq!((stage.text(STATUS), stage.all("[data-row]").len()), ("已备齐 0/2".into(), 2));
}

#[wasm_bindgen_test]
async fn a_row_enters_the_form_with_its_title() {
    let stage = rows(0);
    stage.click("summary").await;
    stage.click(ADD).await;
    until("the new row has the focus", || stage.has_focus(&cell(0, "title"))).await;
    stage.enter(&cell(0, "number"), "港发〔2022〕3号").await;
    assert_eq!((kept(&stage).len(), stage.messages().len()), (0, 1), "not without a title");
    stage.enter(&cell(0, "title"), "工作方案").await;
    stage.enter(&cell(0, "place"), "档案柜3").await;
    let row = Evidence {
        title: "工作方案".into(),
        number: Some("港发〔2022〕3号".into()),
        place: Some("档案柜3".into()),
        ..Evidence::default()
    };
    assert_eq!((kept(&stage), stage.messages().len()), (vec![row], 0));
    assert_eq!(stage.text(STATUS), "已备齐 0/1");
}

#[wasm_bindgen_test]
async fn a_date_is_understood_as_people_write_it() {
    let stage = rows(1);
    stage.enter(&cell(0, "date"), "明天").await;
    assert_eq!((stage.value(&cell(0, "date")), stage.messages().len()), ("明天".into(), 1));
    assert_eq!(kept(&stage)[0].date, None);
    stage.enter(&cell(0, "date"), "2022年6月30日").await;
    stage.leave(&cell(0, "date")).await;
    assert_eq!(kept(&stage)[0].date.as_deref(), Some("2022-06-30"));
    assert_eq!((stage.value(&cell(0, "date")), stage.messages().len()), ("2022-06-30".into(), 0));
}

#[wasm_bindgen_test]
async fn a_row_is_ticked_as_ready() {
    let stage = rows(2);
    let tick = "[data-row='1'] [value=ready]";
    stage.click(tick).await;
    assert_eq!(kept(&stage).iter().map(|row| row.ready).collect::<Vec<_>>(), [None, Some(true)]);
    assert_eq!(stage.text(STATUS), "已备齐 1/2");
    stage.undo().await;
    assert!(!stage.is_checked(tick));
}

#[wasm_bindgen_test]
async fn a_tick_counts_or_cannot_be_made() {
    let stage = rows(0);
    stage.click("summary").await;
    stage.click(ADD).await;
    stage.click("[value=ready]").await;
    assert!(!stage.is_checked("[value=ready]"), "the row is not in the form yet");
    stage.enter(&cell(0, "title"), "工作方案").await;
    stage.click("[value=ready]").await;
    assert!(stage.is_checked("[value=ready]") && kept(&stage)[0].ready == Some(true));

    let stage = rows(0);
    let incoming = Incoming { file: None, date: None, link: None, form: Arc::new(with_rows(1)) };
    stage.update(|session| session.receive(vec![incoming], &Browser)).await;
    stage.click("[value=ready]").await;
    assert!(!stage.is_checked("[value=ready]"), "what came in is only read");
    assert_eq!(stage.all(ADD).len(), 0);
}

#[wasm_bindgen_test]
async fn the_row_that_is_removed_is_the_one_that_goes() {
    let stage = rows(3);
    stage.enter(&cell(2, "date"), "明天").await;
    stage.click("[data-row='1'] [data-action=row-remove]").await;
    let titles: Vec<_> = kept(&stage).into_iter().map(|row| row.title).collect();
    assert_eq!(titles, ["材料0", "材料2"]);
    assert_eq!(stage.value(&cell(1, "title")), "材料2");
    assert_eq!(stage.value(&cell(1, "date")), "明天", "what waits moves up with its row");
    until("the next row has the focus", || stage.has_focus(&cell(1, "title"))).await;
    for _ in 0..2 {
        stage.click("[data-row='0'] [data-action=row-remove]").await;
    }
    until("what adds rows has it", || stage.has_focus(ADD)).await;
    assert_eq!(kept(&stage).len(), 0);
}

#[wasm_bindgen_test]
async fn a_row_that_is_typed_in_is_not_built_anew() {
    let stage = rows(2);
    let before = stage.one(&cell(1, "title"));
    stage.enter(&cell(1, "title"), "材料（修订）").await;
    assert_eq!(stage.one(&cell(1, "title")), before);
}

#[wasm_bindgen_test]
async fn many_rows_are_drawn_in_parts() {
    let stage = rows(70);
    let count = || stage.all("[data-row]").len();
    let first = count();
    assert!(0 < first && first < 70, "{first}");
    while !stage.all("[data-action=more-rows]").is_empty() {
        let before = count();
        stage.click("[data-action=more-rows]").await;
        assert!(count() > before, "each press draws more");
    }
    assert_eq!(count(), 70);
    stage.click(ADD).await;
    until("the new row is drawn", || stage.has_focus(&cell(70, "title"))).await;
}
