//! Saving as the user types; storage that is damaged, blocked or full; two windows.

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{action, both, field, fresh, in_profile, option};

/// Storage that throws at every touch, as where a policy blocks it.
const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('denied', 'SecurityError'); } });";

/// Fills the storage to the last character.
const FULL: &str = "(() => { let size = 1 << 22, n = 0; while (size >= 1) { \
    try { localStorage.setItem('other-app-' + n++, 'x'.repeat(size)); } \
    catch { size = Math.floor(size / 2); } } })()";

#[test]
fn an_edit_is_stored_within_300_milliseconds() {
    let page = fresh();
    page.eval(
        "window.slowest = 0; window.stored = 0; const set = Storage.prototype.setItem; \
         Storage.prototype.setItem = function (key, text) { set.call(this, key, text); \
         if (key.includes('/form/')) { stored += 1; slowest = Math.max(slowest, performance.now() - edited); } }; \
         addEventListener('input', () => { window.edited = performance.now(); }, true)",
    );
    for (at, text) in ["9", "95", "96"].iter().enumerate() {
        page.retype(&field("26.handled"), text);
        page.wait_for(&format!("stored > {at}"));
    }
    let slowest = page.eval("slowest").as_f64().unwrap_or(f64::MAX);
    assert!(slowest < 300.0, "stored {slowest} ms after the edit");
    page.saved();
    page.well();
}

#[test]
fn what_is_typed_last_survives_leaving_at_once() {
    for url in both() {
        let page = Profile::new().page();
        page.enter(&url);
        page.click(&option("2.model", "yes"));
        page.reenter();
        page.totals("2", "100");
        page.well();
    }
}

#[test]
fn damaged_storage_is_kept_aside_and_the_page_starts() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.pick("2.model", "yes");
    page.saved();
    page.eval(
        "localStorage.setItem('other-app', 'theirs'); \
         localStorage.setItem('qiangxian/1/form/broken', '{\"form\": \"half'); \
         localStorage.setItem('qiangxian/1/current', '\\u0000')",
    );
    page.reenter();
    page.totals("2", "100");
    page.told("1 份内容读不出");
    page.view("forms");
    assert_eq!(page.count("[data-aside]"), 1);
    page.click(&format!("[data-aside] {}", action("aside-download")));
    let file = profile.downloaded();
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(kept, "{\"form\": \"half");
    page.reenter();
    page.told("1 份内容读不出");
    page.click("a[href='#/forms']");
    page.click(&format!("[data-aside] {}", action("aside-delete")));
    page.wait_for("!document.querySelector('[data-aside]')");
    page.reenter();
    page.told_nothing();
    assert_eq!(page.eval("localStorage.getItem('other-app')"), "theirs");
    page.well();
}

#[test]
fn every_stored_thing_damaged_leaves_a_blank_form() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.saved();
    page.eval("for (const key of Object.keys(localStorage)) localStorage.setItem(key, 'x')");
    page.reenter();
    page.told("读不出");
    page.totals("0", "100");
    page.pick("12.platform", "yes");
    page.saved();
    page.reenter();
    page.totals("2", "100");
    page.well();
}

#[test]
fn blocked_storage_is_said_and_the_page_works() {
    for url in both() {
        let page = Profile::new().page();
        page.init_script(BLOCKED);
        page.enter(&url);
        page.told("浏览器不让本页保存数据");
        page.pick("2.model", "yes");
        page.totals("2", "100");
        if url.starts_with("http") {
            assert!(page.link().contains("#q"));
        }
        page.told("浏览器不让本页保存数据");
        page.well();
    }
}

#[test]
fn full_storage_is_said_and_saving_goes_on_once_there_is_room() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.saved();
    page.eval(FULL);
    page.fill("[data-form='county']", &"很长的县名".repeat(40));
    page.told("存储空间已满");
    page.shows("[data-saved]", "没有存上");
    page.pick("12.platform", "yes");
    page.totals("4", "100");
    page.told("存储空间已满");
    page.eval("for (const key of Object.keys(localStorage)) if (key.startsWith('other-app')) localStorage.removeItem(key)");
    page.pick("22.channel", "yes");
    page.saved();
    page.told_nothing();
    page.reenter();
    page.totals("5", "100");
    assert!(page.take_dialogs().is_empty(), "leaving asked although all was saved");
    page.eval(FULL);
    page.fill("[data-form='county']", &"更长的县名".repeat(80));
    page.told("存储空间已满");
    page.reenter();
    assert_eq!(page.take_dialogs().len(), 1, "leaving asks while an edit is not saved");
    page.well();
}

/// Two windows of one profile with the same form; `script` runs in both first.
fn two_windows(script: &str) -> (Page, Page) {
    let profile = Profile::new();
    let one = profile.page();
    one.init_script(script);
    one.enter(&site::over_http());
    one.pick("2.model", "yes");
    one.saved();
    let other = profile.page();
    other.init_script(script);
    other.enter(&site::over_http());
    other.totals("2", "100");
    (one, other)
}

#[test]
fn a_second_window_follows_the_first() {
    let (one, other) = two_windows("");
    one.pick("12.platform", "yes");
    other.totals("4", "100");
    other.told("这里已更新为最新内容");
    other.pick("22.channel", "yes");
    one.totals("5", "100");
    // Half-typed text is followed too, and is no conflict.
    one.fill(&field("26.handled"), "9八");
    other.reach(&field("26.handled"));
    other.told("「9八」");
    other.pick("29.created", "yes");
    one.reach(&option("29.created", "yes"));
    one.wait_for("document.querySelector('[data-field=\"29.created\"] input[value=yes]').checked");
    for page in [one, other] {
        page.view("forms");
        page.wait_for_element("[data-form-id]");
        assert_eq!(page.count("[data-form-id]"), 1);
        page.well();
    }
}

#[test]
fn two_windows_that_edit_at_once_lose_nothing() {
    // Windows that have not noticed each other yet.
    let (one, other) = two_windows(
        "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)",
    );
    other.pick("12.platform", "yes");
    other.saved();
    other.wait_for("Object.entries(localStorage).some(([, text]) => text.includes('12.platform'))");
    one.pick("22.channel", "yes");
    one.told("两边的改动已合在一起");
    one.totals("5", "100");
    one.view("forms");
    one.wait_for_element("[data-form-id]");
    assert_eq!(one.count("[data-form-id]"), 1);
    one.reenter();
    one.wait_for_element("[data-form-id]");
    let facts = one.text("main");
    assert!(facts.contains("已得 5 分"), "{facts}");
    one.well();
}
