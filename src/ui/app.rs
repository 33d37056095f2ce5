//! The whole page: mounting it, its frame, and what goes on around it.

use super::bar::{Announcer, Bar, Missing, Tabs};
use super::browser::{self, Browser};
use super::context::AppContext;
use super::later::{self, LaterView};
use super::lazy::arrival;
use super::pages::files::Files;
use super::parts::When;
use super::sheet::Sheet;
use crate::form::Form;
use crate::session::{Address, Clock, Session, View};
use crate::storage;
use crate::text::page;
use leptos::{ev, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Mounts the app on the page's body.
pub fn run() {
    console_error_panic_hook::set_once();
    // The build carries at least one edition; without one there is no app.
    let Some(blank) = Form::blank() else { return };
    let mut session = Session::new(blank, Browser.fresh_id());
    let scenario = browser::kept_in_window(browser::SCENARIO);
    session.load(storage::open(&Browser), scenario.as_deref(), &Browser);
    mount_to_body(move || view! { <App session=session /> });
}

/// The page: what stands above every view, and the view shown now.
#[component]
pub fn App(
    /// The session with what was stored.
    session: Session,
) -> impl IntoView {
    let Some(today) = browser::today() else { return ().into_any() };
    let clock = RwSignal::new(today);
    let app = AppContext::new(RwSignal::new(session), clock.into());
    provide_context(app);
    later::bring(app);
    follow_clock(clock);
    let opening = follow_address(app);
    save_edits(app);
    follow_windows(app);
    let _ = window_event_listener(ev::keydown, move |event| keys(app, &event));

    let view = Memo::new(move |_| app.address.with(|address| address.view));
    // A link goes with its view: the focus goes to the next view, not to the page.
    Effect::new(move |before: Option<View>| {
        let now = view.get();
        if before.is_some_and(|before| before != now) {
            browser::keep_focus(&["#main"]);
        }
        now
    });
    // Another edition has other rows, fields and views.
    let edition = app.edition;
    view! {
        <a
            class="skip"
            href="#main"
            on:click=|event| {
                event.prevent_default();
                browser::focus("#main");
            }
        >
            {page::SKIP}
        </a>
        <When is=Signal::derive(move || !opening.get())>
            <div class="app" data-shared=move || app.read_only.get().then_some("")>
                <Bar />
                <Tabs />
                {Suspend::new(async move { arrival(app.missing, later::strips).await })}
                // Keyed, so that a view goes with all its effects before the next one is
                // waited for: none may run when what it reads is gone.
                <For
                    each=move || [(edition.get().id, view.get())]
                    key=|shown| *shown
                    let((_, view))
                >
                    {match view {
                        View::Fill => view! { <Sheet /> }.into_any(),
                        other => view! { <LaterView view=other /> }.into_any(),
                    }}
                </For>
            </div>
        </When>
        <Missing />
        {Suspend::new(async move { arrival(app.missing, later::dialogues).await })}
        <Files />
        <Announcer />
    }
    .into_any()
}

/// Follows the address, and shows what it names at the start. Returns whether a link is
/// still being opened: until it is, nothing of the user's own form is drawn, for it would
/// only be drawn to be replaced.
fn follow_address(app: AppContext) -> RwSignal<bool> {
    let opening = RwSignal::new(true);
    Effect::new(move || {
        if !opening.get()
            && let Some(boot) = document().get_element_by_id("boot")
        {
            boot.remove();
        }
    });
    let follow = move || {
        let hash = browser::hash();
        match Address::parse(&hash) {
            Some(address) => {
                let is_table = address.view == View::Fill;
                if app.address.with_untracked(|now| *now != address) {
                    app.update(|session| session.set_address(address));
                }
                opening.set(false);
                if is_table {
                    browser::mark_ready();
                }
            }
            None => spawn_local(async move {
                arrival(app.missing, || later::open_address(app, hash.clone())).await;
                opening.set(false);
                browser::mark_ready();
            }),
        }
    };
    let names_a_view = Address::parse(&browser::hash()).is_some();
    match browser::kept_in_window(browser::LINK).filter(|_| names_a_view) {
        // The page was loaded again in another view than the one that a link opened.
        Some(link) => spawn_local(async move {
            arrival(app.missing, || later::open_link(app, link.clone())).await;
            follow();
        }),
        None => follow(),
    }
    let _ = window_event_listener(ev::hashchange, move |_| follow());
    opening
}

/// Keeps today, past midnight and after sleep.
fn follow_clock(clock: RwSignal<crate::rulebook::Day>) {
    let look = move || {
        if let Some(today) = browser::today()
            && clock.get_untracked() != today
        {
            clock.set(today);
        }
    };
    set_interval(look, Duration::from_secs(30));
    let _ = window_event_listener(ev::focus, move |_| look());
    let _ = window_event_listener_untyped("visibilitychange", move |_| look());
}

/// Saves a moment after the last edit, and before the page goes away.
fn save_edits(app: AppContext) {
    let edits = Memo::new(move |_| app.session.with(Session::edits));
    let mut save = debounce(Duration::from_millis(Session::PAUSE), move |()| app.flush());
    Effect::new(move |before: Option<u64>| {
        let now = edits.get();
        if before.is_some_and(|before| before != now) {
            save(());
        }
        now
    });
    Effect::new(move || {
        app.scenario.with(|name| browser::keep_in_window(browser::SCENARIO, name.as_deref()));
    });
    let link =
        Memo::new(move |_| app.session.with(|session| session.unkept_link().map(str::to_owned)));
    Effect::new(move |before: Option<()>| {
        let link = link.get();
        // At first, what was kept before the page was loaded again is still to be opened.
        if before.is_some() {
            browser::keep_in_window(browser::LINK, link.as_deref());
        }
    });
    let _ = window_event_listener(ev::pagehide, move |_| app.flush());
    let _ = window_event_listener_untyped("visibilitychange", move |_| app.flush());
    let _ = window_event_listener(ev::beforeunload, move |event| {
        app.flush();
        if app.session.with_untracked(Session::is_unsaved) {
            event.prevent_default();
        }
    });
}

/// Follows what other windows store.
fn follow_windows(app: AppContext) {
    let _ = window_event_listener(ev::storage, move |event| {
        if let Some(key) = event.key() {
            let text = event.new_value();
            app.update(|session| session.follow(&key, text.as_deref(), &Browser));
        }
    });
}

/// Keys that work wherever the focus is: undo, redo, search, neighbours, Esc.
fn keys(app: AppContext, event: &ev::KeyboardEvent) {
    if browser::is_composing(event) || event.default_prevented() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let within = |selector: &str| {
        target.as_ref().is_some_and(|element| element.closest(selector).is_ok_and(|e| e.is_some()))
    };
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    let back = match event.key().as_str() {
        "z" | "Z" if command => !event.shift_key(),
        "y" | "Y" if command => false,
        "Escape" => {
            // In the search box it clears the words.
            if !within("#search") && app.address.with_untracked(|address| address.open.is_some()) {
                event.prevent_default();
                super::indicator::close(app);
            }
            return;
        }
        "/" if !command && !within("input, textarea, select") => {
            event.prevent_default();
            browser::focus("#search");
            return;
        }
        _ => return,
    };
    // Elsewhere than in boxes of the form, the browser's own undo is what a box needs.
    if within("input:not([type=radio], [type=checkbox]), textarea") && !within("[data-undo]") {
        return;
    }
    event.prevent_default();
    step(app, back);
}

/// Takes the last step back or does it again, shows what it concerns and says it.
pub fn step(app: AppContext, back: bool) {
    let Some(step) = app.ask(|session| session.step(back)) else { return };
    let form = app.form.get_untracked();
    app.tell(crate::text::undo::stepped(&form, &step), false);
    let open = match step.edit.indicator(&form) {
        Some(id) => Some(crate::session::Open::Indicator(form.edition[id].id.to_owned())),
        None if step.edit.is_basic(&form) => Some(crate::session::Open::Basics),
        None => None,
    };
    if let Some(open) = open
        && app.address.with_untracked(|now| now.view == View::Fill)
    {
        app.open(open);
    }
    // What the step takes away may have had the focus.
    browser::keep_focus(&[".pane h2", "[data-action=undo]", "#main"]);
}
