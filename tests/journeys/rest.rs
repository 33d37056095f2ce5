//! The module of the views, which comes while the user begins to fill in.

use serde_json::json;

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{both, fresh, in_profile};

/// Every view but the one that the page opens on.
const VIEWS: [&str; 6] = ["overview", "departments", "compare", "plan", "report", "forms"];

#[test]
fn everything_is_there_once_the_page_has_loaded() {
    let page = fresh();
    page.complete();
    network(&page, true);
    for view in VIEWS {
        page.view(view);
        assert_eq!(page.count("[data-view]"), 1);
    }
    page.view("fill");
    page.link();
    page.click("[data-indicator='26'] [data-action=explain]");
    page.wait_for_element("[data-explain]");
    page.act("sample");
    page.holds("[data-form='county']", "示例县");
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
        // A view of earlier releases is a filter of the table now.
        let page = Profile::new().page();
        page.enter(&format!("{url}#/gaps"));
        page.wait_for_element("[data-filter=losing][aria-pressed=true]");
        page.well();
    }
}

/// What may come in the place of a module: nothing, or the page of a portal that
/// wants a login.
#[derive(Clone, Copy, PartialEq)]
enum Instead {
    Nothing,
    AnotherPage,
}

/// Keeps the module of the views back until it is let through.
struct Gate {
    page: Page,
    instead: Instead,
}

impl Gate {
    #[track_caller]
    fn closed(profile: &Profile, instead: Instead) -> Gate {
        let page = profile.page();
        match instead {
            Instead::Nothing => blocked(&page, &["*-part-views-*"]),
            Instead::AnotherPage => page.init_script(
                "{ const { fetch } = window; window.portal = true; \
                 window.fetch = (url, ...rest) => window.portal && String(url.url ?? url).includes('-part-views-') \
                 ? Promise.resolve(new Response('<!doctype html><title>登录</title>', \
                 { headers: { 'content-type': 'text/html' } })) : fetch(url, ...rest) }",
            ),
        }
        Gate { page, instead }
    }

    #[track_caller]
    fn open(&self) {
        match self.instead {
            Instead::Nothing => blocked(&self.page, &[]),
            Instead::AnotherPage => drop(self.page.eval("window.portal = false")),
        }
    }

    /// The browser tells the console what did not come; nothing else went wrong.
    #[track_caller]
    fn well(&self) {
        let errors = self.page.take_errors();
        assert!(errors.iter().all(|error| error.contains("-part-views-")), "{errors:?}");
    }
}

#[test]
fn one_fills_in_without_the_module_which_is_asked_for_again() {
    for instead in [Instead::Nothing, Instead::AnotherPage] {
        let gate = Gate::closed(&Profile::new(), instead);
        let page = &gate.page;
        page.enter(&site::over_http());
        page.told("有文件没有取到");
        assert!(!page.text("body").contains("浏览器太旧"));
        page.pick("2.model", "yes");
        page.totals("2", "100");
        page.saved();
        // What was asked for meanwhile comes in the end, and once.
        for _ in 0..3 {
            page.click(".tabs a[href='#/overview']");
        }
        page.act("share");
        gate.open();
        page.wait_for_element("[data-view=overview]");
        page.wait_for_element("[data-link]");
        assert_eq!(page.count("[data-view]"), 1);
        page.told_nothing();
        page.close_dialog();
        page.view("fill");
        page.totals("2", "100");
        gate.well();
    }
}

#[test]
fn a_stored_city_and_a_link_wait_for_nothing_but_what_they_need() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.complete();
    let link = page.link();
    page.click("[data-action=new-of][data-edition^=jinan]");
    page.wait_for("document.querySelectorAll('tr[data-indicator]').length === 132");
    page.fill("[data-form='county']", "某市");
    page.saved();

    // A city's form is stored, and is there without any view.
    let gate = Gate::closed(&profile, Instead::Nothing);
    gate.page.enter(&site::over_http());
    gate.page.told("有文件没有取到");
    gate.page.wait_for("document.querySelectorAll('tr[data-indicator]').length === 132");
    gate.page.holds("[data-form='county']", "某市");
    gate.open();
    gate.page.told_nothing();
    gate.well();

    // A link is not forgotten that could not be followed.
    let gate = Gate::closed(&profile, Instead::Nothing);
    gate.page.open(&link);
    gate.page.told("有文件没有取到");
    gate.open();
    gate.page.wait_for_element("[data-shared]");
    gate.well();
}

/// Keeps requests back whose addresses match.
pub fn blocked(page: &Page, urls: &[&str]) {
    page.call("Network.setBlockedURLs", &json!({ "urls": urls }));
}

fn network(page: &Page, offline: bool) {
    let none = json!({
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    page.call("Network.emulateNetworkConditions", &none);
}
