//! What an indicator, a group, a dimension or the whole comes to.

use crate::score::{Score, shown};
use crate::text::kind::{TASKS, rest_text};
use crate::text::{page, state_text};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A figure of points as the page shows it: two decimals, trailing zeros dropped.
pub fn figure(points: Decimal) -> String {
    shown(points, 2)
}

/// 「1.5 / 4 分」 with the range while something is open, a task's state, or
/// 「3 / 5 项」 with the states of the rest.
#[component]
pub fn Figures(
    /// The score; its kind stays the same.
    #[prop(into)]
    score: Signal<Score>,
) -> impl IntoView {
    let kind = score.get_untracked();
    let range = move || match score.get() {
        Score::Points { range, .. } => range,
        _ => Default::default(),
    };
    let tally = move || match score.get() {
        Score::Tasks(tasks) => tasks,
        _ => Default::default(),
    };
    match kind {
        Score::Points { most, .. } => view! {
            <span class="figures" class:open=Signal::derive(move || !range().is_settled())>
                <b data-points>{Signal::derive(move || figure(range().low))}</b>
                <span class="most">{page::of_points(&figure(most))}</span>
                <span class="range">
                    {page::REACHABLE} " " <span data-low>{Signal::derive(move || figure(range().low))}</span> "–"
                    <span data-high>{Signal::derive(move || figure(range().high))}</span>
                </span>
            </span>
        }
        .into_any(),
        Score::Task(_) => {
            let state = move || match score.get() {
                Score::Task(state) => state,
                _ => Default::default(),
            };
            view! {
                <span class="figures">
                    <b data-state=Signal::derive(move || state().name())>
                        {Signal::derive(move || state_text(state()))}
                    </b>
                </span>
            }
            .into_any()
        }
        Score::Tasks(_) => view! {
            <span class="figures" class:open=Signal::derive(move || tally().met < tally().applicable())>
                <b data-met>{Signal::derive(move || tally().met)}</b>
                <span class="most">
                    " / " <span data-applicable>{Signal::derive(move || tally().applicable())}</span> " " {TASKS}
                </span>
                <span class="range">{Signal::derive(move || rest_text(&tally()))}</span>
            </span>
        }
        .into_any(),
    }
}
