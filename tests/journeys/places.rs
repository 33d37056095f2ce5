//! Where one is: the address, the filter that stands in it, and the browser's Back.

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{field, fresh, option};

/// Goes back as the browser's button does.
#[track_caller]
fn back(page: &Page) {
    page.eval("history.back()");
}

#[track_caller]
fn hash(page: &Page, expected: &str) {
    page.wait_for(&format!("location.hash === '{expected}'"));
}

#[test]
fn back_closes_the_pane_and_then_the_view() {
    let page = fresh();
    page.view("overview");
    page.view("fill");
    page.open_row("14");
    page.focus(&field("14.provincial-lead"));
    // From one indicator to another is no step of the history.
    page.press("Alt+ArrowDown");
    page.wait_for_element(".pane [data-indicator='15']");
    hash(&page, "#/fill/15");
    back(&page);
    hash(&page, "#/fill");
    page.wait_for("!document.querySelector('.pane [data-indicator]')");
    assert_eq!(page.count("[data-view='fill']"), 1);
    back(&page);
    page.wait_for_element("[data-view='overview']");
    back(&page);
    page.wait_for_element("[data-view='fill']");
    page.well();
}

#[test]
fn an_address_that_leads_nowhere_is_no_trap() {
    let page = fresh();
    page.view("overview");
    for address in ["#/nonsense", "#q1", "#q1abcdefghijkl"] {
        page.eval(&format!("location.hash = '{address}'"));
        page.wait_for_element("[data-message]");
        hash(&page, "#/overview");
        page.eval("document.querySelector('.notice button').click()");
        page.wait_for("!document.querySelector('.notice')");
    }
    // Each left an entry of the view that was shown, and none of its own.
    for _ in 0..3 {
        back(&page);
        hash(&page, "#/overview");
    }
    back(&page);
    page.wait_for_element("[data-view='fill']");
    page.well();
}

#[test]
fn what_messengers_add_to_the_address_of_a_view_is_of_no_effect() {
    for tail in
        ["#/report?from=singlemessage", "#/report&shareTo=weixin", "#%2Freport", "#/report/"]
    {
        let page = Profile::new().page();
        page.enter(&format!("{}{tail}", site::over_http()));
        page.wait_for_element("[data-view='report']");
        page.well();
    }
}

#[test]
fn a_filter_stands_in_the_address_and_survives_what_one_does() {
    let page = fresh();
    page.pick("2.model", "no");
    page.pick("5.event", "provincial");
    page.click("[data-filter='losing']");
    page.shows_rows("2 5");
    assert!(page.eval("location.hash").as_str().is_some_and(|hash| hash.contains("only=losing")));
    // Through the pane, another view and a reload.
    page.open_row("5");
    page.focus(".pane h2");
    page.press("Escape");
    page.view("overview");
    page.view("fill");
    page.shows_rows("2 5");
    page.reenter();
    page.shows_rows("2 5");
    page.wait_for_element("[data-filter='losing'][aria-pressed=true]");
    // Words and facets narrow it down further; neighbours follow what is shown.
    page.fill("#search", "质量");
    page.click("[data-filter='all']");
    page.choose("[data-facet='group']", "组织保障");
    page.wait_for("document.querySelectorAll('tr[data-indicator]').length > 0");
    let rows = page.rows();
    let rows: Vec<&str> = rows.split(' ').collect();
    assert!(rows.len() < 4 && !rows.contains(&"2"), "{rows:?}");
    let address = page.eval("location.href");
    let other = fresh();
    other.enter(address.as_str().unwrap_or_default());
    other.shows_rows(&rows.join(" "));
    other.holds("#search", "质量");
    // Nothing of it is an entry of the history.
    other.well();
    page.well();
}

#[test]
fn rows_are_grouped_by_unit_and_by_deadline_and_sorted() {
    let page = fresh();
    page.pick("2.model", "no");
    page.choose("[data-action='arrange']", "unit.number");
    page.wait_for("document.querySelectorAll('tr[data-indicator]').length > 43");
    // A row that stands under several units is one thing: walking and opening agree.
    page.open_row("2");
    assert_eq!(page.count("tr[data-indicator][tabindex='0'], tr.dimension[tabindex='0']"), 1);
    page.choose("[data-action='arrange']", "deadline.number");
    page.wait_for("document.querySelectorAll('tr[data-indicator]').length === 43");
    page.choose("[data-action='arrange']", "document.missing");
    page.wait_for("document.querySelector('tr[data-indicator]').dataset.indicator === '43'");
    page.click(&option("2.model", "yes"));
    page.totals("2", "100");
    page.well();
}
