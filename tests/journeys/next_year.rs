//! A new year's form from the old one: what repeats is confirmed one by one, or at once.

use crate::steps::{SAMPLE, fresh};
use serde_json::Value;

#[test]
fn the_old_years_answers_are_confirmed_before_they_count() {
    let page = fresh();
    page.click(".more-menu > summary");
    page.act("sample");
    page.shows("[data-total] [data-points]", "75.55");
    assert!(
        !page
            .eval("document.querySelector('[data-filter=unconfirmed]').checkVisibility()")
            .as_bool()
            .unwrap_or(true)
    );
    page.view("forms");
    page.act("next-year");
    page.told("已开始 2023 年的表");
    page.wait_for_element("[data-filter=unconfirmed][aria-pressed=true]");
    page.shows("[data-total] [data-points]", "0");

    // Beside the empty box stands what was filled in last year.
    page.click("[data-open='1']");
    page.wait_for_element("[data-indicator='1'] [data-action=earlier-take]");
    let said = page.text(".pane .field [data-earlier]");
    assert!(said.starts_with("待核对：2022 年填的是"), "{said}");
    let held = "document.querySelectorAll('.pane .field [data-earlier]').length";
    let before = page.eval(held).as_u64().unwrap_or_default();
    // Enter by Enter all are confirmed: the next one gets the focus.
    let focus = ".pane .field [data-action=earlier-take]";
    page.eval(&format!("document.querySelector(\"{focus}\").focus()"));
    page.press("Enter");
    page.wait_for(&format!("{held} === {}", before - 1));
    let next = match before {
        1 => "document.activeElement.matches('.pane h2')".to_owned(),
        _ => format!("document.activeElement.matches(\"{focus}\")"),
    };
    page.wait_for(&next);
    let answers: Value = serde_json::from_str(SAMPLE).expect("the sample is JSON");
    assert_eq!(answers["answers"]["1.slogan"], true);
    page.wait_for("document.querySelector('[data-field=\"1.slogan\"] [value=yes]').checked");
    // It is kept like all else.
    page.saved();
    page.reload();
    page.wait_for_element("[data-filter=unconfirmed][aria-pressed=true]");
    page.wait_for(&format!("{held} === {}", before - 1));

    // The rest of the rows at once, in one step of undo.
    page.act("earlier-take-rows");
    page.wait_for(
        "document.querySelector('[data-filter=unconfirmed] .chip-count').textContent === '0'",
    );
    page.wait_for("document.activeElement.matches('[data-filter=unconfirmed]')");
    let total = page.text("[data-total] [data-points]");
    let points: f64 = total.parse().unwrap_or_default();
    assert!(points > 30.0, "{total}");
    page.act("undo");
    page.told("往年的");
    page.wait_for(
        "document.querySelector('[data-filter=unconfirmed] .chip-count').textContent !== '0'",
    );
    page.well();
}
