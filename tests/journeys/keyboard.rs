//! No mouse: walking, answering, undoing and sharing by keys.

use crate::page::{Page, quoted};
use crate::steps::{field, fresh, option, points_of};

/// Waits until an element has the focus.
#[track_caller]
fn focused(page: &Page, css: &str) {
    page.wait_for(&format!("document.activeElement === document.querySelector({})", quoted(css)));
}

/// Presses Tab until an element has the focus.
#[track_caller]
fn tab_to(page: &Page, css: &str) {
    for _ in 0..120 {
        let there = format!("document.activeElement.matches({})", quoted(css));
        if page.eval(&there) == true {
            return;
        }
        page.press("Tab");
    }
    panic!("Tab does not come to `{css}`");
}

#[test]
fn an_indicator_is_filled_and_shared_without_a_mouse() {
    let page = fresh();
    page.press("Tab");
    focused(&page, ".skip");
    page.press("Enter");
    focused(&page, "main");
    tab_to(&page, &option("1.slogan", "yes"));
    page.press("Space");
    page.press("Tab");
    tab_to(&page, &option("1.document", "yes"));
    page.press("Space");
    page.shows(&points_of("1"), "2");
    page.press("ArrowDown");
    page.shows(&points_of("1"), "0");
    page.press("ArrowUp");
    page.shows(&points_of("1"), "2");
    tab_to(&page, "[data-indicator='1'] [data-action='explain']");
    page.press("Enter");
    page.wait_for_element("[data-indicator='1'] [data-explain]");
    page.press("Enter");
    page.wait_for("!document.querySelector('[data-explain]')");
    page.eval("scrollTo(0, 0); document.activeElement.blur()");
    page.focus(".skip");
    tab_to(&page, "[data-action='share']");
    page.press("Enter");
    tab_to(&page, "[data-link]");
    let selected = page.eval(
        "getSelection().toString() || document.activeElement.value.slice(\
         document.activeElement.selectionStart, document.activeElement.selectionEnd)",
    );
    assert_eq!(selected, page.value("[data-link]").as_str());
    tab_to(&page, "[data-action='close']");
    page.press("Enter");
    page.wait_for("!document.querySelector('[data-link]')");
    page.well();
}

#[test]
fn enter_walks_the_form() {
    let page = fresh();
    page.focus("[data-form='county']");
    page.press("Enter");
    focused(&page, "[data-form='year']");
    page.press("Enter");
    focused(&page, "[data-form='base'] input:checked");
    page.press("Enter");
    focused(&page, &field("base.population"));
    page.press("Enter");
    focused(&page, &field("base.gdp"));
    page.press("Enter");
    focused(&page, &option("1.slogan", "yes"));
    page.press("Space");
    page.press("Enter");
    focused(&page, &option("1.document", "yes"));
    // A radio group is one stop; a check list is one stop a box.
    page.focus(&option("9.funded", "quality-development"));
    page.press("Space");
    page.press("Enter");
    focused(&page, &option("9.funded", "quality-supervision"));
    assert!(page.picked("9.funded", "quality-development"));
    // What a filter hides is passed over.
    page.fill("#search", "万人有效发明专利");
    page.wait_for("document.querySelector('.found').innerText.includes('共 1 项')");
    page.focus(&field("base.gdp"));
    page.press("Enter");
    focused(&page, &field("40.patents"));
    page.well();
}

#[test]
fn steps_are_undone_and_redone_by_buttons_and_keys() {
    let page = fresh();
    assert_eq!(page.count("[data-action='undo']:disabled"), 1);
    page.pick("2.model", "yes");
    page.type_text(&field("26.handled"), "9");
    page.type_text(&field("26.handled"), "5");
    page.totals("3.6", "99.6");
    page.act("undo");
    page.totals("2", "100");
    page.holds(&field("26.handled"), "");
    page.act("undo");
    page.totals("0", "100");
    assert_eq!(page.count("[data-action='undo']:disabled"), 1);
    page.act("redo");
    page.totals("2", "100");
    page.press("Control+Shift+z");
    page.totals("3.6", "99.6");
    assert_eq!(page.count("[data-action='redo']:disabled"), 1);
    page.focus(&field("26.handled"));
    page.press("Control+z");
    page.totals("2", "100");
    page.press("Control+z");
    page.totals("0", "100");
    page.press("Control+y");
    page.totals("2", "100");
    page.saved();
    page.reenter();
    page.totals("2", "100");
    page.well();
}

#[test]
fn nothing_is_undone_unseen() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.totals("2", "100");
    page.click("a[href='#/forms']");
    page.wait_for_element("[data-view='forms']");
    page.press("Control+z");
    assert_eq!(page.count("[data-action='undo']:disabled"), 1);
    page.totals("2", "100");
    page.click("a[href='#/fill']");
    page.wait_for_element("[data-view='fill']");
    page.press("Control+z");
    page.totals("0", "100");
    page.well();
}

#[test]
fn the_new_total_is_read_out_once_after_a_pause() {
    let page = fresh();
    page.eval(
        "window.spoken = []; new MutationObserver(() => \
         spoken.push(document.querySelector('[aria-live]').innerText))\
         .observe(document.querySelector('[aria-live]'), \
         { subtree: true, childList: true, characterData: true })",
    );
    page.pick("2.model", "yes");
    page.pick("12.platform", "yes");
    page.pick("22.channel", "no");
    page.wait_for("spoken.length > 0");
    assert_eq!(page.eval("spoken"), serde_json::json!(["总分 4 分，最高可到 99 分。"]));
    page.well();
}
