//! The browser around the page: address, time, files, clipboard, focus.

use super::state::State;
use js_sys::{Array, Date, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlElement, Url};

/// What stands behind `#` now.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another address of the page.
pub fn go_to(hash: &str) {
    // Setting the hash of one's own page is always allowed.
    let _ = window().location().set_hash(hash);
}

/// The page's address with another hash.
pub fn address_with(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    Date::now() as u64
}

/// A moment as date and time of day, to the minute.
pub fn clock(at: u64, with_date: bool) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    let time =
        format!("{:02}:{:02}:{:02}", date.get_hours(), date.get_minutes(), date.get_seconds());
    if with_date { format!("{} {time}", day(at)) } else { time }
}

/// A moment to the minute, `YYYY-MM-DDTHH:MM`.
pub fn minute(at: u64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    format!("{}T{:02}:{:02}", day(at), date.get_hours(), date.get_minutes())
}

/// A moment's day, `YYYY-MM-DD`.
pub fn day(at: u64) -> String {
    let (year, month, day) = calendar(at);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A moment's year, month and day where the user is.
pub fn calendar(at: u64) -> (u16, u8, u8) {
    let date = Date::new(&JsValue::from_f64(at as f64));
    (date.get_full_year() as u16, date.get_month() as u8 + 1, date.get_date() as u8)
}

/// An id that no other form has.
pub fn fresh_id() -> String {
    let random = (js_sys::Math::random() * 1e9) as u32;
    format!("{:x}-{random:x}", now())
}

/// Hands a text to the user as a file of a media type.
pub fn download(name: &str, kind: &str, text: &str) {
    hand_out(name, kind, &JsValue::from_str(text));
}

/// Hands a text, or bytes of the engine's, to the user as a file.
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
    after(10_000, Box::new(move || drop(Url::revoke_object_url(&url))));
}

/// The bytes of a file that the user chose.
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
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

/// Brings an element into view and gives it the focus.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        if let Ok(element) = element.dyn_into::<HtmlElement>() {
            let _ = element.focus();
        }
    }
}

/// Reveals an element that is only being built, once the page has drawn it;
/// whoever has moved the focus on meanwhile keeps it.
pub fn reveal_soon(id: String) {
    let here = document().active_element();
    request_animation_frame(move || {
        if document().active_element() == here {
            reveal(&id);
        }
    });
}

/// Reveals an element of a view that is only being built, once it is drawn.
pub fn reveal_drawn(id: String) {
    request_animation_frame(move || reveal(&id));
}

/// Gives the focus to the first element that a selector names.
pub fn focus(css: &str) {
    if let Some(element) =
        document().query_selector(css).ok().flatten().and_then(|e| control(Some(e)))
    {
        let _ = element.focus();
    }
}

/// Moves the focus from the control of an event to the next control of the
/// form, as Tab would, and says whether the event was one of such a control.
pub fn walk_on(event: &Event) -> bool {
    let controls = document().query_selector_all(CONTROLS);
    let (Some(here), Ok(controls)) = (control(event.target()), controls) else { return false };
    if here.tag_name() == "TEXTAREA" {
        return false;
    }
    let list = (0..controls.length()).filter_map(|at| control(controls.item(at)));
    let mut after = list.skip_while(|other| *other != here);
    if after.next().is_none() {
        return false;
    }
    // Of radio buttons that exclude each other, the keyboard reaches one.
    let same_group = |other: &HtmlElement| {
        other.get_attribute("type").as_deref() == Some("radio")
            && other.get_attribute("name") == here.get_attribute("name")
    };
    // Enter walks the figures; what is written about them is reached with Tab.
    let about = |other: &HtmlElement| other.closest(ABOUT).ok().flatten().is_some();
    let fits =
        |next: &HtmlElement| next.offset_parent().is_some() && !same_group(next) && !about(next);
    if let Some(next) = after.find(fits) {
        let _ = checked_of_group(&next).unwrap_or(next).focus();
    }
    true
}

/// The controls that Enter walks through. In a text of several lines it breaks
/// the line, and a button it presses.
const CONTROLS: &str = "main input:not([type=file]):not([type=search]), main select, main textarea";

/// Where no figures are entered.
const ABOUT: &str = ".desk, .veto-items, .facets";

fn control(node: Option<impl JsCast>) -> Option<HtmlElement> {
    node.and_then(|node| node.dyn_into().ok())
}

/// The checked one of the radio buttons that a control belongs to.
fn checked_of_group(control: &HtmlElement) -> Option<HtmlElement> {
    let name = control.get_attribute("name")?;
    let checked = document().query_selector(&format!("main input[name='{name}']:checked"));
    checked.ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// The key under which a window keeps the scenario that it edits.
const SCENARIO: &str = "qiangxian/1/scenario";

/// Keeps the scenario that this window edits until the window is closed.
pub fn keep_scenario(name: Option<&str>) {
    // Where the browser keeps nothing, a reload shows the baseline.
    if let Ok(Some(kept)) = window().session_storage() {
        let _ = match name {
            Some(name) => kept.set_item(SCENARIO, name),
            None => kept.remove_item(SCENARIO),
        };
    }
}

/// The scenario that this window edited before it was loaded again.
pub fn kept_scenario() -> Option<String> {
    window().session_storage().ok()??.get_item(SCENARIO).ok()?
}

/// Asks the user something.
pub fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// Hands an address to the system's own share sheet; false where there is none.
pub fn share(address: &str) -> bool {
    if !can_share() {
        return false;
    }
    let what = web_sys::ShareData::new();
    what.set_url(address);
    // Whether the user goes through with it is the user's affair.
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

/// Does something once it has not been asked again for a while.
#[derive(Clone, Copy)]
pub struct Pause(State<Option<i32>>);

impl Pause {
    /// A pause in which nothing waits.
    pub fn new() -> Pause {
        Pause(State::new(None))
    }

    /// Does `act` after so many milliseconds, and not what waited before.
    pub fn then(self, milliseconds: i32, act: impl FnOnce() + 'static) {
        if let Some(waiting) = self.0.get_untracked() {
            window().clear_timeout_with_handle(waiting);
        }
        let waiting = after(milliseconds, Box::new(act));
        self.0.update_untracked(|handle| *handle = waiting);
    }
}

/// Does something after so many milliseconds.
fn after(milliseconds: i32, act: Box<dyn FnOnce()>) -> Option<i32> {
    let later = Closure::once_into_js(act);
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(later.unchecked_ref(), milliseconds)
        .ok()
}
