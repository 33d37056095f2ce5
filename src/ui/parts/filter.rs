//! Finding indicators: by word, and by what is still to do.

use crate::form::{Case, Form};
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::{Ground, IndicatorScore};
use crate::text::page;
use crate::ui::dom::{El, classed, el, value};
use crate::ui::present::Present;
use crate::ui::state::State;

/// What is still to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    All,
    Unanswered,
    Losing,
    Waiting,
}

const CHOICES: [(Only, &str, &str); 4] = [
    (Only::All, "all", page::ALL),
    (Only::Unanswered, "unanswered", page::UNANSWERED),
    (Only::Losing, "losing", page::LOSING),
    (Only::Waiting, "waiting", page::WAITING),
];

/// Whether an indicator meets the filter.
pub fn meets(only: Only, form: &Form, now: &Present, id: IndicatorId) -> bool {
    let rulebook = form.edition.0;
    let Some(score) = now.card.indicators.get(usize::from(id.0)) else { return false };
    match only {
        Only::All => true,
        Only::Unanswered => open_fields(rulebook, &now.case, id),
        Only::Losing => score.range.high < rulebook[id].points,
        Only::Waiting => waits(score),
    }
}

/// Whether a field that the indicator reads is open, shared figures included.
fn open_fields(rulebook: &Rulebook, case: &Case, id: IndicatorId) -> bool {
    let indicator = &rulebook[id];
    let read = indicator.metrics.iter().flat_map(|m| rulebook[*m].formula.fields());
    let mut all = indicator.fields.iter().copied().chain(read);
    all.any(|field| case.answers.get(field).is_none())
}

/// Whether a reference value is missing that points depend on.
pub fn waits(score: &IndicatorScore) -> bool {
    score.findings.iter().any(|finding| match &finding.ground {
        Ground::Efficacy(e) => {
            e.coefficient.is_none()
                && !e.below_floor
                && (e.ends.unacceptable.value().is_none() || e.ends.satisfactory.value().is_none())
        }
        _ => false,
    })
}

/// Whether the words stand in an indicator.
pub fn mentions(rulebook: &Rulebook, id: IndicatorId, words: &str) -> bool {
    let indicator = &rulebook[id];
    let labels = indicator.fields.iter().map(|f| rulebook[*f].label);
    let units = indicator.units.iter().copied();
    let texts: Vec<String> = [indicator.title, indicator.wording]
        .into_iter()
        .chain(labels)
        .chain(units)
        .map(str::to_ascii_lowercase)
        .collect();
    words
        .to_ascii_lowercase()
        .split_whitespace()
        .all(|word| indicator.id == word || texts.iter().any(|text| text.contains(word)))
}

/// The search box and the filters.
pub fn filter_bar(
    words: State<String>,
    only: State<Only>,
    found: impl Fn() -> usize + 'static,
) -> El {
    let buttons = CHOICES.map(|(choice, name, label)| {
        el("button")
            .attr("type", "button")
            .attr("data-filter", name)
            .text(label)
            .state_of("aria-pressed", move || only.get() == choice)
            .on("click", move |_| only.set(choice))
    });
    let search = el("input")
        .attr("type", "search")
        .attr("id", "search")
        .attr("placeholder", page::SEARCH_HINT)
        .value_of(move || words.get())
        .on("input", move |event| words.set(value(&event)));
    let filters = classed("span", "filters")
        .attr("role", "group")
        .attr("aria-label", page::SHOW)
        .child(el("span").text(page::SHOW))
        .children(buttons);
    let count = move || {
        let filtering = only.get() != Only::All || !words.with(String::is_empty);
        if filtering { page::found(found()) } else { String::new() }
    };
    classed("div", "filter")
        .attr("role", "search")
        .child(el("label").attr("for", "search").text(page::SEARCH))
        .child(search)
        .child(filters)
        .child(classed("span", "found").attr("role", "status").text_of(count))
}
