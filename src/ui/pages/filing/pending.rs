//! Files that were read and wait for a look: each with the row that its name speaks of.

use super::read::mark;
use super::{dropped, file, listed};
use crate::desk::{Proof, proof_of_name};
use crate::form::FileMark;
use crate::rulebook::IndicatorId;
use crate::session::View;
use crate::text::{filing as words, page};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DataTransfer, File};

thread_local! {
    /// Files that were dropped on the evidence of an indicator, for the view that
    /// opens with them.
    static WAITING: RefCell<Vec<(File, Option<IndicatorId>)>> = const { RefCell::new(Vec::new()) };
}

/// Takes files that were dropped on the evidence of an indicator, by its number, and
/// shows them in the view.
pub fn arrive(app: AppContext, indicator: String, files: Vec<File>) {
    let id = app.rulebook().indicator(&indicator);
    WAITING.with_borrow_mut(|all| all.extend(files.into_iter().map(|file| (file, id))));
    app.show(View::Filing);
}

/// A file that was read, and the row that it is to be filed under.
#[derive(Clone, Debug, PartialEq)]
struct Arrived {
    mark: FileMark,
    to: Option<Proof>,
}

/// The files that were read and are not filed yet.
#[derive(Clone, Copy)]
pub struct Arrivals {
    app: AppContext,
    all: RwSignal<Vec<Arrived>>,
    /// How far reading is, and what came of it.
    pub said: RwSignal<String>,
}

impl Arrivals {
    /// No files yet.
    pub fn new(app: AppContext) -> Arrivals {
        Arrivals { app, all: RwSignal::new(Vec::new()), said: RwSignal::new(String::new()) }
    }

    /// Reads what was dropped before the view was there.
    pub fn take_waiting(self) {
        self.read_for(WAITING.take());
    }

    /// Reads files.
    pub fn read(self, files: Vec<File>) {
        self.read_for(files.into_iter().map(|file| (file, None)).collect());
    }

    /// Reads what was dropped on the view, folders with all that is in them.
    pub fn read_dropped(self, transfer: &DataTransfer) {
        let entries = dropped::entries(transfer);
        // A program may drop files that stand in no folder.
        let plain = if entries.is_empty() { listed(transfer.files()) } else { Vec::new() };
        spawn_local(async move {
            let mut files = dropped::files(entries).await;
            files.extend(plain);
            self.read(files);
        });
    }

    fn read_for(self, files: Vec<(File, Option<IndicatorId>)>) {
        if files.is_empty() {
            return;
        }
        spawn_local(async move {
            let (mut failed, count) = (Vec::new(), files.len());
            for (done, (file, within)) in files.into_iter().enumerate() {
                let _ = self.said.try_set(words::reading(done + 1, count));
                let Some(mark) = mark(&file).await else {
                    failed.push(file.name());
                    continue;
                };
                let form = self.app.form.get_untracked();
                let to = proof_of_name(&form, &mark.name, within).or_else(|| {
                    // The only row of the indicator that it was dropped on.
                    let id = within?;
                    let is_one = form.evidence.get(&id).is_some_and(|rows| rows.len() == 1);
                    is_one.then_some((id, 0))
                });
                // The view may be gone by now.
                let _ = self.all.try_update(|all| all.push(Arrived { mark, to }));
            }
            let said = match failed.is_empty() {
                true => String::new(),
                false => [words::NOT_READ, &failed.join("、")].concat(),
            };
            let _ = self.said.try_set(said);
        });
    }

    /// Files what has a row, and lets go of the rest.
    fn keep(self) {
        let all = self.all.get_untracked();
        let count = all.iter().filter(|one| one.to.is_some()).count();
        file(self.app, |filing| {
            for one in all {
                if let Some((id, row)) = one.to {
                    let mut filed = filing.get(id, row).cloned().unwrap_or_default();
                    filed.add(one.mark);
                    filing.set(id, row, filed);
                }
            }
        });
        self.all.set(Vec::new());
        self.app.tell(words::kept(count), false);
        browser::keep_focus(&["#main"]);
    }
}

/// The files that wait, each with the row that it goes to.
#[component]
pub fn Pending() -> impl IntoView {
    let arrivals: Arrivals = expect_context();
    let all = arrivals.all;
    view! {
        <When is=Signal::derive(move || !all.with(Vec::is_empty))>
            <section data-pending>
                <h2>{words::PENDING}</h2>
                <div class="table" tabindex="0" role="region" aria-label=words::PENDING>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{words::FILE}</th>
                                <th scope="col">{words::BELONGS}</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For
                                each=move || 0..all.with(Vec::len)
                                key=|at| *at
                                children=move |at| view! { <PendingRow at=at /> }
                            />
                        </tbody>
                    </table>
                </div>
                <p class="takeaway">
                    <ActionButton
                        action="keep-files"
                        label=words::KEEP
                        look="primary"
                        press=move |()| arrivals.keep()
                    />
                    <ActionButton
                        action="drop-files"
                        label=words::DROP
                        press=move |()| all.set(Vec::new())
                    />
                </p>
            </section>
        </When>
    }
}

#[component]
fn PendingRow(
    /// The position of the file.
    at: usize,
) -> impl IntoView {
    let arrivals: Arrivals = expect_context();
    let all = arrivals.all;
    let one = Memo::new(move |_| all.with(|all| all.get(at).cloned()));
    let name = Signal::derive(move || {
        one.with(|one| one.as_ref().map(|one| words::file(&one.mark)).unwrap_or_default())
    });
    let rows = use_app().form.with_untracked(|form| {
        let each =
            form.evidence.iter().flat_map(|(id, rows)| (0..rows.len()).map(|row| (*id, row)));
        each.map(|proof| (proof, words::proof(form, proof))).collect::<Vec<_>>()
    });
    let proofs: Vec<Proof> = rows.iter().map(|(proof, _)| *proof).collect();
    let chosen = Memo::new(move |_| one.with(|one| one.as_ref().and_then(|one| one.to)));
    let options = rows
        .into_iter()
        .enumerate()
        .map(|(place, (proof, label))| {
            view! {
                <option
                    value=place.to_string()
                    selected=move || chosen.get() == Some(proof)
                >
                    {label}
                </option>
            }
        })
        .collect_view();
    let choose = move |value: String| {
        let to = value.parse::<usize>().ok().and_then(|place| proofs.get(place).copied());
        all.update(|all| {
            if let Some(one) = all.get_mut(at) {
                one.to = to;
            }
        });
    };
    view! {
        <tr data-file=at.to_string()>
            <th scope="row">{name}</th>
            <td>
                <select
                    aria-label=move || page::named(words::BELONGS, &name.get())
                    on:change:target=move |event| choose(event.target().value())
                >
                    <option value="" selected=move || chosen.get().is_none()>
                        {words::NONE}
                    </option>
                    {options}
                </select>
            </td>
        </tr>
    }
}
