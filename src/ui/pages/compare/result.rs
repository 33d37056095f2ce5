//! The comparison: the table, taking it elsewhere, and a waterfall a column.

use super::Beside;
use super::sheet::Sheet;
use super::waterfall::Waterfall;
use crate::score::parts;
use crate::session::Column;
use crate::text::compare::comparison_table;
use crate::text::scenario as words;
use crate::text::table::Table;
use crate::ui::context::use_app;
use crate::ui::parts::Takeaway;
use leptos::prelude::*;

/// What is chosen beside the baseline.
#[component]
pub fn Comparison(
    /// What stands beside the baseline.
    beside: Beside,
) -> impl IntoView {
    let app = use_app();
    let is_any = Memo::new(move |_| beside.columns.with(|all| !all.is_empty()));
    let make = move |()| -> Table {
        let everything = beside.everything.get_untracked();
        app.form.with_untracked(|form| {
            beside.columns.with_untracked(|columns| {
                let all: Vec<_> = columns.iter().map(|column| &column.comparison).collect();
                let parts = parts(form.edition.0, &all, everything);
                let names = columns.iter().map(column_name).zip(all).collect::<Vec<_>>();
                comparison_table(form, &names, &parts)
            })
        })
    };
    view! {
        <Show
            when=move || is_any.get()
            fallback=|| view! { <p class="hint">{words::NOTHING}</p> }
        >
            <Sheet beside=beside />
            <Takeaway make=Callback::new(make) />
            <div class="waterfalls">
                <For each=move || beside.keys() key=Clone::clone let:key>
                    <Waterfall beside=beside column=key />
                </For>
            </div>
        </Show>
    }
}

/// The name of a column; a scenario's says that it is supposed.
pub fn column_name(column: &Column) -> String {
    if column.rival.is_scenario() {
        words::supposed(&column.rival.name)
    } else {
        column.rival.name.clone()
    }
}
