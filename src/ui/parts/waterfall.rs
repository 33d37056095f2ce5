//! A waterfall: the way from one total to another, a bar for each part.

use super::score::figure;
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::Comparison;
use crate::text::{gain_text, scenario as words};
use crate::ui::dom::{El, classed, el};
use rust_decimal::Decimal;

/// Bars one under the other, each with its figures in words: it reads without
/// colour, and without the bars.
pub fn waterfall(rulebook: &Rulebook, comparison: &Comparison) -> El {
    let steps = comparison.waterfall();
    let (before, after) = comparison.total.counted(comparison.kind);
    if steps.is_empty() {
        return classed("p", "hint").text(words::SAME);
    }
    let ends = steps.iter().flat_map(|bar| [bar.from, bar.to]);
    let (mut least, mut most) = (before.min(after), before.max(after));
    for end in ends {
        (least, most) = (least.min(end), most.max(end));
    }
    // Some room on the left, so that the smallest total is seen as a bar.
    let width = (most - least).max(Decimal::ONE) * Decimal::new(12, 1);
    let zero = most - width;
    let place = |value: Decimal| -> Decimal {
        ((value - zero) * Decimal::ONE_HUNDRED).checked_div(width).unwrap_or_default()
    };
    let bar = |label: &str, said: &str, from: Decimal, to: Decimal, kind: &str| {
        let (left, right) = (place(from.min(to)), place(from.max(to)));
        let drawn = classed("span", kind);
        drawn.style("left", &format!("{}%", figure(left)));
        drawn.style("width", &format!("{}%", figure(right - left)));
        el("li")
            .child(classed("span", "step-name").text(label))
            .child(classed("span", "step-line").attr("aria-hidden", "true").child(drawn))
            .child(classed("span", "step-gain").text(said))
    };
    let mut all = vec![bar(words::BASELINE, &figure(before), zero, before, "whole")];
    for step in &steps {
        let id = IndicatorId(step.at as u16);
        let indicator = &rulebook[id];
        let label = format!("{} {}", indicator.id, indicator.title);
        let kind = if step.to < step.from { "loss" } else { "gain" };
        all.push(bar(&label, &gain_text(rulebook, step.to - step.from), step.from, step.to, kind));
    }
    all.push(bar(words::TOTAL, &figure(after), zero, after, "whole"));
    classed("ol", "waterfall").children(all)
}
