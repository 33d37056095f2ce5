//! Points of an indicator, a group, a dimension or the whole.

use crate::form::{Case, Form};
use crate::rulebook::IndicatorId;
use crate::score::{Range, shown};
use crate::text::page;
use crate::ui::dom::{El, classed, el};
use rust_decimal::Decimal;
use std::rc::Rc;

/// Decimals of points in the page.
pub const PLACES: u32 = 2;

/// A figure of points as the page shows it.
pub fn figure(points: Decimal) -> String {
    shown(points, PLACES)
}

/// How many fields of some indicators are answered, of how many.
pub fn answered(
    form: &Form,
    case: &Case,
    of: impl IntoIterator<Item = IndicatorId>,
) -> (usize, usize) {
    let (mut answered, mut all) = (0, 0);
    for id in of {
        let fields = form.edition[id].fields.iter();
        all += fields.len();
        answered += fields.filter(|field| case.answers.get(**field).is_some()).count();
    }
    (answered, all)
}

/// A range that may change.
pub type Ranged = Rc<dyn Fn() -> Range>;

/// 「1.5 / 4 分」 with the range while something is open.
pub fn points(range: Ranged, most: Decimal) -> El {
    let secured = el("b").attr("data-points", "");
    let (span, low, high) = span("range");
    let shown = secured.clone();
    classed("span", "points")
        .child(secured)
        .child(classed("span", "most").text(&page::of_points(&figure(most))))
        .child(span)
        .react(move |element| {
            let range = range();
            let _ = element.class_list().toggle_with_force("open", !range.is_settled());
            shown.show(&figure(range.low));
            low.show(&figure(range.low));
            high.show(&figure(range.high));
        })
}

/// 「可能范围 1.5–3」.
pub fn range(range: Ranged, class: &str) -> El {
    let (span, low, high) = span(class);
    span.react(move |_| {
        let range = range();
        low.show(&figure(range.low));
        high.show(&figure(range.high));
    })
}

/// A range, and the places of its ends.
fn span(class: &str) -> (El, El, El) {
    let low = el("span").attr("data-low", "");
    let high = el("span").attr("data-high", "");
    let span = classed("span", class)
        .text(page::REACHABLE)
        .text(" ")
        .child(low.clone())
        .text("–")
        .child(high.clone());
    (span, low, high)
}

/// A bar: secured, still possible, lost. The figures stand beside it.
pub fn bar(range: Ranged, most: Decimal) -> El {
    let share = move |part: Decimal| {
        let percent = (part * Decimal::ONE_HUNDRED).checked_div(most).unwrap_or_default();
        format!("{}%", figure(percent))
    };
    let (low, open) = (classed("span", "bar-low"), classed("span", "bar-open"));
    classed("span", "bar").attr("aria-hidden", "true").child(low.clone()).child(open.clone()).react(
        move |_| {
            let range = range();
            low.style("width", &share(range.low));
            open.style("width", &share(range.high - range.low));
        },
    )
}
