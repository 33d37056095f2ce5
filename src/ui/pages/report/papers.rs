//! The papers that are handed in, each as a Word file, and all of them at once.

use super::Source;
use crate::papers::{self, Paper};
use crate::text::page;
use crate::text::papers as words;
use crate::ui::browser;
use crate::ui::later::{self, Wanted};
use crate::ui::lazy::arrival;
use crate::ui::parts::ActionButton;
use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The list of papers.
#[component]
pub fn Papers(
    /// What the papers are of.
    source: Source,
) -> impl IntoView {
    let said = RwSignal::new("");
    let busy = RwSignal::new(false);
    let kind = source.app.rulebook().kind;
    let save = move |paper: Option<Paper>| save(source, paper, said, busy);
    let papers = Paper::all(kind)
        .iter()
        .map(|paper| {
            let paper = *paper;
            view! {
                <li data-paper=paper.id()>
                    <b>{paper.name()}</b>
                    <span>{paper.about()}</span>
                    <ActionButton
                        action="save-word"
                        label=words::SAVE_WORD
                        name=words::save_word(paper)
                        press=move |()| save(Some(paper))
                    />
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="papers" aria-labelledby="papers">
            <h2 id="papers">{words::PAPERS}</h2>
            <p class="hint">{words::PAPERS_HINT}</p>
            <ul>{papers}</ul>
            <p class="takeaway">
                <ActionButton
                    action="save-all"
                    label=words::SAVE_ALL
                    look="primary"
                    press=move |()| save(None)
                />
                <span role="status">{said}</span>
            </p>
        </section>
    }
}

/// Makes a paper, or all of them, and hands the file to the user. One is made at
/// a time.
fn save(source: Source, paper: Option<Paper>, said: RwSignal<&'static str>, busy: RwSignal<bool>) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    said.set(words::MAKING);
    let app = source.app;
    let wanted = Wanted {
        form: app.form.get_untracked(),
        now: source.present.get_untracked(),
        today: app.today.get_untracked(),
        scenario: source.scenario.get_untracked(),
        paper,
    };
    let what = papers::file_part(paper, wanted.scenario.as_deref());
    let (ending, kind) = match paper {
        Some(_) => ("docx", papers::WORD),
        None => ("zip", papers::ARCHIVE),
    };
    let name = page::file_named(&wanted.form, &what, &browser::today_text(), ending);
    spawn_local(async move {
        let made = arrival(app.missing, || later::paper_file(wanted.clone())).await;
        let report = match made {
            Some(bytes) => {
                browser::hand_out(&name, kind, &Uint8Array::from(&bytes[..]).into());
                words::MADE
            }
            None => words::NOT_MADE,
        };
        // The view may be gone by now.
        let _ = busy.try_set(false);
        let _ = said.try_set(report);
    });
}
