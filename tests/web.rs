//! The app mounted in a real browser: `cargo xtask test --only web`.
#![cfg(target_arch = "wasm32")]

use leptos::prelude::document;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_app_mounts() {
    let body = document().body().expect("a page has a body");
    let before = body.child_element_count();
    qiangxian::ui::run();
    assert!(body.child_element_count() > before);
}
