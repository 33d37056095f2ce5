//! Snapshots of the form: take one, look at one, delete one.

use crate::form::Snapshot;
use crate::session::{Clock, View};
use crate::text::{page, scenario as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Fault};
use leptos::prelude::*;
use std::sync::Arc;

/// Taking a snapshot, and the list of those that there are.
#[component]
pub fn Snapshots() -> impl IntoView {
    let app = use_app();
    let name = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let take = move |()| {
        let typed = name.get_untracked();
        if typed.trim().is_empty() {
            fault.set(Some(words::SNAPSHOT_BLANK.to_owned()));
            browser::focus("#snapshot-name");
            return;
        }
        app.update(|session| session.take_snapshot(&typed, &Browser.minute()));
        name.set(String::new());
    };
    let all = move || {
        app.form.with(|form| form.snapshots.iter().cloned().enumerate().collect::<Vec<_>>())
    };
    // Two snapshots of one name and minute stand at different places.
    let key = |(at, snapshot): &(usize, Arc<Snapshot>)| {
        (*at, snapshot.name.clone(), snapshot.taken.clone())
    };
    view! {
        <section class="snapshots">
            <h2>{words::SNAPSHOTS}</h2>
            <p class="hint" id="snapshots-hint">
                {words::SNAPSHOTS_HINT}
            </p>
            <p class="takeaway">
                <label for="snapshot-name">{words::SNAPSHOT_NAME}</label>
                <input
                    type="text"
                    id="snapshot-name"
                    data-form="snapshot"
                    autocomplete="off"
                    aria-describedby="snapshots-hint snapshot-fault"
                    aria-invalid=Signal::derive(move || fault.with(Option::is_some).then_some("true"))
                    prop:value=name
                    on:input:target=move |event| {
                        name.set(event.target().value());
                        fault.set(None);
                    }
                />
                <ActionButton action="snapshot" label=words::SNAPSHOT_TAKE press=take />
            </p>
            <Fault id="snapshot-fault" fault=fault />
            <ul class="scenario-list">
                <For each=all key=key let((at, snapshot))>
                    <SnapshotLine at=at snapshot=snapshot />
                </For>
            </ul>
        </section>
    }
}

/// A snapshot in the list.
#[component]
fn SnapshotLine(
    /// Its position.
    at: usize,
    /// The snapshot.
    snapshot: Arc<Snapshot>,
) -> impl IntoView {
    let app = use_app();
    let name = words::snapshot(&snapshot.name, &snapshot.taken);
    let open = move |()| {
        app.update(|session| session.show_snapshot(at));
        app.show(View::Fill);
        browser::focus_soon("#main");
    };
    let delete = move |()| {
        app.update(|session| session.delete_snapshot(at));
        // The next snapshot has this position now.
        request_animation_frame(move || {
            let next = format!("[data-snapshot-at='{at}'] [data-action=snapshot-delete]");
            let _ = browser::focus(&next) || browser::focus("#snapshot-name");
        });
    };
    view! {
        <li data-snapshot=snapshot.name.clone() data-snapshot-at=at>
            <b class="scenario-name">{name.clone()}</b>
            <span class="line-actions">
                <ActionButton
                    action="snapshot-open"
                    label=words::SNAPSHOT_OPEN
                    name=page::named(words::SNAPSHOT_OPEN, &name)
                    press=open
                />
                <ActionButton
                    action="snapshot-delete"
                    label=page::DELETE
                    name=page::named(page::DELETE, &name)
                    press=delete
                />
            </span>
        </li>
    }
}
