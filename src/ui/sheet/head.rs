//! Rows that head others: dimensions, groups, units, deadlines.

use super::table::{Rows, row_id};
use crate::desk::TableLine;
use crate::rulebook::{IndicatorId, Kind};
use crate::score::{Range, Score, Tally};
use crate::text::sheet as words;
use crate::ui::context::use_app;
use crate::ui::parts::{Bar, figure};
use leptos::prelude::*;

/// The head of a dimension, with its sum and a bar.
#[component]
pub fn DimensionRow(
    /// The row.
    line: TableLine,
    /// Its position in the rulebook.
    at: u16,
) -> impl IntoView {
    let app = use_app();
    let at = usize::from(at);
    let Rows { shown, .. } = expect_context();
    let dimension = app.rulebook().dimensions.get(at);
    let Some((dimension, score)) = dimension.zip(shown.dimension(at)) else {
        return ().into_any();
    };
    view! {
        <HeadRow
            line
            class="dimension"
            number=words::ordinal(at)
            title=dimension.title.to_owned()
            score
            dimension=dimension.id
        />
    }
    .into_any()
}

/// The head of a group, with its sum.
#[component]
pub fn GroupRow(
    /// The row.
    line: TableLine,
    /// Its position in the rulebook.
    at: u16,
) -> impl IntoView {
    let app = use_app();
    let at = usize::from(at);
    let Rows { shown, .. } = expect_context();
    let group = app.rulebook().groups.get(at);
    let Some((group, score)) = group.zip(shown.group(at)) else { return ().into_any() };
    view! { <HeadRow line class="group" title=group.title.to_owned() score group=group.id /> }
        .into_any()
}

/// The head of what a unit has, or of what is due by the same words, with the
/// sum of the rows below it.
#[component]
pub fn PartRow(
    /// The row.
    line: TableLine,
    /// The unit, or the words of the deadline.
    name: &'static str,
    /// All rows.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    let app = use_app();
    let below = Memo::new(move |_| {
        lines.with(|lines| {
            let after = lines.iter().skip_while(|one| **one != line).skip(1);
            let items = after.map_while(|one| match one {
                TableLine::Item { id, .. } => Some(*id),
                _ => None,
            });
            items.collect::<Vec<IndicatorId>>()
        })
    });
    let score = Memo::new(move |_| {
        let kind = app.rulebook().kind;
        app.standings.with(|all| {
            let (mut range, mut most, mut tasks) =
                (Range::default(), Default::default(), Tally::default());
            for id in below.get() {
                let Some(standing) = all.get(usize::from(id.0)) else { continue };
                range += standing.range;
                most += standing.max;
                if let Some(state) = standing.state {
                    tasks.count(state);
                }
            }
            match kind {
                Kind::Points => Score::Points { range, most },
                Kind::Checklist => Score::Tasks(tasks),
            }
        })
    });
    let title = Memo::new(move |_| app.form.with(|form| form.unit(name).to_owned()));
    view! { <HeadRow line class="dimension" title score /> }
}

/// A row with the sum of those below it.
#[component]
fn HeadRow(
    /// The row.
    line: TableLine,
    /// How it looks: `dimension` or `group`.
    class: &'static str,
    /// Its number, where it has one.
    #[prop(optional)]
    number: String,
    /// Its name.
    #[prop(into)]
    title: Signal<String>,
    /// What the rows below it come to.
    #[prop(into)]
    score: Signal<Score>,
    /// The id of the dimension.
    #[prop(optional)]
    dimension: Option<&'static str>,
    /// The id of the group.
    #[prop(optional)]
    group: Option<&'static str>,
) -> impl IntoView {
    let Rows { current, is_current, .. } = expect_context();
    let level = if class == "group" { "2" } else { "1" };
    let with_bar = class == "dimension";
    view! {
        <tr
            id=row_id(line)
            class=class
            attr:aria-level=level
            data-dimension=dimension
            data-group=group
            tabindex=Signal::derive(move || if is_current.selected(&Some(line)) { "0" } else { "-1" })
            on:focus=move |_| current.set(Some(line))
        >
            <th scope="row" class="number">{number}</th>
            <th scope="rowgroup">{title}</th>
            {move || cells(score.get(), with_bar)}
        </tr>
    }
}

/// The cells of a score, redrawn together: one effect a row instead of one a cell.
fn cells(score: Score, with_bar: bool) -> AnyView {
    let bar = with_bar.then(|| view! { <Bar score /> });
    match score {
        Score::Points { range, most } => view! {
            <td class="figure">{figure(most)}</td>
            <td class="figure got">
                <b data-points>{figure(range.low)}</b>
                <span class="upto" class:open=!range.is_settled()>
                    <span data-low>{figure(range.low)}</span>
                    "–"
                    <span data-high>{figure(range.high)}</span>
                </span>
            </td>
            <td colspan="3">{bar}</td>
        }
        .into_any(),
        Score::Tasks(tasks) => view! {
            <td colspan="3">
                <span class="tally">
                    <b data-met>{tasks.met}</b>
                    " / "
                    <span data-applicable>{tasks.applicable()}</span>
                </span>
                {bar}
            </td>
        }
        .into_any(),
        Score::Task(_) => view! { <td colspan="3"></td> }.into_any(),
    }
}
