//! The row of an indicator or task.

use super::selection::ChooseBox;
use super::shown::Shown;
use super::state_cell::{StatePicker, state_cell, status_field};
use super::table::{Rows, row_id};
use crate::desk::{Standing, TableLine};
use crate::plan::Aim;
use crate::rulebook::{IndicatorId, Kind};
use crate::text::{self, page, scenario, sheet as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::later::steps_behind;
use crate::ui::parts::figure;
use leptos::prelude::*;

/// The row of an indicator or task.
#[component]
pub fn ItemRow(
    /// The row.
    line: TableLine,
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let Rows { current, is_current, is_open, chosen, shown, .. } = expect_context();
    let Some(shown) = shown.item(id) else { return ().into_any() };
    let indicator = &app.rulebook()[id];
    let name =
        Signal::derive(move || shown.with(|row| words::row_name(app.rulebook(), &row.standing)));
    let open = move || {
        app.open_indicator(id);
        if browser::is_narrow() {
            browser::focus_soon(".pane h2");
        }
    };
    let status = status_field(app, id);
    let state = status.map(|field| view! { <StatePicker id field shown /> });
    view! {
        <tr
            id=row_id(line)
            data-indicator=indicator.id
            attr:aria-level="3"
            tabindex=Signal::derive(move || if is_current.selected(&Some(line)) { "0" } else { "-1" })
            aria-selected=Signal::derive(move || is_open.selected(&Some(id)).to_string())
            aria-label=name
            class:chosen=Signal::derive(move || chosen.with(|all| all.contains(&id)))
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
            <td class="number">
                {status.map(|_| view! { <ChooseBox id chosen /> }.into_any())}
                {indicator.id}
            </td>
            {move || shown.with(|row| cells(app, id, row))}
            {match state {
                Some(picker) => view! { <td class="state">{picker}</td> }.into_any(),
                None => (move || shown.with(|row| state_cell(&row.standing))).into_any(),
            }}
        </tr>
    }
    .into_any()
}

/// The cells between number and state.
fn cells(app: AppContext, id: IndicatorId, row: &Shown) -> AnyView {
    let indicator = &app.rulebook()[id];
    let standing = &row.standing;
    let points = (app.rulebook().kind == Kind::Points).then(|| points_cells(row));
    let supposed = row
        .supposed
        .then(|| view! { <span class="supposed-here">{scenario::SUPPOSED}</span> }.into_any());
    let reasons = row.with_reasons.then(|| view! { <Reasons id /> });
    view! {
        <td class="title">
            <a
                href=format!("#/fill/{}", indicator.id)
                tabindex="-1"
                data-open=indicator.id
                on:click=move |event| event.prevent_default()
            >
                {indicator.title}
            </a>
            {supposed}
            {reasons}
        </td>
        {points}
        <td class="proofs" class:missing=standing.is_unproved()>
            {words::proofs_text(standing)}
        </td>
        <td class="units" title=row.units.1.clone()>
            {row.units.0.clone()}
        </td>
    }
    .into_any()
}

/// The most points, and those that are got.
fn points_cells(row: &Shown) -> AnyView {
    let Standing { range, max, adjusted, .. } = &row.standing;
    let adjusted = adjusted
        .then(|| view! { <sup title=page::ADJUSTED>{page::ADJUSTED_SHORT}</sup> }.into_any());
    let reviewed = row.reviewed.clone();
    let reviewed = reviewed
        .map(|mark| view! { <span class="reviewed" data-reviewed>{mark}</span> }.into_any());
    view! {
        <td class="figure">{figure(*max)}</td>
        <td class="figure got" class:supposed=row.supposed>
            <b data-points>{figure(range.low)}</b>
            {adjusted}
            <span class="upto" class:open=!range.is_settled()>
                <span data-low>{figure(range.low)}</span>
                "–"
                <span data-high>{figure(range.high)}</span>
            </span>
            {reviewed}
        </td>
    }
    .into_any()
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
