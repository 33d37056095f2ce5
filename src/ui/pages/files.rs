//! Opening form files and workbooks: the picker, and files dropped on the page.

use super::forms::PasteBox;
use super::open::{came, show};
use crate::form::{self, FileKind, Form, FormProblem, limits};
use crate::session::{View, WorkbookReport};
use crate::text::returned::{Returned, summary};
use crate::text::{form_problem, page, report, sharing as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{ActionButton, Dialog, When};
use crate::ui::workbook;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, DragEvent, File, FileList, HtmlInputElement};

const PICKER: &str = "file-picker";

/// The picker's input, always in the page, and the place where files are dropped.
#[component]
pub fn Files() -> impl IntoView {
    let app = use_app();
    let hovering = RwSignal::new(false);
    // These listeners are never removed: the page lives as long as its window.
    let _ = window_event_listener(ev::dragover, move |event| {
        if dragged(&event).is_some() {
            event.prevent_default();
            hovering.set(true);
        }
    });
    let _ = window_event_listener(ev::dragleave, move |event| {
        // Only when the pointer leaves the window, not when it moves between elements.
        if event.related_target().is_none() {
            hovering.set(false);
        }
    });
    let _ = window_event_listener(ev::drop, move |event| {
        hovering.set(false);
        if let Some(transfer) = dragged(&event)
            && !event.default_prevented()
        {
            event.prevent_default();
            open_all(app, transfer.files(), evidence_at(&event));
        }
    });
    view! {
        <input
            type="file"
            class="unseen"
            id=PICKER
            data-import
            multiple
            tabindex="-1"
            accept=".json,.xlsx,application/json"
            aria-label=page::IMPORT
            on:change:target=move |event| {
                let input = event.target();
                open_all(app, input.files(), String::new());
                // The same file can be chosen again.
                input.set_value("");
            }
        />
        <When is=Signal::derive(move || hovering.get())>
            <p class="drop">{page::DROP_HERE}</p>
        </When>
    }
}

/// What happened when a link arrived without what stands behind `#`, and the ways
/// to what was meant.
#[component]
pub fn LostLink() -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(browser::lost_its_link());
    // It goes once anything else is shown.
    Effect::new(move |before: Option<()>| {
        app.form.track();
        if before.is_some() {
            open.set(false);
        }
    });
    view! {
        <Dialog name="lost" title=words::LOST open=open close=move |()| open.set(false)>
            <p data-message>{words::LOST_HINT}</p>
            <PasteBox id="paste-lost" />
            <p class="link-do">
                <ActionButton action="open-file" label=page::IMPORT press=|()| choose() />
            </p>
        </Dialog>
    }
}

/// Opens the browser's file picker.
pub fn choose() {
    let input = document().get_element_by_id(PICKER);
    if let Some(input) = input.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// What is dragged, when it carries files.
fn dragged(event: &DragEvent) -> Option<DataTransfer> {
    let transfer = event.data_transfer()?;
    transfer.types().includes(&"Files".into(), 0).then_some(transfer)
}

/// The number of the indicator on whose evidence something was dropped; empty elsewhere.
fn evidence_at(event: &DragEvent) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let closest = |css: &str| target.as_ref().and_then(|one| one.closest(css).ok().flatten());
    let indicator = closest("[data-evidence]").and_then(|_| closest("[data-indicator]"));
    indicator.and_then(|one| one.get_attribute("data-indicator")).unwrap_or_default()
}

/// Opens files that were chosen or dropped.
fn open_all(app: AppContext, files: Option<FileList>, evidence: String) {
    let Some(files) = files else { return };
    // A `FileList` is live: it is empty once another file is chosen.
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    spawn_local(async move {
        arrival(app.missing, || later::open_files(app, files.clone(), evidence.clone())).await;
    });
}

/// Opens files: the good ones are shown, each bad one is reported. What was dropped on the
/// evidence of an indicator is filed there, and never opened.
pub fn open_files(app: AppContext, files: Vec<File>, evidence: String) {
    spawn_local(async move {
        if !evidence.is_empty() {
            let file = || later::file_evidence(app, evidence.clone(), files.clone());
            return arrival(app.missing, file).await;
        }
        let (league, files) = for_league(app, files);
        if !league.is_empty() {
            arrival(app.missing, || later::gather_files(app, league.clone())).await;
        }
        let (mut incoming, mut readings) = (Vec::new(), Vec::new());
        for file in files {
            match read(app, &file).await {
                Ok(ReadFile { forms, reading }) => {
                    incoming.extend(forms.into_iter().map(|form| came(Some(file.name()), form)));
                    readings.extend(reading);
                }
                Err(reason) => app.tell(page::refused(&file.name(), &reason), true),
            }
        }
        show(app, incoming, readings);
    });
}

/// The files that go into the league, and the others: forms that came while its
/// view is shown, or together with a league. Workbooks are opened as ever.
fn for_league(app: AppContext, files: Vec<File>) -> (Vec<File>, Vec<File>) {
    let ends = |file: &File, end: &str| file.name().to_lowercase().ends_with(end);
    let is_shown = app.address.with_untracked(|address| address.view == View::League);
    if is_shown || files.iter().any(|file| ends(file, ".league.json")) {
        files.into_iter().partition(|file| !ends(file, ".xlsx"))
    } else {
        (Vec::new(), files)
    }
}

/// What was read of a file.
struct ReadFile {
    forms: Vec<Form>,
    /// What is to be told about a workbook, if anything.
    reading: Option<WorkbookReport>,
}

/// Reads a file. One that is too large is not read. Errors: why there is nothing,
/// for the user.
async fn read(app: AppContext, file: &File) -> Result<ReadFile, String> {
    let (size, is_json) = (file.size() as usize, file.name().to_lowercase().ends_with(".json"));
    if is_json && size > limits::FILE_BYTES {
        return Err(form_problem(&FormProblem::TooLarge { bytes: size }));
    }
    if size > limits::WORKBOOK_BYTES {
        return Err(page::too_large(limits::WORKBOOK_BYTES));
    }
    let bytes = browser::bytes(file).await.ok_or(page::NOT_READ)?;
    if form::file_kind(&bytes) == FileKind::Workbook {
        return slices(app, file.name(), &bytes).await;
    }
    match form::read_bytes(&bytes) {
        Ok(form) => Ok(ReadFile { forms: vec![form], reading: None }),
        Err(problem) => Err(form_problem(&problem)),
    }
}

/// The units' slices in a returned workbook, and what is to be told about it.
async fn slices(app: AppContext, file: String, bytes: &[u8]) -> Result<ReadFile, String> {
    app.tell(report::READING, false);
    let own = app.session.with_untracked(|session| session.own_files(&Browser));
    let returned = workbook::returned(bytes, &own).await;
    app.update(|session| session.withdraw(report::READING));
    let Returned { files, messages } = returned?;
    let read = |file: &String| form::read(file).map_err(|problem| form_problem(&problem));
    let forms = files.iter().map(read).collect::<Result<Vec<Form>, String>>()?;
    if messages.is_empty() && forms.is_empty() {
        return Err(summary(0, &messages));
    }
    let reading =
        (!messages.is_empty()).then_some(WorkbookReport { file, slices: forms.len(), messages });
    Ok(ReadFile { forms, reading })
}
