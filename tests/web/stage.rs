//! A place on the page where components are mounted, and hands to use them with.

use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use qiangxian::form::Form;
use qiangxian::rulebook::{Answer, Day, FieldId, IndicatorId, Rulebook};
use qiangxian::session::{Clock, Open, Session};
use qiangxian::storage::{self, Key, Store, browser::Browser};
use qiangxian::ui::App;
use qiangxian::ui::context::AppContext;
use qiangxian::ui::indicator::Field;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement};

/// Components on the page. They leave it at the end of their test.
pub struct Stage {
    pub root: HtmlElement,
    pub app: AppContext,
    _scope: Option<Box<dyn Any>>,
}

impl Stage {
    /// Mounts components over a blank form that is not stored.
    pub fn of(view: impl FnOnce(AppContext) -> AnyView + 'static) -> Stage {
        Stage::over(Form::blank().expect("an edition"), view)
    }

    /// Mounts components over a form that is not stored, on the day [`today`].
    pub fn over(form: Form, view: impl FnOnce(AppContext) -> AnyView + 'static) -> Stage {
        let (root, scope, app) = mounted(move || {
            let session = RwSignal::new(Session::new(form, "stage".to_owned()));
            let app = AppContext::new(session, Signal::stored(today()));
            provide_context(app);
            view(app)
        });
        Stage { root, app, _scope: Some(Box::new(scope)) }
    }

    /// Mounts the control of a field, as it stands in the pane.
    pub fn field(id: &str) -> Stage {
        let id = id.to_owned();
        Stage::of(move |app| {
            let field = of_name(app.rulebook(), &id);
            let control = view! { <Field field /> };
            view! {
                <section class="pane">
                    <div class="fields">{control}</div>
                </section>
            }
            .into_any()
        })
    }

    /// Mounts the whole page over what is stored. It goes on listening to the
    /// window after its test, as a page does until it is closed.
    pub fn page() -> Stage {
        qiangxian::ui::browser::replace_with("#/");
        let mut session = Session::new(Form::blank().expect("an edition"), Browser.fresh_id());
        session.load(storage::open(&Browser), None, &Browser);
        let (root, scope, app) = mounted(move || view! { <App session /> }.into_any());
        scope.forget();
        Stage { root, app, _scope: None }
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

    /// An attribute of the one element that a selector finds.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.one(selector).get_attribute(name)
    }

    /// An attribute of all elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.get_attribute(name)).collect()
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

    /// Presses a key in a control; whether the control takes it from the browser.
    pub async fn press(&self, selector: &str, key: &str) -> bool {
        self.press_with(selector, key, &[]).await
    }

    /// Presses a key while others are held: `ctrlKey`, `altKey`.
    pub async fn press_with(&self, selector: &str, key: &str, held: &[&str]) -> bool {
        let how = Object::new();
        let all = [("key", JsValue::from(key)), ("bubbles", true.into())];
        let held = held.iter().map(|name| (*name, true.into()));
        let cancelable = [("cancelable", true.into())];
        for (name, value) in all.into_iter().chain(cancelable).chain(held) {
            Reflect::set(&how, &name.into(), &value).expect("an object takes it");
        }
        let event = event("KeyboardEvent", "keydown", &how);
        let went_on = self.one(selector).dispatch_event(&event).expect("it is dispatched");
        settle().await;
        !went_on
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

    /// The texts of all elements that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|one| one.text_content().unwrap_or_default()).collect()
    }

    /// What the user is told.
    pub fn messages(&self) -> Vec<String> {
        self.texts("[data-message]")
    }

    /// Whether an element that a selector finds has the focus.
    pub fn has_focus(&self, selector: &str) -> bool {
        let focused = document().active_element();
        self.all(selector).into_iter().any(|element| focused == Some(element.into()))
    }

    /// Changes the session, as another part of the page would.
    pub async fn update(&self, change: impl FnOnce(&mut Session)) {
        self.app.update(change);
        settle().await;
    }

    /// Takes the last step back.
    pub async fn undo(&self) {
        self.update(|session| assert!(session.step(true).is_some(), "a step to take back")).await;
    }

    /// Opens an indicator beside the table.
    pub async fn open(&self, number: &str) {
        self.app.open(Open::Indicator(number.to_owned()));
        settle().await;
    }

    /// The form as it is now.
    pub fn form(&self) -> Form {
        self.app.session.with_untracked(|session| Form::clone(session.form()))
    }

    /// The answer to a field as it is in the form.
    pub fn answer(&self, id: &str) -> Option<Answer> {
        self.form().case.answers.get(of_name(self.app.rulebook(), id)).cloned()
    }

    /// Answers a field, as another part of the page would.
    pub async fn set_answer(&self, id: &str, answer: Option<Answer>) {
        let field = of_name(self.app.rulebook(), id);
        self.update(|session| session.answer(field, answer)).await;
    }

    /// The indicator of this number.
    pub fn indicator(&self, number: &str) -> IndicatorId {
        self.app.rulebook().indicator(number).expect("an indicator of the edition")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Mounts a view in a new place of the page. The view provides the context.
fn mounted(
    view: impl FnOnce() -> AnyView + 'static,
) -> (HtmlElement, UnmountHandle<<AnyView as Render>::State>, AppContext) {
    let root = document().create_element("div").expect("an element");
    let root: HtmlElement = root.unchecked_into();
    document().body().expect("a body").append_child(&root).expect("a place on the page");
    let made = Rc::new(Cell::new(None));
    let tell = made.clone();
    let scope = mount_to(root.clone(), move || {
        let view = view();
        tell.set(use_context::<AppContext>());
        view
    });
    let app = made.get().expect("the view provides the context");
    (root, scope, app)
}

/// The day that deadlines are counted from in tests.
pub fn today() -> Day {
    Day::new(2022, 7, 1).expect("a day")
}

/// The field of this name.
#[track_caller]
pub fn of_name(rulebook: &Rulebook, id: &str) -> FieldId {
    rulebook.field(id).expect("a field of the edition")
}

/// A property of an element.
pub fn property(element: &Element, name: &str) -> JsValue {
    Reflect::get(element, &name.into()).unwrap_or_default()
}

/// Sends an event to an element, bubbling up to the page as a user's does.
pub fn fire(element: &Element, kind: &str) {
    let how = Object::new();
    Reflect::set(&how, &"bubbles".into(), &true.into()).expect("an object takes it");
    element.dispatch_event(&event("Event", kind, &how)).expect("it is dispatched");
}

/// An event of one of the browser's classes.
fn event(class: &str, kind: &str, how: &Object) -> Event {
    let class: Function =
        Reflect::get(&window(), &class.into()).expect("a browser").unchecked_into();
    let event = Reflect::construct(&class, &Array::of2(&kind.into(), how)).expect("an event");
    event.unchecked_into()
}

/// Waits until everything that follows from an event has happened: effects, and
/// the values of controls, which are set when these are done.
pub async fn settle() {
    tick().await;
    let turn = Promise::new(&mut |done, _| {
        let next = window().set_timeout_with_callback(&done);
        next.expect("a browser with timers");
    });
    JsFuture::from(turn).await.expect("it only waits");
}

/// Waits until something is so, from one drawn frame to the next. It fails after
/// five seconds.
#[track_caller]
pub fn until(what: &str, is: impl Fn() -> bool) -> impl Future<Output = ()> {
    const MOST: f64 = 5_000.0;
    let caller = std::panic::Location::caller();
    async move {
        let begun = Date::now();
        while !is() {
            assert!(Date::now() - begun < MOST, "never {what}, awaited at {caller}");
            frame().await;
        }
    }
}

/// Waits until the page is drawn: what others asked to be done then is done.
pub async fn frame() {
    let drawn = Promise::new(&mut |done, _| {
        window().request_animation_frame(&done).expect("a page that is drawn");
    });
    JsFuture::from(drawn).await.expect("it only waits");
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
