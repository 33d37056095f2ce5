//! Points as they are shown while one answers.

use crate::stage::{Stage, settle};
use leptos::prelude::*;
use qiangxian::rulebook::Answer;
use qiangxian::score::{Range, Score, State, Tally};
use qiangxian::ui::parts::{indicator, score, total};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

/// The block of an indicator.
fn block(id: &'static str) -> Stage {
    Stage::of(move |session| {
        let id = session.rulebook_now().indicator(id).expect("an indicator of the edition");
        indicator::indicator(session, id)
    })
}

/// What stands in `data-points`, `data-low` and `data-high`.
#[track_caller]
fn shown(stage: &Stage) -> [String; 3] {
    ["[data-points]", "[data-low]", "[data-high]"].map(|figure| stage.text(figure))
}

#[wasm_bindgen_test]
async fn points_show_what_is_secured_and_what_is_possible() {
    let range = ArcRwSignal::new(Range { low: "1.5".parse().unwrap(), high: 3.into() });
    let read = range.clone();
    let scored = move || Score::Points { range: read.get(), most: 4.into() };
    let stage = Stage::of(move |_| score::figures(Rc::new(scored)));
    assert_eq!(shown(&stage), ["1.5", "1.5", "3"]);
    assert!(stage.one(".points").class_list().contains("open"));
    range.set(Range::exactly("1.715".parse().unwrap()));
    settle().await;
    assert_eq!(shown(&stage), ["1.72"; 3], "two decimals, half away from zero");
    assert!(!stage.one(".points").class_list().contains("open"), "nothing is open");
}

#[wasm_bindgen_test]
async fn tasks_show_how_many_are_met_and_apply() {
    let tally = Tally { met: 40, in_progress: 12, not_started: 79, not_applicable: 1 };
    let tasks = ArcRwSignal::new(tally);
    let read = tasks.clone();
    let stage = Stage::of(move |_| score::figures(Rc::new(move || Score::Tasks(read.get()))));
    assert_eq!(
        (stage.text("[data-met]"), stage.text("[data-applicable]")),
        ("40".into(), "131".into())
    );
    assert_eq!(stage.text(".range"), "进行中 12 · 未开始 79 · 不适用 1");
    tasks.set(Tally { met: 132, ..Tally::default() });
    settle().await;
    assert_eq!(stage.text(".points").trim_start(), "132 / 132 项");
    let state = Stage::of(|_| score::figures(score::still(Score::Task(State::Met))));
    assert_eq!(state.text("[data-state=met]"), "已达到要求");
}

#[wasm_bindgen_test]
async fn an_indicator_scores_as_it_is_answered() {
    // Both together give 2 points, one alone gives nothing.
    let stage = block("1");
    assert_eq!(shown(&stage), ["0", "0", "2"]);
    stage.click("[data-field='1.slogan'] [value=yes]").await;
    assert_eq!(shown(&stage), ["0", "0", "2"]);
    stage.click("[data-field='1.document'] [value=yes]").await;
    assert_eq!(shown(&stage), ["2", "2", "2"]);
    stage.click("[data-field='1.document'] [value=no]").await;
    assert_eq!(shown(&stage), ["0", "0", "0"]);
}

#[wasm_bindgen_test]
async fn the_explanation_opens_and_follows_the_answers() {
    let stage = block("1");
    assert_eq!(stage.all("[data-explain]").len(), 0);
    stage.click("[data-action=explain]").await;
    let open = stage.text("[data-explain]");
    assert!(!open.is_empty());
    assert_eq!(stage.one("[data-action=explain]").get_attribute("aria-expanded").unwrap(), "true");
    stage.set_answer("1.slogan", Some(Answer::YesNo(true))).await;
    stage.set_answer("1.document", Some(Answer::YesNo(true))).await;
    assert_ne!(stage.text("[data-explain]"), open);
    stage.click("[data-action=explain]").await;
    assert_eq!(stage.all("[data-explain]").len(), 0);
}

#[wasm_bindgen_test]
async fn the_wording_stands_as_the_document_has_it() {
    let stage = block("1");
    let rulebook = stage.session.rulebook_now();
    let wording = &rulebook[rulebook.indicator("1").unwrap()].wording;
    assert_eq!(stage.text(".wording"), wording.trim());
}

#[wasm_bindgen_test]
async fn a_shared_figure_is_shown_where_it_is_used() {
    let stage = block("35");
    let before = stage.text(".borrowed b");
    stage.set_answer("base.gdp", Some(Answer::Figure("486.5".parse().unwrap()))).await;
    let after = stage.text(".borrowed b");
    assert!(before != after && after.contains("486.5"), "{before} became {after}");
    assert_eq!(stage.all("[data-field='base.gdp']").len(), 0, "it is entered elsewhere");
}

#[wasm_bindgen_test]
async fn the_total_follows_the_form() {
    let stage = Stage::of(total::total_bar);
    assert_eq!(shown(&stage), ["0", "0", "100"]);
    stage.set_answer("2.model", Some(Answer::YesNo(true))).await;
    assert_eq!(shown(&stage), ["2", "2", "100"]);
    stage.set_answer("2.model", Some(Answer::YesNo(false))).await;
    assert_eq!(shown(&stage), ["0", "0", "98"]);
}
