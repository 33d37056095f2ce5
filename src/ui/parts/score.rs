//! What an indicator, a group, a dimension or the whole comes to: points, or
//! tasks.

use crate::form::{Case, Form};
use crate::rulebook::IndicatorId;
use crate::score::{Score, shown};
use crate::text::kind::{TASKS, rest_text};
use crate::text::{page, state_text};
use crate::ui::dom::{El, classed, el};
use leptos::prelude::untrack;
use rust_decimal::Decimal;
use std::cell::Cell;
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

/// A score that may change, of one rulebook.
pub type Scored = Rc<dyn Fn() -> Score>;

/// A score that stays as it is.
pub fn still(score: Score) -> Scored {
    Rc::new(move || score)
}

/// A score when it is another than the last time, so that what stands there
/// already is not drawn anew.
fn news(scored: Scored) -> impl Fn() -> Option<Score> {
    let last = Cell::new(None);
    move || {
        let score = Some(scored());
        score.filter(|_| last.replace(score) != score)
    }
}

/// 「1.5 / 4 分」 with the range while something is open, a task's state, or
/// 「3 / 5 项」 with the states of the rest.
pub fn figures(scored: Scored) -> El {
    let (main, most, rest) = (el("b"), classed("span", "most"), classed("span", "range"));
    let whole = classed("span", "points").child(main.clone());
    let kind = untrack(|| scored());
    let news = news(scored);
    match kind {
        Score::Points { most: points, .. } => {
            let (low, high) = (el("span").attr("data-low", ""), el("span").attr("data-high", ""));
            let rest = rest
                .text(page::REACHABLE)
                .text(" ")
                .child(low.clone())
                .text("–")
                .child(high.clone());
            let main = main.attr("data-points", "");
            whole.child(most.text(&page::of_points(&figure(points)))).child(rest).react(
                move |element| {
                    let Some(Score::Points { range, .. }) = news() else { return };
                    element.toggle("open", !range.is_settled());
                    main.show(&figure(range.low));
                    low.show(&figure(range.low));
                    high.show(&figure(range.high));
                },
            )
        }
        Score::Task(_) => whole.react(move |_| {
            let Some(Score::Task(state)) = news() else { return };
            main.clone().attr("data-state", state.name()).show(state_text(state));
        }),
        Score::Tasks(_) => {
            let main = main.attr("data-met", "");
            let all = el("span").attr("data-applicable", "");
            let most = most.text(" / ").child(all.clone()).text(" ").text(TASKS);
            whole.child(most).child(rest.clone()).react(move |element| {
                let Some(Score::Tasks(tasks)) = news() else { return };
                element.toggle("open", tasks.met < tasks.applicable());
                main.show(&tasks.met.to_string());
                all.show(&tasks.applicable().to_string());
                rest.show(&rest_text(&tasks));
            })
        }
    }
}

/// A bar: secured or met, still possible or begun, the rest. The figures stand
/// beside it.
pub fn bar(scored: Scored) -> El {
    let (low, open) = (classed("span", "bar-low"), classed("span", "bar-open"));
    let news = news(scored);
    classed("span", "bar").attr("aria-hidden", "true").child(low.clone()).child(open.clone()).react(
        move |_| {
            let Some((got, begun, most)) = news().map(|score| score.shares()) else { return };
            let share = |part: Decimal| {
                let percent = (part * Decimal::ONE_HUNDRED).checked_div(most).unwrap_or_default();
                format!("{}%", figure(percent))
            };
            low.style("width", &share(got));
            open.style("width", &share(begun));
        },
    )
}
