//! Opening form files: the picker, and files dropped on the page.

use crate::form::{self, Form};
use crate::text::{form_problem, page, report};
use crate::ui::dom::{El, classed, el, listen};
use crate::ui::platform;
use crate::ui::session::{Incoming, Session};
use crate::ui::state::State;
use crate::ui::workbook;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

const PICKER: &str = "file-picker";

/// The picker's input, always in the page, and the place where files are dropped.
pub fn files(session: Session) -> El {
    let hovering = State::new(false);
    listen(
        &window(),
        "dragover",
        Box::new(move |event| {
            if dragged(&event).is_some() {
                event.prevent_default();
                hovering.set(true);
            }
        }),
    );
    listen(
        &window(),
        "dragleave",
        Box::new(move |event| {
            // Leaving the window itself, not just one element for the next.
            if event.dyn_ref::<DragEvent>().is_some_and(|e| e.related_target().is_none()) {
                hovering.set(false);
            }
        }),
    );
    listen(
        &window(),
        "drop",
        Box::new(move |event| {
            hovering.set(false);
            if let Some(transfer) = dragged(&event) {
                event.prevent_default();
                choice(session, transfer.files());
            }
        }),
    );
    let picked = move |event: Event| {
        let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            choice(session, input.files());
            // The same file can be chosen again.
            input.set_value("");
        }
    };
    el("div")
        .child(
            classed("input", "unseen")
                .attr("type", "file")
                .attr("id", PICKER)
                .attr("data-import", "")
                .attr("multiple", "")
                .attr("tabindex", "-1")
                .attr("accept", ".json,.xlsx,application/json")
                .attr("aria-label", page::IMPORT)
                .on("change", picked),
        )
        .child(classed("p", "drop").text(page::DROP_HERE).hidden_while(move || !hovering.get()))
}

/// Opens the browser's file picker.
pub fn choose() {
    let input = document().get_element_by_id(PICKER);
    if let Some(input) = input.and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// What is dragged, when it carries files.
fn dragged(event: &Event) -> Option<web_sys::DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer.types().includes(&"Files".into(), 0).then_some(transfer)
}

/// The departments' slices in a returned workbook.
async fn slices(session: Session, bytes: &[u8]) -> Result<Vec<Form>, String> {
    session.tell(report::READING.to_owned(), false);
    let files = workbook::returned(bytes).await;
    session.notices.update(|all| all.retain(|notice| notice.text != report::READING));
    let read = |file: &String| form::read(file).map_err(|problem| form_problem(&problem));
    files?.iter().map(read).collect()
}

/// Opens files that were chosen or dropped.
fn choice(session: Session, files: Option<FileList>) {
    let Some(files) = files else { return };
    // The list is the browser's, and empty once another file is chosen.
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    session.with_rest(move |rest| (rest.open_files)(session, files));
}

/// Reads files; the good ones are shown, each bad one is reported.
pub fn open(session: Session, files: Vec<File>) {
    spawn_local(async move {
        let mut incoming = Vec::new();
        for file in files {
            let bytes = platform::bytes(&file).await.unwrap_or_default();
            let read = match workbook::is_workbook(&bytes) {
                true => slices(session, &bytes).await,
                false => form::read_bytes(&bytes)
                    .map(|form| vec![form])
                    .map_err(|problem| form_problem(&problem)),
            };
            match read {
                Ok(forms) => incoming.extend(forms.into_iter().map(|form| Incoming {
                    name: Some(file.name()),
                    date: None,
                    form,
                })),
                Err(reason) => session.tell(page::refused(&file.name(), &reason), true),
            }
        }
        session.receive(incoming);
    });
}
