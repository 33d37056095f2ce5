//! The rows of the scoring table: which are shown under a filter, and in which
//! order they stand.

use super::Desk;
use super::department::{Role, all_units, units};
use super::doubt::{Doubted, doubt};
use super::filter::{Arrangement, Facet, Filter, Only, Sort};
use super::standing::{Due, Standing, reads};
use crate::form::{Case, Form};
use crate::rulebook::{FieldId, IndicatorId, Kind, Rulebook, Text};
use crate::score::{Ground, IndicatorScore, State};
use std::cmp::Reverse;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableLine {
    /// The head of a dimension, by its position.
    Dimension(u16),
    /// The head of a group, by its position.
    Group(u16),
    /// The head of what a unit is responsible for.
    Unit(Text),
    /// The head of what is due by the same words.
    Deadline(Text),
    /// An indicator or task. Under units it may stand more than once: `nth` is
    /// the position of its head.
    Item {
        /// The indicator or task.
        id: IndicatorId,
        /// The position of the part of the table that it stands in.
        nth: u16,
    },
}

/// The choices of [`Only`] that a kind of rulebook has.
pub fn choices(kind: Kind) -> &'static [Only] {
    match kind {
        Kind::Points => &[
            Only::All,
            Only::Unanswered,
            Only::Losing,
            Only::Open,
            Only::Waiting,
            Only::Unproved,
            Only::Overdue,
            Only::Doubtful,
            Only::Unconfirmed,
        ],
        Kind::Checklist => &[
            Only::All,
            Only::NotStarted,
            Only::InProgress,
            Only::Met,
            Only::NotApplicable,
            Only::Unproved,
            Only::Overdue,
            Only::Doubtful,
            Only::Unconfirmed,
        ],
    }
}

/// The rows that a filter shows, heads included.
pub fn lines(desk: &Desk, filter: &Filter) -> Vec<TableLine> {
    let shown: Vec<IndicatorId> =
        desk.rulebook().indicator_ids().filter(|id| shows(desk, filter, *id)).collect();
    let parts = parts(desk, filter, shown);
    let mut lines = Vec::new();
    for (nth, (heads, mut ids)) in (0..).zip(parts) {
        sort(desk, filter.sort, &mut ids);
        lines.extend(heads);
        lines.extend(ids.into_iter().map(|id| TableLine::Item { id, nth }));
    }
    lines
}

/// How many indicators each choice would show, whatever else is chosen.
pub fn counts(desk: &Desk) -> Vec<(Only, usize)> {
    let count = |only| {
        let asked = desk.rulebook().indicator_ids().filter(|id| desk.is_asked(*id));
        asked.filter(|id| meets(desk, only, *id)).count()
    };
    choices(desk.rulebook().kind).iter().map(|only| (*only, count(*only))).collect()
}

type Part = (Vec<TableLine>, Vec<IndicatorId>);

/// Heads with the rows below them.
fn parts(desk: &Desk, filter: &Filter, shown: Vec<IndicatorId>) -> Vec<Part> {
    let rulebook = desk.rulebook();
    match filter.by {
        Arrangement::Document if filter.sort != Sort::Number => vec![(Vec::new(), shown)],
        Arrangement::Document => {
            let mut parts: Vec<Part> = Vec::new();
            let (mut dimension, mut group) = (None, None);
            for id in shown {
                let at = rulebook[id].group;
                let above = rulebook.groups.get(usize::from(at)).map(|group| group.dimension);
                if group != Some(at) {
                    let mut heads = Vec::new();
                    if dimension != above {
                        heads.extend(above.map(TableLine::Dimension));
                    }
                    heads.push(TableLine::Group(at));
                    parts.push((heads, Vec::new()));
                }
                (dimension, group) = (above, Some(at));
                if let Some((_, ids)) = parts.last_mut() {
                    ids.push(id);
                }
            }
            parts
        }
        Arrangement::Unit => {
            let chosen = filter.facets.get(Facet::Unit.at()).cloned().flatten();
            let has = |name: Text, id: &IndicatorId| {
                units(desk.form, *id).iter().any(|(unit, role)| *unit == name && leads(*role))
            };
            let names = all_units(desk.form).into_iter();
            let names = names.filter(|name| chosen.as_deref().is_none_or(|unit| unit == *name));
            let part = |name: Text| {
                let ids: Vec<IndicatorId> =
                    shown.iter().copied().filter(|id| has(name, id)).collect();
                (!ids.is_empty()).then(|| (vec![TableLine::Unit(name)], ids))
            };
            names.filter_map(part).collect()
        }
        Arrangement::Deadline => options(desk.form, Facet::Deadline)
            .into_iter()
            .filter_map(|text| {
                let of = |id: &IndicatorId| rulebook[*id].deadline.text == text;
                let ids: Vec<IndicatorId> = shown.iter().copied().filter(of).collect();
                (!ids.is_empty()).then(|| (vec![TableLine::Deadline(text)], ids))
            })
            .collect(),
    }
}

fn leads(role: Role) -> bool {
    matches!(role, Role::Leads | Role::Members)
}

fn sort(desk: &Desk, sort: Sort, ids: &mut [IndicatorId]) {
    let standing = |id: &IndicatorId| desk.standing(*id);
    match sort {
        Sort::Number => {}
        Sort::Missing => ids.sort_by_key(|id| {
            Reverse(standing(id).map(|one| one.lost() + one.open()).unwrap_or_default())
        }),
        Sort::Deadline => ids.sort_by_key(|id| {
            let day = standing(id).and_then(|one| one.deadline);
            (day.is_none(), day)
        }),
    }
}

/// Whether a filter shows an indicator.
fn shows(desk: &Desk, filter: &Filter, id: IndicatorId) -> bool {
    let has = |facet: Facet| {
        let chosen = filter.facets.get(facet.at()).and_then(Option::as_deref);
        chosen.is_none_or(|chosen| of_facet(desk.form, id, facet).contains(&chosen))
    };
    desk.is_asked(id)
        && meets(desk, filter.only, id)
        && Facet::ALL.into_iter().all(has)
        && mentions(desk.form, id, &filter.words)
}

/// Whether an indicator meets a choice of [`Only`].
pub fn meets(desk: &Desk, only: Only, id: IndicatorId) -> bool {
    let Some(standing) = desk.standing(id) else { return false };
    let score = desk.card.indicators.get(usize::from(id.0));
    match only {
        Only::All => true,
        Only::Unanswered => open_fields(desk.rulebook(), desk.case, id),
        Only::Losing => standing.lost() > rust_decimal::Decimal::ZERO,
        Only::Open => standing.open() > rust_decimal::Decimal::ZERO,
        Only::Waiting => score.is_some_and(waits),
        Only::Unproved => standing.is_unproved(),
        Only::Overdue => standing.due == Due::Overdue,
        Only::Doubtful => is_doubtful(desk, id),
        Only::Unconfirmed => !unconfirmed(desk.form, desk.case, id).is_empty(),
        Only::NotStarted => is(standing, State::NotStarted),
        Only::InProgress => is(standing, State::InProgress),
        Only::Met => is(standing, State::Met),
        Only::NotApplicable => is(standing, State::NotApplicable),
    }
}

fn is(standing: &Standing, state: State) -> bool {
    standing.state == Some(state)
}

/// The fields that an indicator reads, shared figures included, whose earlier answers
/// are to be confirmed.
pub fn unconfirmed(form: &Form, case: &Case, id: IndicatorId) -> Vec<FieldId> {
    let mut fields = Vec::new();
    if !form.earlier.is_empty() {
        reads(form.edition.0, &case.readings, id, &mut fields);
        fields.retain(|field| form.unconfirmed(case, *field).is_some());
    }
    fields
}

/// Whether a figure that the indicator reads is questioned or could not be read, shared
/// figures included, or what is computed of them.
fn is_doubtful(desk: &Desk, id: IndicatorId) -> bool {
    let mut fields = Vec::new();
    reads(desk.rulebook(), &desk.case.readings, id, &mut fields);
    let metrics = desk.rulebook().metrics_under(id, &desk.case.readings);
    let all = fields.into_iter().map(Doubted::Field);
    all.chain(metrics.into_iter().map(Doubted::Metric))
        .any(|what| desk.unread.contains(&what) || doubt(desk.form, desk.case, what).is_some())
}

/// Whether a field that the indicator reads is open, shared figures included.
fn open_fields(rulebook: &Rulebook, case: &Case, id: IndicatorId) -> bool {
    let mut fields = Vec::new();
    reads(rulebook, &case.readings, id, &mut fields);
    fields.iter().any(|field| case.answers.get(*field).is_none())
}

/// Whether a reference value is missing that points depend on.
pub fn waits(score: &IndicatorScore) -> bool {
    score.findings.iter().any(|finding| match &finding.ground {
        Ground::Efficacy(how) => {
            how.coefficient.is_none()
                && !how.below_floor
                && (how.ends.unacceptable.value().is_none()
                    || how.ends.satisfactory.value().is_none())
        }
        _ => false,
    })
}

/// Whether words stand in an indicator: in its number, names, wording or units, by
/// their official and their shown names.
fn mentions(form: &Form, id: IndicatorId, words: &str) -> bool {
    let rulebook = form.edition.0;
    let indicator = &rulebook[id];
    let labels = indicator.fields.iter().map(|field| rulebook[*field].label);
    let official = indicator.units.iter().chain(indicator.support).copied();
    let shown = units(form, id).into_iter().map(|(unit, _)| form.unit(unit));
    let texts: Vec<String> = [indicator.title, indicator.wording, indicator.verification]
        .into_iter()
        .chain(labels)
        .chain(official)
        .chain(shown)
        .map(str::to_ascii_lowercase)
        .collect();
    words
        .to_ascii_lowercase()
        .split_whitespace()
        .all(|word| indicator.id == word || texts.iter().any(|text| text.contains(word)))
}

/// The options of a facet that an indicator has.
fn of_facet(form: &Form, id: IndicatorId, facet: Facet) -> Vec<Text> {
    let indicator = &form.edition[id];
    match facet {
        Facet::Group => {
            let group = form.edition.groups.get(usize::from(indicator.group));
            group.map(|group| group.title).into_iter().collect()
        }
        Facet::Unit => units(form, id).into_iter().map(|(name, _)| name).collect(),
        Facet::Deadline => vec![indicator.deadline.text],
        Facet::Verification => indicator.verification.split_whitespace().collect(),
    }
}

/// All options of a facet that the indicators have, each once: deadlines by their day and
/// then those in words, the rest in the document's order. Units stand by their official
/// names.
pub fn options(form: &Form, facet: Facet) -> Vec<Text> {
    let mut all: Vec<(Text, Text)> = Vec::new();
    for id in form.edition.indicator_ids() {
        let key = match (facet, form.edition[id].deadline.date) {
            (Facet::Deadline, "") => "~",
            (Facet::Deadline, date) => date,
            _ => "",
        };
        for text in of_facet(form, id, facet) {
            if !all.iter().any(|(_, known)| *known == text) {
                let at = all.iter().rposition(|(other, _)| *other <= key).map_or(0, |at| at + 1);
                all.insert(at, (key, text));
            }
        }
    }
    all.into_iter().map(|(_, text)| text).collect()
}
