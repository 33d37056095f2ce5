//! What proves an indicator (佐证材料), and a note on it.

use crate::form::{Evidence, Form};
use crate::rulebook::IndicatorId;
use crate::text::page;
use crate::ui::dom::{El, button, classed, el, memo};
use crate::ui::platform;
use crate::ui::present::Block;
use crate::ui::session::{Edited, Session};
use crate::ui::state::State;
use leptos::prelude::*;

/// The text cells of a row, by their names in `data-part`.
pub const PARTS: [(&str, &str); 4] = [
    ("title", page::EVIDENCE_TITLE),
    ("number", page::EVIDENCE_NUMBER),
    ("date", page::EVIDENCE_DATE),
    ("place", page::EVIDENCE_PLACE),
];

/// A note of the user's own.
pub fn note(session: Session, id: IndicatorId) -> El {
    let place = Block::of(id);
    let input = el("textarea")
        .attr("rows", "1")
        .attr("data-note", "")
        .attr("placeholder", page::NOTE_HINT)
        .value_of(move || {
            session.see(place, |form, _| form.notes.get(&id).cloned().unwrap_or_default())
        })
        .on("input", move |event| {
            let text = crate::ui::dom::value(&event);
            session.edit(Some(Edited::Note(id)), |form| {
                if text.trim().is_empty() {
                    form.notes.remove(&id);
                } else {
                    form.notes.insert(id, text);
                }
            });
        })
        .on("blur", move |_| session.seal());
    classed("label", "note").text(page::NOTE).child(input)
}

/// The rows of evidence of an indicator.
pub fn evidence(session: Session, id: IndicatorId) -> El {
    let place = Block::of(id);
    // A row that is only being begun is no part of the form yet.
    let begun = State::new(0);
    let count = memo(move || {
        let (rows, waits) = session.see(place, |form, _| {
            let rows = rows_of(form, id).len();
            (rows, waits(session, id, rows))
        });
        Some(begun.get().max(rows + usize::from(waits)))
    });
    let add = button("row-add", page::EVIDENCE_ADD, move |_| {
        let rows = session.form.with_untracked(|form| rows_of(form, id).len());
        begun.set(rows + 1);
        let cell = cell_id(session, id, rows, PARTS[0].0);
        session.with_rest(|_| platform::reveal_soon(cell));
    });
    let list = el("div").dynamic(move || {
        let count = count.get().unwrap_or(0);
        let rest = if count > 0 { session.rest() } else { None };
        untrack(|| rest.map(|rest| (rest.evidence)(session, id, count, begun))).unwrap_or_default()
    });
    classed("fieldset", "evidence")
        .attr("data-evidence", "")
        .child(el("legend").text(page::EVIDENCE))
        .child(list)
        .child(add.class("clear"))
}

/// The rows of an indicator in the form.
pub fn rows_of(form: &Form, id: IndicatorId) -> &[Evidence] {
    form.evidence.get(&id).map(Vec::as_slice).unwrap_or_default()
}

/// The place of a cell whose text is no value yet.
pub fn slot(session: Session, id: IndicatorId, at: usize, part: &str) -> String {
    format!("evidence:{}[{at}].{part}", session.rulebook_now()[id].id)
}

/// The id of a cell in the page.
pub fn cell_id(session: Session, id: IndicatorId, at: usize, part: &str) -> String {
    format!("evidence-{}-{at}-{part}", session.rulebook_now()[id].id)
}

/// Whether something waits in a row that is no part of the form yet.
fn waits(session: Session, id: IndicatorId, at: usize) -> bool {
    let slots = slot(session, id, at, "");
    session.drafts.with_untracked(|drafts| drafts.iter().any(|(slot, _)| slot.starts_with(&slots)))
}
