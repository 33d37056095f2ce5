//! The overview: what a deputy mayor wants on one screen and one printed page.

use super::page_of;
use crate::desk::{Desk, Entry, Overview, TargetStanding, Timeline, Verdict};
use crate::form::typed;
use crate::rulebook::{IndicatorId, Kind, TargetId};
use crate::text::desk as words;
use crate::text::desk::{progress_table, target_table};
use crate::text::kind;
use crate::text::page;
use crate::ui::dom::{El, classed, el, together};
use crate::ui::parts::figure::{Typed, text_input, typed_box};
use crate::ui::parts::gaps::{jump, largest};
use crate::ui::parts::score;
use crate::ui::parts::table::{table, takeaway};
use crate::ui::parts::today::today;
use crate::ui::present::Block;
use crate::ui::session::{Edited, Session};
use crate::ui::view::View;
use leptos::prelude::*;
use std::rc::Rc;

/// The whole on one page.
pub fn overview_page(session: Session) -> El {
    let figures = el("div").dynamic(move || {
        let shown = session.desk(|desk| summary(session, desk, &desk.overview()));
        shown.unwrap_or_default()
    });
    let line = el("div").dynamic(move || {
        session
            .desk(|desk| desk.timeline().map(|line| timeline(desk, &line)))
            .flatten()
            .into_iter()
            .collect()
    });
    let checklist = session.rulebook_now().kind == Kind::Checklist;
    let progress = checklist.then(|| {
        let make = move || session.desk(progress_table).unwrap_or_default();
        let all = el("div").dynamic(move || vec![table(&make(), &|_, _| None)]);
        el("section").attr("data-progress", "group").child(all).child(takeaway(make))
    });
    let targets = (!session.rulebook_now().targets.is_empty()).then(|| targets(session));
    let deadlines = classed("section", "deadlines")
        .child(el("h3").text(words::TIMELINE))
        .child(today(session))
        .child(line);
    page_of(
        session,
        View::Overview,
        words::OVERVIEW,
        [figures, deadlines].into_iter().chain(targets).chain(progress),
    )
}

fn summary(session: Session, desk: &Desk, overview: &Overview) -> Vec<El> {
    let rulebook = desk.rulebook();
    let said = kind::words(rulebook.kind);
    let dimensions = rulebook.dimensions.iter().zip(&overview.dimensions).map(|(one, part)| {
        el("li")
            .child(el("b").text(one.title))
            .child(score::figures(score::still(*part)))
            .child(score::bar(score::still(*part)))
    });
    let count = |label: &str, value: String, name: &str, urgent: bool| {
        classed("div", if urgent { "count urgent" } else { "count" })
            .attr("data-count", name)
            .child(el("dt").text(label))
            .child(el("dd").text(&value))
    };
    let unproved = overview.unproved.len();
    let counts = [
        count(
            page::ANSWERED,
            page::progress(overview.answered, overview.fields),
            "answered",
            false,
        ),
        count(
            words::PROOFS_READY,
            page::progress(overview.proofs.ready, overview.proofs.all),
            "ready",
            false,
        ),
        count(said.unproved, page::progress(unproved, overview.claimed), "unproved", unproved > 0),
        count(words::OVERDUE, overview.overdue.to_string(), "overdue", overview.overdue > 0),
        count(words::SOON, overview.soon.to_string(), "soon", false),
    ];
    let names = |ids: &[IndicatorId]| -> Vec<El> {
        let name = |id: &IndicatorId| {
            let label = format!("{} {}", rulebook[*id].id, rulebook[*id].title);
            el("li").child(jump(session, *id, &label))
        };
        ids.iter().map(name).collect()
    };
    let unproved = (unproved > 0).then(|| {
        classed("details", "unproved")
            .child(el("summary").text(said.unproved))
            .child(classed("ul", "names").children(names(&overview.unproved)))
    });
    let gaps = if overview.largest.is_empty() {
        classed("p", "hint").text(said.no_gaps)
    } else {
        largest(session, desk, &overview.largest)
    };
    let mut all = vec![
        classed("ul", "dimensions").children(dimensions),
        classed("dl", "counts").children(counts),
    ];
    all.extend(unproved);
    all.push(gaps);
    all
}

/// Deadlines and stages on one line, with today marked.
fn timeline(desk: &Desk, line: &Timeline) -> El {
    let place = |per_mille: u16| format!("{}.{}%", per_mille / 10, per_mille % 10);
    let stages = line.stages.iter().filter_map(|mark| {
        let stage = desk.rulebook().stages.get(mark.stage)?;
        let bar = classed("span", "stage");
        bar.style("left", &place(mark.begins));
        bar.style("width", &place(mark.ends.saturating_sub(mark.begins)));
        Some(bar.attr("title", stage.title))
    });
    let dates = line.dates.iter().map(|mark| {
        let point = classed("span", if mark.left > 0 { "due" } else { "due done" });
        point.style("left", &place(mark.place));
        point.attr("title", &words::due_on(mark))
    });
    let now = line.today.map(|today| {
        let now = classed("span", "now").text(page::TODAY_MARK);
        now.style("left", &place(today));
        now
    });
    let drawn = classed("div", "line")
        .attr("aria-hidden", "true")
        .children(stages)
        .children(dates)
        .children(now);
    let stages = line.stages.iter().filter_map(|mark| {
        let stage = desk.rulebook().stages.get(mark.stage)?;
        let item = el("li").attr("data-stage", words::phase_text(mark.phase));
        Some(item.child(el("b").text(stage.title)).text(&words::stage_text(stage, mark)))
    });
    let dates = line.dates.iter().map(|mark| el("li").text(&words::due_on(mark)));
    classed("div", "timeline")
        .child(drawn)
        .child(classed("ol", "stages").children(stages))
        .child(classed("ol", "dates").children(dates))
}

/// The document's own targets, with boxes where no field asks their figures.
fn targets(session: Session) -> El {
    let standings = move |desk: &Desk| {
        let own = |at: usize| desk.form.targets.get(&TargetId(at as u16)).copied();
        desk.targets(&own)
    };
    let list = el("div").dynamic(move || {
        let count = session.rulebook_now().targets.len();
        untrack(|| {
            let shown = session.desk(|desk| {
                let standings = standings(desk);
                let cell = |row: usize, column: usize| -> Option<El> {
                    let standing: &TargetStanding = standings.get(row)?;
                    let own = column == VALUE && standing.entry == Entry::Own;
                    own.then(|| own_figure(session, TargetId(standing.target as u16)))
                        .or_else(|| (column == VERDICT).then(|| verdict(session, row)))
                };
                table(&target_table(desk, &standings), &cell)
            });
            shown.filter(|_| count > 0).into_iter().collect()
        })
    });
    classed("section", "targets")
        .child(el("h3").text(words::TARGETS))
        .child(classed("p", "hint").text(words::TARGETS_HINT))
        .child(list)
}

/// Columns of the table of targets.
const VALUE: usize = 3;
const VERDICT: usize = 4;

fn verdict(session: Session, at: usize) -> El {
    let own = move |desk: &Desk| {
        let own = |at: usize| desk.form.targets.get(&TargetId(at as u16)).copied();
        let standing = desk.targets(&own).get(at).copied()?;
        let target = desk.rulebook().targets.get(standing.target)?;
        Some((words::verdict_text(target, standing.verdict), standing.verdict))
    };
    together(|| {
        classed("span", "verdict").react(move |element| {
            let shown = session.desk(own).flatten();
            let (text, verdict) = shown.unwrap_or(("", Verdict::Unknown));
            element.show(text);
            element.toggle("missed", verdict == Verdict::NotMet);
        })
    })
}

/// The box of a target's own figure.
fn own_figure(session: Session, id: TargetId) -> El {
    let target = &session.rulebook_now()[id];
    let typed = Typed {
        place: Block::BASICS,
        slot: format!("target:{}", target.id),
        value: Rc::new(move || {
            let value = session.form.with_untracked(|form| form.targets.get(&id).copied());
            value.map(|value| value.normalize().to_string()).unwrap_or_default()
        }),
        judge: Rc::new(move |text| typed::decimal_in(text, target.unit).map(drop)),
        take: Rc::new(move |text| {
            let value = typed::decimal_in(text, target.unit)?;
            session.edit(Some(Edited::Target(id)), |form| {
                match value {
                    Some(value) => form.targets.insert(id, value),
                    None => form.targets.remove(&id),
                };
            });
            Ok(())
        }),
        unit: target.unit,
    };
    let input =
        text_input("decimal").attr("data-target", target.id).attr("aria-label", target.wording);
    together(|| {
        let wired = typed_box(session, input, &format!("target-{}", target.id), typed);
        el("div")
            .child(
                classed("span", "box")
                    .child(wired.input)
                    .child(classed("span", "unit").text(target.unit)),
            )
            .child(wired.message)
    })
}
