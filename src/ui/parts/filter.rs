//! Finding indicators: by word, and by what is still to do.

use super::facet::{Chosen, facets, has};
use crate::desk::{Due, standing};
use crate::form::{Case, Form};
use crate::rulebook::{Day, IndicatorId, Kind, Rulebook};
use crate::score::{Ground, IndicatorScore, State as TaskState};
use crate::text::{desk, kind, page, state_text};
use crate::ui::dom::{El, classed, el, value};
use crate::ui::present::Present;
use crate::ui::session::Session;
use crate::ui::state::State;

/// What is still to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    All,
    Unanswered,
    Losing,
    Waiting,
    In(TaskState),
    Overdue,
}

/// What one may ask for in each kind of rulebook.
fn choices(kind: Kind) -> Vec<(Only, &'static str, &'static str)> {
    let mut all = vec![(Only::All, "all", page::ALL)];
    match kind {
        Kind::Points => all.extend([
            (Only::Unanswered, "unanswered", page::UNANSWERED),
            (Only::Losing, "losing", page::LOSING),
            (Only::Waiting, "waiting", page::WAITING),
        ]),
        Kind::Checklist => {
            for state in TaskState::ALL {
                all.push((Only::In(state), state.name(), state_text(state)));
            }
            all.push((Only::Overdue, "overdue", desk::OVERDUE));
        }
    }
    all
}

/// What indicators are narrowed down by; by default nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub only: Only,
    pub words: String,
    pub facets: Chosen,
}

/// What stands for an indicator that is shown, and for one that is not.
pub const SHOWN: char = '+';
const HIDDEN: char = '-';

/// Which indicators are wanted, a letter for each.
pub fn narrowed(session: Session, wanted: &Wanted) -> String {
    let today = session.today();
    let rulebook = session.rulebook_now();
    session.form.with(|form| {
        session.present.with(|now| {
            let shows = |id: IndicatorId| {
                meets(wanted.only, form, now, today, id)
                    && mentions(rulebook, id, &wanted.words)
                    && has(rulebook, &rulebook[id], &wanted.facets)
            };
            let letter = |id| if shows(id) { SHOWN } else { HIDDEN };
            rulebook.indicator_ids().map(letter).collect()
        })
    })
}

/// Whether an indicator meets the filter.
pub fn meets(only: Only, form: &Form, now: &Present, today: Option<Day>, id: IndicatorId) -> bool {
    let rulebook = form.edition.0;
    let Some(score) = now.card.indicators.get(usize::from(id.0)) else { return false };
    match only {
        Only::All => true,
        Only::Unanswered => open_fields(rulebook, &now.case, id),
        Only::Losing => score.range.high < rulebook[id].points,
        Only::Waiting => waits(score),
        Only::In(state) => score.state == Some(state),
        Only::Overdue => today
            .is_some_and(|today| standing(form, &now.case, id, score, today).due == Due::Overdue),
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
    let units = indicator.units.iter().chain(indicator.support).copied();
    let texts: Vec<String> = [indicator.title, indicator.wording, indicator.verification]
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
    rulebook: &'static Rulebook,
    words: State<String>,
    only: State<Only>,
    chosen: State<Chosen>,
    found: impl Fn() -> usize + 'static,
) -> El {
    let buttons = choices(rulebook.kind).into_iter().map(|(choice, name, label)| {
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
        let filtering = only.get() != Only::All
            || !words.with(String::is_empty)
            || chosen.get() != Chosen::default();
        if filtering { page::found(found()) } else { String::new() }
    };
    classed("div", "filter")
        .attr("role", "search")
        .child(el("label").attr("for", "search").text(kind::words(rulebook.kind).search))
        .child(search)
        .child(filters)
        .child(facets(rulebook, chosen))
        .child(classed("span", "found").attr("role", "status").text_of(count))
}
