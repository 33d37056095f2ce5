//! Printing, copying, saving.

use super::Source;
use crate::desk::Desk;
use crate::text::table::Table;
use crate::text::{page, report as words};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::ActionButton;
use leptos::prelude::*;
use words::supposed;

/// The buttons, and what came of them.
#[component]
pub fn WaysOut(
    /// What the report is of.
    source: Source,
) -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new("");
    let tell = move |copied: bool, words: &'static str| {
        said.set(if copied { words } else { page::TABLE_NOT_COPIED });
    };
    let summary = move |()| {
        let text = untrack(|| source.desk(words::summary));
        let text = match source.scenario.get_untracked() {
            Some(name) => supposed::message(&text, &name),
            None => text,
        };
        tell(browser::copy(&text, None), words::SUMMARY_COPIED);
    };
    let table = move |()| {
        let table = table_of(source, words::scoring_table);
        tell(browser::copy(&table.plain(), Some(&table.html())), page::TABLE_COPIED);
    };
    let csv = move |()| {
        let what = match source.scenario.get_untracked() {
            Some(name) => supposed::file_part(words::TABLE, &name),
            None => words::TABLE.to_owned(),
        };
        let name = untrack(|| source.desk(|desk| words::file_name(desk, &what, "csv")));
        browser::download(&name, "text/csv", &table_of(source, words::whole_table).csv());
    };
    let file = move |()| {
        let (name, form) = untrack(|| {
            source.desk(|desk| (words::file_name(desk, "", "qiangxian.json"), desk.form.clone()))
        });
        app.hand_out(&name, &form);
    };
    view! {
        <p class="takeaway">
            <ActionButton
                action="print-report"
                label=words::PRINT
                press=|()| browser::print()
            />
            <ActionButton action="copy-summary" label=words::COPY_SUMMARY press=summary />
            <ActionButton action="copy-table" label=page::COPY_TABLE press=table />
            <ActionButton action="csv" label=words::SAVE_CSV press=csv />
            <ActionButton action="save-form" label=words::SAVE_FORM press=file />
            <span role="status">{said}</span>
        </p>
    }
}

/// A table of the report; a scenario's carries its mark.
fn table_of(source: Source, make: fn(&Desk) -> Table) -> Table {
    let table = untrack(|| source.desk(make));
    match source.scenario.get_untracked() {
        Some(name) => supposed::table(table, &name),
        None => table,
    }
}
