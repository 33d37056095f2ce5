//! The second half of the app, which comes while one begins.

use serde_json::json;

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{action, both, fresh, in_profile};

/// Every view but the one that the page opens on.
const VIEWS: [&str; 7] = ["overview", "gaps", "departments", "compare", "plan", "report", "forms"];

#[test]
fn everything_is_there_once_the_page_has_loaded() {
    let page = fresh();
    page.wait_for("document.documentElement.hasAttribute('data-complete')");
    network(&page, true);
    for view in VIEWS {
        page.view(view);
    }
    page.view("fill");
    page.act("share");
    page.wait_for_element("[data-link]");
    page.act("explain");
    page.wait_for_element("[data-explain]");
    page.act("sample");
    page.holds("[data-form=county]", "示例县");
    page.well();
}

#[test]
fn every_view_can_be_the_first_that_is_opened() {
    for url in both() {
        for view in VIEWS {
            let page = Profile::new().page();
            page.enter(&format!("{url}#/{view}"));
            page.wait_for_element(&format!("[data-view={view}]"));
            page.view("fill");
            page.pick("2.model", "yes");
            page.totals("2", "100");
            page.well();
        }
    }
}

#[test]
fn the_fill_page_works_without_the_second_half_which_is_asked_for_again() {
    let page = Profile::new().page();
    blocked(&page, &["*-rest-*"]);
    page.enter(&site::over_http());
    page.pick("2.model", "yes");
    page.totals("2", "100");
    page.saved();
    page.told("没有取到");
    page.click("a[href='#/overview']");
    blocked(&page, &[]);
    page.click(&action("share"));
    page.wait_for_element("[data-view=overview]");
    page.wait_for_element("[data-link]");
    page.wait_for(
        "getComputedStyle(document.querySelector('.table table')).borderCollapse === 'collapse'",
    );
    page.view("fill");
    page.totals("2", "100");
    // The browser tells the console what did not come; nothing else went wrong.
    let errors = page.take_errors();
    assert!(errors.iter().all(|error| error.contains("-rest-")), "{errors:?}");
}

#[test]
fn what_only_the_second_half_can_read_is_read_once_it_is_there() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.wait_for("document.documentElement.hasAttribute('data-complete')");
    let link = page.link();
    page.click("details.menu summary");
    page.click("[data-action=new-of][data-edition^=jinan]");
    page.wait_for("document.querySelectorAll('[data-indicator]').length === 132");
    page.fill("[data-form=county]", "某市");
    page.saved();

    // A city's form is stored, and its edition does not come at first.
    let page = profile.page();
    blocked(&page, &["*-rest-*"]);
    page.enter(&site::over_http());
    page.told("没有取到");
    blocked(&page, &[]);
    page.act("share");
    page.wait_for("document.querySelectorAll('[data-indicator]').length === 132");
    page.holds("[data-form=county]", "某市");
    page.told_nothing();

    // Neither is a link forgotten that could not be followed.
    let page = profile.page();
    blocked(&page, &["*-rest-*"]);
    page.enter(&link);
    page.told("没有取到");
    blocked(&page, &[]);
    page.act("share");
    page.wait_for_element("[data-shared]");
}

#[test]
fn what_is_asked_for_twice_is_done_once() {
    let page = Profile::new().page();
    blocked(&page, &["*-rest-*"]);
    page.enter(&site::over_http());
    page.told("没有取到");
    page.eval("(() => { for (let n = 0; n < 3; n++) document.querySelector('[data-action=sample]').click(); })()");
    page.wait_for("!document.querySelector('.messages').textContent.includes('正在载入')");
    blocked(&page, &[]);
    page.eval("(() => { for (let n = 0; n < 3; n++) document.querySelector('[data-action=sample]').click(); })()");
    page.holds("[data-form=county]", "示例县");
    page.saved();
    page.view("forms");
    assert_eq!(page.count("[data-form-id]"), 1);
}

fn blocked(page: &Page, urls: &[&str]) {
    page.call("Network.setBlockedURLs", &json!({ "urls": urls }));
}

fn network(page: &Page, offline: bool) {
    let none = json!({
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    page.call("Network.emulateNetworkConditions", &none);
}
