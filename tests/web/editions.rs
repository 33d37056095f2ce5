//! A third edition in the page: invented ones, which no code knows.

#[path = "../native/editions.rs"]
mod invented;

use crate::stage::{Stage, settle};
use invented::{harbour, voyage};
use leptos::prelude::*;
use qiangxian::form::Form;
use qiangxian::link::{Include, decode_with, encode};
use qiangxian::rulebook::Rulebook;
use qiangxian::session::{Open, View};
use qiangxian::ui::bar::Bar;
use qiangxian::ui::pages;
use qiangxian::ui::sheet::Sheet;
use wasm_bindgen_test::wasm_bindgen_test;

/// The total, the table and the pane over a blank form of an edition.
fn page(rulebook: &'static Rulebook) -> Stage {
    Stage::over(Form::new(rulebook), |_| {
        view! {
            <Bar />
            <Sheet />
        }
        .into_any()
    })
}

/// The numbers of the rows that are shown.
fn rows(stage: &Stage) -> Vec<String> {
    stage.attributes("tr[data-indicator]", "data-indicator")
}

#[track_caller]
fn check_link(stage: &Stage, rulebook: &'static Rulebook) {
    let form = stage.form();
    let link = encode(&form, Include::ALL, None).unwrap();
    assert_eq!(decode_with(&link, &[rulebook]).unwrap().form, form);
}

#[wasm_bindgen_test]
async fn an_edition_of_points_is_filled_and_shared() {
    let stage = page(harbour());
    assert_eq!(stage.text("[data-total] [data-high]"), "20.5");
    stage.app.open(Open::Basics);
    settle().await;
    stage.enter("[data-field='harbour.throughput']", "250").await;
    stage.open("a2").await;
    assert!(stage.text(".pane .meta").contains("现场查看"));
    stage.enter("[data-field='a2.hours']", "1250").await;
    stage.open("a1").await;
    stage.enter("[data-field='a1.berths']", "3").await;
    stage.click("[data-field='a1.night'] [value=yes]").await;
    assert_eq!(stage.text("tr[data-indicator=a2] [data-points]"), "6.3");
    assert_eq!(stage.text("[data-total] [data-points]"), "12.3");
    assert_eq!(stage.text("[data-total] [data-high]"), "16.3");
    check_link(&stage, harbour());
}

#[wasm_bindgen_test]
async fn an_edition_of_tasks_is_filled_and_shared() {
    let stage = page(voyage());
    let total =
        || ["[data-total] [data-met]", "[data-total] [data-applicable]"].map(|css| stage.text(css));
    let state = "tr[data-indicator='1'] [data-state]";
    assert_eq!(total(), ["0", "3"]);
    assert_eq!(stage.all("[data-points]").len(), 0, "a checklist has no points");
    stage.open("1").await;
    stage.enter("[data-field='1.lines']", "2").await;
    assert_eq!(stage.text(state), "进行中");
    stage.enter("[data-field='1.miles']", "3500.5").await;
    assert_eq!(stage.text(state), "已达到要求");
    assert_eq!(stage.text("tr[data-group='1.1'] [data-met]"), "1");
    stage.open("2").await;
    stage.click("[data-field='2.no-ice'] [value=yes]").await;
    assert_eq!(total(), ["1", "2"]);
    stage.click("[data-filter=not-started]").await;
    assert_eq!(rows(&stage), ["3"]);
    stage.click("[data-filter=all]").await;
    stage.enter("[data-facet=unit]", "外轮代理公司").await;
    assert_eq!(rows(&stage), ["1"]);
    check_link(&stage, voyage());
}

#[wasm_bindgen_test]
async fn an_edition_of_tasks_shows_its_progress() {
    let view = |view| Stage::over(Form::new(voyage()), move |_| pages::view(view));
    let stage = view(View::Overview);
    // The whole and two groups.
    assert_eq!(stage.all("[data-progress=group] tbody tr").len(), 3);
    let stage = view(View::Departments);
    assert_eq!(stage.all("[data-progress=support] tbody tr").len(), 2);
    assert_eq!(stage.all("[data-department]").len(), 3);
}
