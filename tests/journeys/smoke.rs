//! The page opens, everywhere it may be opened from, and keeps to itself.

use serde_json::json;

use crate::browser::Profile;
use crate::page::Page;
use crate::site;

#[track_caller]
fn opened(url: &str) -> Page {
    let page = Profile::new().page();
    page.open(url);
    page.wait_for_element("button");
    page.wait_for("!document.getElementById('boot')");
    page
}

#[test]
fn opens_from_a_folder_of_a_server() {
    let page = opened(&site::over_http());
    page.complete();
    assert_eq!(page.take_errors(), [""; 0]);
    let asked = page.take_requests();
    let here = site::over_http();
    assert!(asked.iter().all(|url| url.starts_with(&here)), "asked elsewhere: {asked:?}");
    // The page, its style and its script, the module to begin with, and the one that
    // follows with what it shares with others, each once; nothing that waits to be
    // asked for.
    let parts = asked.iter().filter(|url| url.contains("-part-"));
    let is_of_views = |url: &&String| url.contains("-part-views-") || url.contains("-part-chunk");
    assert_eq!(parts.clone().filter(is_of_views).count(), parts.clone().count(), "{asked:?}");
    assert_eq!(asked.len() - parts.count(), 4, "{asked:?}");
    let mut once = asked.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), asked.len(), "{asked:?}");
}

#[test]
fn opens_from_a_disk() {
    let page = opened(&site::from_disk());
    assert_eq!(page.take_errors(), [""; 0]);
    assert_eq!(page.take_requests(), [site::from_disk()]);
}

#[test]
fn asks_for_nothing_once_it_has_loaded() {
    for url in [site::over_http(), site::from_disk()] {
        let page = opened(&url);
        page.complete();
        page.take_requests();
        page.click("[data-action=share]");
        // A page that lies on a disk has no address for others.
        page.wait_for_element("dialog[open] :is([data-link], [data-message])");
        assert_eq!(page.take_requests(), [""; 0]);
        assert_eq!(page.take_errors(), [""; 0]);
    }
}

#[test]
fn the_policy_is_in_force() {
    for url in [site::over_http(), site::from_disk()] {
        let page = opened(&url);
        let refused = page.eval(
            "(() => { try { return new Function('return 1')(); } catch (error) { return error.name; } })()",
        );
        assert_eq!(refused, "EvalError", "{url}");
        // Another origin that would answer, were it asked.
        let elsewhere = site::serve(|_| crate::http::Reply::found("text/plain", "reached"));
        let js = format!(
            "fetch('{elsewhere}', {{ mode: 'no-cors' }}).then(() => 'sent', () => 'refused')"
        );
        assert_eq!(page.eval(&js), "refused", "{url}");
        let errors = page.take_errors().join("\n");
        assert!(errors.contains("connect-src"), "{errors}");
    }
}

#[test]
fn a_browser_that_is_too_old_is_told_what_to_use() {
    for script in [
        "delete window.CSSLayerBlockRule",
        "WebAssembly.Module = function () { throw new WebAssembly.CompileError('policy'); }",
    ] {
        let page = Profile::new().page();
        page.init_script(script);
        page.open(&site::over_http());
        page.wait_for("document.body.innerText.includes('Firefox 98')");
    }
}

#[test]
fn what_did_not_come_is_asked_for_again() {
    for name in ["*.js", "*.wasm", "*.css"] {
        let page = Profile::new().page();
        page.call("Network.setBlockedURLs", &json!({ "urls": [name] }));
        page.open(&site::over_http());
        if name != "*.css" {
            page.wait_for("document.getElementById('boot').innerText.includes('没有取到')");
            assert!(!page.text("#boot").contains("浏览器"));
        }
        page.call("Network.setBlockedURLs", &json!({ "urls": [] }));
        page.wait_for("document.documentElement.hasAttribute('data-ready')");
        page.wait_for("[...document.styleSheets].some((sheet) => sheet.cssRules.length)");
        // The browser tells the console what did not come; nothing else went wrong.
        let errors = page.take_errors();
        let is_known =
            |error: &String| error.contains("ERR_BLOCKED") || error.contains("Failed to fetch");
        assert!(errors.iter().all(is_known), "{errors:?}");
    }
}
