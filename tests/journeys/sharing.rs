//! Share links: out of one profile, into another, to the digit.

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{SAMPLE, both, field, file, fresh, in_profile};

/// A form with every kind of answer, filled in and shared: its link and scores.
fn shared(url: &str) -> (String, Vec<String>) {
    let page = Profile::new().page();
    page.enter(url);
    let sample = file("sharing", "sample.qiangxian.json", SAMPLE);
    page.set_files("[data-import]", &[&sample]);
    page.wait_for_element("[data-shared]");
    page.keep();
    page.figure(&field("14.provincial-lead"), "3");
    page.saved();
    let scores = page.scores();
    let link = page.link();
    page.well();
    (link, scores)
}

#[test]
fn a_link_shows_the_same_score_to_the_digit_in_another_profile() {
    let (link, scores) = shared(&site::over_http());
    assert!(link.starts_with(&format!("{}?q#q1", site::over_http())), "{link}");
    let payload = link.split('#').nth(1).unwrap_or_default();
    assert!(payload.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
    for url in both() {
        let page = Profile::new().page();
        page.enter(&format!("{url}#{payload}"));
        page.wait_for_element("[data-shared]");
        assert_eq!(page.count("[data-total]"), 1);
        assert_eq!(page.scores(), scores);
        // Read-only, and stored nowhere until it is kept.
        page.reach(&field("14.provincial-lead"));
        let free = ":is(input, textarea, select, fieldset):not([readonly], :disabled)";
        assert_eq!(page.count(&format!(".pane {free}")), 0);
        assert_eq!(page.eval("localStorage.length"), 0);
        page.keep();
        assert_eq!(page.scores(), scores);
        page.saved();
        page.reenter();
        assert_eq!(page.scores(), scores);
        page.holds(&field("14.provincial-lead"), "3");
        page.well();
    }
}

#[test]
fn going_back_from_a_link_leaves_everything_untouched() {
    let (link, _) = shared(&site::over_http());
    let page = fresh();
    page.pick("2.model", "yes");
    page.fill(&field("26.handled"), "9八");
    page.saved();
    let stored = page.eval("JSON.stringify(localStorage)");
    page.open(&link);
    page.wait_for_element("[data-shared]");
    page.press("Control+z");
    page.act("back");
    page.own();
    page.totals("2", "100");
    page.holds(&field("26.handled"), "9八");
    assert_eq!(page.eval("JSON.stringify(localStorage)"), stored);
    // The browser's own way back leads to the shared form again, once what was
    // opened beside the table is closed.
    page.eval("history.go(-2)");
    page.wait_for_element("[data-shared]");
    page.act("back");
    page.own();
    page.totals("2", "100");
    page.well();
}

#[test]
fn a_link_that_was_not_kept_is_there_after_a_reload_in_another_view() {
    let (link, scores) = shared(&site::over_http());
    let page = Profile::new().page();
    page.open(&link);
    page.wait_for_element("[data-shared]");
    let total = page.text("[data-total] [data-points]");
    page.view("overview");
    page.reload();
    page.wait_for_element("[data-shared] [data-view=overview]");
    page.shows("[data-total] [data-points]", &total);
    page.view("fill");
    page.reload();
    page.wait_for_element("[data-shared] [data-view=fill]");
    assert_eq!(page.scores(), scores);
    // What was left does not come again.
    page.act("back");
    page.own();
    page.reload();
    page.wait_for_element("[data-ready]");
    page.own();
    page.totals("0", "100");
    page.well();
}

#[test]
fn a_link_with_words_of_a_chat_around_it_opens() {
    let (link, scores) = shared(&site::over_http());
    for tail in ["&from=singlemessage", "%20(来自微信)", "。"] {
        let page = Profile::new().page();
        page.enter(&format!("{link}{tail}"));
        page.wait_for_element("[data-shared]");
        assert_eq!(page.scores(), scores);
        page.well();
    }
}

#[test]
fn a_link_that_cannot_be_opened_says_why() {
    let (link, _) = shared(&site::over_http());
    let at = link.find("#q1").unwrap_or_default() + 3;
    let middle = at + (link.len() - at) / 2;
    let swapped = if &link[middle..=middle] == "A" { "B" } else { "A" };
    let damaged = format!("{}{swapped}{}", &link[..middle], &link[middle + 1..]);
    for (bad, reason) in [
        (damaged, "在传送中被改动"),
        (link[..middle].to_owned(), "链接不完整"),
        (link[..at].to_owned(), "链接"),
        (link[..at - 1].to_owned(), "链接"),
        (link.replace("#q1", "#q7"), "由更新版本的工具生成"),
    ] {
        let page = Profile::new().page();
        page.enter(&bad);
        page.told("链接打不开");
        page.told(reason);
        assert_eq!(page.count("[data-shared]"), 0, "{bad}");
        page.wait_for_element("[data-view='fill']");
        page.totals("0", "100");
        page.pick("2.model", "yes");
        page.totals("2", "100");
        page.well();
    }
}

#[test]
fn the_link_follows_what_it_includes() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.pick("2.model", "yes");
    let before = page.share();
    let length = before.chars().count();
    page.shows("[data-length]", &format!("共 {length} 个字符"));
    page.act("copy");
    page.wait_for("document.querySelector('.link-said').innerText");
    page.close_dialog();
    page.pick("12.platform", "yes");
    let link = page.link();
    assert_ne!(link, before);
    opens_with(&Profile::new().page(), &link, "4");
}

/// Opens a link and waits for its total.
#[track_caller]
fn opens_with(page: &Page, link: &str, points: &str) {
    page.enter(link);
    page.wait_for_element("[data-shared]");
    page.totals(points, "100");
    page.well();
}
