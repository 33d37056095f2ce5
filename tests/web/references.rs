//! Reference values of a metric: its boxes are judged together.

use crate::stage::Stage;
use leptos::prelude::*;
use qiangxian::rulebook::{Answer, Reference};
use qiangxian::ui::indicator::Metric;
use wasm_bindgen_test::wasm_bindgen_test;

const LOW: &str = "[data-end=unacceptable]";
const HIGH: &str = "[data-end=satisfactory]";
const PEERS: &str = "[data-end=peers]";

/// The boxes of a metric, and the reference that is in the form.
fn boxes(id: &'static str) -> Stage {
    Stage::of(move |app| {
        let metric = app.rulebook().metric(id).expect("a metric of the edition");
        view! { <Metric metric stake=2.into() /> }.into_any()
    })
}

fn in_force(stage: &Stage, id: &str) -> Option<Reference> {
    let metric = stage.app.rulebook().metric(id)?;
    stage.form().case.references.get(metric).cloned()
}

fn ends(unacceptable: &str, satisfactory: &str) -> Option<Reference> {
    Some(Reference::Ends {
        unacceptable: unacceptable.parse().ok(),
        satisfactory: satisfactory.parse().ok(),
    })
}

#[wasm_bindgen_test]
async fn each_end_counts_as_it_is_typed() {
    let stage = boxes("35.share");
    assert_eq!(in_force(&stage, "35.share"), None);
    stage.enter(LOW, "30").await;
    assert_eq!(in_force(&stage, "35.share"), ends("30", ""));
    stage.enter(HIGH, "62.5").await;
    assert_eq!(in_force(&stage, "35.share"), ends("30", "62.5"));
    stage.enter(LOW, "").await;
    assert_eq!(in_force(&stage, "35.share"), ends("", "62.5"));
    stage.enter(HIGH, "").await;
    assert_eq!(in_force(&stage, "35.share"), None);
    assert_eq!(stage.messages(), [""; 0]);
}

#[wasm_bindgen_test]
async fn what_is_missing_is_said_until_it_is_there() {
    let stage = boxes("35.share");
    let status = || stage.text(".fold-status");
    let names = ["满意值", "不允许值"];
    assert_eq!(names.map(|name| status().contains(name)), [true, true], "{}", status());
    assert!(status().contains('2'), "the points at stake: {}", status());
    stage.enter(LOW, "30").await;
    assert_eq!(names.map(|name| status().contains(name)), [true, false], "{}", status());
    stage.enter(HIGH, "62.5").await;
    assert_eq!(names.map(|name| status().contains(name)), [false, false], "{}", status());
}

#[wasm_bindgen_test]
async fn it_is_open_only_while_something_is_missing() {
    assert!(boxes("35.share").one("details").has_attribute("open"));
    // The document sets both ends of this one: 90 and 100.
    let stage = boxes("26.handled");
    assert!(!stage.one("details").has_attribute("open"));
    let defaults = [LOW, HIGH].map(|end| stage.attribute(end, "placeholder").unwrap_or_default());
    assert!(defaults[0].contains("90") && defaults[1].contains("100"), "{defaults:?}");
}

#[wasm_bindgen_test]
async fn the_metric_is_shown_as_it_stands() {
    let stage = boxes("35.share");
    let before = stage.text(".metric-line");
    for (field, figure) in [("35.services", "20"), ("base.gdp", "50")] {
        let figure = Some(Answer::Figure(figure.parse().expect("a figure")));
        stage.set_answer(field, figure).await;
    }
    let after = stage.text(".metric-line");
    assert!(!before.contains("40") && after.contains("40"), "{before} became {after}");
}

#[wasm_bindgen_test]
async fn ends_the_wrong_way_round_wait_until_they_agree() {
    let stage = boxes("35.share");
    stage.enter(LOW, "62.5").await;
    stage.enter(HIGH, "40").await;
    assert_eq!(stage.value(HIGH), "40", "what is typed stays");
    assert_eq!(stage.messages().len(), 1);
    assert_eq!(in_force(&stage, "35.share"), ends("62.5", ""));
    stage.enter(LOW, "30").await;
    assert_eq!(in_force(&stage, "35.share"), ends("30", "40"), "both enter together");
    assert_eq!(stage.messages(), [""; 0]);
    assert_eq!((stage.value(LOW), stage.value(HIGH)), ("30".into(), "40".into()));
}

#[wasm_bindgen_test]
async fn ends_are_judged_with_the_editions_own_values() {
    // The document sets both ends of this one: 90 and 100.
    let stage = boxes("26.handled");
    stage.enter(HIGH, "80").await;
    assert_eq!(stage.messages().len(), 1);
    assert_eq!(in_force(&stage, "26.handled"), None);
    stage.enter(HIGH, "95").await;
    assert_eq!((stage.messages(), in_force(&stage, "26.handled")), (vec![], ends("", "95")));
}

#[wasm_bindgen_test]
async fn peers_are_pasted_as_a_column() {
    let stage = boxes("35.share");
    stage.enter(PEERS, "41.2\n56.5\t38　60、52.1").await;
    let values = ["41.2", "56.5", "38", "60", "52.1"].map(|v| v.parse().expect("a figure"));
    assert_eq!(in_force(&stage, "35.share"), Some(Reference::Peers(values.into())));
    assert_eq!(stage.messages(), [""; 0]);
}

#[wasm_bindgen_test]
async fn ends_and_peers_are_not_both() {
    let stage = boxes("35.share");
    stage.enter(LOW, "30").await;
    stage.enter(PEERS, "41\n56").await;
    assert_eq!(stage.messages().len(), 1);
    assert_eq!(in_force(&stage, "35.share"), ends("30", ""));
    stage.enter(LOW, "").await;
    let peers = Some(Reference::Peers(vec![41.into(), 56.into()]));
    assert_eq!((stage.messages(), in_force(&stage, "35.share")), (vec![], peers));
}

#[wasm_bindgen_test]
async fn a_bad_text_in_one_box_does_not_hold_up_another() {
    let stage = boxes("35.share");
    stage.enter(LOW, "三十").await;
    assert_eq!(in_force(&stage, "35.share"), None);
    stage.enter(HIGH, "62.5").await;
    assert_eq!(in_force(&stage, "35.share"), ends("", "62.5"));
    assert_eq!((stage.value(LOW), stage.messages().len()), ("三十".into(), 1));
}

#[wasm_bindgen_test]
async fn undo_takes_a_reference_back() {
    let stage = boxes("35.share");
    stage.enter(LOW, "30").await;
    stage.leave(LOW).await;
    stage.enter(HIGH, "62.5").await;
    stage.undo().await;
    assert_eq!((stage.value(LOW), stage.value(HIGH)), ("30".into(), String::new()));
}
