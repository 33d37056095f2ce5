//! A waterfall: the way from the baseline's total to another, a bar for each
//! indicator that moved it.

use super::Beside;
use super::result::column_name;
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::{ComparedPart, Comparison, Scale};
use crate::text::{compare, gain_text, scenario as words};
use crate::ui::context::use_app;
use crate::ui::parts::figure;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A bar with its figures in words: it reads without colour and without bars.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Step {
    label: String,
    said: String,
    /// The left end and the length in percent.
    place: (Decimal, Decimal),
    kind: &'static str,
}

/// The bars of a comparison; none where nothing moved.
fn steps(rulebook: &Rulebook, comparison: &Comparison) -> Vec<Step> {
    let bars = comparison.waterfall();
    if bars.is_empty() {
        return Vec::new();
    }
    let (before, after) = comparison.total.counted(comparison.kind);
    let scale = Scale::of((before, after), &bars);
    let whole = |label: &str, total: Decimal| Step {
        label: label.to_owned(),
        said: figure(total),
        place: scale.whole(total),
        kind: "whole",
    };
    let mut all = vec![whole(words::BASELINE, before)];
    all.extend(bars.iter().map(|bar| Step {
        label: compare::part_name(rulebook, ComparedPart::Indicator(IndicatorId(bar.at as u16))),
        said: gain_text(rulebook, bar.to - bar.from),
        place: scale.bar(bar.from, bar.to),
        kind: if bar.to < bar.from { "loss" } else { "gain" },
    }));
    all.push(whole(words::TOTAL, after));
    all
}

/// The waterfall of a column.
#[component]
pub fn Waterfall(
    /// What stands beside the baseline.
    beside: Beside,
    /// The key of the column.
    column: String,
) -> impl IntoView {
    let app = use_app();
    let key = StoredValue::new(column);
    let name = move || beside.column(&key.get_value(), column_name).unwrap_or_default();
    let bars = Memo::new(move |_| {
        let rulebook = app.edition.get().0;
        beside
            .column(&key.get_value(), |column| steps(rulebook, &column.comparison))
            .unwrap_or_default()
    });
    let is_same = Memo::new(move |_| bars.with(Vec::is_empty));
    view! {
        <div class="waterfall-of">
            <h2>{words::WATERFALL} " " {name}</h2>
            <Show
                when=move || !is_same.get()
                fallback=|| view! { <p class="hint">{words::SAME}</p> }
            >
                <ol class="waterfall">
                    <For each=move || bars.get() key=Clone::clone let:bar>
                        <Bar step=bar />
                    </For>
                </ol>
            </Show>
        </div>
    }
}

/// One bar.
#[component]
fn Bar(
    /// The step it draws.
    step: Step,
) -> impl IntoView {
    let (left, length) = step.place;
    view! {
        <li>
            <span class="step-name">{step.label}</span>
            <span class="step-line" aria-hidden="true">
                <span
                    class=step.kind
                    style:left=format!("{}%", figure(left))
                    style:width=format!("{}%", figure(length))
                ></span>
            </span>
            <span class="step-gain">{step.said}</span>
        </li>
    }
}
