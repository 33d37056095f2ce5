//! A third edition in the page: invented ones, which no code knows.

#[path = "../editions/mod.rs"]
mod invented;

use crate::stage::{Stage, settle};
use invented::{harbour, voyage};
use qiangxian::form::Form;
use qiangxian::link::{Include, decode_with, encode};
use qiangxian::rulebook::Rulebook;
use qiangxian::ui::pages::{departments, fill, overview};
use qiangxian::ui::session::Session;
use wasm_bindgen_test::wasm_bindgen_test;

/// The fill page over a blank form of an edition.
fn page(rulebook: &'static Rulebook) -> Stage {
    Stage::of(move |session: Session| {
        session.put(Form::new(rulebook), None);
        fill::fill_page(session)
    })
}

#[wasm_bindgen_test]
async fn an_edition_of_points_is_filled_and_shared() {
    let stage = page(harbour());
    assert_eq!(stage.text("[data-total] [data-high]"), "20.5");
    stage.enter("[data-field='harbour.throughput']", "250").await;
    stage.enter("[data-field='a2.hours']", "1250").await;
    stage.enter("[data-field='a1.berths']", "3").await;
    stage.click("[data-field='a1.night'] [value=yes]").await;
    assert_eq!(stage.text("[data-indicator=a2] [data-points]"), "6.3");
    assert_eq!(stage.text("[data-total] [data-points]"), "12.3");
    assert_eq!(stage.text("[data-total] [data-high]"), "16.3");
    assert!(stage.text("[data-indicator=a2] .meta").contains("现场查看"));
    let form = stage.form();
    let link = encode(&form, Include::ALL, None).unwrap();
    assert_eq!(decode_with(&link, &[harbour()]).unwrap().form, form);
}

#[wasm_bindgen_test]
async fn an_edition_of_tasks_is_filled_and_shared() {
    let stage = page(voyage());
    let total = |stage: &Stage| {
        ["[data-total] [data-met]", "[data-total] [data-applicable]"].map(|css| stage.text(css))
    };
    assert_eq!(total(&stage), ["0", "3"]);
    assert_eq!(stage.all("[data-points]").len(), 0, "a checklist has no points");
    stage.enter("[data-field='1.lines']", "2").await;
    assert_eq!(stage.text("[data-indicator='1'] [data-state]"), "进行中");
    stage.enter("[data-field='1.miles']", "3500.5").await;
    assert_eq!(stage.text("[data-indicator='1'] [data-state=met]"), "已达到要求");
    assert_eq!(stage.text("[data-group='1.1'] [data-met]"), "1");
    stage.click("[data-field='2.no-ice'] [value=yes]").await;
    assert_eq!(total(&stage), ["1", "2"]);
    stage.click("[data-filter=not-started]").await;
    let shown: Vec<_> = stage.all("[data-indicator]").into_iter().filter(|e| !e.hidden()).collect();
    assert_eq!(shown.len(), 1);
    stage.click("[data-filter=all]").await;
    stage.enter("[data-facet=unit]", "外轮代理公司").await;
    let shown: Vec<_> = stage.all("[data-indicator]").into_iter().filter(|e| !e.hidden()).collect();
    assert_eq!(shown[0].get_attribute("data-indicator").as_deref(), Some("1"));
    assert_eq!(shown.len(), 1);
    let form = stage.form();
    let link = encode(&form, Include::ALL, None).unwrap();
    assert_eq!(decode_with(&link, &[voyage()]).unwrap().form, form);
}

#[wasm_bindgen_test]
async fn an_edition_of_tasks_shows_its_progress() {
    let stage = Stage::of(|session: Session| {
        session.put(Form::new(voyage()), None);
        overview::overview_page(session)
    });
    settle().await;
    // The whole and two groups.
    assert_eq!(stage.all("[data-progress=group] tbody tr").len(), 3);
    let stage = Stage::of(|session: Session| {
        session.put(Form::new(voyage()), None);
        departments::departments_page(session)
    });
    assert_eq!(stage.all("[data-progress=support] tbody tr").len(), 2);
    assert_eq!(stage.all("[data-department]").len(), 3);
}
