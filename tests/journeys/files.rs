//! Form files: saved, opened by the picker and by a drop, refused with a reason.

use std::path::Path;

use crate::browser::Profile;
use crate::page::{Page, quoted};
use crate::site;
use crate::steps::{SAMPLE, field, file, fresh, in_profile};

/// Drops files on the page, as from a folder's window.
#[track_caller]
fn drop(page: &Page, files: &[(&str, &str)]) {
    let files: Vec<String> =
        files.iter().map(|(name, text)| format!("[{}, {}]", quoted(name), quoted(text))).collect();
    page.eval(&format!(
        "(() => {{ const carried = new DataTransfer(); \
         for (const [name, text] of [{}]) carried.items.add(new File([text], name)); \
         for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(\
         new DragEvent(kind, {{ dataTransfer: carried, bubbles: true, cancelable: true }})); }})()",
        files.join(", ")
    ));
}

#[test]
fn a_saved_file_opens_again_with_identical_scores() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    let sample = file("files", "sample.qiangxian.json", SAMPLE);
    page.set_files("[data-import]", &[&sample]);
    page.wait_for_element("[data-shared]");
    assert_eq!(page.count("[data-total]"), 1);
    let shown = page.scores();
    page.keep();
    assert_eq!(page.scores(), shown);
    page.figure(&field("14.provincial-lead"), "1");
    page.figure(&field("26.handled"), "９７．２５％");
    let scores = page.scores();
    assert_ne!(scores, shown);
    page.act("export");
    let saved = profile.downloaded();
    let name = saved_name(&page);
    assert!(name.starts_with("示例县-2022年-") && name.ends_with(".qiangxian.json"), "{name}");
    let other = fresh();
    other.set_files("[data-import]", &[&saved]);
    other.wait_for_element("[data-shared]");
    assert_eq!(other.scores(), scores);
    other.keep();
    assert_eq!(other.scores(), scores);
    page.well();
    other.well();
}

/// The name under which the page would save.
#[track_caller]
fn saved_name(page: &Page) -> String {
    let name = page.eval(
        "new Promise((done) => { const click = HTMLAnchorElement.prototype.click; \
         HTMLAnchorElement.prototype.click = function () { \
         HTMLAnchorElement.prototype.click = click; done(this.download); }; \
         document.querySelector('[data-action=export]').click(); })",
    );
    name.as_str().unwrap_or_default().to_owned()
}

#[test]
fn files_are_dropped_on_the_page() {
    for url in [site::over_http(), site::from_disk()] {
        let page = Profile::new().page();
        page.enter(&url);
        page.pick("2.model", "yes");
        page.saved();
        let stored = page.eval("JSON.stringify(localStorage)");
        let second =
            SAMPLE.replace("示例县", "另一县").replace("\"29.kept\": true", "\"29.kept\": false");
        drop(&page, &[("一.json", SAMPLE), ("二.json", &second)]);
        page.wait_for("document.querySelector('.received b').innerText.includes('示例县')");
        let first = page.text("[data-total] [data-points]");
        // One of several is chosen; it is the one that is shared and kept.
        page.choose("[data-action=incoming]", "1");
        page.wait_for("document.querySelector('.received b').innerText.includes('另一县')");
        assert_eq!(page.count("[data-total]"), 1);
        assert_ne!(page.text("[data-total] [data-points]"), first);
        let scores = page.scores();
        if url.starts_with("http") {
            let other = Profile::new().page();
            other.enter(&page.link());
            other.wait_for_element("[data-shared]");
            assert_eq!(other.scores(), scores);
        }
        page.act("back");
        page.own();
        page.totals("2", "100");
        assert_eq!(page.eval("JSON.stringify(localStorage)"), stored);
        page.well();
    }
}

#[test]
fn a_refused_file_says_where_and_loads_nothing() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.saved();
    let stored = page.eval("JSON.stringify(localStorage)");
    for (from, to, said) in [
        ("\"97.2\"", "97.2", ["26.handled", "97.2", "引号里的数"]),
        ("\"5.event\": \"provincial\"", "\"5.event\": \"city\"", ["5.event", "city", "national"]),
        ("\"version\": 1", "\"version\": 9", ["9", "版本", "更新"]),
        ("shandong-county-2022", "shandong-county-2031", ["shandong-county-2031", "指标体系", ""]),
        ("\"answers\": {", "\"answers\": ", ["JSON", "行", ""]),
        ("\"county\": \"示例县\"", "\"county\": 5", ["county", "5", ""]),
    ] {
        let bad = file("refused", "坏表.json", &SAMPLE.replacen(from, to, 1));
        page.set_files("[data-import]", &[&bad]);
        page.told("没有打开「坏表.json」");
        for words in said {
            page.told(words);
        }
        assert_eq!(page.count("[data-shared]"), 0);
        page.totals("2", "100");
        page.act("dismiss");
        page.told_nothing();
    }
    assert_eq!(page.eval("JSON.stringify(localStorage)"), stored);
    page.well();
}

#[test]
fn of_good_and_bad_files_the_good_are_shown() {
    let page = fresh();
    let good = file("mixed", "好表.json", SAMPLE);
    let bad = file("mixed", "坏表.json", "{}");
    let both: [&Path; 2] = [&bad, &good];
    page.set_files("[data-import]", &both);
    page.wait_for_element("[data-shared]");
    page.told("没有打开「坏表.json」");
    page.well();
}
