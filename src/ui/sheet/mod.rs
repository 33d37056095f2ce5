//! The scoring table (打分表): filters, rows, and the pane of one indicator beside them.

mod filters;
mod head;
mod row;
mod selection;
mod state_cell;
mod table;

use super::context::use_app;
use super::indicator::Pane;
use crate::session::View;
pub use filters::Filters;
use leptos::prelude::*;
use selection::SelectionBar;
pub use table::{SheetTable, shown_lines};

/// The view of the scoring table.
#[component]
pub fn Sheet() -> impl IntoView {
    let app = use_app();
    let open = Memo::new(move |_| app.address.with(|address| address.open.clone()));
    let chosen = RwSignal::new(Vec::new());
    let lines = shown_lines(app);
    view! {
        <main
            id="main"
            class="sheet"
            tabindex="-1"
            data-view=View::Fill.name()
            class:with-pane=move || open.with(Option::is_some)
        >
            <section class="sheet-list" aria-label=crate::text::sheet::TABLE>
                <Filters />
                <SelectionBar chosen />
                <SheetTable chosen lines />
            </section>
            <Pane open lines />
        </main>
    }
}
