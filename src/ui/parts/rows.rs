//! Rows of a list field: one honour a row.

use super::field::{control_id, hint};
use super::figure::{Typed, text_input, typed_box};
use super::options::checkbox;
use crate::form::{Case, typed};
use crate::rulebook::{Answer, FieldId, Row};
use crate::text::page;
use crate::ui::dom::{El, button, classed, el, memo, value};
use crate::ui::platform;
use crate::ui::session::Session;
use leptos::prelude::*;
use std::rc::Rc;

/// The rows of a list field.
pub fn rows(session: Session, id: FieldId) -> El {
    let field = &session.rulebook_now()[id];
    let control = control_id(field.id);
    let place = session.place_of(id);
    let count = memo(move || session.see(place, |_, now| rows_of(&now.case, id).map(<[Row]>::len)));
    let titles = field.suggestions.iter().map(|title| el("option").attr("value", title));
    let add = button("row-add", page::ROW_ADD, move |_| {
        change(session, id, |rows| rows.push(Row::default()));
        session.seal();
        let at = count.get_untracked().unwrap_or(1).saturating_sub(1);
        let cell = cell_id(session.rulebook_now()[id].id, at, "title");
        session.with_rest(|_| platform::reveal_soon(cell));
    });
    let none = checkbox(
        "none-of-these",
        page::NO_ROWS,
        move || count.get() == Some(0),
        move |on| {
            session.answer_once(id, on.then(|| Answer::Rows(Vec::new())));
        },
    );
    classed("fieldset", "field list")
        .attr("data-field", field.id)
        .attr("id", &control)
        .child(el("legend").text(field.label))
        .children(hint(field, &format!("{control}-hint")))
        .child(el("datalist").attr("id", &format!("{control}-titles")).children(titles))
        .child(el("div").dynamic(move || {
            let count = count.get().unwrap_or(0);
            let Some(rest) = (if count > 0 { session.rest() } else { None }) else {
                return Vec::new();
            };
            untrack(|| (0..count).map(|at| (rest.row)(session, id, at)).collect())
        }))
        .child(
            classed("div", "choices").child(add).child(
                classed("span", "none")
                    .child(none)
                    .hidden_while(move || count.get().is_some_and(|n| n > 0)),
            ),
        )
}

/// One row of a list field.
pub fn row(session: Session, id: FieldId, at: usize) -> El {
    let field = &session.rulebook_now()[id];
    let year_id = cell_id(field.id, at, "year");
    let year = typed_box(
        session,
        text_input("numeric").attr("data-part", "year"),
        &year_id,
        Typed {
            place: session.place_of(id),
            slot: format!("{}[{at}].year", field.id),
            value: Rc::new(move || {
                cell(session, id, at, |row| row.year.map(|y| y.to_string()).unwrap_or_default())
            }),
            judge: Rc::new(|text| typed::year(text).map(drop)),
            take: Rc::new(move |text| {
                typed::year(text).map(|year| edit(session, id, at, |row| row.year = year))
            }),
            unit: "",
        },
    );
    let remove = button("row-remove", page::ROW_REMOVE, move |_| {
        change(session, id, |rows| {
            if at < rows.len() {
                rows.remove(at);
            }
        });
        // Half-typed years belong to places, and these have moved.
        let places = format!("{}[", session.rulebook_now()[id].id);
        session.drop_drafts(|slot| slot.starts_with(&places));
        session.seal();
    })
    .attr("aria-label", &page::remove_row(at + 1));
    let list = format!("{}-titles", control_id(field.id));
    let title = text_cell(session, id, at, "title", page::TITLE).attr("list", &list);
    let recipient = text_cell(session, id, at, "recipient", page::RECIPIENT);
    classed("div", "row")
        .attr("data-row", &at.to_string())
        .child(labelled("title", page::TITLE, title))
        .child(labelled("recipient", page::RECIPIENT, recipient))
        .child(labelled("level", page::LEVEL, level_cell(session, id, at)))
        .child(labelled("year", page::ROW_YEAR, year.input))
        .child(remove)
        .child(year.message)
}

fn labelled(class: &str, label: &str, control: El) -> El {
    classed("label", class).text(label).child(control)
}

fn text_cell(session: Session, id: FieldId, at: usize, part: &'static str, label: &str) -> El {
    let is_title = part == "title";
    text_input("text")
        .attr("id", &cell_id(session.rulebook_now()[id].id, at, part))
        .attr("data-part", part)
        .attr("autocomplete", "off")
        .attr("aria-label", &page::cell(label, at + 1))
        .value_of(move || {
            cell(session, id, at, |row| if is_title { &row.title } else { &row.recipient }.clone())
        })
        .on("input", move |event| {
            let text = value(&event);
            edit(session, id, at, |row| {
                *(if is_title { &mut row.title } else { &mut row.recipient }) = text;
            });
        })
        .on("blur", move |_| session.seal())
}

fn level_cell(session: Session, id: FieldId, at: usize) -> El {
    let field = &session.rulebook_now()[id];
    let options = field.options.iter().map(|o| el("option").attr("value", o.id).text(o.label));
    el("select")
        .attr("data-part", "level")
        .attr("aria-label", &page::cell(page::LEVEL, at + 1))
        .child(el("option").attr("value", "").text(page::CHOOSE))
        .children(options)
        .value_of(move || {
            cell(session, id, at, |row| {
                let option = row.level.and_then(|l| field.options.get(usize::from(l)));
                option.map(|o| o.id.to_string()).unwrap_or_default()
            })
        })
        .on("change", move |event| {
            let id_chosen = value(&event);
            let mut options = field.options.iter().zip(0u8..);
            let level = options.find(|(o, _)| o.id == id_chosen).map(|(_, at)| at);
            edit(session, id, at, |row| row.level = level);
            session.seal();
        })
}

fn cell_id(field: &str, at: usize, part: &str) -> String {
    format!("{}-{at}-{part}", control_id(field))
}

/// A cell's text as it stands.
fn cell(session: Session, id: FieldId, at: usize, part: impl Fn(&Row) -> String) -> String {
    session.see(session.place_of(id), |_, now| {
        rows_of(&now.case, id).and_then(|rows| rows.get(at)).map(part).unwrap_or_default()
    })
}

fn rows_of(case: &Case, id: FieldId) -> Option<&[Row]> {
    match case.answers.get(id) {
        Some(Answer::Rows(rows)) => Some(rows),
        _ => None,
    }
}

/// Changes one row.
fn edit(session: Session, id: FieldId, at: usize, change: impl FnOnce(&mut Row)) {
    self::change(session, id, |rows| {
        if let Some(row) = rows.get_mut(at) {
            change(row);
        }
    });
}

/// Changes the rows; without any the question is open again.
fn change(session: Session, id: FieldId, change: impl FnOnce(&mut Vec<Row>)) {
    let mut rows =
        session.present.with_untracked(|now| rows_of(&now.case, id).unwrap_or_default().to_vec());
    change(&mut rows);
    session.answer(id, (!rows.is_empty()).then_some(Answer::Rows(rows)));
}
