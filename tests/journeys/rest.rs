//! The second half of the app, which comes while one begins.

use serde_json::json;

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{action, both, fresh};

/// Every view but the one that the page opens on.
const VIEWS: [&str; 7] = ["overview", "gaps", "departments", "compare", "plan", "report", "forms"];

#[test]
fn everything_is_there_once_the_page_has_loaded() {
    let page = fresh();
    page.eval("rest().then(() => 0)");
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
    page.wait_for_element("[data-explain], [data-view=fill]");
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
    page.call("Network.setBlockedURLs", &json!({ "urls": ["*-rest-*"] }));
    page.enter(&site::over_http());
    page.pick("2.model", "yes");
    page.totals("2", "100");
    page.saved();
    page.told("没有取到");
    page.click("a[href='#/overview']");
    page.call("Network.setBlockedURLs", &json!({ "urls": [] }));
    page.click(&action("share"));
    page.wait_for_element("[data-view=overview]");
    page.wait_for_element("[data-link]");
    page.view("fill");
    page.totals("2", "100");
    // The browser tells the console what did not come; nothing else went wrong.
    let errors = page.take_errors();
    assert!(errors.iter().all(|error| error.contains("-rest-")), "{errors:?}");
}

fn network(page: &Page, offline: bool) {
    let none = json!({
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    page.call("Network.emulateNetworkConditions", &none);
}
