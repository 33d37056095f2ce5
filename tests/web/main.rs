//! Components mounted in a real browser: `cargo xtask test --only web`.
#![cfg(target_arch = "wasm32")]

mod editions;
mod evidence;
mod figures;
mod notices;
mod options;
mod pane;
mod references;
mod rows;
mod saving;
mod scenario;
mod scores;
mod sheet;
mod stage;
mod store;
mod text_box;

use leptos::prelude::{document, window};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_app_mounts() {
    let body = document().body().expect("a page has a body");
    let before = body.child_element_count();
    // The address names the rows that are shown; another test may have left one.
    let location = window().location();
    location.set_hash("").expect("a page has an address");
    qiangxian::ui::run();
    assert!(body.child_element_count() > before);
    let root = document().document_element().expect("a page has a root");
    stage::until("those who wait for the page are told", || root.has_attribute("data-ready")).await;
    assert!(body.query_selector(".app table [data-indicator]").is_ok_and(|row| row.is_some()));
    // The other tests look for the elements of their own components.
    while body.child_element_count() > before {
        body.last_element_child().expect("there are more than before").remove();
    }
}
