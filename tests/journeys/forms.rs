//! Several forms: begin, name, copy, delete, bring back; find the way in one.

use crate::page::{Page, quoted};
use crate::steps::{field, fresh, option};

/// Goes to the list of forms.
#[track_caller]
fn list(page: &Page) {
    page.view("forms");
}

/// The names of the forms in the list.
#[track_caller]
fn names(page: &Page) -> Vec<String> {
    let names = page.eval(
        "[...document.querySelectorAll('[data-form-id] [data-action=rename]')].map((e) => e.value)",
    );
    let mut names: Vec<String> = serde_json::from_value(names).unwrap_or_default();
    names.sort_unstable();
    names
}

/// An action of the form with this name in the list.
#[track_caller]
fn of(page: &Page, name: &str, action: &str) -> String {
    let id = page.wait_for(&format!(
        "[...document.querySelectorAll('[data-form-id]')].find((e) => \
         e.querySelector('[data-action=rename]').value === {}).dataset.formId",
        quoted(name)
    ));
    format!("[data-form-id={id}] [data-action='{action}']")
}

#[test]
fn forms_are_begun_named_copied_deleted_and_brought_back() {
    let page = fresh();
    page.fill("[data-form='county']", "甲县");
    page.pick("2.model", "yes");
    page.saved();
    list(&page);
    assert_eq!(page.count("[data-total]"), 1);
    assert_eq!(names(&page), ["甲县 2022 年"]);
    page.act("new");
    page.wait_for_element("[data-view='fill']");
    page.totals("0", "100");
    page.fill("[data-form='county']", "乙县");
    page.pick("12.platform", "yes");
    page.pick("22.channel", "yes");
    page.totals("3", "100");
    list(&page);
    assert_eq!(names(&page), ["乙县 2022 年", "甲县 2022 年"]);
    // A name that the user gives.
    page.fill(&of(&page, "甲县 2022 年", "rename"), "初稿");
    page.press("Tab");
    page.wait_for("document.querySelectorAll('[data-form-id]').length === 2");
    page.click(&of(&page, "初稿", "duplicate"));
    page.wait_for("document.querySelectorAll('[data-form-id]').length === 3");
    assert_eq!(names(&page), ["乙县 2022 年", "初稿", "初稿（副本）"]);
    page.click(&of(&page, "初稿", "open"));
    page.totals("2", "100");
    page.pick("29.created", "yes");
    page.pick("29.kept", "yes");
    page.totals("4", "100");
    list(&page);
    // The copy stands apart, and deleting can be taken back.
    page.click(&of(&page, "初稿", "delete"));
    page.told("已删除「初稿」");
    page.wait_for("document.querySelectorAll('[data-form-id]').length === 2");
    page.act("restore");
    page.click(&of(&page, "初稿", "open"));
    page.totals("4", "100");
    list(&page);
    page.click(&of(&page, "初稿（副本）", "open"));
    page.totals("2", "100");
    page.reenter();
    page.totals("2", "100");
    list(&page);
    assert_eq!(names(&page), ["乙县 2022 年", "初稿", "初稿（副本）"]);
    page.well();
}

#[test]
fn the_last_form_deleted_leaves_a_blank_one() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.saved();
    list(&page);
    page.act("delete");
    page.told("已删除");
    page.totals("0", "100");
    page.reenter();
    page.totals("0", "100");
    assert_eq!(page.count("[data-form-id]"), 0);
    page.well();
}

#[test]
fn the_sample_is_a_form_of_its_own() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.saved();
    list(&page);
    page.act("sample");
    page.wait_for_element("[data-view='fill']");
    page.holds("[data-form='county']", "示例县");
    assert_ne!(page.text("[data-total] [data-points]"), "2");
    list(&page);
    assert_eq!(names(&page).len(), 2);
    page.well();
}

#[test]
fn the_total_and_the_open_row_stay_in_view() {
    let page = fresh();
    assert!(page.in_view("[data-total]"));
    page.open_row("43");
    page.wait_for("document.querySelector('tr[aria-selected=true]').dataset.indicator === '43'");
    assert!(page.in_view("tr[data-indicator='43']") && page.in_view(".pane h2"));
    assert!(page.in_view("[data-total]") && page.in_view(".total .bar"));
    page.open_row("2");
    page.wait_for("document.querySelector('tr[aria-selected=true]').dataset.indicator === '2'");
    // Not hidden behind the head of the table, which stays.
    page.wait_for(
        "document.querySelector(\"tr[data-indicator='2']\").getBoundingClientRect().top >= \
         document.querySelector('thead').getBoundingClientRect().bottom - 1",
    );
    // An address leads to a row that is out of sight.
    page.click("[data-open='2']");
    page.eval("location.hash = '#/fill/43'");
    page.wait_for_element(".pane [data-indicator='43']");
    page.wait_for(
        "((b) => b.bottom <= innerHeight && b.top > 0)\
         (document.querySelector(\"tr[data-indicator='43']\").getBoundingClientRect())",
    );
    page.pick("2.model", "yes");
    page.wait_for("document.querySelector(\"tr[data-indicator='2']\").innerText.includes('●')");
    page.shows("[data-filter=unanswered] .chip-count", "42");
    // The page itself does not scroll; its parts do.
    assert_eq!(page.eval("document.scrollingElement.scrollHeight <= innerHeight"), true);
    page.well();
}

#[test]
fn indicators_are_found_by_word_and_by_what_is_still_to_do() {
    let page = fresh();
    let filter = |name: &str| format!("[data-filter='{name}']");
    let count = |name: &str| format!("{} .chip-count", filter(name));
    page.fill("#search", "pm2.5");
    page.shows_rows("38");
    page.fill("#search", "14");
    page.shows_rows("14");
    page.fill("#search", "没有这样的词");
    page.told("没有符合条件的指标");
    // An address reaches what a search hides.
    page.eval("location.hash = location.hash.replace('fill', 'fill/40')");
    page.wait_for_element(".pane [data-indicator='40']");
    page.act("show-all");
    page.holds("#search", "");
    assert_eq!(page.count("tr[data-indicator]"), 43);
    page.pick("2.model", "no");
    page.pick("12.platform", "yes");
    page.figure(&field("39.hightech-share"), "50");
    page.shows(&count("losing"), "1");
    page.click(&filter("losing"));
    page.shows_rows("2");
    // A row tells why, and what would help.
    let row = page.text("tr[data-indicator='2']");
    assert!(row.contains("下一步"), "{row}");
    // A row that the user mends does not vanish while it is edited.
    page.click(&option("2.model", "yes"));
    page.totals("4", "100");
    assert_eq!(page.rows(), "2");
    page.click(&filter("unanswered"));
    page.shows(&count("unanswered"), "40");
    page.wait_for("document.querySelectorAll('tr[data-indicator]').length === 40");
    page.click(&filter("waiting"));
    page.wait_for("document.querySelector(\"tr[data-indicator='39']\")");
    assert!(!page.rows().split(' ').any(|number| number == "26"), "{}", page.rows());
    page.click(&filter("all"));
    page.wait_for("document.querySelectorAll('tr[data-indicator]').length === 43");
    page.well();
}
