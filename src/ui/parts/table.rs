//! A table in the page, and taking it elsewhere.

use crate::text::page;
use crate::text::table::Table;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::platform;
use crate::ui::state::State;
use std::rc::Rc;

/// A table as it stands; `cell` may put something else than its text into a
/// place, by row and column.
pub fn table(table: &Table, cell: &dyn Fn(usize, usize) -> Option<El>) -> El {
    let head = table.head.iter().map(|name| el("th").attr("scope", "col").text(name));
    let rows = table.rows.iter().enumerate().map(|(row, cells)| {
        let cells = cells.iter().enumerate().map(|(column, text)| {
            let place = if column == 0 { el("th").attr("scope", "row") } else { el("td") };
            match cell(row, column) {
                Some(inner) => place.child(inner),
                None => place.text(text),
            }
        });
        el("tr").children(cells)
    });
    let whole = el("table")
        .child(el("caption").text(&table.title))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    // A wide table scrolls by itself, with the keyboard too.
    classed("div", "table").attr("tabindex", "0").child(whole)
}

/// Copies a table for Word or WPS, or as a message, or saves it for a
/// spreadsheet; the table is made when it is asked for.
pub fn takeaway(make: impl Fn() -> Table + 'static) -> El {
    let said = State::new(String::new());
    let make = Rc::new(make);
    let copy = |action: &str, label: &str, rich: bool| {
        let make = make.clone();
        button(action, label, move |_| {
            let table = make();
            let html = rich.then(|| table.html());
            let copied = platform::copy(&table.plain(), html.as_deref());
            said.set(if copied { page::TABLE_COPIED } else { page::TABLE_NOT_COPIED }.to_owned());
        })
    };
    let (table, text) =
        (copy("copy-table", page::COPY_TABLE, true), copy("copy-text", page::COPY_TEXT, false));
    let csv = button("csv", page::SAVE_CSV, move |_| {
        let table = make();
        let name = page::table_name(&table.title, &platform::day(platform::now()));
        platform::download(&name, "text/csv", &table.csv());
    });
    classed("p", "takeaway")
        .child(table)
        .child(text)
        .child(csv)
        .child(el("span").attr("role", "status").text_of(move || said.get()))
}
