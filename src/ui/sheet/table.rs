//! The table: one stop for the keyboard, walked with the arrow keys.

use super::head::{DimensionRow, GroupRow, PartRow};
use super::row::ItemRow;
use super::selection::ChooseAll;
use super::shown::ShownRows;
use crate::desk::{Filter, TableLine, lines};
use crate::rulebook::{IndicatorId, Kind};
use crate::session::{Open, Session};
use crate::text::{kind, page, sheet as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::When;
use leptos::{ev, prelude::*};

/// What rows share: which one the arrow keys have reached, which is open, and
/// which are chosen to be changed together.
#[derive(Clone)]
pub struct Rows {
    pub current: RwSignal<Option<TableLine>>,
    pub is_current: Selector<Option<TableLine>>,
    pub is_open: Selector<Option<IndicatorId>>,
    pub chosen: RwSignal<Vec<IndicatorId>>,
    /// What each row shows.
    pub shown: ShownRows,
}

/// The rows that the filter shows.
#[component]
pub fn SheetTable(
    /// Rows that are chosen to be changed together.
    chosen: RwSignal<Vec<IndicatorId>>,
    /// The rows that the filter shows.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    let app = use_app();
    let current = RwSignal::new(None::<TableLine>);
    let reached = Memo::new(move |_| {
        let known = current.get().filter(|line| lines.with(|lines| lines.contains(line)));
        known.or_else(|| lines.with(|lines| lines.first().copied()))
    });
    let open = Memo::new(move |_| match app.address.get().open {
        Some(Open::Indicator(id)) => app.rulebook().indicator(&id),
        _ => None,
    });
    let with_reasons = Memo::new(move |_| {
        use crate::desk::Only::{Losing, Open, Waiting};
        app.address.with(|address| matches!(address.filter.only, Losing | Open | Waiting))
    });
    let rows = Rows {
        current,
        is_current: Selector::new(move || reached.get()),
        is_open: Selector::new(move || open.get()),
        chosen,
        shown: ShownRows::of(app, with_reasons),
    };
    provide_context(rows.clone());
    // The open row stays in sight.
    Effect::new(move || {
        if let Some(id) = open.get() {
            let selector = format!("tr[data-indicator='{}']", app.rulebook()[id].id);
            request_animation_frame(move || browser::scroll_to(&selector));
        }
    });
    let walk = move |event: ev::KeyboardEvent| walk(app, &rows, lines, reached, &event);
    let is_checklist = app.rulebook().kind == Kind::Checklist;
    let said = kind::words(app.rulebook().kind);
    view! {
        <table role="treegrid" aria-label=words::TABLE aria-describedby="rows-hint" on:keydown=walk>
                <thead>
                    <tr>
                        <th scope="col" class="number">
                            {is_checklist.then(|| view! { <ChooseAll lines chosen /> }.into_any())}
                            {words::NUMBER}
                        </th>
                        <th scope="col">
                            {if is_checklist { words::TASK } else { page::INDICATOR }}
                        </th>
                        {(!is_checklist)
                            .then(|| {
                                view! {
                                    <th scope="col" class="figure">{words::MOST}</th>
                                    <th scope="col" class="figure">{words::POINTS}</th>
                                }
                            })}
                        <th scope="col" class="proofs">{words::PROOFS}</th>
                        <th scope="col" class="units">{words::UNIT}</th>
                        <th scope="col" class="state">{words::STATE}</th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || lines.get()
                        key=|line| *line
                        children=move |line| view! { <LineRow line lines /> }
                    />
                </tbody>
            </table>
            <p id="rows-hint" hidden>
                {words::ROWS_HINT}
                {is_checklist.then_some(words::CHOOSE_HINT)}
            </p>
            <When is=Signal::derive(move || lines.with(Vec::is_empty))>
                <p class="nothing" role="status" data-message>
                    {said.nothing_found}
                    " "
                    <button
                        type="button"
                        data-action="show-all"
                        on:click=move |_| {
                            let address = app.address.get_untracked();
                            app.replace(crate::session::Address {
                                filter: Filter::default(),
                                ..address
                            });
                            browser::focus_soon("[data-filter=all]");
                        }
                    >
                        {said.show_all}
                    </button>
                </p>
            </When>
    }
}

/// The rows of the filter. They are computed when the filter changes and not after each
/// edit, so that a row does not vanish while it is filled in.
pub fn shown_lines(app: AppContext) -> Memo<Vec<TableLine>> {
    let filter = Memo::new(move |_| app.address.with(|address| address.filter.clone()));
    let subject = Memo::new(move |_| {
        let incoming = app.session.with(Session::incoming_at);
        let slice = app.form.with(|form| form.slice.as_ref().map(|slice| slice.unit.clone()));
        (app.session.with(|session| session.id().to_owned()), app.read_only.get(), incoming, slice)
    });
    Memo::new(move |_| {
        // A memo subscribes to its sources when it is read; tracking it alone is not
        // enough.
        subject.with(|_| ());
        filter.with(|filter| untrack(|| app.desk(|desk| lines(desk, filter))))
    })
}

/// A row of whatever kind.
#[component]
fn LineRow(
    /// The row.
    line: TableLine,
    /// All rows, from which heads know what is below them.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    match line {
        TableLine::Dimension(at) => view! { <DimensionRow line at /> }.into_any(),
        TableLine::Group(at) => view! { <GroupRow line at /> }.into_any(),
        TableLine::Unit(name) | TableLine::Deadline(name) => {
            view! { <PartRow line name lines /> }.into_any()
        }
        TableLine::Item { id, .. } => view! { <ItemRow line id /> }.into_any(),
    }
}

/// The id of a row in the page.
pub fn row_id(line: TableLine) -> String {
    match line {
        TableLine::Dimension(at) => format!("dimension-{at}"),
        TableLine::Group(at) => format!("group-{at}"),
        TableLine::Unit(name) | TableLine::Deadline(name) => format!("part-{name}"),
        TableLine::Item { id, nth } => format!("row-{}-{nth}", id.0),
    }
}

/// Arrow keys walk rows, Enter opens one, Space chooses it in a checklist.
fn walk(
    app: AppContext,
    rows: &Rows,
    lines: Memo<Vec<TableLine>>,
    reached: Memo<Option<TableLine>>,
    event: &ev::KeyboardEvent,
) {
    let target = event.target().and_then(|target| {
        use wasm_bindgen::JsCast;
        target.dyn_into::<web_sys::Element>().ok()
    });
    // A control in a row handles its own keys.
    let in_control =
        target.is_some_and(|element| element.matches("select, input").unwrap_or(false));
    if in_control || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let all = lines.get_untracked();
    let Some(here) = reached.get_untracked() else { return };
    let at = all.iter().position(|line| *line == here).unwrap_or_default();
    const PAGE: usize = 10;
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at + PAGE,
        "PageUp" => at.saturating_sub(PAGE),
        "Home" => 0,
        "End" => all.len(),
        "Enter" => {
            event.prevent_default();
            if let TableLine::Item { id, .. } = here {
                app.open_indicator(id);
                crate::ui::indicator::begin();
            }
            return;
        }
        " " => {
            event.prevent_default();
            if let TableLine::Item { id, .. } = here {
                super::selection::toggle(app, rows.chosen, id);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(line) = all.get(to.min(all.len().saturating_sub(1))) {
        rows.current.set(Some(*line));
        browser::focus_id(&row_id(*line));
    }
}
