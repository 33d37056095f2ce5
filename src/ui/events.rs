//! Listening to events: one listener a kind of event for the whole page, which
//! finds out whom an event concerns. Elements name their listeners by number.

use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event};

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
    let number = LAST.get() + 1;
    LAST.set(number);
    let act = Rc::new(RefCell::new(act));
    LISTENERS.with_borrow_mut(|all| all.push(Listener { number, kind, act }));
    let known = KINDS.with_borrow_mut(|kinds| {
        let known = kinds.contains(&kind);
        if !known {
            kinds.push(kind);
        }
        known
    });
    if !known {
        let hear: Closure<dyn FnMut(Event)> = Closure::wrap(Box::new(hear));
        // On the way down, for not all events come up again.
        let _ = document().add_event_listener_with_callback_and_bool(
            kind,
            hear.as_ref().unchecked_ref(),
            true,
        );
        hear.forget();
    }
    StoredValue::new_local(Number(number));
    number
}

/// A listener's place, free again with its scope.
struct Number(u32);

impl Drop for Number {
    fn drop(&mut self) {
        // What it holds goes after the list is free again: it may hold others.
        let gone = LISTENERS.with_borrow_mut(|all| {
            all.binary_search_by_key(&self.0, |one| one.number).ok().map(|at| all.remove(at))
        });
        drop(gone);
    }
}

/// Tells those whom an event concerns, from the inside out.
fn hear(event: Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let mut concerned = Vec::new();
    let mut next = target.clone();
    while let Some(here) = next.and_then(|from| from.closest("[data-on]").ok().flatten()) {
        if !event.bubbles() && Some(&here) != target.as_ref() {
            break;
        }
        concerned.extend(here.get_attribute(NUMBERS));
        next = here.parent_element();
    }
    let kind = event.type_();
    for number in concerned.iter().flat_map(|numbers| numbers.split(' ')) {
        let Ok(number) = number.parse::<u32>() else { continue };
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
}
