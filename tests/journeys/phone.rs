//! On a phone: nothing is cut off, the total stays, everything can be tapped.

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{action, end, field, option, points_of};

#[track_caller]
fn phone(width: u32) -> Page {
    let page = Profile::new().page();
    page.viewport(width, 740, true, 2.0);
    page.enter(&site::over_http());
    page
}

/// The page scrolls in one direction only; what is too wide scrolls or ends in a box
/// of its own.
#[track_caller]
fn fits(page: &Page) {
    let wide = page.eval(
        "(() => { const cut = (e) => { \
           for (let a = e.parentElement; a && !a.matches('main, .app, body'); a = a.parentElement) \
             if (getComputedStyle(a).overflowX !== 'visible') return true; \
           return false; }; \
         return [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && \
         !e.matches('.unseen, .unseen *, .skip, thead *') && \
         e.getBoundingClientRect().right > innerWidth + 1 && !cut(e))\
         .map((e) => e.outerHTML.slice(0, 80)); })()",
    );
    assert_eq!(wide, serde_json::json!([]));
    for scrolling in ["document.documentElement", "document.querySelector('main')"] {
        assert_eq!(page.eval(&format!("{scrolling}.scrollWidth <= innerWidth")), true);
    }
}

#[test]
fn the_form_is_filled_on_a_phone() {
    for width in [390, 320] {
        let page = phone(width);
        fits(&page);
        page.pick("2.model", "yes");
        // The open indicator covers the table, and leaves the bar in sight.
        assert!(!page.in_view("tr[data-indicator='2']") && page.in_view("[data-total]"));
        assert!(page.in_view(&option("2.model", "yes")));
        fits(&page);
        page.click(&format!(".box:has({}) {}", field("14.provincial-lead"), action("more")));
        page.shows(&points_of("14"), "0.5");
        page.figure(&field("39.hightech-share"), "50");
        page.figure(&end("39.hightech-share", "unacceptable"), "40");
        page.figure(&end("39.hightech-share", "satisfactory"), "60");
        page.shows(&points_of("39"), "1.6");
        assert!(page.in_view("[data-total]"));
        page.click(&format!("{} {}", field("43.honours"), action("row-add")));
        page.wait_for_element("[data-row='0']");
        fits(&page);
        page.retype(&field("26.handled"), "九十五");
        page.told("不是数字");
        fits(&page);
        page.click("[data-indicator='2'] [data-action='explain']");
        page.wait_for_element("[data-explain]");
        fits(&page);
        page.act("share");
        page.wait_for_element("[data-link]");
        fits(&page);
        let link = page.value("[data-link]");
        page.close_dialog();
        page.act("close-pane");
        page.wait_for("document.querySelector('tr[data-indicator]').offsetParent");
        fits(&page);
        page.act("more-views");
        for view in ["forms", "overview", "departments", "compare"] {
            if page.eval(&format!(
                "document.querySelector(\".tabs a[href='#/{view}']\").offsetParent === null"
            )) == true
            {
                page.act("more-views");
            }
            page.view(view);
            fits(&page);
        }
        page.open(&link);
        page.wait_for_element("[data-shared]");
        fits(&page);
        page.well();
    }
}

#[test]
fn one_walks_from_indicator_to_indicator_and_back_to_the_table() {
    let page = phone(390);
    page.open_row("40");
    assert!(page.in_view(".pane h2") && page.in_view("[data-total]"));
    page.act("next");
    page.wait_for_element(".pane [data-indicator='41']");
    page.act("previous");
    page.wait_for_element(".pane [data-indicator='40']");
    // The phone's Back leaves the indicator, as the cross does.
    page.eval("history.back()");
    page.wait_for("document.querySelector(\"tr[data-indicator='40']\").offsetParent");
    assert!(page.in_view("[data-total]"));
    page.well();
}

#[test]
fn what_is_tapped_is_large_enough() {
    let page = phone(390);
    for address in ["#/fill", "#/fill/2", "#/fill/14", "#/fill/43", "#/overview", "#/forms"] {
        page.eval(&format!("location.hash = '{address}'"));
        page.wait_for("document.querySelector('[data-view]').offsetParent");
        let small = page.eval(
            "[...document.querySelectorAll('main button, main label.choice, main input[type=text], main select, header button')]\
             .filter((e) => e.offsetParent && !e.matches('.link') && \
             (e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24))\
             .map((e) => e.outerHTML.slice(0, 80))",
        );
        assert_eq!(small, serde_json::json!([]), "{address}");
    }
    page.well();
}
