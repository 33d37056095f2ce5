//! What stands behind `#`.

use qiangxian::form::Form;
use qiangxian::link::{Include, encode};
use qiangxian::ui::view::{Address, View};
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn check(hash: &str, expected: Address) {
    assert_eq!(Address::parse(hash), expected, "{hash:?}");
}

#[wasm_bindgen_test]
fn views_have_addresses() {
    for view in [View::Fill, View::Forms] {
        check(&view.hash(), Address::View(view));
    }
    check("#/forms", Address::View(View::Forms));
    check("/forms", Address::View(View::Forms));
}

#[wasm_bindgen_test]
fn what_is_no_address_is_the_fill_view() {
    for hash in ["", "#", "#/", "#/nowhere", "#forms2", "#质量"] {
        check(hash, Address::View(View::Fill));
    }
}

#[wasm_bindgen_test]
fn a_link_is_handed_on_whole() {
    let form = Form::blank().expect("an edition");
    let link = encode(&form, Include::default(), None).expect("a blank form is short");
    check(&format!("#{link}"), Address::Link(link.clone()));
    check(&link, Address::Link(link.clone()));
    // A later version's link, and what only begins as one, are judged by those
    // who read links.
    for text in ["q9abc", "q", "query"] {
        check(&format!("#{text}"), Address::Link(text.into()));
    }
    // What a chat added is left out.
    for text in ["q1abc%E7%9A%84", "q1abc 的链接"] {
        check(&format!("#{text}"), Address::Link("q1abc".into()));
    }
}
