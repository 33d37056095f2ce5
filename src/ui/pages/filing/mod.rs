//! Filing the evidence (佐证归档): files matched to rows by name or by hand, and a
//! folder compared with what is on file. Files are read here and never kept.

mod check;
mod dropped;
mod pending;
mod read;
mod rows;

pub use pending::arrive;

use super::Page;
use crate::form::{Edit, Filing, Form};
use crate::session::View;
use crate::text::filing as words;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, Takeaway, TextTable, When, drawn};
use check::Check;
use leptos::prelude::*;
use pending::{Arrivals, Pending};
use rows::Rows;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

/// The view.
pub fn page() -> AnyView {
    view! { <FilingPage /> }.into_any()
}

#[component]
fn FilingPage() -> impl IntoView {
    let app = use_app();
    let arrivals = Arrivals::new(app);
    provide_context(arrivals);
    arrivals.take_waiting();
    let can_file = Signal::derive(move || {
        !app.read_only.get() && app.form.with(|form| form.filing().is_some())
    });
    let has_rows = Memo::new(move |_| {
        app.form.with(|form| form.evidence.values().any(|rows| !rows.is_empty()))
    });
    let trouble = Signal::derive(move || {
        if app.read_only.get() {
            return Some(words::READ_ONLY);
        }
        app.form.with(|form| match form.filing() {
            None => Some(words::UNREADABLE),
            Some(_) if !has_rows.get() => Some(words::NO_ROWS),
            Some(_) => None,
        })
    });
    // Files that are dropped on this page are filed, not opened as forms.
    let drop = move |event: DragEvent| {
        let Some(transfer) = event.data_transfer().filter(|_| can_file.get_untracked()) else {
            return;
        };
        if transfer.types().includes(&"Files".into(), 0) {
            event.prevent_default();
            arrivals.read_dropped(&transfer);
        }
    };
    view! {
        <Page view=View::Filing title=Signal::derive(|| words::FILING.to_owned())>
            <div data-files-here on:drop=drop>
                <p class="hint">{words::HINT}</p>
                <When is=Signal::derive(move || trouble.get().is_some())>
                    <p data-message>{trouble}</p>
                </When>
                <When is=Signal::derive(move || can_file.get() && has_rows.get())>
                    <p class="takeaway">
                        <Picker action="choose-files" label=words::CHOOSE of_folder=false />
                        <Picker action="choose-folder" label=words::CHOOSE_FOLDER of_folder=true />
                        <span role="status" data-reading>{arrivals.said}</span>
                    </p>
                    <Pending />
                </When>
                <When is=Signal::derive(move || has_rows.get())>
                    <Rows can_file=can_file />
                    <Check />
                    <Renames />
                </When>
            </div>
        </Page>
    }
}

/// A button that opens the system's picker of files, or of a folder.
#[component]
fn Picker(
    /// The name in `data-action`.
    action: &'static str,
    /// Its text.
    label: &'static str,
    /// Whether a whole folder is chosen.
    of_folder: bool,
) -> impl IntoView {
    let arrivals: Arrivals = expect_context();
    let id = format!("{action}-input");
    let css = format!("#{id}");
    view! {
        <ActionButton action=action label=label press=move |()| press(&css) />
        <input
            type="file"
            class="unseen"
            id=id
            multiple
            prop:webkitdirectory=of_folder
            tabindex="-1"
            aria-label=label
            on:change:target=move |event| {
                let input = event.target();
                arrivals.read(listed(input.files()));
                input.set_value("");
            }
        />
    }
}

/// Presses a picker's hidden input.
fn press(css: &str) {
    let input = document().query_selector(css).ok().flatten();
    if let Some(input) = input.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// The files of the browser's list, which is empty once others are chosen.
fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// What the files are to be called.
#[component]
fn Renames() -> impl IntoView {
    let app = use_app();
    let table = Memo::new(move |_| app.form.with(|form| words::renames(form)));
    let make = move |()| table.get_untracked();
    drawn(Box::new(move || {
        let table = table.get();
        if table.rows.is_empty() {
            return ().into_any();
        }
        view! {
            <section data-renames>
                <h2>{words::RENAMES}</h2>
                <p class="hint">{words::RENAMES_HINT}</p>
                <Takeaway make=make />
                <TextTable table=table />
            </section>
        }
        .into_any()
    }))
}

/// Changes what is on file in one step of undo.
fn file(app: AppContext, change: impl FnOnce(&mut Filing)) {
    app.update(|session| {
        let mut filing = session.form().filing().unwrap_or_default();
        change(&mut filing);
        // A step that concerns several indicators is shown at the first.
        let Some(id) = session.form().evidence.iter().next().map(|(id, _)| *id) else { return };
        let edit = Edit::Evidence(filing.iter().next().map_or(id, |(id, ..)| id));
        session.edit_once(edit, |form: &mut Form| form.set_filing(&filing));
    });
}
