//! The whole page.

use super::pages::{fill::FillPage, forms::FormsPage, incoming::IncomingPage};
use super::parts::{
    announce::Announcer, files::Files, header::Header, messages::Messages, share::SharePanel,
    total::TotalBar,
};
use super::platform;
use super::session::{Incoming, Session};
use super::view::{Address, View};
use crate::form::Form;
use crate::link;
use crate::text::{self, page};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Mounts the app in the place of the shell's text.
pub fn run() {
    console_error_panic_hook::set_once();
    // The build carries at least one edition; without one there is no app.
    let Some(blank) = Form::blank() else { return };
    let root = document().document_element();
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    let Some(body) = document().body() else { return };
    mount_to(body.unchecked_into(), move || view! { <App blank /> }).forget();
    if let Some(root) = root {
        // Nothing depends on it but those who wait for the page.
        let _ = root.set_attribute("data-ready", "");
    }
}

/// The page: what stands above every view, and the view shown now.
#[component]
fn App(blank: Form) -> impl IntoView {
    let session = Session::new(blank);
    provide_context(session);
    session.load();
    follow_address(session);
    let shown =
        Memo::new(move |_| session.incoming.with(|i| i.is_empty()).then(|| session.view.get()));
    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            platform::reveal("main");
        }>{page::SKIP}</a>
        <Header />
        <Messages />
        <SharePanel />
        <Files />
        <Announcer />
        {move || match shown.get() {
            None => view! { <IncomingPage /> }.into_any(),
            Some(View::Fill) => view! { <TotalBar /> <FillPage /> }.into_any(),
            Some(View::Forms) => view! { <TotalBar /> <FormsPage /> }.into_any(),
        }}
    }
}

/// Follows the address: views, and share links.
fn follow_address(session: Session) {
    let follow = move || match Address::parse(&platform::hash()) {
        Address::View(view) => {
            session.incoming.set(Vec::new());
            session.view.set(view);
        }
        Address::Link(text) => open_link(session, &text),
    };
    follow();
    let handle = window_event_listener_untyped("hashchange", move |_| follow());
    std::mem::forget(handle);
    let handle = window_event_listener_untyped("keydown", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
            keys(session, event);
        }
    });
    std::mem::forget(handle);
}

/// Shows the form of a share link, or says why not.
fn open_link(session: Session, text: &str) {
    match link::decode(text) {
        Ok(shared) => session.receive(vec![Incoming {
            name: None,
            date: shared.day.map(|day| page::date(day.date())),
            form: shared.form,
        }]),
        Err(problem) => {
            session.tell(page::link_refused(&text::link_problem(&problem)), true);
            session.show(View::Fill);
        }
    }
}

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, wherever the focus is.
fn keys(session: Session, event: &web_sys::KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let back = match event.key().as_str() {
        "z" | "Z" => !event.shift_key(),
        "y" | "Y" => false,
        _ => return,
    };
    event.prevent_default();
    session.step(back);
}
