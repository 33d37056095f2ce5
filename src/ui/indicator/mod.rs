//! The pane beside the table: one indicator with its fields, or the basics.

mod adjust;
mod baseline;
mod basics;
mod earlier;
mod evidence;
mod explain;
mod field;
mod figure;
mod fold;
mod item;
mod meta;
mod metric;
mod note;
mod options;
mod reading;
mod reading_choice;
mod rows;
mod walk;

use super::browser;
use super::context::{AppContext, use_app};
use crate::desk::TableLine;
use crate::session::Open;
use crate::text::sheet as words;
pub use earlier::{Earlier, earlier};
pub use evidence::EvidenceFold;
pub use explain::sentences;
pub use field::Field;
pub use figure::inputmode;
pub use metric::Metric;
pub use reading::readings;
pub use reading_choice::ReadingChoice;
pub use walk::begin;

use basics::Basics;
use item::Item;
use leptos::{ev, prelude::*};

/// What is open beside the table. On a phone it covers the whole screen.
#[component]
pub fn Pane(
    /// What is open.
    open: Memo<Option<Open>>,
    /// The rows of the table, whose order neighbours follow.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    let app = use_app();
    let year = Memo::new(move |_| app.form.with(|form| form.year));
    let content = move || match open.get() {
        None => view! { <Nothing /> }.into_any(),
        Some(Open::Basics) => view! { <Basics /> }.into_any(),
        Some(Open::Indicator(number)) => match app.rulebook().indicator(&number) {
            Some(id) => {
                // Labels and hints name the years of the form.
                year.get();
                view! { <Item id lines /> }.into_any()
            }
            None => view! { <Nothing /> }.into_any(),
        },
    };
    // Another window may change the year while a box of this one has the focus.
    Effect::new(move |before: Option<()>| {
        year.get();
        if before.is_some() {
            browser::keep_focus(&[".pane h2", "#main"]);
        }
    });
    view! {
        <section
            class="pane"
            class:closed=Signal::derive(move || open.with(Option::is_none))
            on:keydown=move |event| walk::keys(app, lines, &event)
        >
            {content}
        </section>
    }
}

/// What stands there while nothing is open.
#[component]
fn Nothing() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="pane-empty">
            <p>{move || if app.locked.get() { words::CHOOSE_ROW_TO_READ } else { words::CHOOSE_ROW }}</p>
            <div hidden=app.locked>
                <p class="hint">{words::CHOOSE_ROW_HINT}</p>
                <button
                    type="button"
                    data-action="begin"
                    on:click=move |_| {
                        app.open(Open::Basics);
                        begin();
                    }
                >
                    {words::BEGIN}
                </button>
            </div>
        </div>
    }
}

/// Closes the pane; the focus goes back to the row of what was open.
pub fn close(app: AppContext) {
    let open = app.address.with_untracked(|address| address.open.clone());
    app.close();
    request_animation_frame(move || {
        let is_there = match open {
            Some(Open::Indicator(id)) => {
                let row = format!("tr[data-indicator='{id}']");
                browser::focus(&format!("{row}[tabindex='0']")) || browser::focus(&row)
            }
            _ => false,
        };
        if !is_there {
            browser::focus("table [tabindex='0']");
        }
    });
}

/// Goes to the indicator above or below in the table; whether there is one.
fn go_to_neighbour(app: AppContext, lines: Memo<Vec<TableLine>>, down: bool) -> bool {
    let neighbour = neighbour(app, lines, down);
    if let Some(id) = neighbour {
        app.open_indicator(id);
    }
    neighbour.is_some()
}

/// The indicator above or below the open one in the table.
fn neighbour(
    app: AppContext,
    lines: Memo<Vec<TableLine>>,
    down: bool,
) -> Option<crate::rulebook::IndicatorId> {
    let open = app.address.with_untracked(|address| address.open.clone());
    let here = match open? {
        Open::Indicator(number) => app.rulebook().indicator(&number),
        Open::Basics => None,
    };
    lines.with(|lines| {
        let items = lines.iter().filter_map(|line| match line {
            TableLine::Item { id, .. } => Some(*id),
            _ => None,
        });
        let all: Vec<_> = items.collect();
        let at = all.iter().position(|id| Some(*id) == here);
        match (at, down) {
            (Some(at), true) => all.get(at + 1).copied(),
            (Some(at), false) => all.get(at.checked_sub(1)?).copied(),
            (None, true) => all.first().copied(),
            (None, false) => None,
        }
    })
}

/// Keys that neighbours and closing have, for buttons that do the same.
fn is_plain(event: &ev::KeyboardEvent) -> bool {
    !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}
