//! What proves an indicator (佐证材料), and a note on it.

use super::figure::{Typed, text_input, typed_box};
use super::options::{check_input, labelled};
use crate::form::typed::{self, TypedFault};
use crate::form::{Evidence, Form};
use crate::rulebook::IndicatorId;
use crate::text::page;
use crate::ui::dom::{El, button, classed, el, memo};
use crate::ui::platform;
use crate::ui::present::Block;
use crate::ui::session::{Edited, Session};
use crate::ui::state::State;
use leptos::prelude::*;
use std::rc::Rc;

/// The text cells of a row, by their names in `data-part`.
const PARTS: [(&str, &str); 4] = [
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
            let rows = rows(form, id).len();
            (rows, waits(session, id, rows))
        });
        Some(begun.get().max(rows + usize::from(waits)))
    });
    let add = button("row-add", page::EVIDENCE_ADD, move |_| {
        let rows = session.form.with_untracked(|form| rows(form, id).len());
        begun.set(rows + 1);
        platform::reveal_soon(cell_id(session, id, rows, PARTS[0].0));
    });
    let remove = move |at: usize| {
        let slots = slot(session, id, at, "");
        session.edit(None, |form| {
            let Some(rows) = form.evidence.get(&id) else { return };
            let kept = rows.iter().enumerate().filter(|(place, _)| *place != at);
            let kept: Vec<Evidence> = kept.map(|(_, row)| row.clone()).collect();
            if kept.is_empty() {
                form.evidence.remove(&id);
            } else {
                form.evidence.insert(id, kept);
            }
        });
        session.drop_drafts(|slot| slot.starts_with(&slots));
        close_up(session, id, at);
        begun.set(0);
    };
    let list = el("div").dynamic(move || {
        let count = count.get().unwrap_or(0);
        untrack(|| (0..count).map(|at| row(session, id, at, remove)).collect())
    });
    classed("fieldset", "evidence")
        .attr("data-evidence", "")
        .child(el("legend").text(page::EVIDENCE))
        .child(list)
        .child(add.class("clear"))
}

fn row(session: Session, id: IndicatorId, at: usize, remove: impl Fn(usize) + 'static) -> El {
    let mut messages = Vec::new();
    let mut cells = Vec::new();
    for (part, (name, label)) in PARTS.into_iter().enumerate() {
        let typed = Typed {
            place: Block::of(id),
            slot: slot(session, id, at, name),
            value: Rc::new(move || {
                let form = |form: &Form| rows(form, id).get(at).map(|row| written(row, part));
                session.form.with_untracked(form).unwrap_or_default()
            }),
            judge: Rc::new(move |text| judge(session, id, at, part, text)),
            take: Rc::new(move |text| take(session, id, at, part, text)),
            unit: "",
        };
        let input = text_input("text")
            .attr("data-part", name)
            .attr("aria-label", &page::cell(label, at + 1));
        let wired = typed_box(session, input, &cell_id(session, id, at, name), typed);
        cells.push(classed("label", name).text(label).child(wired.input));
        messages.push(wired.message);
    }
    let is_ready = move || {
        session.see(Block::of(id), |form, _| {
            rows(form, id).get(at).is_some_and(|row| row.ready == Some(true))
        })
    };
    let ready = check_input("ready", move |on| change(session, id, at, |row| row.ready = Some(on)))
        .attr("data-part", "ready")
        .checked_of(is_ready);
    let ready = labelled(ready, page::EVIDENCE_READY);
    let remove = button("row-remove", page::ROW_REMOVE, move |_| remove(at))
        .attr("aria-label", &page::remove_row(at + 1));
    classed("div", "row")
        .attr("data-row", &at.to_string())
        .children(cells)
        .child(ready)
        .child(remove)
        .children(messages)
}

fn rows(form: &Form, id: IndicatorId) -> &[Evidence] {
    form.evidence.get(&id).map(Vec::as_slice).unwrap_or_default()
}

fn slot(session: Session, id: IndicatorId, at: usize, part: &str) -> String {
    format!("evidence:{}[{at}].{part}", session.rulebook_now()[id].id)
}

fn cell_id(session: Session, id: IndicatorId, at: usize, part: &str) -> String {
    format!("evidence-{}-{at}-{part}", session.rulebook_now()[id].id)
}

/// What is half-typed in the rows after one that was removed moves up with them.
fn close_up(session: Session, id: IndicatorId, removed: usize) {
    let mut at = removed;
    loop {
        let next = at + 1;
        let mut some = next < session.form.with_untracked(|form| rows(form, id).len() + 1);
        for (part, _) in PARTS {
            let (here, there) = (slot(session, id, at, part), slot(session, id, next, part));
            let waiting = session.drafts.with_untracked(|drafts| drafts.get(&there).cloned());
            some |= waiting.is_some();
            if waiting.is_some() {
                session.draft(Block::of(id), &there, None);
                session.draft(Block::of(id), &here, waiting);
            }
        }
        if !some {
            return;
        }
        at = next;
    }
}

/// Whether something waits in a row that is no part of the form yet.
fn waits(session: Session, id: IndicatorId, at: usize) -> bool {
    let slots = slot(session, id, at, "");
    session.drafts.with_untracked(|drafts| drafts.iter().any(|(slot, _)| slot.starts_with(&slots)))
}

fn written(row: &Evidence, part: usize) -> String {
    match part {
        0 => Some(row.title.clone()),
        1 => row.number.clone(),
        2 => row.date.clone(),
        _ => row.place.clone(),
    }
    .unwrap_or_default()
}

fn judge(
    session: Session,
    id: IndicatorId,
    at: usize,
    part: usize,
    text: &str,
) -> Result<(), TypedFault> {
    if part == 2 {
        typed::date(text)?;
    }
    let blank = text.trim().is_empty();
    let there = session.form.with_untracked(|form| at < rows(form, id).len());
    match (part, there) {
        (0, true) if blank => Err(TypedFault::Title),
        (0, _) | (_, true) => Ok(()),
        _ if blank => Ok(()),
        _ => Err(TypedFault::Title),
    }
}

/// Takes a cell; a row enters the form with its title, and takes along what
/// waits in its other cells.
fn take(
    session: Session,
    id: IndicatorId,
    at: usize,
    part: usize,
    text: &str,
) -> Result<(), TypedFault> {
    judge(session, id, at, part, text)?;
    let there = session.form.with_untracked(|form| at < rows(form, id).len());
    if there {
        change(session, id, at, |row| set(row, part, text));
        return Ok(());
    }
    if part != 0 || text.trim().is_empty() {
        return Ok(());
    }
    let mut row = Evidence::default();
    set(&mut row, 0, text);
    for (part, (name, _)) in PARTS.into_iter().enumerate().skip(1) {
        let slot = slot(session, id, at, name);
        let waiting = session.drafts.with_untracked(|drafts| drafts.get(&slot).cloned());
        if let Some(text) = waiting
            && (part != 2 || typed::date(&text).is_ok())
        {
            set(&mut row, part, &text);
            session.draft(Block::of(id), &slot, None);
        }
    }
    session.edit(Some(Edited::Evidence(id)), |form| {
        let mut all = rows(form, id).to_vec();
        all.push(row);
        form.evidence.insert(id, all);
    });
    Ok(())
}

fn set(row: &mut Evidence, part: usize, text: &str) {
    let text = (!text.trim().is_empty()).then(|| text.to_owned());
    match part {
        0 => row.title = text.unwrap_or_default(),
        1 => row.number = text,
        2 => row.date = text.and_then(|text| typed::date(&text).ok().flatten()),
        _ => row.place = text,
    }
}

fn change(session: Session, id: IndicatorId, at: usize, change: impl FnOnce(&mut Evidence)) {
    session.edit(Some(Edited::Evidence(id)), |form| {
        let mut all = rows(form, id).to_vec();
        if let Some(row) = all.get_mut(at) {
            change(row);
            form.evidence.insert(id, all);
        }
    });
}
