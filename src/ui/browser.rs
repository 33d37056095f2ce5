//! The browser around the page: address, time, files, clipboard, focus.

use crate::rulebook::Day;
use crate::session::Clock;
use crate::session::pasting::is_block;
pub use crate::storage::browser::Browser;
use js_sys::{Array, Date, Uint8Array};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, Element, Event, HtmlAnchorElement, HtmlElement, Url,
};

impl Clock for Browser {
    fn millis(&self) -> u64 {
        Date::now() as u64
    }

    fn minute(&self) -> String {
        let now = Date::new_0();
        format!("{}T{:02}:{:02}", day_text(self.millis()), now.get_hours(), now.get_minutes())
    }

    fn fresh_id(&self) -> String {
        let random = (js_sys::Math::random() * 1e9) as u32;
        format!("{:x}-{random:x}", self.millis())
    }
}

/// What stands behind `#` now.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another address of the page, which is a new entry of the history.
pub fn go_to(hash: &str) {
    // Setting the page's own hash is always allowed.
    let _ = window().location().set_hash(hash);
}

/// Goes to another address of the page in the place of the present entry of the
/// history.
pub fn replace_with(hash: &str) {
    // Replacing the page's own hash is always allowed.
    let _ = window().location().replace(hash);
}

/// The page's address with a share link behind `#`. The mark before it tells a
/// page that arrives without its `#…` that something was lost on the way.
pub fn address_with(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split(['#', '?']).next().unwrap_or_default();
    format!("{page}?q#{fragment}")
}

/// Whether the page was opened from a disk.
pub fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// Whether the address has the mark of a share link and lost the link itself.
pub fn lost_its_link() -> bool {
    let query = window().location().search().unwrap_or_default();
    let marked = query.trim_start_matches('?').split('&').any(|part| part == "q");
    marked && hash().trim_start_matches('#').is_empty()
}

/// Today, where the user is; none if the browser's calendar is out of bounds.
pub fn today() -> Option<Day> {
    let (year, month, day) = calendar(Browser.millis());
    Day::new(year, month, day)
}

/// A moment as time of day to the second, with its day if asked.
pub fn clock_text(at: u64, with_day: bool) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    let time = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    if with_day { format!("{} {time}", day_text(at)) } else { time }
}

/// A moment's day, `YYYY-MM-DD`.
pub fn day_text(at: u64) -> String {
    let (year, month, day) = calendar(at);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Today as text, `YYYY-MM-DD`.
pub fn today_text() -> String {
    day_text(Browser.millis())
}

fn calendar(at: u64) -> (u16, u8, u8) {
    let date = Date::new(&JsValue::from_f64(at as f64));
    (date.get_full_year() as u16, date.get_month() as u8 + 1, date.get_date() as u8)
}

/// Hands a text to the user as a file of a media type.
pub fn download(name: &str, kind: &str, text: &str) {
    hand_out(name, kind, &JsValue::from_str(text));
}

/// Hands a text or bytes to the user as a file of a media type.
pub fn hand_out(name: &str, kind: &str, content: &JsValue) {
    let parts = Array::of1(content);
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(element) = document().create_element("a")
        && let Ok(anchor) = element.dyn_into::<HtmlAnchorElement>()
    {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    // The browser reads the file after the click; the address may go later.
    set_timeout(move || drop(Url::revoke_object_url(&url)), Duration::from_secs(10));
}

/// The pasted text, where it is a block of cells of a spreadsheet.
pub fn pasted_block(event: &ClipboardEvent) -> Option<String> {
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    is_block(&text).then_some(text)
}

/// The `data-part` of the cell that an event came from.
pub fn part_of(event: &Event) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-part]").ok()??.get_attribute("data-part")
}

/// The bytes of a file that the user chose, or of a piece of it.
pub async fn bytes(file: &web_sys::Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Copies a text, and markup that says the same, in answer to a click; whether
/// the browser let it.
///
/// This way of copying is old, and works everywhere: pages that were opened from
/// a file or over plain http have no other.
pub fn copy(text: &str, html: Option<&str>) -> bool {
    let Some(page) = document().dyn_ref::<web_sys::HtmlDocument>().cloned() else { return false };
    let (text, html) = (text.to_owned(), html.map(str::to_owned));
    let fill = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
        event.prevent_default();
        if let Some(clipboard) = event.clipboard_data() {
            let _ = clipboard.set_data("text/plain", &text);
            if let Some(html) = &html {
                let _ = clipboard.set_data("text/html", html);
            }
        }
    });
    let fill = fill.as_ref().unchecked_ref();
    let _ = page.add_event_listener_with_callback("copy", fill);
    let copied = page.exec_command("copy").unwrap_or(false);
    let _ = page.remove_event_listener_with_callback("copy", fill);
    copied
}

/// Gives the focus to the first element that a selector names, once the page is
/// drawn; whether there is one is not known before.
pub fn focus_soon(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        let _ = focus(&selector);
    });
}

/// Gives the focus to the first of these selectors that names something, once the
/// page is drawn, if the focus fell to the page itself.
pub fn keep_focus(selectors: &'static [&'static str]) {
    request_animation_frame(move || {
        let is_lost =
            document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if is_lost {
            let _ = selectors.iter().any(|selector| focus(selector));
        }
    });
}

/// Gives the focus to the first element that a selector names; whether there is
/// one.
pub fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let _ = element.focus();
    true
}

/// Tells those who wait for the page that what the address names is there, once it
/// is drawn.
pub fn mark_ready() {
    request_animation_frame(|| {
        if let Some(root) = document().document_element() {
            // Nothing in the page depends on it.
            let _ = root.set_attribute("data-ready", "");
        }
    });
}

/// Scrolls an element into sight, no further than needed.
pub fn scroll_to(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Gives the focus to the element of this id.
pub fn focus_id(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the screen is so narrow that the open indicator covers the table.
pub fn is_narrow() -> bool {
    let query = window().match_media("(max-width: 899px)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Whether the screen is so wide that the bar has room for more than it must say.
pub fn has_room() -> bool {
    let query = window().match_media("(min-width: 1440px)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Whether a key belongs to the composition of an input method.
pub fn is_composing(event: &web_sys::KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// The key under which a window keeps the scenario that it edits.
pub const SCENARIO: &str = "qiangxian/1/scenario";
/// The key under which a window keeps the share link whose form it shows.
pub const LINK: &str = "qiangxian/1/link";

/// Keeps a text until the window is closed; none takes it away.
pub fn keep_in_window(key: &str, text: Option<&str>) {
    // Where the browser keeps nothing, a reload begins anew.
    if let Ok(Some(kept)) = window().session_storage() {
        let _ = match text {
            Some(text) => kept.set_item(key, text),
            None => kept.remove_item(key),
        };
    }
}

/// A text that this window kept before the page was loaded again.
pub fn kept_in_window(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Asks the user something that can be answered with yes or no.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Hands a text to the system's own share sheet; false where there is none.
pub fn share(text: &str) -> bool {
    if !can_share() {
        return false;
    }
    let what = web_sys::ShareData::new();
    what.set_text(text);
    // That the user cancels is no failure.
    let _ = window().navigator().share_with_data(&what);
    true
}

/// Whether the system has a share sheet.
pub fn can_share() -> bool {
    let navigator = JsValue::from(window().navigator());
    js_sys::Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = window().print();
}
