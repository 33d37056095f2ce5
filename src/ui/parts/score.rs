//! Points of an indicator, a group, a dimension or the whole.

use crate::score::{Range, shown};
use crate::text::page;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Decimals of points in the page.
pub const PLACES: u32 = 2;

/// 「1.5 / 4 分」 with the range while something is open.
pub fn points(range: Signal<Range>, most: Decimal) -> AnyView {
    let figure = move |end: fn(Range) -> Decimal| move || shown(end(range.get()), PLACES);
    view! {
        <span class="points" class:open=move || !range.get().is_settled()>
            <b data-points>{figure(|r| r.low)}</b>
            <span class="most">" / "{shown(most, PLACES)}" "{page::POINTS}</span>
            <span class="range">
                {page::REACHABLE}" "<span data-low>{figure(|r| r.low)}</span>"–"
                <span data-high>{figure(|r| r.high)}</span>
            </span>
        </span>
    }
    .into_any()
}

/// A bar: secured, still possible, lost. Geometry only; the figures stand beside it.
pub fn bar(range: Signal<Range>, most: Decimal) -> AnyView {
    let share = move |part: Decimal| {
        let percent = (part * Decimal::ONE_HUNDRED).checked_div(most).unwrap_or_default();
        format!("{}%", shown(percent, PLACES))
    };
    view! {
        <span class="bar" aria-hidden="true">
            <span class="bar-low" style:width=move || share(range.get().low)></span>
            <span class="bar-open" style:width=move || {
                let range = range.get();
                share(range.high - range.low)
            }></span>
        </span>
    }
    .into_any()
}
