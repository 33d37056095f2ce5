//! Filling the form: the way from an empty page to a score.

use serde_json::json;

use crate::browser::Profile;
use crate::page::quoted;
use crate::steps::{action, both, cell, end, field, fresh, option, points_of};

#[test]
fn the_page_opens_on_a_blank_form_that_answers_at_once() {
    for url in both() {
        let page = Profile::new().page();
        page.enter(&url);
        assert_eq!(page.count("[data-view='fill']"), 1);
        assert_eq!(page.count("[data-view]"), 1);
        assert_eq!(page.count("[data-total]"), 1);
        assert_eq!(page.count("tr[data-indicator]"), 43);
        assert_eq!(page.count("input[type=file][data-import]"), 1);
        page.told_nothing();
        page.totals("0", "100");
        page.pick("1.slogan", "yes");
        page.totals("0", "100");
        page.pick("1.document", "yes");
        page.totals("2", "100");
        page.shows(&points_of("1"), "2");
        page.shows("[data-group='1.1'] [data-points]", "2");
        page.shows("[data-dimension='1'] [data-points]", "2");
        page.pick("2.model", "no");
        page.totals("2", "98");
        page.saved();
        page.take_requests();
        page.reenter();
        page.totals("2", "98");
        assert!(page.picked("1.slogan", "yes") && page.picked("2.model", "no"));
        page.well();
    }
}

#[test]
fn nothing_is_asked_for_once_the_page_has_loaded() {
    for url in both() {
        let page = Profile::new().page();
        page.enter(&url);
        page.complete();
        page.take_requests();
        page.pick("2.model", "yes");
        page.saved();
        page.act("share");
        page.wait_for_element("dialog[open] :is([data-link], [data-message])");
        page.close_dialog();
        page.click("[data-indicator='2'] [data-action=explain]");
        page.view("forms");
        page.act("sample");
        page.wait_for_element("[data-view='fill']");
        assert_eq!(page.take_requests(), [""; 0]);
        page.well();
    }
}

#[test]
fn every_field_has_the_control_of_its_kind() {
    let page = fresh();
    // Yes or no starts unset, and can be unset again.
    page.reach(&field("2.model"));
    assert_eq!(page.count(&format!("{} input:checked", field("2.model"))), 0);
    page.pick("2.model", "yes");
    page.totals("2", "100");
    let clear = format!("{} {}", field("2.model"), action("clear"));
    page.click(&clear);
    page.totals("0", "100");
    assert_eq!(page.count(&format!("{} input:checked", field("2.model"))), 0);
    assert!(!page.in_view(&clear));
    // Tiers stand side by side.
    page.reach(&field("6.attended"));
    assert_eq!(page.count(&format!("{} input[type=radio]", field("6.attended"))), 4);
    page.pick("6.attended", "mayor");
    page.totals("1", "99");
    page.pick("6.attended", "secretary");
    page.totals("2", "100");
    // A check list is unanswered until one box, or "none of these", is ticked.
    page.reach(&field("21.plans"));
    assert_eq!(page.count(&format!("{} input[type=checkbox]", field("21.plans"))), 6);
    page.pick("21.plans", "food");
    page.totals("2", "98");
    page.pick("21.plans", "none-of-these");
    assert!(!page.picked("21.plans", "food"));
    page.totals("2", "98");
    page.pick("21.plans", "food");
    assert!(!page.picked("21.plans", "none-of-these"));
    page.pick("21.plans", "food");
    page.totals("2", "100");
    // Figures have their unit beside them.
    let unit = |id: &str| page.text(&format!(".box:has({}) .unit", field(id)));
    assert_eq!(unit("26.handled"), "%");
    assert_eq!(unit("base.gdp"), "亿元");
    assert_eq!(unit("14.provincial-lead"), "项");
    page.well();
}

#[test]
fn honours_are_rows_with_suggestions() {
    let page = fresh();
    let add = format!("{} {}", field("43.honours"), action("row-add"));
    page.click(&add);
    page.wait_for("document.activeElement.dataset.part === 'title'");
    let at = |row, part| cell("43.honours", row, part);
    let list = page.eval(&format!(
        "[...document.querySelector({}).list.options].map((o) => o.value)",
        quoted(&at(0, "title"))
    ));
    assert!(list.as_array().is_some_and(|all| all.contains(&json!("省长质量奖"))), "{list}");
    page.fill(&at(0, "title"), "全国质量标杆");
    page.fill(&at(0, "recipient"), "某某公司");
    page.choose(&at(0, "level"), "national");
    page.shows(&points_of("43"), "0");
    page.figure(&at(0, "year"), "二〇二一");
    page.told("「二〇二一」不是年份");
    page.figure(&at(0, "year"), "２０２１年");
    page.holds(&at(0, "year"), "2021");
    page.shows(&points_of("43"), "3");
    page.click(&add);
    page.fill(&at(1, "title"), "省长质量奖");
    page.fill(&at(1, "recipient"), "甲厂");
    page.choose(&at(1, "level"), "provincial");
    page.figure(&at(1, "year"), "2010");
    page.shows(&points_of("43"), "5");
    page.click(&format!("{} [data-row='0'] {}", field("43.honours"), action("row-remove")));
    page.shows(&points_of("43"), "2");
    page.holds(&at(0, "title"), "省长质量奖");
    page.saved();
    page.reenter();
    page.shows(&points_of("43"), "2");
    page.holds(&at(0, "year"), "2010");
    // The last row gone, the question is open again; none is an answer too.
    page.click(&format!("{} [data-row='0'] {}", field("43.honours"), action("row-remove")));
    page.totals("0", "100");
    page.pick("43.honours", "none-of-these");
    page.totals("0", "91");
    page.well();
}

#[test]
fn every_indicator_shows_its_official_text_and_explains_itself_on_one_click() {
    let page = fresh();
    page.open_row("1");
    page.focus(".pane h2");
    for number in 1..=43 {
        page.wait_for_element(&format!(".pane [data-indicator='{number}']"));
        assert!(page.text(".pane .wording").chars().count() > 10, "{number}");
        page.press("Alt+ArrowDown");
    }
    let within = |css: &str| format!("[data-indicator='26'] {css}");
    assert_eq!(page.count("[data-explain]"), 0);
    page.click(&within(&action("explain")));
    page.wait_for_element(&within("[data-explain]"));
    assert!(page.text(&within("[data-explain]")).contains("本工具口径"));
    page.figure(&field("26.handled"), "95");
    // 60 + 40 × (95 − 90) ÷ (100 − 90) of 2 points.
    page.shows(&points_of("26"), "1.6");
    assert!(page.text(&within("[data-explain]")).contains("1.6"));
    page.click(&within(&action("explain")));
    page.wait_for("!document.querySelector('[data-explain]')");
    page.well();
}

#[test]
fn figures_that_several_indicators_use_are_entered_once() {
    let page = fresh();
    page.reach(&field("base.gdp"));
    assert_eq!(page.count(&field("base.gdp")), 1);
    page.figure(&field("base.gdp"), "200");
    for indicator in ["35", "41"] {
        let shown = format!("[data-indicator='{indicator}'] .borrowed b");
        page.reach(&shown);
        page.wait_for(&format!(
            "document.querySelector({}).innerText.includes('200')",
            quoted(&shown)
        ));
    }
    // What follows from figures stands beside them as the user types.
    page.type_text(&field("35.services"), "50");
    page.wait_for(
        "document.querySelector(\"[data-indicator='35'] .metric-line\").innerText.includes('25')",
    );
    page.fill(&end("35.share", "unacceptable"), "20");
    page.fill(&end("35.share", "satisfactory"), "30");
    page.shows(&points_of("35"), "2.4");
    page.click("[data-indicator='35'] .borrowed button");
    page.wait_for("document.activeElement.dataset.field === 'base.gdp'");
    assert!(page.in_view(&field("base.gdp")));
    page.click(&option("2.model", "yes"));
    page.well();
}
