//! The page opens, everywhere it may be opened from, and keeps to itself.

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
    assert_eq!(page.take_errors(), [""; 0]);
    let asked = page.take_requests();
    let here = site::over_http();
    assert!(asked.iter().all(|url| url.starts_with(&here)), "asked elsewhere: {asked:?}");
    // The page and its script, each of its two modules and of its two styles once.
    assert_eq!(asked.len(), 6, "{asked:?}");
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
        page.take_requests();
        page.click("[data-action=share]");
        page.wait_for_element("[data-link]");
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
fn says_why_when_it_cannot_start() {
    let page = Profile::new().page();
    page.init_script(
        "WebAssembly.instantiate = () => Promise.reject(new Error('too old'));
        WebAssembly.instantiateStreaming = WebAssembly.instantiate;",
    );
    page.open(&site::over_http());
    page.wait_for("document.getElementById('boot').innerText.includes('too old')");
    assert!(page.text("#boot").contains("Firefox 91"));
}
