//! The harness tried on a page of its own, so that a journey that fails blames
//! the app.

use crate::browser::Profile;
use crate::http::Reply;
use crate::page::Page;
use crate::site;

const PAGE: &str = r##"<!doctype html><title>harness</title><link rel="icon" href="data:,">
<div style="height: 3000px">tall</div>
<button onclick="this.textContent = confirm('sure?')">ask</button>
<input id="text"><input id="later" disabled>
<select><option value="a">A</option><option value="b">B</option></select>
<input type="file" multiple hidden onchange="show.textContent = [...this.files].map((f) => f.name)">
<a download="saved.txt" href="data:text/plain,kept">save</a>
<p id="show"></p>
<script>
  const show = document.getElementById("show");
  addEventListener("wheel", (event) => { show.textContent = "wheel " + event.deltaY; });
  addEventListener("keydown", (event) => { show.textContent = event.key + (event.ctrlKey ? " ctrl" : ""); });
  setTimeout(() => { document.getElementById("later").disabled = false; }, 300);
</script>"##;

#[track_caller]
fn opened(profile: &Profile) -> Page {
    let page = profile.page();
    page.open(&site::serve(|_| Reply::found("text/html", PAGE)));
    page
}

#[test]
fn mouse_and_keys_reach_the_page() {
    let page = opened(&Profile::new());
    page.type_text("#text", "12");
    page.type_text("#text", "3。");
    assert_eq!(page.value("#text"), "123。");
    page.fill("#text", "new");
    page.press("Backspace");
    page.press("x");
    assert_eq!(page.value("#text"), "nex");
    page.press("Control+z");
    assert_eq!(page.text("#show"), "z ctrl");
    page.press("Tab");
    page.press("Shift+Tab");
    assert_eq!(page.eval("document.activeElement.id"), "text");
    page.click("#later");
    assert_eq!(page.eval("document.activeElement.id"), "later");
    page.wheel("select", 40);
    page.wait_for("document.getElementById('show').textContent === 'wheel 40'");
    page.choose("select", "b");
    assert_eq!(page.value("select"), "b");
    assert_eq!(page.count("option"), 2);
}

#[test]
fn dialogs_are_answered() {
    let page = opened(&Profile::new());
    page.click("button");
    assert_eq!(page.text("button"), "true");
    page.refuse_dialogs(true);
    page.click("button");
    assert_eq!(page.text("button"), "false");
    assert_eq!(page.take_dialogs(), ["sure?", "sure?"]);
}

#[test]
fn files_go_in_and_come_out() {
    let profile = Profile::new();
    let page = opened(&profile);
    page.click("a");
    let saved = profile.downloaded();
    assert_eq!(std::fs::read_to_string(&saved).ok().as_deref(), Some("kept"));
    page.set_files("input[type=file]", &[&saved]);
    assert_eq!(page.text("#show"), "saved.txt");
    let folder = saved.with_extension("printed");
    for (name, begins) in [("page.pdf", "%PDF"), ("page.png", "\u{89}PNG")] {
        let path = folder.join(name);
        match name {
            "page.pdf" => page.pdf(&path),
            _ => page.screenshot(&path),
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        let begin: String = bytes.iter().take(4).map(|byte| char::from(*byte)).collect();
        assert_eq!(begin, begins);
    }
}

#[test]
fn profiles_share_nothing_and_pages_of_one_do() {
    let url = site::serve(|_| Reply::found("text/html", PAGE));
    let (one, other) = (Profile::new(), Profile::new());
    let page = one.page();
    page.open(&url);
    page.eval("localStorage.setItem('a', 'kept')");
    page.reload();
    assert_eq!(page.eval("localStorage.getItem('a')"), "kept");
    for (profile, expected) in [(&one, "kept".into()), (&other, serde_json::Value::Null)] {
        let page = profile.page();
        page.open(&url);
        assert_eq!(page.eval("localStorage.getItem('a')"), expected);
    }
}

#[test]
fn the_device_can_be_another() {
    let page = Profile::new().page();
    page.init_script("window.early = 1");
    page.viewport(390, 844, true, 2.0);
    page.appearance("print", "dark");
    page.open(&site::serve(|_| Reply::found("text/html", PAGE)));
    assert_eq!(page.eval("early"), 1);
    assert_eq!(page.eval("devicePixelRatio"), 2);
    assert_eq!(page.eval("matchMedia('print').matches"), true);
    assert_eq!(page.eval("matchMedia('(prefers-color-scheme: dark)').matches"), true);
}

#[test]
fn errors_and_requests_are_noted() {
    let page = opened(&Profile::new());
    page.take_requests();
    page.take_errors();
    page.eval("console.error('one', 2)");
    page.eval("setTimeout(() => { throw new Error('three'); })");
    page.eval("fetch('/four').then(() => 0)");
    let errors = page.take_errors();
    assert_eq!(errors[0], "one 2");
    assert!(errors[1].contains("three"), "{errors:?}");
    assert_eq!(page.take_requests().len(), 1);
}
