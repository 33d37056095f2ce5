//! Typing figures: what is understood, what is not, and what stays in force.

use crate::browser::Profile;
use crate::page::quoted;
use crate::site;
use crate::steps::{action, field, fresh, in_profile, points_of};

const HANDLED: &str = "26.handled";
const COUNT: &str = "14.provincial-lead";

#[test]
fn what_people_type_is_understood() {
    let page = fresh();
    let percent = field(HANDLED);
    for (typed, shown) in [
        ("９５", "95"),
        ("95％", "95"),
        (" 95% ", "95"),
        ("　95.0　", "95"),
        ("９５．５", "95.5"),
        ("095", "95"),
    ] {
        page.fill(&percent, typed);
        page.holds(&percent, typed);
        page.press("Tab");
        page.holds(&percent, shown);
        page.shows(&points_of("26"), if shown == "95" { "1.6" } else { "1.64" });
        page.clear(&percent);
    }
    for (id, typed, shown) in [
        ("10.public-spend", "452,300", "452300"),
        ("10.public-spend", "１，２３４，５６７．５万元", "1234567.5"),
        ("37.energy-reduction", "－3.2", "-3.2"),
        ("14.national-lead", "０３项", "3"),
    ] {
        page.figure(&field(id), typed);
        page.holds(&field(id), shown);
    }
    page.told_nothing();
    page.well();
}

#[test]
fn text_that_is_no_figure_stays_with_its_reason_and_the_last_value_counts() {
    let page = fresh();
    let percent = field(HANDLED);
    page.figure(&percent, "95");
    page.shows(&points_of("26"), "1.6");
    for (typed, reason) in [
        ("九十五", "不是数字"),
        ("9,5", "逗号的位置不对"),
        ("950", "应在 0 到 100 之间"),
        ("95.12345", "位数太多"),
    ] {
        page.retype(&percent, typed);
        // What may still become a figure is no fault while the user types.
        page.press("Tab");
        page.told(reason);
        page.told("目前仍按 95% 计算");
        page.holds(&percent, typed);
        page.shows(&points_of("26"), "1.6");
        let said = page.eval(&format!(
            "((e) => e.getAttribute('aria-describedby').split(' ')\
             .map((id) => document.getElementById(id).innerText).join(' '))(document.querySelector({}))",
            quoted(&percent)
        ));
        assert!(said.as_str().is_some_and(|said| said.contains(reason)), "{said}");
    }
    page.figure(&percent, "96");
    page.told_nothing();
    page.figure(&field(COUNT), "2.5");
    page.told("「2.5」不是整数");
    page.told("目前按未填计算");
    page.clear(&field(COUNT));
    page.told_nothing();
    page.well();
}

#[test]
fn half_typed_text_survives_a_reload() {
    let page = fresh();
    page.figure(&field(HANDLED), "95");
    page.retype(&field(HANDLED), "9八");
    page.told("目前仍按 95% 计算");
    page.saved();
    page.reenter();
    page.holds(&field(HANDLED), "9八");
    page.told("目前仍按 95% 计算");
    page.shows(&points_of("26"), "1.6");
    // Undo takes back what the user sees first: the half-typed text, then the value.
    page.retype(&field(HANDLED), "98");
    page.press("Tab");
    page.retype(&field(HANDLED), "9x");
    page.press("Control+z");
    page.holds(&field(HANDLED), "98");
    page.told_nothing();
    page.press("Control+z");
    page.holds(&field(HANDLED), "95");
    page.well();
}

#[test]
fn counts_have_steppers_for_fingers() {
    let page = Profile::new().page();
    page.viewport(1280, 800, true, 1.0);
    page.enter(&site::over_http());
    let count = field(COUNT);
    let step = |name: &str| format!(".box:has({count}) {}", action(name));
    page.click(&step("more"));
    page.holds(&count, "1");
    page.shows(&points_of("14"), "0.5");
    page.click(&step("more"));
    page.click(&step("more"));
    page.holds(&count, "3");
    page.shows(&points_of("14"), "1");
    page.click(&step("less"));
    page.holds(&count, "2");
    page.focus(&count);
    page.press("ArrowUp");
    page.holds(&count, "3");
    for _ in 0..5 {
        page.press("ArrowDown");
    }
    page.holds(&count, "0");
    page.shows("[data-total] [data-high]", "99.5");
    // Steps begin at the value in force, and end a half-typed text.
    page.retype(&count, "1x");
    page.told("「1x」");
    page.click(&step("more"));
    page.holds(&count, "1");
    page.told_nothing();
    page.well();
}

#[test]
fn the_wheel_changes_nothing() {
    let page = fresh();
    page.eval("window.wheeled = 0; addEventListener('wheel', () => { wheeled += 1; })");
    for (at, id) in [COUNT, HANDLED, "10.public-spend"].iter().enumerate() {
        page.figure(&field(id), "95");
        page.focus(&field(id));
        page.wheel(&field(id), 120);
        page.wait_for(&format!("wheeled > {at}"));
        assert_eq!(page.value(&field(id)), "95");
    }
    page.shows(&points_of("26"), "1.6");
    page.well();
}

#[test]
fn the_year_and_the_base_count() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.figure(&field(HANDLED), "95");
    page.shows(&points_of("26"), "1.6");
    page.click("[data-form='base'] input[value='0']");
    page.shows(&points_of("26"), "1");
    page.figure("[data-form='year']", "廿二");
    page.told("不是年份");
    page.figure("[data-form='year']", "２０２３年");
    page.holds("[data-form='year']", "2023");
    page.told_nothing();
    page.saved();
    page.reenter();
    page.holds("[data-form='year']", "2023");
    page.shows(&points_of("26"), "1");
    page.well();
}

#[test]
fn labels_speak_of_the_forms_own_years() {
    let page = fresh();
    page.open_row("19");
    assert!(page.text(".pane").contains("2021年质量管理体系认证"));
    page.figure("[data-form='year']", "2025");
    // The label beside follows, and the box keeps the focus that it had.
    page.wait_for("document.querySelector('.pane').innerText.includes('地区生产总值（2024年）')");
    page.open_row("19");
    let pane = page.text(".pane");
    assert!(pane.contains("2024年质量管理体系认证") && pane.contains("2023年"), "{pane}");
    // The document's own words stay as they are.
    assert!(pane.contains("评价当年的前一年度开展质量管理体系认证"), "{pane}");
    page.saved();
    page.reenter();
    page.open_row("19");
    assert!(page.text(".pane").contains("2024年质量管理体系认证"));
    page.well();
}

#[test]
fn a_figure_that_is_hardly_right_is_asked_about_and_counts() {
    let page = fresh();
    page.open_row("10");
    let doubt = "#f-10-quality-spend-doubt";
    page.figure(&field("10.quality-spend-prev"), "100");
    page.figure(&field("10.quality-spend"), "1000");
    page.wait_for(&format!("document.querySelector('{doubt}').innerText.includes('10 倍以上')"));
    assert_eq!(
        page.eval(&format!("document.querySelector('{doubt}').getAttribute('role')")),
        "status"
    );
    let described = page.eval(
        "document.querySelector(\"[data-field='10.quality-spend']\").getAttribute('aria-describedby')",
    );
    assert!(described.as_str().is_some_and(|ids| ids.contains("f-10-quality-spend-doubt")));
    // It is asked, not refused.
    page.holds(&field("10.quality-spend"), "1000");
    assert_eq!(page.count(".pane [aria-invalid]"), 0);
    page.figure(&field("10.public-spend"), "500");
    page.wait_for("document.querySelector('.pane').innerText.includes('超过了 100%')");
    // Rows with such figures are found by their chip, which is there only for them.
    page.click("[data-filter=doubtful]");
    page.shows_rows("10");
    page.figure(&field("10.quality-spend"), "120");
    page.wait_for(&format!("document.querySelector('{doubt}').innerText === ''"));
    page.shows("[data-filter=doubtful] .chip-count", "0");
    page.click("[data-filter=all]");
    page.wait_for("document.querySelector('[data-filter=doubtful]').hidden");
    page.saved();
    page.well();
}
