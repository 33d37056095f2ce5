//! A table of texts in the page, and taking it elsewhere.

use super::button::ActionButton;
use crate::text::page;
use crate::text::table::Table;
use crate::ui::browser;
use leptos::prelude::*;

/// What may stand in a cell in place of its text, by row and column.
pub type Cell = Box<dyn Fn(usize, usize) -> Option<AnyView>>;

/// A table as it stands. Wide ones scroll by themselves, with the keyboard too.
#[component]
pub fn TextTable(
    /// The texts.
    table: Table,
    /// Puts something else than its text into a place.
    #[prop(optional)]
    cell: Option<Cell>,
) -> impl IntoView {
    let cell = cell.unwrap_or_else(|| Box::new(|_, _| None));
    let head =
        table.head.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }).collect_view();
    let rows = table
        .rows
        .iter()
        .enumerate()
        .map(|(row, cells)| {
            let cells = cells
                .iter()
                .enumerate()
                .map(|(column, text)| {
                    let inner = cell(row, column).unwrap_or_else(|| text.clone().into_any());
                    match column {
                        0 => view! { <th scope="row">{inner}</th> }.into_any(),
                        _ => view! { <td>{inner}</td> }.into_any(),
                    }
                })
                .collect_view();
            // A row that stands for a group, or for the whole.
            let class = table.bands.contains(&row).then_some("band");
            view! { <tr class=class>{cells}</tr> }
        })
        .collect_view();
    let name = table.title.clone();
    view! {
        <div class="table" tabindex="0" role="region" aria-label=name>
            <table>
                <caption>{table.title}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Copies a table for Word or WPS, or as a message, or saves it for a spreadsheet.
#[component]
pub fn Takeaway(
    /// Makes the table when it is asked for.
    #[prop(into)]
    make: Callback<(), Table>,
) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move |rich: bool| {
        let table = make.run(());
        let html = rich.then(|| table.html());
        let copied = browser::copy(&table.plain(), html.as_deref());
        said.set(if copied { page::TABLE_COPIED } else { page::TABLE_NOT_COPIED });
    };
    let save = move || {
        let table = make.run(());
        let name = page::table_name(&table.title, &browser::today_text());
        browser::download(&name, "text/csv", &table.csv());
    };
    view! {
        <p class="takeaway">
            <ActionButton action="copy-table" label=page::COPY_TABLE press=move |()| copy(true) />
            <ActionButton action="copy-text" label=page::COPY_TEXT press=move |()| copy(false) />
            <ActionButton action="csv" label=page::SAVE_CSV press=move |()| save() />
            <span role="status">{said}</span>
        </p>
    }
}
