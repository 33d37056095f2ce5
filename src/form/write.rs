//! Writing a form file.

use super::json::Node;
use super::limits::FILE_BYTES;
use super::model::{Evidence, Form, Scenario};
use crate::rulebook::{Answer, FieldId, Kind, MetricId, Reference, Row, Rulebook};
use rust_decimal::Decimal;

/// The marker of a form file.
pub const FORMAT: &str = "qiangxian.form";
/// The version of the form file that this build writes, and the newest it reads.
pub const VERSION: u64 = 1;

/// A form as the text of a form file.
pub fn write(form: &Form) -> String {
    let rulebook = form.edition.0;
    let mut top = vec![
        pair("format", text(FORMAT)),
        pair("version", Node::Integer(VERSION)),
        pair("rulebook", text(rulebook.id)),
    ];
    if !form.county.is_empty() {
        top.push(pair("county", text(&form.county)));
    }
    if let Some(year) = form.year {
        top.push(pair("year", Node::Integer(year.into())));
    }
    if let Some(base) = form.case.base {
        top.push(pair("method", method(base)));
    }
    let answers = form.case.answers.iter();
    some(&mut top, "answers", answers.map(|(f, a)| (field(rulebook, f), answer(rulebook, f, a))));
    let references = form.case.references.iter();
    some(&mut top, "references", references.map(|(m, r)| (metric(rulebook, m), reference(r))));
    if rulebook.kind == Kind::Points {
        let adjustments = form.adjustments.iter().map(|(id, adjustment)| {
            let parts = vec![
                pair("points", decimal(adjustment.points)),
                pair("reason", text(&adjustment.reason)),
            ];
            (rulebook[*id].id.to_owned(), Node::Object(parts))
        });
        some(&mut top, "adjustments", adjustments);
    }
    let notes = form.notes.iter().map(|(id, note)| (rulebook[*id].id.to_owned(), text(note)));
    some(&mut top, "notes", notes);
    let proofs = form.evidence.iter().map(|(id, rows)| {
        (rulebook[*id].id.to_owned(), Node::List(rows.iter().map(evidence).collect()))
    });
    some(&mut top, "evidence", proofs);
    if !form.veto.is_empty() {
        top.push(pair("veto", Node::List(form.veto.iter().map(|v| text(v)).collect())));
    }
    if !form.scenarios.is_empty() {
        let all = form.scenarios.iter().map(|s| scenario(rulebook, s)).collect();
        top.push(pair("scenarios", Node::List(all)));
    }
    top.extend(form.extra.iter().map(|(key, raw)| (key.clone(), Node::Raw(raw.clone()))));
    let top = Node::Object(top);
    let pretty = top.pretty();
    // What could be read must be writable: indentation may be what is too much.
    if pretty.len() > FILE_BYTES { top.compact() } else { pretty }
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
    Node::Object(parts)
}
