//! A place on the page where parts are mounted, and hands to use them with.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::mount::mount_to;
use leptos::prelude::*;
use qiangxian::form::Form;
use qiangxian::rulebook::{Answer, FieldId};
use qiangxian::storage::{Key, Store, browser::Browser};
use qiangxian::ui::dom::El;
use qiangxian::ui::parts::field;
use qiangxian::ui::session::Session;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement};

/// A part on the page, over a blank form that is not stored. It leaves the page
/// at the end of its test.
pub struct Stage {
    pub root: HtmlElement,
    pub session: Session,
    scope: Option<Box<dyn Any>>,
}

impl Stage {
    /// Mounts what is built over a session.
    pub fn of(build: impl FnOnce(Session) -> El + 'static) -> Stage {
        let root = document().create_element("div").expect("an element");
        let root: HtmlElement = root.unchecked_into();
        document().body().expect("a body").append_child(&root).expect("a place on the page");
        let made = Rc::new(Cell::new(None));
        let (place, tell) = (root.clone(), made.clone());
        let scope = mount_to(root.clone(), move || {
            let session = Session::new(Form::blank().expect("an edition"));
            place.append_child(build(session).element()).expect("a place in the root");
            tell.set(Some(session));
        });
        let session = made.get().expect("the part was built");
        Stage { root, session, scope: Some(Box::new(scope)) }
    }

    /// Mounts the control of a field.
    pub fn field(id: &str) -> Stage {
        let id = id.to_owned();
        Stage::of(move |session| field::field(session, of_name(session, &id)))
    }

    /// Ends the scope of what is mounted; the elements stay.
    pub fn end_scope(&mut self) {
        self.scope = None;
    }

    /// The one element that a selector finds.
    #[track_caller]
    pub fn one(&self, selector: &str) -> HtmlElement {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "elements that `{selector}` finds");
        found[0].clone()
    }

    /// All elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }

    /// Clicks an element.
    pub async fn click(&self, selector: &str) {
        self.one(selector).click();
        settle().await;
    }

    /// Puts a text into a control, as typing it does.
    pub async fn enter(&self, selector: &str, text: &str) {
        let control = self.one(selector);
        Reflect::set(&control, &"value".into(), &text.into()).expect("a control");
        let kind = if control.tag_name() == "SELECT" { "change" } else { "input" };
        fire(&control, kind);
        settle().await;
    }

    /// Leaves a control.
    pub async fn leave(&self, selector: &str) {
        fire(&self.one(selector), "blur");
        settle().await;
    }

    /// Presses a key in a control.
    pub async fn press(&self, selector: &str, key: &str) {
        let how = Object::new();
        for (name, value) in [("key", JsValue::from(key)), ("bubbles", true.into())] {
            Reflect::set(&how, &name.into(), &value).expect("an object takes it");
        }
        let kind = Reflect::get(&window(), &"KeyboardEvent".into()).expect("a browser");
        let kind: Function = kind.unchecked_into();
        let event = Reflect::construct(&kind, &Array::of2(&"keydown".into(), &how));
        let event: Event = event.expect("an event").unchecked_into();
        self.one(selector).dispatch_event(&event).expect("it is dispatched");
        settle().await;
    }

    /// What a control holds.
    #[track_caller]
    pub fn value(&self, selector: &str) -> String {
        property(&self.one(selector), "value").as_string().unwrap_or_default()
    }

    /// Whether a control is checked.
    #[track_caller]
    pub fn is_checked(&self, selector: &str) -> bool {
        property(&self.one(selector), "checked").is_truthy()
    }

    /// The values of the checked controls.
    pub fn checked(&self) -> Vec<String> {
        let controls = self.all("input");
        let checked = controls.iter().filter(|c| property(c, "checked").is_truthy());
        checked.map(|c| property(c, "value").as_string().unwrap_or_default()).collect()
    }

    /// The text of an element.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }

    /// What the user is told.
    pub fn messages(&self) -> Vec<String> {
        let all = self.all("[data-message]");
        all.iter().map(|message| message.text_content().unwrap_or_default()).collect()
    }

    /// The form as it is now.
    pub fn form(&self) -> Form {
        self.session.form.get_untracked()
    }

    /// The answer to a field as it is in the form.
    pub fn answer(&self, id: &str) -> Option<Answer> {
        let field = of_name(self.session, id);
        self.form().case.answers.get(field).cloned()
    }

    /// Answers a field, as another part of the page would.
    pub async fn set_answer(&self, id: &str, answer: Option<Answer>) {
        self.session.answer(of_name(self.session, id), answer);
        settle().await;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// The field of this name.
#[track_caller]
pub fn of_name(session: Session, id: &str) -> FieldId {
    session.rulebook_now().field(id).expect("a field of the edition")
}

/// A property of an element.
pub fn property(element: &Element, name: &str) -> JsValue {
    Reflect::get(element, &name.into()).unwrap_or_default()
}

/// Sends an event to an element, bubbling up to the page as a user's does.
pub fn fire(element: &Element, kind: &str) {
    let how = Object::new();
    Reflect::set(&how, &"bubbles".into(), &true.into()).expect("an object takes it");
    let event: Function =
        Reflect::get(&window(), &"Event".into()).expect("a browser").unchecked_into();
    let event = Reflect::construct(&event, &Array::of2(&kind.into(), &how)).expect("an event");
    element.dispatch_event(event.unchecked_ref()).expect("it is dispatched");
}

/// Waits until everything that follows from an event has happened.
pub async fn settle() {
    pause(0).await;
}

/// Waits.
pub async fn pause(milliseconds: i32) {
    let later = Promise::new(&mut |done, _| {
        let set =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        set.expect("a timer");
    });
    JsFuture::from(later).await.expect("it only waits");
}

/// The page's real storage for one test: the app's keys are gone at its start
/// and at its end, all others stay.
pub struct Shelf;

impl Shelf {
    pub fn empty() -> Shelf {
        Shelf::remove_the_apps_keys();
        Shelf
    }

    fn remove_the_apps_keys() {
        for key in Browser.keys().expect("a browser with storage") {
            if Key::parse(&key).is_some() {
                Browser.remove(&key).expect("a browser with storage");
            }
        }
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        Shelf::remove_the_apps_keys();
    }
}
