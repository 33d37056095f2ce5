//! What the user is told.

use crate::stage::{Stage, settle};
use leptos::prelude::*;
use qiangxian::form::Form;
use qiangxian::session::Slot;
use qiangxian::storage::StoreFault;
use qiangxian::storage::browser::Browser;
use qiangxian::ui::bar::{Notices, VetoStrip};
use wasm_bindgen_test::wasm_bindgen_test;

/// Notices over a view that takes the focus.
async fn told(notices: &[(&str, bool)]) -> Stage {
    let stage = Stage::of(|_| {
        view! {
            <main id="main" tabindex="-1"></main>
            <Notices />
        }
        .into_any()
    });
    for (text, urgent) in notices {
        stage.update(|session| session.tell(*text, *urgent)).await;
    }
    stage
}

fn dismiss(nth: usize) -> String {
    format!("[role=status] .notice:nth-child({nth}) [data-action=dismiss]")
}

#[wasm_bindgen_test]
async fn what_is_urgent_is_read_out_at_once() {
    let stage = told(&[("已存快照", false), ("没有存上", true)]).await;
    assert_eq!(stage.texts("[role=alert] .notice > span"), ["没有存上"]);
    assert_eq!(stage.texts("[role=status] .notice > span"), ["已存快照"]);
    assert_eq!(stage.all("[data-action=restore]").len(), 0, "there is nothing to bring back");
}

#[wasm_bindgen_test]
async fn a_notice_that_is_repeated_is_shown_once_and_last() {
    let stage = told(&[("甲", false), ("乙", false), ("甲", false)]).await;
    assert_eq!(stage.texts(".notice > span"), ["乙", "甲"]);
}

#[wasm_bindgen_test]
async fn a_notice_that_stays_is_not_built_anew() {
    let stage = told(&[("甲", false)]).await;
    let before = stage.one(".notice");
    stage.update(|session| session.tell("乙", false)).await;
    assert_eq!(stage.all(".notice").first(), Some(&before));
}

#[wasm_bindgen_test]
async fn dismissing_hands_the_focus_to_the_next_notice_and_at_last_to_the_view() {
    let stage = told(&[("甲", false), ("乙", false), ("丙", false)]).await;
    let press = async |nth: usize| {
        let button = stage.one(&dismiss(nth));
        button.focus().expect("a button takes the focus");
        button.click();
        settle().await;
    };
    press(2).await;
    assert_eq!(stage.texts(".notice > span"), ["甲", "丙"]);
    assert!(stage.has_focus(&dismiss(2)), "the one that stood below");
    press(2).await;
    assert_eq!(stage.texts(".notice > span"), ["甲"]);
    assert!(stage.has_focus(&dismiss(1)), "the one that stood above");
    press(1).await;
    crate::stage::until("the view has the focus", || stage.has_focus("#main")).await;
}

#[wasm_bindgen_test]
async fn that_edits_are_not_saved_is_said_as_long_as_it_lasts() {
    let stage = told(&[]).await;
    assert_eq!(stage.messages(), [""; 0]);
    stage.update(|session| session.load(Err(StoreFault::Blocked), None, &Browser)).await;
    assert_eq!(stage.all("[role=alert] [data-message]").len(), 1);
    assert_eq!(stage.all("[role=alert] [data-action=fault-export]").len(), 1, "and a way out");
    assert_eq!(stage.all("[role=alert] [data-action=dismiss]").len(), 0);
}

#[wasm_bindgen_test]
async fn a_veto_item_is_named_while_it_stands() {
    let mut form = Form::blank().expect("an edition");
    form.veto = vec!["甲事故".into(), "乙事故".into()];
    let stage = Stage::over(form, |_| view! { <VetoStrip /> }.into_any());
    let text = stage.text("[data-veto]");
    assert!(text.contains("甲事故") && text.contains("乙事故"), "{text}");
    stage.update(|session| session.type_in(Slot::Veto, "")).await;
    assert_eq!(stage.all("[data-veto]").len(), 0);
}
