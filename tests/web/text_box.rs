//! Boxes for texts that become values: the year, veto items, an adjustment.

use crate::stage::{Stage, settle};
use leptos::prelude::*;
use qiangxian::form::Form;
use qiangxian::session::{Incoming, Slot};
use qiangxian::storage::browser::Browser;
use qiangxian::ui::parts::{Fault, TextBox};
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

const YEAR: &str = "[data-form=year]";
const VETO: &str = "[data-form=veto]";

fn year() -> Stage {
    Stage::of(|_| {
        view! { <TextBox holds=Slot::Year name="评价年度" described_by="unit" placeholder="2022" /> }
            .into_any()
    })
}

fn veto() -> Stage {
    Stage::of(|_| view! { <TextBox holds=Slot::Veto rows=2 /> }.into_any())
}

#[wasm_bindgen_test]
async fn a_box_says_what_it_is() {
    let stage = year();
    let told = ["aria-label", "aria-describedby", "placeholder", "aria-invalid"];
    let told = told.map(|name| stage.attribute(YEAR, name));
    let expected = [Some("评价年度"), Some("unit"), Some("2022"), None];
    assert_eq!(told.each_ref().map(Option::as_deref), expected);
    stage.enter(YEAR, "二〇二二").await;
    let fault = stage.one("[role=alert]");
    assert!(fault.text_content().unwrap_or_default().contains("二〇二二"));
    let expected = format!("unit {}", fault.id());
    assert_eq!(stage.attribute(YEAR, "aria-describedby"), Some(expected), "unit first, then why");
}

#[wasm_bindgen_test]
async fn what_is_half_typed_is_taken_back_before_any_step() {
    let stage = year();
    stage.enter(YEAR, "2021").await;
    stage.enter(YEAR, "2021x").await;
    assert_eq!((stage.form().year, stage.messages().len()), (None, 1));
    assert!(stage.press_with(YEAR, "z", &["ctrlKey"]).await, "the box takes the key");
    assert_eq!((stage.value(YEAR), stage.messages().len()), ("2021".into(), 0));
    assert_eq!(stage.form().year, Some(2021));
}

#[wasm_bindgen_test]
async fn a_box_of_several_lines_holds_one_item_a_line() {
    let stage = veto();
    assert_eq!(stage.one(VETO).tag_name(), "TEXTAREA");
    stage.enter(VETO, "甲事故\n\n 乙事故 ").await;
    assert_eq!(stage.form().veto, ["甲事故", "乙事故"]);
    assert_eq!(stage.value(VETO), "甲事故\n\n 乙事故 ", "while it is typed it stays");
    stage.leave(VETO).await;
    assert_eq!(stage.value(VETO), "甲事故\n乙事故");
}

#[wasm_bindgen_test]
async fn points_and_reason_of_an_adjustment_enter_together() {
    let stage = Stage::of(|app| {
        let id = app.rulebook().indicator("1").expect("an indicator of the edition");
        view! {
            <TextBox holds=Slot::AdjustedPoints(id) />
            <TextBox holds=Slot::AdjustedReason(id) />
        }
        .into_any()
    });
    stage.enter("[data-part=points]", "1.5").await;
    assert_eq!(stage.form().adjustments.len(), 0, "not without a reason");
    assert_eq!(stage.messages().len(), 1);
    stage.enter("[data-part=reason]", "材料已补").await;
    let adjusted = stage.form().adjustments.get(&stage.indicator("1")).cloned();
    let adjusted = adjusted.map(|one| (one.points.to_string(), one.reason));
    assert_eq!(adjusted, Some(("1.5".into(), "材料已补".into())));
    assert_eq!(stage.messages(), [""; 0]);
}

#[wasm_bindgen_test]
async fn what_came_in_is_read_and_not_written() {
    let stage = year();
    stage.enter(YEAR, "2021").await;
    let form = Form { year: Some(2019), ..Form::blank().expect("an edition") };
    let incoming = Incoming { file: None, date: None, link: None, form: Arc::new(form) };
    stage.update(|session| session.receive(vec![incoming], &Browser)).await;
    assert!(stage.one(YEAR).has_attribute("readonly"));
    assert_eq!(stage.value(YEAR), "2019");
    stage.enter(YEAR, "2030").await;
    assert_eq!(stage.form().year, Some(2021), "one's own form stays as it is");
    stage.update(|session| session.leave_incoming()).await;
    assert!(!stage.one(YEAR).has_attribute("readonly"));
    assert_eq!(stage.value(YEAR), "2021");
}

#[wasm_bindgen_test]
async fn a_fault_is_announced_while_it_lasts() {
    let why = ArcRwSignal::new(None::<String>);
    let told = why.clone();
    let stage = Stage::of(move |_| {
        view! { <Fault id="why" fault=Signal::derive(move || told.get()) /> }.into_any()
    });
    assert_eq!(stage.all("*").len(), 0);
    for text in ["不是数", "太大"] {
        why.set(Some(text.to_owned()));
        settle().await;
        assert_eq!(stage.text("#why[role=alert]"), text);
    }
    why.set(None);
    settle().await;
    assert_eq!(stage.all("*").len(), 0);
}
