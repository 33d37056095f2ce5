//! The self-assessment report: made for paper, and the ways out of the page.

use super::page_of;
use crate::desk::{self, Desk};
use crate::form::{self, EventKind};
use crate::rulebook::Kind;
use crate::text::{page, report as words};
use crate::ui::dom::{El, button, checked, classed, el, value};
use crate::ui::parts::report::{PARTS, report};
use crate::ui::platform;
use crate::ui::session::Session;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::workbook;
use leptos::prelude::untrack;
use wasm_bindgen_futures::spawn_local;

/// The view.
pub fn report_page(session: Session) -> El {
    // A bit for each part that is left out.
    let left_out = State::new(0u8);
    let checklist = session.rulebook_now().kind == Kind::Checklist;
    let choices = PARTS.iter().enumerate().map(|(at, part)| {
        let bit = 1u8 << at;
        el("label")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .attr("checked", "")
                    .attr("data-part", part.name)
                    .on("change", move |event| {
                        left_out.update(|out| {
                            *out = if checked(&event) { *out & !bit } else { *out | bit }
                        });
                    }),
            )
            .text(if checklist { part.title_of_tasks } else { part.title })
    });
    let choices =
        classed("fieldset", "include").child(el("legend").text(words::CONTENTS)).children(choices);
    let paper = classed("article", "paper").dynamic(move || {
        let scenario = session.scenario.get();
        session.desk(|desk| report(desk, scenario, left_out)).unwrap_or_default()
    });
    let hint = classed("p", "hint").text(words::HINT);
    page_of(
        session,
        View::Report,
        page::REPORT,
        [hint, choices, ways_out(session), spreadsheet(session), paper],
    )
}

/// Printing, copying, saving.
fn ways_out(session: Session) -> El {
    let said = State::new("");
    let tell = move |copied: bool, words: &'static str| {
        said.set(if copied { words } else { page::TABLE_NOT_COPIED });
    };
    let with = move |act: &dyn Fn(&Desk)| {
        let _ = untrack(|| session.desk(|desk| act(desk)));
    };
    let print = button("print-report", words::PRINT, |_| platform::print());
    let summary = button("copy-summary", words::COPY_SUMMARY, move |_| {
        with(&|desk| tell(platform::copy(&words::summary(desk), None), words::SUMMARY_COPIED));
    });
    let table = button("copy-table", page::COPY_TABLE, move |_| {
        with(&|desk| {
            let table = words::paper_table(desk);
            tell(platform::copy(&table.plain(), Some(&table.html())), page::TABLE_COPIED);
        });
    });
    let csv = button("csv", words::SAVE_CSV, move |_| {
        with(&|desk| {
            let name = words::file_name(desk, words::TABLE, "csv");
            platform::download(&name, "text/csv", &words::whole_table(desk).csv());
        });
    });
    let file = button("save-form", words::SAVE_FORM, move |_| {
        with(&|desk| {
            let name = words::file_name(desk, "", "qiangxian.json");
            platform::download(&name, page::JSON, &form::write(desk.form));
        });
    });
    classed("p", "takeaway")
        .child(print.class("primary"))
        .children([summary, table, csv, file])
        .child(el("span").attr("role", "status").text_of(move || said.get().to_owned()))
}

/// The workbook, for all units or one of them.
fn spreadsheet(session: Session) -> El {
    let said = State::new(String::new());
    let chosen = State::new(String::new());
    let mut units: Vec<&'static str> = Vec::new();
    for indicator in session.rulebook_now().indicators {
        for (name, _) in desk::units(indicator) {
            if !units.contains(&name) {
                units.push(name);
            }
        }
    }
    let option = |value: &str, label: &str| el("option").attr("value", value).text(label);
    let options = units.iter().map(|name| option(name, name));
    let select = el("select")
        .attr("data-unit", "")
        .child(option("", words::FOR_ALL))
        .children(options)
        .on("change", move |event| chosen.set(value(&event)));
    let save = button("workbook", words::SAVE_WORKBOOK, move |_| {
        let unit = chosen.get_untracked();
        session
            .record(EventKind::Sliced, if unit.is_empty() { words::FOR_ALL_UNITS } else { &unit });
        // The form's id must be found again when a unit's sheet comes back.
        session.flush_always();
        let (form, id) = (session.form.get_untracked(), session.id.get_untracked());
        said.set(words::PREPARING.to_owned());
        spawn_local(async move {
            let made = workbook::workbook(&form::write(&form), &unit, &id).await;
            said.set(match made {
                Ok(bytes) => {
                    let what = if unit.is_empty() { words::WORKBOOK } else { &unit };
                    let day = platform::day(platform::now());
                    let name = page::file_named(&form, what, &day, "xlsx");
                    platform::hand_out(&name, workbook::WORKBOOK, &bytes);
                    words::SAVED.to_owned()
                }
                Err(reason) => reason,
            });
        });
    });
    el("div")
        .class("workbook")
        .child(
            classed("p", "takeaway")
                .child(el("label").text(words::WORKBOOK_FOR).child(select))
                .child(save)
                .child(el("span").attr("role", "status").text_of(move || said.get())),
        )
        .child(classed("p", "hint").text(words::WORKBOOK_HINT))
}
