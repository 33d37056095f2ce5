//! Components mounted in a real browser: `cargo xtask test --only web`.
#![cfg(target_arch = "wasm32")]

#[path = "web/addresses.rs"]
mod addresses;
#[path = "web/editions.rs"]
mod editions;
#[path = "web/elements.rs"]
mod elements;
#[path = "web/figures.rs"]
mod figures;
#[path = "web/options.rs"]
mod options;
#[path = "web/references.rs"]
mod references;
#[path = "web/rows.rs"]
mod rows;
#[path = "web/saving.rs"]
mod saving;
#[path = "web/scores.rs"]
mod scores;
#[path = "web/stage.rs"]
mod stage;
#[path = "web/store.rs"]
mod store;

use leptos::prelude::document;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_app_mounts() {
    let body = document().body().expect("a page has a body");
    let before = body.child_element_count();
    qiangxian::ui::run();
    assert!(body.child_element_count() > before);
    let root = document().document_element().expect("a page has a root");
    assert!(root.has_attribute("data-ready"), "those who wait for the page are told");
}
