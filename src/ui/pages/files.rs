//! Opening form files and workbooks: the picker, and files dropped on the page.

use super::forms::PasteBox;
use super::open::{came, show};
use crate::form::{self, Form, FormProblem, limits};
use crate::session::Incoming;
use crate::text::{form_problem, page, report, sharing as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::later;
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
    // The page lives as long as its window, and so do these.
    let _ = window_event_listener(ev::dragover, move |event| {
        if dragged(&event).is_some() {
            event.prevent_default();
            hovering.set(true);
        }
    });
    let _ = window_event_listener(ev::dragleave, move |event| {
        // Leaving the window itself, not one element for the next.
        if event.related_target().is_none() {
            hovering.set(false);
        }
    });
    let _ = window_event_listener(ev::drop, move |event| {
        hovering.set(false);
        if let Some(transfer) = dragged(&event) {
            event.prevent_default();
            open_all(app, transfer.files());
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
                open_all(app, input.files());
                // The same file can be chosen again.
                input.set_value("");
            }
        />
        <When is=Signal::derive(move || hovering.get())>
            <p class="drop">{page::DROP_HERE}</p>
        </When>
        <LostLink />
    }
}

/// What happened when a link arrived without what stands behind `#`, and the ways
/// to what was meant.
#[component]
fn LostLink() -> impl IntoView {
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

/// Opens files that were chosen or dropped: the good ones are shown, each bad one
/// is reported.
fn open_all(app: AppContext, files: Option<FileList>) {
    let Some(files) = files else { return };
    // The list is the browser's, and empty once another file is chosen.
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    spawn_local(async move {
        later::there(app).await;
        let mut incoming: Vec<Incoming> = Vec::new();
        for file in files {
            match forms_in(app, &file).await {
                Ok(forms) => {
                    incoming.extend(forms.into_iter().map(|form| came(Some(file.name()), form)));
                }
                Err(reason) => app.tell(page::refused(&file.name(), &reason), true),
            }
        }
        show(app, incoming);
    });
}

/// The forms in a file. One that is too large is not read. Errors: why there are
/// none, for the user.
async fn forms_in(app: AppContext, file: &File) -> Result<Vec<Form>, String> {
    let (size, is_json) = (file.size() as usize, file.name().to_lowercase().ends_with(".json"));
    if is_json && size > limits::FILE_BYTES {
        return Err(form_problem(&FormProblem::TooLarge { bytes: size }));
    }
    if size > limits::WORKBOOK_BYTES {
        return Err(page::too_large(limits::WORKBOOK_BYTES));
    }
    let bytes = browser::bytes(file).await.ok_or(page::NOT_READ)?;
    if workbook::is_workbook(&bytes) {
        return slices(app, &bytes).await;
    }
    form::read_bytes(&bytes).map(|form| vec![form]).map_err(|problem| form_problem(&problem))
}

/// The units' slices in a returned workbook.
async fn slices(app: AppContext, bytes: &[u8]) -> Result<Vec<Form>, String> {
    app.tell(report::READING, false);
    let files = workbook::returned(bytes).await;
    app.update(|session| session.withdraw(report::READING));
    let read = |file: &String| form::read(file).map_err(|problem| form_problem(&problem));
    files?.iter().map(read).collect()
}
