//! Points of an indicator, a group, a dimension or the whole.

use crate::score::{Range, shown};
use crate::text::page;
use crate::ui::dom::{El, classed, el};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Decimals of points in the page.
pub const PLACES: u32 = 2;

/// A figure of points as the page shows it.
pub fn figure(points: Decimal) -> String {
    shown(points, PLACES)
}

/// 「1.5 / 4 分」 with the range while something is open.
pub fn points(range: Memo<Range>, most: Decimal) -> El {
    let low = move || figure(range.get().low);
    classed("span", "points")
        .class_while("open", move || !range.get().is_settled())
        .child(el("b").attr("data-points", "").text_of(low))
        .child(classed("span", "most").text(&page::of_points(&figure(most))))
        .child(self::range(range, "range"))
}

/// 「可能范围 1.5–3」.
pub fn range(range: Memo<Range>, class: &str) -> El {
    classed("span", class)
        .text(page::REACHABLE)
        .text(" ")
        .child(el("span").attr("data-low", "").text_of(move || figure(range.get().low)))
        .text("–")
        .child(el("span").attr("data-high", "").text_of(move || figure(range.get().high)))
}

/// A bar: secured, still possible, lost. The figures stand beside it.
pub fn bar(range: Memo<Range>, most: Decimal) -> El {
    let share = move |part: Decimal| {
        let percent = (part * Decimal::ONE_HUNDRED).checked_div(most).unwrap_or_default();
        format!("{}%", figure(percent))
    };
    classed("span", "bar")
        .attr("aria-hidden", "true")
        .child(classed("span", "bar-low").style_of("width", move || share(range.get().low)))
        .child(classed("span", "bar-open").style_of("width", move || {
            let range = range.get();
            share(range.high - range.low)
        }))
}
