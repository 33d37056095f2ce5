//! The scoring table (打分表): filters, rows, and the pane of one indicator beside them.

mod filters;
mod head;
mod printed;
mod row;
mod selection;
mod shown;
mod state_cell;
mod table;

use super::browser;
use super::context::{AppContext, Pasting, use_app};
use super::indicator::{Earlier, Pane};
use super::later;
use super::lazy::arrival;
use super::parts::When;
use crate::desk::{Only, TableLine};
use crate::rulebook::Kind;
use crate::session::View;
use crate::text::sheet as words;
pub use filters::Filters;
use leptos::{ev, html, prelude::*};
use printed::Printed;
use selection::{ChooseListed, SelectionBar};
pub use table::{SheetTable, shown_lines};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The view of the scoring table.
#[component]
pub fn Sheet() -> impl IntoView {
    let app = use_app();
    let open = Memo::new(move |_| app.address.with(|address| address.open.clone()));
    let chosen = RwSignal::new(Vec::new());
    let lines = shown_lines(app);
    let title = match app.rulebook().kind {
        Kind::Points => words::TABLE,
        Kind::Checklist => crate::text::kind::TASK_TABLE,
    };
    let is_checklist = app.rulebook().kind == Kind::Checklist;
    let rows = NodeRef::<html::Div>::new();
    keep_scroll(rows, app.scrolled);
    take_pasted(app);
    view! {
        <main
            id="main"
            class="sheet"
            tabindex="-1"
            data-view=View::Fill.name()
            class:with-pane=Signal::derive(move || open.with(Option::is_some))
        >
            <h1 class="unseen">{title}</h1>
            <section class="sheet-list" aria-label=words::TABLE>
                <Filters />
                <SelectionBar chosen />
                <GapsOut lines />
                <Earlier />
                <div class="sheet-rows" node_ref=rows>
                    {is_checklist.then(|| view! { <ChooseListed lines chosen /> })}
                    <SheetTable chosen lines />
                </div>
            </section>
            <Pane open lines />
            <Printed />
        </main>
    }
}

/// Ways to take the rows elsewhere, while they are those that miss something.
#[component]
fn GapsOut(
    /// The rows that the filter shows.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    let app = use_app();
    let is = Signal::derive(move || {
        app.address.with(|address| {
            use Only::{InProgress, Losing, NotStarted, Open, Overdue, Waiting};
            let only = address.filter.only;
            matches!(only, InProgress | Losing | NotStarted | Open | Overdue | Waiting)
        })
    });
    view! {
        <When is>
            <div class="rows-out">
                {Suspend::new(async move {
                    arrival(app.missing, || later::gaps_out(lines)).await
                })}
            </div>
        </When>
    }
}

/// Takes cells of a spreadsheet that are pasted while no box has the focus.
fn take_pasted(app: AppContext) {
    let pasted = window_event_listener(ev::paste, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_control = target.is_some_and(|element| {
            element.closest("input, textarea, select, dialog").is_ok_and(|found| found.is_some())
        });
        if let Some(text) = browser::pasted_block(&event)
            && !in_control
            && !event.default_prevented()
            && !app.locked.get_untracked()
        {
            event.prevent_default();
            app.pasting.set(Some(Pasting::Figures(text)));
        }
    });
    on_cleanup(move || pasted.remove());
}

/// Restores the scroll position of the table when the user comes back to it.
fn keep_scroll(rows: NodeRef<html::Div>, kept: StoredValue<i32>) {
    let kept_until_drawn = kept.get_value();
    request_animation_frame(move || {
        if let Some(rows) = rows.get_untracked()
            && kept_until_drawn > 0
        {
            rows.set_scroll_top(kept_until_drawn);
        }
    });
    on_cleanup(move || {
        if let Some(rows) = rows.get_untracked() {
            kept.set_value(rows.scroll_top());
        }
    });
}
