//! Listening to events: one listener a kind of event for the whole page, which
//! finds out whom an event concerns. Elements name their listeners by number.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget};

/// The attribute with the numbers of an element's listeners.
pub const NUMBERS: &str = "data-on";

type Act = Rc<RefCell<Box<dyn FnMut(Event)>>>;

struct Listener {
    number: u32,
    kind: &'static str,
    act: Act,
}

thread_local! {
    /// By their numbers.
    static LISTENERS: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// The kinds of events that are listened to.
    static KINDS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Listens as long as the scope lives, to events of the elements that carry the
/// number returned.
pub fn listener(kind: &'static str, act: Box<dyn FnMut(Event)>) -> u32 {
    let known = KINDS.with_borrow_mut(|kinds| {
        let known = kinds.contains(&kind);
        if !known {
            kinds.push(kind);
        }
        known
    });
    if !known {
        // On the way down, for not all events come up again.
        attach(&document(), kind, true, Box::new(move |event| hear(kind, &event)));
    }
    register(kind, act)
}

/// Listens as long as the scope lives, to a target that stays with the page.
pub fn listen(target: &EventTarget, kind: &'static str, act: Box<dyn FnMut(Event)>) {
    let number = register(kind, act);
    attach(target, kind, false, Box::new(move |event| tell(number, kind, &event)));
}

fn attach(target: &EventTarget, kind: &str, down: bool, act: Box<dyn FnMut(Event)>) {
    let act = Closure::wrap(act);
    let heard = act.as_ref().unchecked_ref();
    let _ = target.add_event_listener_with_callback_and_bool(kind, heard, down);
    act.forget();
}

fn register(kind: &'static str, act: Box<dyn FnMut(Event)>) -> u32 {
    let number = LAST.get() + 1;
    LAST.set(number);
    let act = Rc::new(RefCell::new(act));
    LISTENERS.with_borrow_mut(|all| all.push(Listener { number, kind, act }));
    on_cleanup(move || {
        // What it holds goes after the list is free again: it may hold others.
        let gone = LISTENERS.with_borrow_mut(|all| {
            let at = all.binary_search_by_key(&number, |one| one.number);
            at.ok().map(|at| all.remove(at))
        });
        drop(gone);
    });
    number
}

/// Tells those whom an event concerns, from the inside out.
fn hear(kind: &str, event: &Event) {
    let mut next = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let mut concerned = String::new();
    while let Some(here) = next {
        concerned.push_str(&here.get_attribute(NUMBERS).unwrap_or_default());
        // What else a control tells concerns the control alone.
        let all = matches!(kind, "click" | "keydown");
        let around = here.parent_element().filter(|_| all);
        next = around.and_then(|around| around.closest("[data-on]").ok().flatten());
    }
    for number in concerned.split(' ') {
        if let Ok(number) = number.parse() {
            tell(number, kind, event);
        }
    }
}

/// Tells a listener, if it is there still and listens to this kind of events.
fn tell(number: u32, kind: &str, event: &Event) {
    let act = LISTENERS.with_borrow(|all| {
        let at = all.binary_search_by_key(&number, |one| one.number).ok()?;
        all.get(at).filter(|one| one.kind == kind).map(|one| one.act.clone())
    });
    if let Some(act) = act
        && let Ok(mut act) = act.try_borrow_mut()
    {
        act(event.clone());
    }
}
