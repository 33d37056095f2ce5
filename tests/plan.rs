//! What it would take: single steps, one figure, the cheapest way, in tables
//! worked out by hand.

#![cfg(not(target_arch = "wasm32"))]

mod plan_forms;

use plan_forms::{form, number, plan, wish};
use qiangxian::plan::{Aim, Plan, Reason, Wish, cheapest, reach, steps};
use qiangxian::score::{compare, shown};
use qiangxian::text::{HONOUR, held_text, plan_notes, plan_text, reach_text, step_text};

/// The steps of one indicator, worded.
#[track_caller]
fn check_steps(written: &str, indicator: &str, expected: &[&str]) {
    let form = form(written);
    let id = form.edition.indicator(indicator).expect("an indicator");
    let found: Vec<String> = steps(&form, &form.case, HONOUR)
        .iter()
        .filter(|step| step.indicator == id)
        .map(|step| step_text(form.edition.0, step))
        .collect();
    assert_eq!(found, expected, "{written}");
}

#[test]
fn show() {
    for text in [
        "",
        "14.provincial-lead=0 26.handled=\"94\" 33.bases=2 33.bases@0..4 1.slogan=true 9.funded=[] 43.honours=[] 18.demo-units=87 18.demo-streets=1",
    ] {
        let form = form(text);
        for step in steps(&form, &form.case, HONOUR) {
            println!("{} {}", form.edition[step.indicator].id, step_text(form.edition.0, &step));
        }
        let plan = plan(&form, "90");
        println!("{}", plan_text(form.edition.0, &plan));
        for step in &plan.steps {
            println!("{} {}", form.edition[step.indicator].id, step_text(form.edition.0, step));
        }
        for held in &plan.held {
            println!("{}", held_text(form.edition.0, held));
        }
        println!("{:?}", plan_notes(&form, &form.case));
    }
}
