//! The row of an indicator or task.

use super::state_cell::StateCell;
use super::table::{Rows, row_id};
use crate::desk::{Line, Standing};
use crate::plan::Aim;
use crate::rulebook::{IndicatorId, Kind};
use crate::text::{self, page, sheet as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::later::steps_behind;
use crate::ui::parts::{When, figure};
use leptos::prelude::*;

/// The row of an indicator or task.
#[component]
pub fn ItemRow(
    /// The row.
    line: Line,
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let Rows { current, is_current, is_open, chosen, supposed, with_reasons } = expect_context();
    let indicator = &app.rulebook()[id];
    let standing =
        Memo::new(move |_| app.standings.with(|all| all.get(usize::from(id.0)).cloned()));
    let supposed = Signal::derive(move || supposed.with(|all| all.contains(&id)));
    let name = Signal::derive(move || {
        standing.with(|one| one.as_ref().map(|one| words::row_name(app.rulebook(), one)))
    });
    let unproved = Signal::derive(move || {
        standing.with(|one| one.as_ref().is_some_and(Standing::is_unproved))
    });
    let is_points = app.rulebook().kind == Kind::Points;
    let open = move || {
        app.open_indicator(id);
        if browser::is_narrow() {
            browser::focus_soon(".pane h2");
        }
    };
    let address = format!("#/fill/{}", indicator.id);
    view! {
        <tr
            id=row_id(line)
            data-indicator=indicator.id
            attr:aria-level="3"
            tabindex=Signal::derive(move || if is_current.selected(&Some(line)) { "0" } else { "-1" })
            aria-selected=Signal::derive(move || is_open.selected(&Some(id)).to_string())
            aria-label=name
            class:chosen=Signal::derive(move || chosen.with(|all| all.contains(&id)))
            class:supposed=supposed
            on:focus=move |_| current.set(Some(line))
            on:click=move |event| {
                if event.shift_key() || event.ctrl_key() || event.meta_key() {
                    super::selection::toggle(app, chosen, id);
                } else {
                    current.set(Some(line));
                    open();
                }
            }
        >
            <td class="number">{indicator.id}</td>
            <td class="title">
                <a
                    href=address
                    tabindex="-1"
                    data-open=indicator.id
                    on:click=move |event| event.prevent_default()
                >
                    {indicator.title}
                </a>
                <When is=Signal::derive(move || with_reasons.get())>
                    <Reasons id />
                </When>
            </td>
            {is_points.then(|| view! { <PointsCells id standing /> })}
            <td
                class="proofs"
                class:missing=unproved
            >
                {Signal::derive(move || standing.with(|one| one.as_ref().map(words::proofs_text)))}
            </td>
            <td class="units" title=words::all_units_text(indicator)>
                {words::units_text(indicator)}
            </td>
            <StateCell id standing />
        </tr>
    }
}

/// The most points, and those that are got.
#[component]
fn PointsCells(
    /// The indicator.
    id: IndicatorId,
    /// How it stands.
    standing: Memo<Option<Standing>>,
) -> impl IntoView {
    let app = use_app();
    let range = move || standing.with(|one| one.as_ref().map(|one| one.range).unwrap_or_default());
    let adjusted = move || standing.with(|one| one.as_ref().is_some_and(|one| one.adjusted));
    view! {
        <td class="figure">{figure(app.rulebook()[id].points)}</td>
        <td class="figure got">
            <b data-points>{Signal::derive(move || figure(range().low))}</b>
            <sup title=page::ADJUSTED>
                {Signal::derive(move || if adjusted() { page::ADJUSTED_SHORT } else { "" })}
            </sup>
            <span class="upto" class:open=Signal::derive(move || !range().is_settled())>
                <span data-low>{Signal::derive(move || figure(range().low))}</span>
                "–"
                <span data-high>{Signal::derive(move || figure(range().high))}</span>
            </span>
        </td>
    }
}

/// Why points are missing, and what would give some.
#[component]
fn Reasons(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let why = Memo::new(move |_| reason(app, id));
    let steps = steps_behind(app, id);
    let next = Memo::new(move |_| {
        steps.with(|steps| {
            // The step that gives most at once.
            let next = steps.iter().find(|step| step.aim == Aim::Next).or(steps.first())?;
            Some(text::step_text(app.rulebook(), next))
        })
    });
    view! {
        <span class="why">{why}</span>
        {move || {
            next.get().map(|next| view! { <span class="next">{words::NEXT_STEP} {next}</span> })
        }}
    }
}

fn reason(app: AppContext, id: IndicatorId) -> String {
    app.desk(|desk| {
        let gap = desk.gap(id);
        gap.map(|gap| text::desk::why_text(desk.rulebook(), &desk.case.answers, &gap.why))
            .unwrap_or_default()
    })
}
