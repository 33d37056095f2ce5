//! Opening form files: the picker, and files dropped on the page.

use super::super::platform;
use crate::form;
use crate::text::{form_problem, page};
use crate::ui::session::{Incoming, Session};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

const PICKER: &str = "file-picker";

/// The picker's input, always in the page, and the place where files are dropped.
#[component]
pub fn Files() -> impl IntoView {
    let session = Session::get();
    let hovering = RwSignal::new(false);
    listen("dragover", move |event| {
        if carries_files(event) {
            event.prevent_default();
            hovering.set(true);
        }
    });
    listen("dragleave", move |event| {
        if event.related_target().is_none() {
            hovering.set(false);
        }
    });
    listen("drop", move |event| {
        hovering.set(false);
        if !carries_files(event) {
            return;
        }
        event.prevent_default();
        open(session, event.data_transfer().and_then(|t| t.files()));
    });
    let picked = move |event: web_sys::Event| {
        let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            open(session, input.files());
            // The same file can be chosen again.
            input.set_value("");
        }
    };
    view! {
        <input type="file" id=PICKER data-import class="unseen" multiple=true tabindex="-1"
            accept=".json,application/json" aria-label=page::IMPORT on:change=picked />
        {move || hovering.get().then(|| view! { <p class="drop">{page::DROP_HERE}</p> })}
    }
}

/// Opens the browser's file picker.
pub fn choose() {
    let input = document().get_element_by_id(PICKER);
    if let Some(input) = input.and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

fn listen(event: &'static str, act: impl Fn(&DragEvent) + 'static) {
    let handle = window_event_listener_untyped(event, move |event| {
        if let Some(event) = event.dyn_ref::<DragEvent>() {
            act(event);
        }
    });
    on_cleanup(move || handle.remove());
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|t| t.types().includes(&"Files".into(), 0))
}

/// Reads files; the good ones are shown, each bad one is reported.
fn open(session: Session, files: Option<FileList>) {
    let Some(files) = files else { return };
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    spawn_local(async move {
        let mut incoming = Vec::new();
        for file in files {
            let bytes = platform::bytes(&file).await.unwrap_or_default();
            match form::read_bytes(&bytes) {
                Ok(form) => {
                    incoming.push(Incoming { name: Some(file.name()), date: None, form });
                }
                Err(problem) => {
                    session.tell(page::refused(&file.name(), &form_problem(&problem)), true);
                }
            }
        }
        session.receive(incoming);
    });
}
