//! The whole page.

use super::dom::{El, el, key, listen, memo};
use super::pages::{
    compare::compare_page, departments::departments_page, fill::fill_page, forms::forms_page,
    gaps::gaps_page, incoming::incoming_page, overview::overview_page, plan::plan_page,
    report::report_page,
};
use super::parts::announce::announcer;
use super::parts::files::files;
use super::parts::header::header;
use super::parts::messages::{messages, veto_banner};
use super::parts::scenario::scenario_bar;
use super::parts::share::share_panel;
use super::platform;
use super::session::{Incoming, Session};
use super::view::{Address, View};
use crate::form::Form;
use crate::link;
use crate::text::{self, page};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Mounts the app on the page's body.
pub fn run() {
    console_error_panic_hook::set_once();
    // The build carries at least one edition; without one there is no app.
    let (Some(blank), Some(body)) = (Form::blank(), document().body()) else { return };
    let place = body.clone();
    mount_to(body, move || {
        let _ = place.append_child(app(blank).element());
    })
    .forget();
    if let Some(root) = document().document_element() {
        // Nothing depends on it but those who wait for the page.
        let _ = root.set_attribute("data-ready", "");
    }
}

/// The page: what stands above every view, and the view shown now.
fn app(blank: Form) -> El {
    let session = Session::new(blank);
    session.load();
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
        untrack(|| {
            vec![match session.view.get() {
                _ if !own => incoming_page(session),
                View::Fill => fill_page(session),
                View::Overview => overview_page(session),
                View::Gaps => gaps_page(session),
                View::Departments => departments_page(session),
                View::Compare => compare_page(session),
                View::Plan => plan_page(session),
                View::Report => report_page(session),
                View::Forms => forms_page(session),
            }]
        })
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
    let follow = move || match Address::parse(&platform::hash()) {
        Address::View(view) => {
            session.incoming.set(Vec::new());
            session.view.set(view);
        }
        Address::Link(text) => {
            if !open_link(session, &text) {
                session.show(View::Fill);
            }
        }
    };
    follow();
    listen(&window(), "hashchange", Box::new(move |_| follow()));
}

/// Shows the form of a share link, or says why not and returns false.
pub fn open_link(session: Session, text: &str) -> bool {
    match link::decode(text) {
        Ok(shared) => session.receive(vec![Incoming {
            name: None,
            date: shared.day.map(|day| page::date(day.date())),
            form: shared.form,
        }]),
        Err(problem) => {
            session.tell(page::link_refused(&text::link_problem(&problem)), true);
            return false;
        }
    }
    true
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
