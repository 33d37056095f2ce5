//! What the user is told: notices at the edge of the page, and the strip of veto items.

use super::asked::AskUnsaved;
use crate::session::{Notice, SaveState};
use crate::text::page;
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::pages::forms;
use crate::ui::parts::{ActionButton, When};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::{html, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long a notice stays.
const SHORT: Duration = Duration::from_secs(8);
/// How long it stays when something can be done with it.
const WITH_ACTION: Duration = Duration::from_secs(20);

/// All that the user is told now, whatever the view. It lies over the page and
/// moves nothing.
#[component]
pub fn Notices() -> impl IntoView {
    let app = use_app();
    let of = move |urgent: bool| {
        app.watch(move |session| {
            let all = session.notices().iter().filter(|notice| notice.urgent == urgent);
            all.cloned().collect::<Vec<Notice>>()
        })
    };
    let (urgent, others) = (of(true), of(false));
    view! {
        <div class="notices">
            <div role="alert">
                <SaveFault />
                <For each=move || urgent.get() key=|notice| notice.id let:notice>
                    <OneNotice notice=notice />
                </For>
            </div>
            <div role="status" aria-atomic="false">
                <For each=move || others.get() key=|notice| notice.id let:notice>
                    <OneNotice notice=notice />
                </For>
            </div>
        </div>
        <AskUnsaved />
    }
}

/// While a veto item stands, every view says so, and every print.
#[component]
pub fn VetoStrip() -> impl IntoView {
    let app = use_app();
    let items = Memo::new(move |_| app.form.with(|form| form.veto.join(page::AND)));
    view! {
        <When is=Signal::derive(move || !items.with(String::is_empty))>
            <p class="strip veto" data-veto data-message>
                {Signal::derive(move || page::named(page::VETOED, &items.get()))}
            </p>
        </When>
    }
}

/// That the last edits are not saved, as long as they are not.
#[component]
fn SaveFault() -> impl IntoView {
    let app = use_app();
    // A failure that lasts is read out once.
    let fault = app.watch(|session| match session.save_state() {
        SaveState::Failed(fault) => Some(page::not_saved(fault)),
        _ => None,
    });
    view! {
        <When is=Signal::derive(move || fault.get().is_some())>
            <div class="notice urgent" data-message>
                <span>{fault}</span>
                <ActionButton
                    action="fault-export"
                    label=page::EXPORT
                    press=move |()| forms::export_own(app)
                />
            </div>
        </When>
    }
}

/// A notice. It goes away by itself unless it is urgent, but not while the pointer or the
/// focus is in it.
#[component]
fn OneNotice(
    /// The notice.
    notice: Notice,
) -> impl IntoView {
    let app = use_app();
    let place = NodeRef::<html::Div>::new();
    let (id, can_restore) = (notice.id, notice.restore.is_some());
    let held = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    if !notice.urgent {
        let stay = if can_restore { WITH_ACTION } else { SHORT };
        Effect::new(move || {
            stop();
            if !held.get() {
                let go = move || {
                    app.update(|session| session.dismiss(id));
                };
                timer.set_value(set_timeout_with_handle(go, stay).ok());
            }
        });
    }
    on_cleanup(stop);
    let hold = move |is_held: bool| {
        let _ = held.try_set(is_held);
    };
    let dismiss = move || {
        if let Some(element) = place.get_untracked() {
            leave_notice(&element);
        }
        app.update(|session| session.dismiss(id));
    };
    view! {
        <div
            node_ref=place
            class=if notice.urgent { "notice urgent" } else { "notice" }
            data-message
            on:mouseenter=move |_| hold(true)
            on:mouseleave=move |_| hold(false)
            on:focusin=move |_| hold(true)
            on:focusout=move |_| hold(false)
        >
            <span>{notice.text}</span>
            {can_restore
                .then(|| {
                    view! {
                        <ActionButton
                            action="restore"
                            label=page::UNDO
                            press=move |()| restore(app, id)
                        />
                    }
                })}
            {notice
                .offers_copy
                .then(|| {
                    view! {
                        <ActionButton
                            action="edit-copy"
                            label=crate::text::review::EDIT_COPY
                            press=move |()| forms::edit_copy(app)
                        />
                    }
                })}
            <button
                type="button"
                class="quiet"
                data-action="dismiss"
                on:click=move |_| dismiss()
            >
                {page::DISMISS}
            </button>
        </div>
    }
}

/// Brings the deleted form of a notice back.
fn restore(app: AppContext, id: u32) {
    app.update(|session| {
        session.restore(id, &Browser);
    });
    browser::keep_focus(&[".notice [data-action=dismiss]", "#main"]);
}

/// Gives the focus to a notice beside one that goes, or to the view.
fn leave_notice(notice: &web_sys::Element) {
    let beside = notice.next_element_sibling().or_else(|| notice.previous_element_sibling());
    let button = beside.and_then(|beside| {
        beside.query_selector("[data-action=dismiss]").ok().flatten()?.dyn_into().ok()
    });
    match button {
        Some(button) => {
            let button: web_sys::HtmlElement = button;
            let _ = button.focus();
        }
        None => browser::keep_focus(&[".notice [data-action=dismiss]", "#main"]),
    }
}
