//! Comparison: the baseline beside scenarios, snapshots and other forms.

use super::page_of;
use crate::form::{Case, EventKind, Form, Snapshot};
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::{Comparison, Difference, Scorecard, compare};
use crate::text::table::Table;
use crate::text::{self, gain_text, page, scenario as words};
use crate::ui::dom::{El, button, classed, el, memo};
use crate::ui::parts::gaps::jump;
use crate::ui::parts::options::checkbox;
use crate::ui::parts::score::figure;
use crate::ui::parts::table::{table, takeaway};
use crate::ui::parts::waterfall::waterfall;
use crate::ui::session::{Incoming, Session};
use crate::ui::state::State;
use crate::ui::view::View;
use leptos::prelude::*;

/// How many columns stand beside the baseline.
const MOST: usize = 4;

/// How the keys of scenarios begin.
const SCENARIO: &str = "=";

/// Something that the baseline is compared with.
#[derive(Clone, PartialEq)]
struct Other {
    /// Tells it from all others, whatever their names.
    key: String,
    name: String,
    form: Form,
    case: Case,
}

/// The comparison, and the snapshots that it can be made with.
pub fn compare_page(session: Session) -> El {
    let first = others(session).into_iter().filter(|other| other.key.starts_with(SCENARIO));
    let chosen = State::new(first.take(MOST).map(|other| other.key).collect::<Vec<String>>());
    let all = State::new(false);
    // What there is to choose from changes under this view: by undo, by the bar above.
    let names = memo(move || {
        session.form.track();
        session.shelf.track();
        // Of a type that another memo has: each makes code of its own.
        let mut all = String::new();
        for other in others(session) {
            all.push_str(&other.key);
            all.push_str(&other.name);
        }
        (all, None::<String>)
    });
    let choice = el("div").dynamic(move || {
        let others = untrack(|| others(session)).into_iter();
        if names.with(|(all, _)| all.is_empty()) {
            return Vec::new();
        }
        let boxes = others.enumerate().map(|(at, Other { key, name, .. })| {
            let own = key.clone();
            checkbox(
                &at.to_string(),
                &name,
                move || chosen.with(|chosen| chosen.contains(&own)),
                move |on| {
                    chosen.update(|chosen| {
                        chosen.retain(|one| *one != key);
                        if on {
                            // The one chosen first makes room.
                            if chosen.len() == MOST {
                                chosen.remove(0);
                            }
                            chosen.push(key.clone());
                        }
                    });
                },
            )
        });
        let choice = classed("fieldset", "choices")
            .child(el("legend").text(words::COMPARE_WITH))
            .child(classed("p", "hint").text(words::COMPARE_HINT))
            .children(boxes);
        vec![choice]
    });
    let only =
        checkbox("different", words::ONLY_DIFFERENT, move || !all.get(), move |on| all.set(!on));
    let picked = move || -> Vec<Other> {
        let mut all = others(session);
        chosen.with(|chosen| all.retain(|other| chosen.contains(&other.key)));
        // A scenario that comes to a chosen one's place may be one too many.
        all.truncate(MOST);
        all
    };
    let make = move || {
        let columns = untrack(picked);
        untrack(|| session.form.with(|form| compared(form, &columns, all.get_untracked()).0))
    };
    let result = el("div").dynamic(move || {
        session.form.track();
        let columns = picked();
        if columns.is_empty() {
            return vec![classed("p", "hint").text(words::NOTHING)];
        }
        let everything = all.get();
        session.form.with(|form| sheet(session, form, &columns, everything))
    });
    let parts = [choice, only, result, takeaway(make)];
    page_of(session, View::Compare, page::COMPARE, parts.into_iter().chain([snapshots(session)]))
}

/// Scenarios, snapshots, and other forms of the same edition.
fn others(session: Session) -> Vec<Other> {
    let id = session.id.get_untracked();
    session.form.with_untracked(|form| {
        let mut all = Vec::new();
        for scenario in &form.scenarios {
            let case = form.case.under(scenario);
            let (key, name) = (format!("{SCENARIO}{}", scenario.name), scenario.name.clone());
            all.push(Other { key, name, form: form.clone(), case });
        }
        for snapshot in &form.snapshots {
            let form = form.at(snapshot);
            let name = words::snapshot(&snapshot.name, &snapshot.taken);
            let key = format!("@{} {}", snapshot.taken, snapshot.name);
            all.push(Other { key, name, case: form.case.clone(), form });
        }
        session.shelf.with_untracked(|shelf| {
            for saved in shelf {
                if saved.id != id && saved.form.edition == form.edition {
                    let name = page::form_name(&saved.name, &saved.form);
                    let (form, case) = (saved.form.clone(), saved.form.case.clone());
                    all.push(Other { key: saved.id.clone(), name, form, case });
                }
            }
        });
        all
    })
}

/// The table of a comparison, and the indicators of its rows; rows of the total
/// and the dimensions have none.
fn compared(
    form: &Form,
    columns: &[Other],
    everything: bool,
) -> (Table, Vec<Option<IndicatorId>>, Vec<(Comparison, Scorecard)>) {
    let rulebook = form.edition.0;
    let base = form.scorecard();
    let all: Vec<(Comparison, Scorecard)> = columns
        .iter()
        .map(|other| {
            let card = other.form.score(&other.case);
            (compare(rulebook, &base, &card), card)
        })
        .collect();
    let mut head = vec![page::INDICATOR, words::BASELINE];
    head.extend(columns.iter().map(|other| other.name.as_str()));
    let mut table = Table::new(page::COMPARE.to_owned(), &head);
    let mut ids = Vec::new();
    let mut row = |name: String, id: Option<IndicatorId>, parts: Vec<Difference>| {
        let Some(first) = parts.first() else { return };
        let mut cells = vec![name, standing(rulebook, &first.before.range, first, false)];
        cells.extend(parts.iter().map(|part| standing(rulebook, &part.after.range, part, true)));
        table.rows.push(cells);
        ids.push(id);
    };
    let pick = |part: &dyn Fn(&Comparison) -> Option<Difference>| -> Vec<Difference> {
        all.iter().filter_map(|(comparison, _)| part(comparison)).collect()
    };
    row(words::TOTAL.to_owned(), None, pick(&|all| Some(all.total)));
    for (at, dimension) in rulebook.dimensions.iter().enumerate() {
        row(dimension.title.to_owned(), None, pick(&|all| all.dimensions.get(at).copied()));
    }
    for id in rulebook.indicator_ids() {
        let parts = pick(&|all| all.indicators.get(usize::from(id.0)).copied());
        if everything || parts.iter().any(Difference::differs) {
            let indicator = &rulebook[id];
            row(format!("{} {}", indicator.id, indicator.title), Some(id), parts);
        }
    }
    (table, ids, all)
}

/// A part of one column: what counts, its range while it is open, and how far it
/// moved.
fn standing(
    rulebook: &Rulebook,
    range: &crate::score::Range,
    part: &Difference,
    after: bool,
) -> String {
    let (before, now) = part.counted(rulebook.kind);
    let mut text = figure(if after { now } else { before });
    if !range.is_settled() {
        text.push_str(&format!("（{}–{}）", figure(range.low), figure(range.high)));
    }
    if after && now != before {
        text.push(' ');
        text.push_str(&gain_text(rulebook, now - before));
    }
    text
}

fn sheet(session: Session, form: &Form, columns: &[Other], everything: bool) -> Vec<El> {
    let rulebook = form.edition.0;
    let (of, ids, all) = compared(form, columns, everything);
    let cell = |row: usize, column: usize| {
        let id = (*ids.get(row)?)?;
        let text = of.rows.get(row)?.get(column)?;
        if column == 0 {
            return Some(jump(session, id, text));
        }
        let at = column.checked_sub(2)?;
        let (other, (_, card)) = (columns.get(at)?, all.get(at)?);
        let lines = reasons(rulebook, form, other, card, id);
        if lines.is_empty() {
            return None;
        }
        let why = el("details").child(el("summary").text(text));
        Some(why.child(el("ul").children(lines.iter().map(|line| el("li").text(line)))))
    };
    let mut parts = vec![table(&of, &cell)];
    for (other, (comparison, _)) in columns.iter().zip(&all) {
        parts.push(el("h3").text(&format!("{} {}", words::WATERFALL, other.name)));
        parts.push(waterfall(rulebook, comparison));
    }
    parts
}

/// Why an indicator differs: what was answered otherwise, and what that gives.
fn reasons(
    rulebook: &'static Rulebook,
    form: &Form,
    other: &Other,
    card: &Scorecard,
    id: IndicatorId,
) -> Vec<String> {
    let mut lines = words::changes(rulebook, id, &form.case, &other.case);
    if let Some(score) = card.indicators.get(usize::from(id.0))
        && !lines.is_empty()
    {
        let adjustments = &other.form.adjustments;
        let said = text::explain(rulebook, &other.case, adjustments, other.form.year(), id, score);
        lines.extend(said.steps);
        lines.push(said.result);
    }
    lines
}

/// Snapshots of the form: take one, look at one, delete one.
fn snapshots(session: Session) -> El {
    let name =
        el("input").attr("type", "text").attr("id", "snapshot-name").attr("data-form", "snapshot");
    let typed = name.clone();
    let take = button("snapshot", words::SNAPSHOT_TAKE, move |_| {
        let name = typed.held();
        if name.trim().is_empty() {
            session.tell(words::SNAPSHOT_BLANK.to_owned(), true);
            return;
        }
        let event = session.event(EventKind::Kept, &name);
        session.edit(None, |form| {
            form.take_snapshot(name.trim(), &event.time.clone());
            form.remember(event);
        });
        typed.hold("");
        session.tell(words::taken(name.trim()), false);
    });
    let list = classed("ul", "shelf").dynamic(move || {
        session.form.with(|form| {
            form.snapshots.iter().enumerate().map(|(at, one)| snapshot(session, at, one)).collect()
        })
    });
    classed("section", "snapshots")
        .child(el("h3").text(words::SNAPSHOTS))
        .child(classed("p", "hint").text(words::SNAPSHOTS_HINT))
        .child(
            classed("p", "takeaway")
                .child(el("label").attr("for", "snapshot-name").text(words::SNAPSHOT_NAME))
                .child(name)
                .child(take),
        )
        .child(list)
}

fn snapshot(session: Session, at: usize, snapshot: &Snapshot) -> El {
    let name = words::snapshot(&snapshot.name, &snapshot.taken);
    let (title, shown) = (name.clone(), snapshot.clone());
    let open = button("snapshot-open", words::SNAPSHOT_OPEN, move |_| {
        let form = session.form.with_untracked(|form| form.at(&shown));
        session.receive(vec![Incoming { name: Some(title.clone()), date: None, form }]);
    });
    let delete = button("snapshot-delete", page::DELETE, move |_| {
        session.edit(None, |form| {
            if at < form.snapshots.len() {
                form.snapshots.remove(at);
            }
        });
    });
    el("li")
        .attr("data-snapshot", &snapshot.name)
        .child(el("b").text(&name))
        .child(classed("p", "saved-do").child(open).child(delete))
}
