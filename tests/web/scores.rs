//! Points as they are shown while one answers.

use crate::stage::{Stage, property, settle};
use leptos::prelude::*;
use qiangxian::rulebook::Answer;
use qiangxian::score::{Range, Score, State, Tally};
use qiangxian::ui::bar::Bar as TopBar;
use qiangxian::ui::parts::{Bar, Figures};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

/// The figures of a score that changes.
fn figures(score: ArcRwSignal<Score>) -> Stage {
    Stage::of(move |_| view! { <Figures score=Signal::derive(move || score.get()) /> }.into_any())
}

fn points(low: &str, high: &str) -> Score {
    let range = Range { low: low.parse().expect("points"), high: high.parse().expect("points") };
    Score::Points { range, most: 4.into() }
}

/// What stands in `data-points`, `data-low` and `data-high`.
#[track_caller]
fn shown(stage: &Stage) -> [String; 3] {
    ["[data-points]", "[data-low]", "[data-high]"].map(|figure| stage.text(figure))
}

#[wasm_bindgen_test]
async fn points_show_what_is_secured_and_what_is_possible() {
    let score = ArcRwSignal::new(points("1.5", "3"));
    let stage = figures(score.clone());
    assert_eq!(shown(&stage), ["1.5", "1.5", "3"]);
    assert!(stage.one(".figures").class_list().contains("open"));
    score.set(points("1.715", "1.715"));
    settle().await;
    assert_eq!(shown(&stage), ["1.72"; 3], "two decimals, half away from zero");
    assert!(!stage.one(".figures").class_list().contains("open"), "nothing is open");
}

#[wasm_bindgen_test]
async fn tasks_show_how_many_are_met_and_apply() {
    let tally = Tally { met: 40, in_progress: 12, not_started: 79, not_applicable: 1 };
    let score = ArcRwSignal::new(Score::Tasks(tally));
    let stage = figures(score.clone());
    assert_eq!(["[data-met]", "[data-applicable]"].map(|css| stage.text(css)), ["40", "131"]);
    assert_eq!(stage.text(".range"), "进行中 12 · 未开始 79 · 不适用 1");
    score.set(Score::Tasks(Tally { met: 132, ..Tally::default() }));
    settle().await;
    assert!(stage.text(".figures").trim_start().starts_with("132 / 132 项"));
    assert!(!stage.one(".figures").class_list().contains("open"), "nothing is open");
}

#[wasm_bindgen_test]
async fn a_task_shows_its_state() {
    let score = ArcRwSignal::new(Score::Task(State::NotStarted));
    let stage = figures(score.clone());
    assert_eq!(stage.text("[data-state=not-started]"), "未开始");
    score.set(Score::Task(State::Met));
    settle().await;
    assert_eq!(stage.text("[data-state=met]"), "已达到要求");
}

#[wasm_bindgen_test]
async fn a_bar_is_as_long_as_its_score() {
    let score = ArcRwSignal::new(points("1.5", "3"));
    let drawn = score.clone();
    let stage =
        Stage::of(move |_| view! { <Bar score=Signal::derive(move || drawn.get()) /> }.into_any());
    let widths = || {
        [".bar-low", ".bar-open"].map(|part| {
            let style = property(&stage.one(part), "style");
            property(style.unchecked_ref(), "width").as_string().unwrap_or_default()
        })
    };
    assert_eq!(widths(), ["37.5%"; 2]);
    assert_eq!(stage.attribute(".bar", "aria-hidden").as_deref(), Some("true"), "figures stand by");
    score.set(points("4", "4"));
    settle().await;
    assert_eq!(widths(), ["100%", "0%"]);
    let tally = Tally { met: 1, in_progress: 1, not_started: 2, not_applicable: 5 };
    score.set(Score::Tasks(tally));
    settle().await;
    assert_eq!(widths(), ["25%"; 2]);
    score.set(Score::Tasks(Tally { not_applicable: 5, ..Tally::default() }));
    settle().await;
    assert_eq!(widths(), ["0%"; 2], "of nothing there is no share");
}

#[wasm_bindgen_test]
async fn the_total_follows_the_form() {
    let stage = Stage::of(|_| view! { <TopBar /> }.into_any());
    assert_eq!(shown(&stage), ["0", "0", "100"]);
    stage.set_answer("2.model", Some(Answer::YesNo(true))).await;
    assert_eq!(shown(&stage), ["2", "2", "100"]);
    stage.set_answer("2.model", Some(Answer::YesNo(false))).await;
    assert_eq!(shown(&stage), ["0", "0", "98"]);
    stage.click("[data-action=undo]").await;
    assert_eq!(shown(&stage), ["0", "0", "100"], "both were one step of undo");
    stage.click("[data-action=redo]").await;
    assert_eq!(shown(&stage), ["0", "0", "98"]);
}
