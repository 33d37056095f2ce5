//! The officer's desk: evidence, notes, adjustments, veto items.

use crate::browser::Profile;
use crate::steps::{action, fresh, in_profile, option, points_of};

/// Something inside an indicator.
fn within(indicator: &str, css: &str) -> String {
    format!("[data-indicator=\"{indicator}\"] {css}")
}

fn evidence(indicator: &str, row: usize, part: &str) -> String {
    within(indicator, &format!("[data-evidence] [data-row=\"{row}\"] [data-part=\"{part}\"]"))
}

fn adjust(indicator: &str, part: &str) -> String {
    within(indicator, &format!("[data-adjust] [data-part=\"{part}\"]"))
}

#[test]
fn evidence_and_notes_are_kept() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.fill(&within("3", "[data-note]"), "见区委〔2022〕5号文");
    page.click(&within("3", "[data-evidence] [data-action=row-add]"));
    page.figure(&evidence("3", 0, "number"), "区委〔2022〕5号");
    page.told("请填材料名称");
    page.figure(&evidence("3", 0, "title"), "区委文件");
    page.told_nothing();
    page.figure(&evidence("3", 0, "date"), "2022年3月1日");
    page.holds(&evidence("3", 0, "date"), "2022-03-01");
    page.figure(&evidence("3", 0, "place"), "档案室");
    page.click(&evidence("3", 0, "ready"));
    page.click(&within("3", "[data-evidence] [data-action=row-add]"));
    page.figure(&evidence("3", 1, "title"), "会议纪要");
    page.figure(&evidence("3", 1, "date"), "2022年2月30日");
    page.told("不是日期");
    page.figure(&evidence("3", 1, "date"), "");
    page.told_nothing();
    page.saved();
    page.reenter();
    page.holds(&within("3", "[data-note]"), "见区委〔2022〕5号文");
    page.holds(&evidence("3", 0, "title"), "区委文件");
    page.holds(&evidence("3", 0, "number"), "区委〔2022〕5号");
    page.holds(&evidence("3", 0, "date"), "2022-03-01");
    page.holds(&evidence("3", 0, "place"), "档案室");
    page.wait_for(&format!("document.querySelector('{}').checked", evidence("3", 0, "ready")));
    page.holds(&evidence("3", 1, "title"), "会议纪要");
    page.click(&within("3", "[data-row=\"0\"] [data-action=row-remove]"));
    page.holds(&evidence("3", 0, "title"), "会议纪要");
    page.press("Escape");
    page.click(&action("undo"));
    page.holds(&evidence("3", 0, "title"), "区委文件");
    page.well();
}

#[test]
fn an_adjustment_needs_its_reason_and_goes_with_one_click() {
    let page = fresh();
    page.click(&option("2.model", "yes"));
    page.shows(&points_of("2"), "2");
    page.figure(&adjust("2", "points"), "1.5");
    page.told("请写明理由");
    page.shows(&points_of("2"), "2");
    page.figure(&adjust("2", "reason"), "模式尚未在全市推广");
    page.told_nothing();
    page.shows(&points_of("2"), "1.5");
    page.shows("[data-total] [data-points]", "1.5");
    page.shows("[data-total] .total-unadjusted", "未调整时 2 分");
    page.figure(&adjust("2", "points"), "3");
    page.told("应在 0 到 2 之间");
    page.shows(&points_of("2"), "1.5");
    page.figure(&adjust("2", "points"), "1");
    page.shows(&points_of("2"), "1");
    page.saved();
    page.reenter();
    page.holds(&adjust("2", "reason"), "模式尚未在全市推广");
    page.click(&within("2", "[data-action=unadjust]"));
    page.shows(&points_of("2"), "2");
    page.holds(&adjust("2", "points"), "");
    page.click(&action("undo"));
    page.shows(&points_of("2"), "1");
    page.well();
}

#[test]
fn a_veto_item_marks_every_view_and_the_link() {
    let page = fresh();
    page.click(&option("2.model", "yes"));
    page.fill("[data-form=veto]", "发生较大质量安全事故\n ");
    page.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    page.shows("[data-total] [data-points]", "2");
    page.appearance("print", "light");
    page.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    page.appearance("screen", "light");
    page.click(".tabs a[href='#/forms']");
    page.wait_for_element("[data-view=forms]");
    page.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    page.click(&action("share"));
    let link = page.value("[data-link]");
    let other = fresh();
    other.enter(&link);
    other.wait_for_element("[data-shared]");
    other.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    page.click(".tabs a[href='#/fill']");
    page.clear("[data-form=veto]");
    page.told_nothing();
    page.well();
    other.well();
}
