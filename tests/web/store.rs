//! Saved forms in the browser's real storage. `tests/native/storage.rs` has the cases;
//! here is what only a browser can show.

use crate::stage::Shelf;
use leptos::prelude::window;
use qiangxian::form::{self, Form};
use qiangxian::storage::{
    self, Key, Saved, Saving, Store, StoreFault, browser::Browser, set_current,
};
use wasm_bindgen_test::wasm_bindgen_test;

fn unsaved(id: &str, county: &str) -> Saved {
    Saved {
        id: id.into(),
        name: "初稿".into(),
        saved_at: 0u8.into(),
        revision: 0,
        lineage: Default::default(),
        drafts: Default::default(),
        form: Form { county: county.into(), ..Form::blank().expect("an edition") },
    }
}

fn raw() -> web_sys::Storage {
    window().local_storage().expect("storage").expect("storage")
}

#[wasm_bindgen_test]
fn what_is_saved_is_opened_again() {
    let _shelf = Shelf::empty();
    let mut saved = unsaved("a", "章丘区 \u{1F600} \"\\\n");
    assert_eq!(storage::save(&Browser, &mut saved, 5u8.into()), Ok(Saving::Done));
    set_current(&Browser, "a").unwrap();
    let opened = storage::open(&Browser).unwrap();
    assert_eq!(opened.forms, [saved]);
    assert_eq!((opened.current.as_deref(), opened.aside.len()), (Some("a"), 0));
}

#[wasm_bindgen_test]
fn a_damaged_entry_is_moved_aside() {
    let _shelf = Shelf::empty();
    let damaged = "{\"form\": \"{\\\"format";
    raw().set_item(&Key::Form("a".into()).text(), damaged).unwrap();
    let opened = storage::open(&Browser).unwrap();
    assert_eq!(opened.forms, []);
    let aside = Key::Aside("a".into()).text();
    assert_eq!(raw().get_item(&aside).unwrap().as_deref(), Some(damaged));
    assert_eq!(raw().get_item(&Key::Form("a".into()).text()).unwrap(), None);
}

#[wasm_bindgen_test]
fn a_newer_versions_entry_is_left_in_place() {
    let _shelf = Shelf::empty();
    let file = form::write(&unsaved("a", "甲县").form);
    let file = file.replacen("\"version\": 1", "\"version\": 2", 1);
    let text = serde_json::json!({ "form": file }).to_string();
    let key = Key::Form("a".into()).text();
    raw().set_item(&key, &text).unwrap();
    let opened = storage::open(&Browser).unwrap();
    assert_eq!((opened.forms.len(), opened.aside.len()), (0, 1));
    assert_eq!(raw().get_item(&key).unwrap(), Some(text));
}

#[wasm_bindgen_test]
fn other_apps_keys_are_left_alone() {
    let _shelf = Shelf::empty();
    raw().set_item("another-app", "its own").unwrap();
    let mut saved = unsaved("a", "甲县");
    storage::save(&Browser, &mut saved, 1u8.into()).unwrap();
    storage::forget(&Browser, &Key::Form("a".into()).text()).unwrap();
    assert_eq!(storage::open(&Browser).unwrap(), Default::default());
    assert_eq!(raw().get_item("another-app").unwrap().as_deref(), Some("its own"));
    raw().remove_item("another-app").unwrap();
}

#[wasm_bindgen_test]
fn a_full_storage_is_told_from_a_blocked_one() {
    let _shelf = Shelf::empty();
    let mut saved = unsaved("a", "甲县");
    storage::save(&Browser, &mut saved, 1u8.into()).unwrap();
    let before = Browser.get(&Key::Form("a".into()).text()).unwrap();
    // Browsers give an origin about five million characters.
    raw().set_item("another-app", &"x".repeat(5_100_000)).unwrap();
    saved.form.county = "县".repeat(300_000);
    let full = storage::save(&Browser, &mut saved, 2u8.into());
    raw().remove_item("another-app").unwrap();
    assert_eq!(full, Err(StoreFault::Full));
    assert_eq!(Browser.get(&Key::Form("a".into()).text()).unwrap(), before);
}
