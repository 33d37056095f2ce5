//! The whole page.

use super::dom::{El, el, key, listen, memo};
use super::pages::fill::fill_page;
use super::parts::announce::announcer;
use super::parts::files::files;
use super::parts::header::header;
use super::parts::messages::{messages, veto_banner};
use super::parts::scenario::scenario_bar;
use super::parts::share::share_panel;
use super::platform;
use super::rest::{self, Rest};
use super::session::Session;
use super::view::View;
use crate::form::Form;
use crate::storage::{self, Aside, Opened, StoreFault, browser::Browser};
use crate::text::page;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Mounts the app on the page's body.
pub fn run() {
    console_error_panic_hook::set_once();
    let stored = storage::open(&Browser);
    let first = View::named(&platform::hash()) == Some(View::Fill);
    let readable = |opened: &Opened| !opened.aside.iter().any(Aside::of_unknown_edition);
    if rest::here().is_some() || (first && stored.as_ref().map_or(true, readable)) {
        mount(stored, rest::here());
        return;
    }
    // Another view, or another edition's form: there is nothing to show before.
    spawn_local(async {
        let rest = rest::load().await;
        mount(storage::open(&Browser), rest);
    });
}

fn mount(stored: Result<Opened, StoreFault>, rest: Option<&'static Rest>) {
    // The build carries at least one edition; without one there is no app.
    let (Some(blank), Some(body)) = (Form::blank(), document().body()) else { return };
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    let place = body.clone();
    mount_to(body, move || {
        let session = Session::new(blank);
        session.arrived.set(rest);
        session.load(stored);
        let _ = place.append_child(app(session).element());
        session.ask_for_rest();
    })
    .forget();
    if let Some(root) = document().document_element() {
        // Nothing depends on it but those who wait for the page.
        let _ = root.set_attribute("data-ready", "");
    }
}

/// The page: what stands above every view, and the view shown now.
fn app(session: Session) -> El {
    follow_address(session);
    listen(&window(), "keydown", Box::new(move |event| keys(session, &event)));
    let shown = memo(move || {
        let own = session.incoming.with(|i| i.is_empty());
        let edition = session.form.with(|form| form.edition.id);
        (format!("{} {edition}", session.view.get().name()), own.then(String::new))
    });
    let skip = el("a").class("skip").attr("href", "#main").text(page::SKIP).on("click", |event| {
        event.prevent_default();
        platform::reveal("main");
    });
    let view = el("div").dynamic(move || {
        let own = shown.with(|(_, own)| own.is_some());
        let view = session.view.get_untracked();
        if own && view == View::Fill {
            return vec![untrack(|| fill_page(session))];
        }
        let Some(rest) = session.rest() else { return vec![el("main").text(page::WAIT)] };
        vec![untrack(|| if own { (rest.view)(session, view) } else { (rest.incoming)(session) })]
    });
    el("div")
        .attr("id", "app")
        // What stands above a view is printed with some and not with others: the
        // first word is the view.
        .attr_of("data-above", move || shown.with(|(view, own)| own.as_ref().map(|_| view.clone())))
        .child(skip)
        .child(header(session))
        .child(messages(session))
        .child(veto_banner(session))
        .child(scenario_bar(session))
        .child(share_panel(session))
        .child(files(session))
        .child(announcer(session))
        .child(view)
}

/// Follows the address: views, and share links.
fn follow_address(session: Session) {
    let follow = move || {
        let hash = platform::hash();
        match View::named(&hash) {
            Some(view) => {
                session.incoming.set(Vec::new());
                session.view.set(view);
            }
            // Once the rest is there, it follows the address that is there then.
            None => match session.arrived.get_untracked() {
                Some(rest) => (rest.follow)(session),
                None => session.ask_for_rest(),
            },
        }
    };
    follow();
    listen(&window(), "hashchange", Box::new(move |_| follow()));
}

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, wherever the focus is.
fn keys(session: Session, event: &web_sys::Event) {
    let Some(pressed) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
    if !(pressed.ctrl_key() || pressed.meta_key()) || pressed.alt_key() {
        return;
    }
    let back = match key(event).as_str() {
        "z" | "Z" => !pressed.shift_key(),
        "y" | "Y" => false,
        _ => return,
    };
    // In other views the browser's own undo is what a text box needs.
    let typing = event.target().is_some_and(|target| {
        let element = target.dyn_ref::<web_sys::Element>();
        element.is_some_and(|one| one.matches("input, textarea").unwrap_or(false))
    });
    let filling = untrack(|| session.view.get() == View::Fill);
    if !untrack(|| session.in_view()) || (typing && !filling) {
        return;
    }
    event.prevent_default();
    session.step(back);
}
