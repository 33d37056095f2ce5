//! On a phone: nothing is cut off, the total stays, everything can be tapped.

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{action, end, field, points_of};

#[track_caller]
fn phone(width: u32) -> Page {
    let page = Profile::new().page();
    page.viewport(width, 740, true, 2.0);
    page.enter(&site::over_http());
    page
}

/// The page scrolls in one direction only.
#[track_caller]
fn fits(page: &Page) {
    let wide = page.eval(
        "[...document.querySelectorAll('body *')].filter((e) => e.offsetParent && \
         !e.matches('.unseen, .unseen *, .skip') && e.getBoundingClientRect().right > innerWidth + 1)\
         .map((e) => e.outerHTML.slice(0, 80))",
    );
    assert_eq!(wide, serde_json::json!([]));
    assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), true);
}

#[test]
fn the_form_is_filled_on_a_phone() {
    for width in [390, 320] {
        let page = phone(width);
        fits(&page);
        page.pick("2.model", "yes");
        page.click(&format!(".box:has({}) {}", field("14.provincial-lead"), action("more")));
        page.figure(&field("39.hightech-share"), "50");
        page.figure(&end("39.hightech-share", "unacceptable"), "40");
        page.figure(&end("39.hightech-share", "satisfactory"), "60");
        page.shows(&points_of("39"), "1.6");
        assert!(page.in_view("[data-total]"));
        page.click(&format!("{} {}", field("43.honours"), action("row-add")));
        page.wait_for_element("[data-row='0']");
        page.retype(&field("26.handled"), "九十五");
        page.told("不是数字");
        fits(&page);
        page.click("[data-indicator='2'] [data-action='explain']");
        page.act("share");
        page.wait_for_element("[data-link]");
        fits(&page);
        let link = page.value("[data-link]");
        page.click("a[href='#/forms']");
        page.wait_for_element("[data-view='forms']");
        fits(&page);
        page.open(&link);
        page.wait_for_element("[data-shared]");
        fits(&page);
        page.well();
    }
}

#[test]
fn the_list_of_indicators_is_folded_on_a_phone() {
    let page = phone(390);
    assert!(!page.in_view("[data-jump='3']"));
    page.act("contents");
    page.click("[data-jump='40']");
    page.wait_for("document.activeElement.dataset.indicator === '40'");
    assert!(page.in_view("[data-indicator='40'] h4"));
    assert!(page.in_view("[data-total]"));
    page.well();
}

#[test]
fn what_is_tapped_is_large_enough() {
    let page = phone(390);
    let small = page.eval(
        "[...document.querySelectorAll('main button, main label.choice, main input[type=text], main select, header button')]\
         .filter((e) => e.offsetParent && !e.matches('.link') && \
         (e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24))\
         .map((e) => e.outerHTML.slice(0, 80))",
    );
    assert_eq!(small, serde_json::json!([]));
    page.well();
}
