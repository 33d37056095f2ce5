//! The rows of evidence with copies, pages and files.

use super::file;
use crate::desk::Proof;
use crate::form::{Filed, Form};
use crate::text::{filing as words, page};
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Fault};
use leptos::prelude::*;

/// All rows, and what is on file of rows that are gone.
#[component]
pub fn Rows(
    /// Whether anything can be changed.
    can_file: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let proofs = Memo::new(move |_| app.form.with(|form| proofs(form)));
    let lost = Memo::new(move |_| {
        let filing = app.form.with(|form| form.filing().unwrap_or_default());
        let names = filing.lost.iter().map(|(_, title, _)| title.clone());
        names.collect::<Vec<String>>().join("、")
    });
    let heads = words::HEAD.map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    view! {
        <section data-filed>
            <div class="table" tabindex="0" role="region" aria-label=words::FILING>
                <table>
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || proofs.get()
                            key=|proof| *proof
                            children=move |proof| view! { <ProofRow proof=proof can_file=can_file /> }
                        />
                    </tbody>
                </table>
            </div>
            <p class="hint" hidden=move || lost.with(String::is_empty)>
                {move || page::named(words::LOST, &lost.get())}
            </p>
        </section>
    }
}

fn proofs(form: &Form) -> Vec<Proof> {
    let rows = form.evidence.iter();
    rows.flat_map(|(id, rows)| (0..rows.len()).map(|row| (*id, row))).collect()
}

#[component]
fn ProofRow(
    /// The row of evidence.
    proof: Proof,
    /// Whether anything can be changed.
    can_file: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let (id, row) = proof;
    let number = app.form.with_untracked(|form| words::number(form, proof));
    let title = Memo::new(move |_| {
        app.form.with(|form| {
            let row = form.evidence.get(&id).and_then(|rows| rows.get(row));
            row.map(|row| row.title.clone()).unwrap_or_default()
        })
    });
    let filed = Memo::new(move |_| {
        let filing = app.form.with(|form| form.filing().unwrap_or_default());
        filing.get(id, row).cloned().unwrap_or_default()
    });
    let files = move || {
        let files = filed.with(|filed| filed.files.clone());
        files
            .into_iter()
            .map(|one| {
                let (shown, name) = (words::file(&one), one.name.clone());
                view! {
                    <li>
                        {shown}
                        " "
                        <ActionButton
                            action="remove-file"
                            label=words::REMOVE
                            look="link"
                            name=page::named(words::REMOVE, &name)
                            enabled=can_file
                            press=move |()| {
                                let name = one.name.clone();
                                file(app, |filing| {
                                    let mut filed = filed.get_untracked();
                                    filed.files.retain(|one| one.name != name);
                                    filing.set(id, row, filed);
                                });
                            }
                        />
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <tr data-proof=number.clone()>
            <th scope="row">{number.clone()}</th>
            <td>
                {title}
                {move || {
                    filed
                        .with(|filed| filed.was.as_deref().map(words::was))
                        .map(|text| view! { <p class="hint">{text}</p> })
                }}
            </td>
            <td data-name=words::COPIES>
                <Count proof=proof filed=filed of_pages=false can_file=can_file />
            </td>
            <td data-name=words::PAGES>
                <Count proof=proof filed=filed of_pages=true can_file=can_file />
            </td>
            <td>
                <ul>{files}</ul>
            </td>
        </tr>
    }
}

/// A box for copies, or pages. What is no count stays in it, with the reason under it.
#[component]
fn Count(
    /// The row of evidence.
    proof: Proof,
    /// What is on file of it.
    filed: Memo<Filed>,
    /// Whether pages are counted, not copies.
    of_pages: bool,
    /// Whether anything can be changed.
    can_file: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let (id, row) = proof;
    let name = if of_pages { words::PAGES } else { words::COPIES };
    let number = app.form.with_untracked(|form| words::number(form, proof));
    let now =
        Memo::new(move |_| filed.with(|filed| if of_pages { filed.pages } else { filed.copies }));
    let half = RwSignal::new(None::<String>);
    let text = Signal::derive(move || {
        let known = || now.get().map(|count| count.to_string());
        half.get().or_else(known).unwrap_or_default()
    });
    let type_in = move |text: String| {
        let typed = text.trim();
        let count = match typed {
            "" => Some(None),
            typed => typed.parse().ok().filter(|count| (1..=9999).contains(count)).map(Some),
        };
        let Some(count) = count else { return half.set(Some(text)) };
        half.set(None);
        if count == now.get_untracked() {
            return;
        }
        file(app, |filing| {
            let mut filed = filed.get_untracked();
            if of_pages {
                filed.pages = count;
            } else {
                filed.copies = count;
            }
            filing.set(id, row, filed);
        });
    };
    let fault = Signal::derive(move || half.get().map(|_| words::NOT_COUNT.to_owned()));
    let part = if of_pages { "pages" } else { "copies" };
    view! {
        <input
            type="text"
            inputmode="numeric"
            autocomplete="off"
            size="4"
            data-part=part
            aria-label=page::named(name, &number)
            aria-invalid=move || fault.get().map(|_| "true")
            readonly=move || !can_file.get()
            prop:value=text
            on:change:target=move |event| type_in(event.target().value())
        />
        <Fault id=format!("{part}-{number}") fault=fault />
    }
}
