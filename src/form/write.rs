//! Writing a form file.

use super::json::{Node, quote};
use super::limits::{FILE_BYTES, TEXT_CHARACTERS};
use super::model::{Evidence, Form, Scenario};
use super::plan::PlanSettings;
use super::problem::FormProblem;
use super::read::units::{DISPATCH, UNITS};
use super::record::{Event, EventKind, Slice, Snapshot};
use super::reviews::{Review, ReviewFinding, ReviewStage};
use super::units::UnitPart;
use crate::rulebook::{
    Answer, Answers, FieldId, Kind, MetricId, ReadingId, Reference, Row, Rulebook,
};
use rust_decimal::Decimal;

/// The marker of a form file.
pub const FORMAT: &str = "qiangxian.form";
/// The version of the form file that this build writes, and the newest it reads.
pub const VERSION: u64 = 1;

/// A form as the text of a form file.
pub fn write(form: &Form) -> String {
    let top = node(form);
    let pretty = top.pretty();
    // A form that could be read must be writable. Where indentation makes the file too
    // large, it is left out.
    if pretty.len() > FILE_BYTES { top.compact() } else { pretty }
}

/// A form as the object that a form file is.
pub fn node(form: &Form) -> Node {
    let mut top = vec![
        pair("format", text(FORMAT)),
        pair("version", Node::Integer(VERSION)),
        pair("rulebook", text(form.edition.id)),
    ];
    content(&mut top, form);
    memory(&mut top, form);
    later(&mut top, &form.extra);
    Node::Object(top)
}

/// The text of a form's file, if it can be read again: what is saved or handed
/// out goes through here.
///
/// Errors: [`FormProblem::TooLarge`] only.
pub fn write_bounded(form: &Form) -> Result<String, FormProblem> {
    let text = write(form);
    match text.len() {
        bytes if bytes > FILE_BYTES => Err(FormProblem::TooLarge { bytes }),
        _ => Ok(text),
    }
}

/// Whether a text may take the place of another in a form's file of this many bytes. Asked
/// while the user types: no box takes more than [`TEXT_CHARACTERS`], nor more than the file
/// has room for. A text may always become shorter.
pub fn has_room(file_bytes: usize, before: &str, after: &str) -> bool {
    if after.len() <= before.len() {
        return true;
    }
    let quoted = |text: &str| {
        let mut out = String::new();
        quote(text, &mut out);
        out.len()
    };
    let grown = (file_bytes + quoted(after)).saturating_sub(quoted(before));
    grown <= FILE_BYTES && after.chars().count() <= TEXT_CHARACTERS
}

/// What a form says, section by section.
fn content(top: &mut Vec<(String, Node)>, form: &Form) {
    let rulebook = form.edition.0;
    if !form.county.is_empty() {
        top.push(pair("county", text(&form.county)));
    }
    if let Some(year) = form.year {
        top.push(pair("year", Node::Integer(year.into())));
    }
    if let Some(base) = form.case.base {
        top.push(pair("method", method(base)));
    }
    let chosen = form.case.readings.iter();
    some(top, "readings", chosen.map(|(id, option)| reading(rulebook, id, option)));
    answers(top, rulebook, &form.case.answers);
    let references = form.case.references.iter();
    some(top, "references", references.map(|(m, r)| (metric(rulebook, m), reference(r))));
    if rulebook.kind == Kind::Points {
        let adjustments = form.adjustments.iter().map(|(id, adjustment)| {
            let parts = vec![
                pair("points", decimal(adjustment.points)),
                pair("reason", text(&adjustment.reason)),
            ];
            (rulebook[*id].id.to_owned(), Node::Object(parts))
        });
        some(top, "adjustments", adjustments);
    }
    let notes = form.notes.iter().map(|(id, note)| (rulebook[*id].id.to_owned(), text(note)));
    some(top, "notes", notes);
    let proofs = form.evidence.iter().map(|(id, rows)| {
        (rulebook[*id].id.to_owned(), Node::List(rows.iter().map(evidence).collect()))
    });
    some(top, "evidence", proofs);
    if !form.veto.is_empty() {
        top.push(pair("veto", Node::List(form.veto.iter().map(|v| text(v)).collect())));
    }
    if !form.scenarios.is_empty() {
        let all = form.scenarios.iter().map(|s| scenario(rulebook, s)).collect();
        top.push(pair("scenarios", Node::List(all)));
    }
    let targets = form.targets.iter();
    some(top, "targets", targets.map(|(id, v)| (rulebook[*id].id.to_owned(), decimal(*v))));
}

/// What a form remembers.
fn memory(top: &mut Vec<(String, Node)>, form: &Form) {
    if !form.snapshots.is_empty() {
        let all = form.snapshots.iter().map(|snapshot| self::snapshot(snapshot)).collect();
        top.push(pair("snapshots", Node::List(all)));
    }
    if !form.history.is_empty() {
        top.push(pair("history", Node::List(form.history.iter().map(event).collect())));
    }
    if !form.plan.is_empty() {
        top.push(pair("plan", plan(form.edition.0, &form.plan)));
    }
    units(top, form, "units", UNITS);
    units(top, form, "dispatch", DISPATCH);
    if !form.earlier.is_empty() {
        top.push(pair("earlier", earlier(form)));
    }
    if !form.reviews.is_empty() {
        let rounds = form.reviews.iter();
        let rounds = rounds.map(|(stage, one)| review(form.edition.0, *stage, one)).collect();
        top.push(pair("reviews", Node::List(rounds)));
    }
    if let Some(slice) = &form.slice {
        top.push(pair("slice", self::slice(form.edition.0, slice)));
    }
}

/// A later version's keys, with their values to the letter. A key that one of ours has
/// already is written with underscores behind it.
fn later(top: &mut Vec<(String, Node)>, extra: &[(String, String)]) {
    let known = top.len();
    for (key, raw) in extra {
        let mut name = key.clone();
        while top.iter().take(known).any(|(other, _)| *other == name)
            || name != *key && extra.iter().any(|(other, _)| *other == name)
        {
            name.push('_');
        }
        top.push((name, Node::Raw(raw.clone())));
    }
}

fn pair(key: &str, node: Node) -> (String, Node) {
    (key.to_owned(), node)
}

fn text(value: &str) -> Node {
    Node::Text(value.to_owned())
}

fn decimal(value: Decimal) -> Node {
    Node::Text(if value.is_zero() { "0".into() } else { value.to_string() })
}

/// An object under a key, unless it would be empty.
fn some(top: &mut Vec<(String, Node)>, key: &str, parts: impl Iterator<Item = (String, Node)>) {
    let parts: Vec<_> = parts.collect();
    if !parts.is_empty() {
        top.push(pair(key, Node::Object(parts)));
    }
}

fn field(rulebook: &Rulebook, id: FieldId) -> String {
    rulebook[id].id.to_owned()
}

fn metric(rulebook: &Rulebook, id: MetricId) -> String {
    rulebook[id].id.to_owned()
}

fn method(base: Decimal) -> Node {
    Node::Object(vec![pair("base", decimal(base))])
}

/// A reading with its option; the usual one is `null`, as a scenario writes it.
fn reading(rulebook: &Rulebook, id: ReadingId, option: u8) -> (String, Node) {
    let reading = &rulebook[id];
    let other = reading.options.get(usize::from(option)).filter(|_| option != 0);
    (reading.id.to_owned(), other.map_or(Node::Null, |option| text(option.id)))
}

fn answer(rulebook: &Rulebook, id: FieldId, answer: &Answer) -> Node {
    let option =
        |at: usize| rulebook[id].options.get(at).map_or(Node::Null, |option| text(option.id));
    match answer {
        Answer::YesNo(yes) => Node::Bool(*yes),
        Answer::Choice(chosen) => option(*chosen as usize),
        Answer::Set(chosen) => Node::List(
            (0..rulebook[id].options.len())
                .filter(|at| chosen & (1 << at) != 0)
                .map(option)
                .collect(),
        ),
        Answer::Count(number) => Node::Integer((*number).into()),
        Answer::Figure(value) => decimal(*value),
        Answer::Rows(rows) => Node::List(
            rows.iter().map(|row| self::row(row, |level| option(level as usize))).collect(),
        ),
    }
}

fn row(row: &Row, level: impl Fn(u8) -> Node) -> Node {
    let mut parts = Vec::new();
    if !row.title.is_empty() {
        parts.push(pair("title", text(&row.title)));
    }
    if !row.recipient.is_empty() {
        parts.push(pair("recipient", text(&row.recipient)));
    }
    if let Some(at) = row.level {
        parts.push(pair("level", level(at)));
    }
    if let Some(year) = row.year {
        parts.push(pair("year", Node::Integer(year.into())));
    }
    Node::Object(parts)
}

fn reference(reference: &Reference) -> Node {
    match reference {
        Reference::Ends { unacceptable, satisfactory } => {
            let ends = [("unacceptable", unacceptable), ("satisfactory", satisfactory)];
            let given = ends.iter().filter_map(|(key, end)| end.map(|v| pair(key, decimal(v))));
            Node::Object(given.collect())
        }
        Reference::Peers(values) => {
            let values = values.iter().map(|v| decimal(*v)).collect();
            Node::Object(vec![pair("peers", Node::List(values))])
        }
    }
}

fn evidence(row: &Evidence) -> Node {
    let mut parts = vec![pair("title", text(&row.title))];
    for (key, value) in [("number", &row.number), ("date", &row.date), ("place", &row.place)] {
        if let Some(value) = value {
            parts.push(pair(key, text(value)));
        }
    }
    if let Some(ready) = row.ready {
        parts.push(pair("ready", Node::Bool(ready)));
    }
    Node::Object(parts)
}

fn scenario(rulebook: &Rulebook, scenario: &Scenario) -> Node {
    let mut parts = vec![pair("name", text(&scenario.name))];
    let answers = scenario.answers.iter().map(|(id, changed)| {
        let node = changed.as_ref().map_or(Node::Null, |a| answer(rulebook, *id, a));
        (field(rulebook, *id), node)
    });
    some(&mut parts, "answers", answers);
    let references = scenario.references.iter().map(|(id, changed)| {
        (metric(rulebook, *id), changed.as_ref().map_or(Node::Null, reference))
    });
    some(&mut parts, "references", references);
    if let Some(base) = scenario.base {
        parts.push(pair("method", method(base)));
    }
    let readings = scenario.readings.iter();
    some(&mut parts, "readings", readings.map(|(id, option)| reading(rulebook, *id, *option)));
    Node::Object(parts)
}

fn snapshot(snapshot: &Snapshot) -> Node {
    let mut parts = vec![pair("name", text(&snapshot.name)), pair("taken", text(&snapshot.taken))];
    let mut said = Vec::new();
    content(&mut said, &snapshot.content);
    parts.push(pair("content", Node::Object(said)));
    Node::Object(parts)
}

fn event(event: &Event) -> Node {
    let name = EventKind::NAMES.iter().find(|(kind, _)| *kind == event.kind);
    let name = name.map_or("", |(_, name)| name);
    let mut parts = vec![pair("time", text(&event.time)), pair("event", text(name))];
    if !event.detail.is_empty() {
        parts.push(pair("detail", text(&event.detail)));
    }
    Node::Object(parts)
}

fn plan(rulebook: &Rulebook, plan: &PlanSettings) -> Node {
    let mut parts = Vec::new();
    if let Some(target) = plan.target {
        parts.push(pair("target", decimal(target)));
    }
    if !plan.fixed.is_empty() {
        let fixed = plan.fixed.iter().map(|id| text(rulebook[*id].id)).collect();
        parts.push(pair("fixed", Node::List(fixed)));
    }
    let efforts = plan.efforts.iter();
    let effort = |effort: &u8| Node::Integer((*effort).into());
    some(&mut parts, "efforts", efforts.map(|(id, e)| (rulebook[*id].id.to_owned(), effort(e))));
    let limits = plan.limits.iter();
    some(&mut parts, "limits", limits.map(|(id, limit)| (field(rulebook, *id), decimal(*limit))));
    if !plan.released.is_empty() {
        let released = plan.released.iter().map(|id| text(rulebook[*id].id)).collect();
        parts.push(pair("released", Node::List(released)));
    }
    Node::Object(parts)
}

fn answers(parts: &mut Vec<(String, Node)>, rulebook: &Rulebook, all: &Answers) {
    let one = |(id, one)| (field(rulebook, id), answer(rulebook, id, one));
    some(parts, "answers", all.iter().map(one));
}

fn earlier(form: &Form) -> Node {
    let mut parts = Vec::new();
    if let Some(year) = form.earlier.year {
        parts.push(pair("year", Node::Integer(year.into())));
    }
    answers(&mut parts, form.edition.0, &form.earlier.answers);
    Node::Object(parts)
}

/// What is set of units under one top-level key; an empty text is `null`.
fn units(top: &mut Vec<(String, Node)>, form: &Form, key: &str, parts: &[(&str, UnitPart)]) {
    let mut all = Vec::new();
    for (key, part) in parts {
        let set = form.units.iter().filter(|(other, ..)| other == part);
        let value = |value: &str| if value.is_empty() { Node::Null } else { text(value) };
        some(&mut all, key, set.map(|(_, unit, set)| (unit.to_owned(), value(set))));
    }
    some(top, key, all.into_iter());
}

fn review(rulebook: &Rulebook, stage: ReviewStage, review: &Review) -> Node {
    let mut parts = vec![pair("stage", text(stage.name()))];
    if !review.by.is_empty() {
        parts.push(pair("by", text(&review.by)));
    }
    if let Some(day) = &review.on {
        parts.push(pair("on", text(day)));
    }
    parts.push(pair("signed", Node::Bool(review.signed)));
    let rows = review.rows.iter().map(|(id, one)| (rulebook[*id].id.to_owned(), finding(one)));
    some(&mut parts, "rows", rows);
    Node::Object(parts)
}

fn finding(finding: &ReviewFinding) -> Node {
    let mut parts = vec![pair("verdict", text(finding.verdict.name()))];
    if let Some(points) = finding.points {
        parts.push(pair("points", decimal(points)));
    }
    if !finding.reason.is_empty() {
        parts.push(pair("reason", text(&finding.reason)));
    }
    Node::Object(parts)
}

fn slice(rulebook: &Rulebook, slice: &Slice) -> Node {
    let asked = slice.indicators.iter().map(|id| text(rulebook[*id].id)).collect();
    let mut parts = vec![pair("unit", text(&slice.unit)), pair("indicators", Node::List(asked))];
    if let Some(deadline) = &slice.deadline {
        parts.push(pair("deadline", text(deadline)));
    }
    parts.push(pair("sent", text(&slice.sent)));
    if !slice.parent.is_empty() {
        parts.push(pair("parent", text(&slice.parent)));
    }
    let mut base = Vec::new();
    content(&mut base, &slice.base);
    parts.push(pair("base", Node::Object(base)));
    Node::Object(parts)
}
