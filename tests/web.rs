//! Components mounted in a real browser: `cargo xtask test --only web`.
#![cfg(target_arch = "wasm32")]

#[path = "web/editions.rs"]
mod editions;
#[path = "web/evidence.rs"]
mod evidence;
#[path = "web/figures.rs"]
mod figures;
#[path = "web/notices.rs"]
mod notices;
#[path = "web/options.rs"]
mod options;
#[path = "web/pane.rs"]
mod pane;
#[path = "web/references.rs"]
mod references;
#[path = "web/rows.rs"]
mod rows;
#[path = "web/saving.rs"]
mod saving;
#[path = "web/scenario.rs"]
mod scenario;
#[path = "web/scores.rs"]
mod scores;
#[path = "web/sheet.rs"]
mod sheet;
#[path = "web/stage.rs"]
mod stage;
#[path = "web/store.rs"]
mod store;
#[path = "web/text_box.rs"]
mod text_box;

use leptos::prelude::document;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_app_mounts() {
    let body = document().body().expect("a page has a body");
    let before = body.child_element_count();
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
