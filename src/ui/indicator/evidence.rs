//! The rows of evidence (佐证材料) of an indicator, one document a row.

use super::fold::Fold;
use super::options::Check;
use super::rows::focus_after_removal;
use crate::rulebook::IndicatorId;
use crate::session::{EvidencePart, Slot};
use crate::text::{page, sheet as words};
use crate::ui::browser;
use crate::ui::context::{PasteInto, use_app};
use crate::ui::later;
use crate::ui::parts::{ActionButton, TextBox, When};
use leptos::prelude::*;
use web_sys::ClipboardEvent;

/// How many rows are drawn at first, and how many more each time.
const SOME: usize = 30;

/// What a cell is called.
fn label(part: EvidencePart) -> &'static str {
    match part {
        EvidencePart::Title => page::EVIDENCE_TITLE,
        EvidencePart::Number => page::EVIDENCE_NUMBER,
        EvidencePart::Date => page::EVIDENCE_DATE,
        EvidencePart::Place => page::EVIDENCE_PLACE,
    }
}

/// The rows, folded while there are none.
#[component]
pub fn EvidenceFold(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    // A row that is only being begun is no part of the form yet.
    let begun = RwSignal::new(0usize);
    let drawn = RwSignal::new(SOME);
    let kept = Memo::new(move |_| app.session.with(|session| session.evidence_rows(id)));
    let count = Memo::new(move |_| kept.get().max(begun.get()));
    let status = Memo::new(move |_| {
        app.standings
            .with(|all| all.get(usize::from(id.0)).map(words::evidence_status).unwrap_or_default())
    });
    let add = move || {
        let row = kept.get_untracked();
        begun.set(row + 1);
        drawn.update(|drawn| *drawn = (*drawn).max(row + 1));
        browser::focus_soon(format!("[data-evidence] [data-row='{row}'] [data-part=title]"));
    };
    let paste = move |event: ClipboardEvent| {
        let part = browser::part_of(&event);
        let start = EvidencePart::ALL.into_iter().find(|one| part.as_deref() == Some(one.name()));
        let start = start.unwrap_or(EvidencePart::Title);
        later::paste_into(app, &event, PasteInto::Evidence(id, start));
    };
    let number = app.rulebook()[id].id;
    view! {
        <Fold
            class="evidence"
            title=page::EVIDENCE
            status
            open=kept.get_untracked() != 0
        >
            <div
                data-evidence
                role="group"
                aria-label=page::named(page::EVIDENCE, number)
                on:paste=paste
            >
                <For
                    each=move || 0..count.get().min(drawn.get())
                    key=|row| *row
                    children=move |row| view! { <EvidenceRow id row begun /> }
                />
                <When is=Signal::derive(move || { count.get() > drawn.get() })>
                    <ActionButton
                        action="more-rows"
                        label=Signal::derive(move || {
                            words::more_rows(count.get().saturating_sub(drawn.get()))
                        })
                        press=move |()| drawn.update(|drawn| *drawn += SOME)
                    />
                </When>
                <When is=Signal::derive(move || !app.locked.get())>
                    <ActionButton
                        action="row-add"
                        look="quiet"
                        label=page::EVIDENCE_ADD
                        press=move |()| add()
                    />
                    <p class="hint">{page::PASTE_ROWS}</p>
                    <ActionButton
                        action="filing"
                        look="quiet"
                        label=crate::text::filing::FILING
                        press=move |()| app.show(crate::session::View::Filing)
                    />
                </When>
            </div>
        </Fold>
    }
}

/// One row, by its position.
#[component]
fn EvidenceRow(
    /// The indicator.
    id: IndicatorId,
    /// The position of the row.
    row: usize,
    /// How many rows there are with those that are only begun.
    begun: RwSignal<usize>,
) -> impl IntoView {
    let app = use_app();
    let number = row + 1;
    let cells = EvidencePart::ALL
        .into_iter()
        .map(|part| {
            view! {
                <label class=part.name()>
                    {label(part)}
                    <TextBox
                        holds=Slot::Evidence(id, row, part)
                        name=page::cell(label(part), number)
                    />
                </label>
            }
        })
        .collect_view();
    // None for a row that is only begun: there is nothing to tick yet.
    let kept = Memo::new(move |_| {
        app.form.with(|form| {
            let row = form.evidence.get(&id).and_then(|rows| rows.get(row));
            row.map(|row| row.ready == Some(true))
        })
    });
    let can_tick = Memo::new(move |_| kept.get().is_some() && !app.locked.get());
    let remove = move || {
        begun.set(0);
        app.update(|session| session.remove_evidence(id, row));
        focus_after_removal(".pane [data-evidence]", row);
    };
    view! {
        <div class="row" data-row=row.to_string()>
            {cells} <span data-part="ready">
                <Check
                    value="ready"
                    label=page::EVIDENCE_READY
                    name=page::cell(page::EVIDENCE_READY, number)
                    is=Signal::derive(move || kept.get() == Some(true))
                    enabled=can_tick
                    toggle=move |on| app.update(|session| session.set_ready(id, row, on))
                />
            </span>
            <ActionButton
                action="row-remove"
                look="quiet"
                label=page::ROW_REMOVE
                name=page::remove_row(number)
                enabled=Signal::derive(move || !app.locked.get())
                press=move |()| remove()
            />
        </div>
    }
}
