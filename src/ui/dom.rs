//! Elements, built by hand on Leptos's reactive graph.
//!
//! Leptos's `view!` makes a type, and code, of every element. For this page that
//! came to 289 KB of first load (brotli) where 130 KB are allowed, so elements
//! are built here through a few functions that are compiled once. Signals,
//! memos, effects and ownership are Leptos's own: what is built inside a
//! reactive scope is disposed with it.

use super::draft::{self, Node};
pub use super::events::listen;
use super::events::{self, listener};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// An element that is being built.
#[derive(Clone)]
pub struct El(Rc<Node>);

/// A new element.
pub fn el(tag: &'static str) -> El {
    El(Node::new(tag))
}

/// An element with a class.
pub fn classed(tag: &'static str, class: &str) -> El {
    el(tag).class(class)
}

/// A button that does something, with the name of its action.
pub fn button(action: &str, label: &str, act: impl FnMut(Event) + 'static) -> El {
    pressed(action, label, Box::new(act))
}

fn pressed(action: &str, label: &str, act: Box<dyn FnMut(Event)>) -> El {
    let button = el("button").attr("type", "button").attr("data-action", action).text(label);
    button.listen("click", act);
    button
}

impl El {
    /// The element itself; from now on it stands in the browser.
    pub fn element(&self) -> &Element {
        self.0.element()
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: &str) -> El {
        self.set(name, Some(value));
        self
    }

    /// Sets an attribute, or takes it away.
    pub fn set(&self, name: &'static str, value: Option<&str>) {
        if let Some(draft) = &mut *self.0.draft.borrow_mut() {
            return draft.set(name, value);
        }
        // Names are this app's own literals.
        match value {
            Some(value) => drop(self.element().set_attribute(name, value)),
            None => drop(self.element().remove_attribute(name)),
        }
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        if let Some(draft) = &*self.0.draft.borrow() {
            return draft.attribute(name).map(str::to_owned);
        }
        self.element().get_attribute(name)
    }

    /// Sets the class.
    pub fn class(self, class: &str) -> El {
        self.attr("class", class)
    }

    /// Appends a text.
    pub fn text(self, text: &str) -> El {
        self.append_text(text);
        self
    }

    fn append_text(&self, text: &str) {
        if let Some(draft) = &mut *self.0.draft.borrow_mut() {
            return draft.text(text);
        }
        let _ = self.element().append_child(&document().create_text_node(text));
    }

    /// Appends an element.
    pub fn child(self, child: El) -> El {
        self.append(child);
        self
    }

    fn append(&self, child: El) {
        if let Some(draft) = &mut *self.0.draft.borrow_mut() {
            return draft.child(&self.0, child.0);
        }
        let _ = self.element().append_child(child.element());
    }

    /// Appends elements.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        for child in children {
            self.append(child);
        }
        self
    }

    /// Does something at an event, as long as the scope lives.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> El {
        self.listen(event, Box::new(act));
        self
    }

    fn listen(&self, event: &'static str, act: Box<dyn FnMut(Event)>) {
        let mut numbers = self.attribute(events::NUMBERS).unwrap_or_default();
        numbers.push(' ');
        numbers.push_str(&listener(event, act).to_string());
        self.set(events::NUMBERS, Some(&numbers));
    }

    /// Does something to the element now, and again when what it read changes.
    pub fn react(self, act: impl Fn(&El) + 'static) -> El {
        self.reacting(Box::new(act))
    }

    // The code of what follows is there once, not once for each closure.

    fn reacting(self, act: Box<dyn Fn(&El)>) -> El {
        let element = self.clone();
        react(Box::new(move || act(&element)));
        self
    }

    /// Shows a text that changes.
    pub fn text_of(self, text: impl Fn() -> String + 'static) -> El {
        self.showing(Box::new(text))
    }

    fn showing(self, text: Box<dyn Fn() -> String>) -> El {
        self.react(move |element| element.show(&text()))
    }

    /// Shows a text in place of what the element shows now.
    pub fn show(&self, text: &str) {
        self.0.show(text);
    }

    /// Shows elements in place of what the element shows now.
    pub fn show_all(&self, children: Vec<El>) {
        self.0.forget_text();
        if let Some(draft) = &mut *self.0.draft.borrow_mut() {
            draft.clear();
            children.into_iter().for_each(|child| draft.child(&self.0, child.0));
            return;
        }
        let made = draft::make(children.into_iter().map(|child| child.0));
        self.element().replace_children_with_node_1(&made);
    }

    /// Checks or unchecks a radio or checkbox.
    pub fn check(&self, is: bool) {
        if let Some(draft) = &mut *self.0.draft.borrow_mut() {
            return draft.set("checked", is.then_some(""));
        }
        let _ = js_sys::Reflect::set(self.element(), &"checked".into(), &is.into());
    }

    /// Hides or shows the element.
    pub fn hide(&self, is: bool) {
        self.set("hidden", is.then_some(""));
    }

    /// Adds a class, or takes it away.
    pub fn toggle(&self, class: &str, is: bool) {
        let now = self.attribute("class").unwrap_or_default();
        let has = now.split(' ').any(|one| one == class);
        let next = match (is, has) {
            (true, false) => [&now, " ", class].concat(),
            (false, true) => {
                let others = now.split(' ').filter(|one| *one != class);
                others.collect::<Vec<_>>().join(" ")
            }
            _ => return,
        };
        self.set("class", Some(&next));
    }

    /// Sets a style property through the style object.
    pub fn style(&self, name: &'static str, value: &str) {
        let value = value.to_owned();
        let set = move |element: &Element| {
            if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
                let _ = element.style().set_property(name, &value);
            }
        };
        self.0.act(Box::new(set));
    }

    /// What stands in a control.
    pub fn held(&self) -> String {
        let value = js_sys::Reflect::get(self.element(), &"value".into());
        value.ok().and_then(|v| v.as_string()).unwrap_or_default()
    }

    /// Shows a value in a control; what stands there already is left alone, so
    /// that the cursor stays.
    pub fn hold(&self, value: &str) {
        if let Some(draft) = &mut *self.0.draft.borrow_mut() {
            draft.value = Some(value.to_owned());
            return;
        }
        draft::set_value(self.element(), value);
    }

    /// Sets an attribute that changes; without a value it is taken away.
    pub fn attr_of(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        self.having(name, Box::new(value))
    }

    fn having(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> El {
        let set = RefCell::new(None);
        self.react(move |element| {
            let value = value();
            if *set.borrow() != value {
                element.set(name, value.as_deref());
                set.replace(value);
            }
        })
    }

    /// Sets an attribute that is `true` or `false`.
    pub fn state_of(self, name: &'static str, is: impl Fn() -> bool + 'static) -> El {
        self.being(name, Box::new(is))
    }

    fn being(self, name: &'static str, is: Box<dyn Fn() -> bool>) -> El {
        self.attr_of(name, move || Some(if is() { "true" } else { "false" }.to_owned()))
    }

    /// Hides the element while something is so.
    pub fn hidden_while(self, is: impl Fn() -> bool + 'static) -> El {
        self.flagged("hidden", Box::new(is))
    }

    /// Sets an attribute without a value while something is so.
    pub fn flag_while(self, name: &'static str, is: impl Fn() -> bool + 'static) -> El {
        self.flagged(name, Box::new(is))
    }

    fn flagged(self, name: &'static str, is: Box<dyn Fn() -> bool>) -> El {
        self.attr_of(name, move || is().then(String::new))
    }

    /// Adds a class while something is so.
    pub fn class_while(self, class: &'static str, is: impl Fn() -> bool + 'static) -> El {
        self.classing(class, Box::new(is))
    }

    fn classing(self, class: &'static str, is: Box<dyn Fn() -> bool>) -> El {
        self.react(move |element| element.toggle(class, is()))
    }

    /// Shows a value in a control; what stands there already is left alone, so
    /// that the cursor stays.
    pub fn value_of(self, value: impl Fn() -> String + 'static) -> El {
        self.holding(Box::new(value))
    }

    fn holding(self, value: Box<dyn Fn() -> String>) -> El {
        self.react(move |element| element.hold(&value()))
    }

    /// Checks or unchecks a radio or checkbox.
    pub fn checked_of(self, is: impl Fn() -> bool + 'static) -> El {
        self.checking(Box::new(is))
    }

    fn checking(self, is: Box<dyn Fn() -> bool>) -> El {
        self.react(move |element| element.check(is()))
    }

    /// Shows elements that change; they are built anew each time.
    pub fn dynamic(self, build: impl Fn() -> Vec<El> + 'static) -> El {
        self.building(Box::new(build))
    }

    fn building(self, build: Box<dyn Fn() -> Vec<El>>) -> El {
        let place = self.clone();
        effect(Box::new(move || place.show_all(together(&*build))));
        self
    }
}

/// What an event's control holds.
pub fn value(event: &Event) -> String {
    let target = event.target().map(JsValue::from).unwrap_or_default();
    let value = js_sys::Reflect::get(&target, &"value".into());
    value.ok().and_then(|v| v.as_string()).unwrap_or_default()
}

/// Whether an event's control is checked.
pub fn checked(event: &Event) -> bool {
    let target = event.target().map(JsValue::from).unwrap_or_default();
    js_sys::Reflect::get(&target, &"checked".into()).is_ok_and(|v| v.is_truthy())
}

/// The key of a keyboard event.
pub fn key(event: &Event) -> String {
    event.dyn_ref::<web_sys::KeyboardEvent>().map(|e| e.key()).unwrap_or_default()
}

/// A memo whose code is shared by all memos of its type.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(compute))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(
    compute: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| compute())
}

/// What is done again whenever one thing of a part changes.
type Painters = Vec<Box<dyn Fn()>>;

thread_local! {
    /// Those of the part that is being built.
    static PAINTERS: RefCell<Option<Painters>> = const { RefCell::new(None) };
}

/// Runs now, or once the part around it is built, and again when what it read
/// changes, as long as the scope lives.
pub fn react(act: Box<dyn Fn()>) {
    let alone = PAINTERS.with_borrow_mut(|part| match part {
        Some(part) => {
            part.push(act);
            None
        }
        None => Some(act),
    });
    if let Some(act) = alone {
        effect(act);
    }
}

/// Builds a part of the page whose reactions are one effect.
///
/// An effect is a task with its own subscriptions: a page in which every text
/// is one takes long to build, and long to ask after each key. What changes
/// together is therefore painted together; a text that is the same is not
/// touched.
pub fn together<T>(build: impl FnOnce() -> T) -> T {
    let outer = PAINTERS.replace(Some(Vec::new()));
    let built = build();
    let painters = PAINTERS.replace(outer).unwrap_or_default();
    if !painters.is_empty() {
        effect(Box::new(move || painters.iter().for_each(|paint| paint())));
    }
    built
}

thread_local! {
    /// What is painted before all else.
    static FIRST: RefCell<Vec<Weak<dyn Fn()>>> = const { RefCell::new(Vec::new()) };
}

/// Builds a part like [`together`] that [`paint_first`] paints.
pub fn first(build: impl FnOnce() -> El) -> El {
    let outer = PAINTERS.replace(Some(Vec::new()));
    let built = build();
    let painters = PAINTERS.replace(outer).unwrap_or_default();
    let paint: Rc<dyn Fn()> = Rc::new(move || painters.iter().for_each(|paint| paint()));
    FIRST.with_borrow_mut(|all| {
        all.retain(|one| one.strong_count() > 0);
        all.push(Rc::downgrade(&paint));
    });
    effect(Box::new(move || paint()));
    built
}

/// Paints now what everybody looks at; the rest follows before the next frame.
pub fn paint_first() {
    let all = FIRST.with_borrow(Vec::clone);
    untrack(|| all.iter().filter_map(Weak::upgrade).for_each(|paint| paint()));
}

fn effect(act: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_| act());
    StoredValue::new_local(effect);
}
