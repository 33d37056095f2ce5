//! Reading what a form says: each section by its key.

use super::answer::{answer, answers, reference};
use super::node::*;
use crate::form::json::Node;
use crate::form::limits::{self, FIGURE};
use crate::form::model::{Evidence, Form, Scenario};
use crate::form::parse::in_order;
use crate::form::problem::{Allowed, Expected};
use crate::rulebook::Map;
use crate::rulebook::{
    Adjustment, Answer, FieldId, IndicatorId, MetricId, ReadingId, Reference, Rulebook,
};
use rust_decimal::Decimal;

/// The keys of all that a form says.
pub const CONTENT: &[&str] = &[
    "county",
    "year",
    "method",
    "readings",
    "answers",
    "references",
    "adjustments",
    "notes",
    "evidence",
    "veto",
    "scenarios",
    "targets",
];

/// Reads one section into a form; `path` is where it stands. Returns false, and changes
/// nothing, for a key that is not in [`CONTENT`].
pub fn section(form: &mut Form, key: &str, path: &str, node: &Node) -> Read<bool> {
    let rulebook = form.edition.0;
    match key {
        "county" => form.county = string(path, node)?.to_owned(),
        "year" => form.set_year(Some(year(path, node)?)),
        "method" => form.case.base = method(rulebook, path, node)?,
        "readings" => {
            points_only(rulebook, path, node)?;
            for (id, path, node) in entries(path, node)? {
                let reading = known(&path, node, rulebook.reading(id), Allowed::Reading)?;
                form.case.readings.set(reading, option(rulebook, reading, &path, node)?);
            }
        }
        "answers" => {
            answers(&mut form.case.answers, rulebook, path, node)?;
        }
        "references" => {
            points_only(rulebook, path, node)?;
            for (id, path, node) in entries(path, node)? {
                let metric = known(&path, node, rulebook.metric(id), Allowed::Metric)?;
                let reference = reference(rulebook, metric, &path, node)?;
                form.case.references.set(metric, Some(reference));
            }
        }
        "adjustments" => {
            points_only(rulebook, path, node)?;
            for (id, path, node) in entries(path, node)? {
                let indicator = indicator(rulebook, &path, id, node)?;
                form.adjustments.insert(indicator, adjustment(rulebook, indicator, &path, node)?);
            }
        }
        "notes" => {
            for (id, path, node) in entries(path, node)? {
                let indicator = indicator(rulebook, &path, id, node)?;
                form.notes.insert(indicator, string(&path, node)?.to_owned());
            }
        }
        "evidence" => {
            for (id, path, node) in entries(path, node)? {
                let indicator = indicator(rulebook, &path, id, node)?;
                let rows = list(&path, node)?.map(|(path, node)| evidence(&path, node));
                form.evidence.insert(indicator, rows.collect::<Read<_>>()?);
            }
        }
        "veto" => {
            let items = list(path, node)?.map(|(path, node)| filled(&path, node));
            form.veto = items.collect::<Read<_>>()?;
        }
        "scenarios" => {
            let again = name_again(node);
            for (at, (path, node)) in list(path, node)?.enumerate() {
                let scenario = scenario(rulebook, &path, node)?;
                if again == Some(at) {
                    let name = Node::Text(scenario.name);
                    return Err(wrong(&format!("{path}.name"), &name, Expected::NewName));
                }
                form.scenarios.push(scenario);
            }
        }
        "targets" => {
            for (id, path, node) in entries(path, node)? {
                let own = rulebook.target(id).filter(|target| rulebook[*target].field.is_none());
                let target = known(&path, node, own, Allowed::Target)?;
                form.targets.insert(target, decimal(&path, node, FIGURE)?);
            }
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// The position of the first scenario whose name repeats an earlier one. The names are
/// sorted, since a file may hold any number of them.
fn name_again(node: &Node) -> Option<usize> {
    let Node::List(all) = node else { return None };
    let mut names = Vec::new();
    for (at, node) in all.iter().enumerate() {
        let Node::Object(pairs) = node else { continue };
        if let Some((_, Node::Text(name))) = pairs.iter().find(|(key, _)| key == "name") {
            names.push((name.as_str(), at));
        }
    }
    let names = in_order(names);
    names.windows(2).filter(|two| two[0].0 == two[1].0).map(|two| two[1].1).min()
}

fn method(rulebook: &Rulebook, path: &str, node: &Node) -> Read<Option<Decimal>> {
    points_only(rulebook, path, node)?;
    let part = parts(path, node, &["base"])?;
    let Some(node) = part("base") else { return Ok(None) };
    let written = |base: &Decimal| matches!(node, Node::Text(text) if *text == base.to_string());
    let base = rulebook.bases.iter().find(|base| written(base));
    let all = || Expected::Base(rulebook.bases.iter().map(Decimal::to_string).collect());
    base.copied().map(Some).ok_or_else(|| wrong(&format!("{path}.base"), node, all()))
}

/// The position of an option of a reading.
fn option(rulebook: &Rulebook, id: ReadingId, path: &str, node: &Node) -> Read<u8> {
    let options = rulebook[id].options;
    let named = |id: &str| matches!(node, Node::Text(text) if text == id);
    let at = (0u8..).zip(options).find(|(_, option)| named(option.id));
    let all = || Expected::OneOf(options.iter().map(|option| option.id.to_owned()).collect());
    at.map(|(at, _)| at).ok_or_else(|| wrong(path, node, all()))
}

fn adjustment(rulebook: &Rulebook, id: IndicatorId, path: &str, node: &Node) -> Read<Adjustment> {
    let part = parts(path, node, &["points", "reason"])?;
    let points_path = format!("{path}.points");
    let node = part("points").ok_or_else(|| missing(&points_path, Expected::Decimal(FIGURE)))?;
    let points = decimal(&points_path, node, FIGURE)?;
    let most = rulebook[id].points;
    if points < Decimal::ZERO || points > most {
        let bounds = Expected::Between(Some(Decimal::ZERO), Some(most));
        return Err(wrong(&points_path, node, bounds));
    }
    let path = format!("{path}.reason");
    let reason = required(&path, part("reason"))?;
    Ok(Adjustment { points, reason })
}

fn evidence(path: &str, node: &Node) -> Read<Evidence> {
    let part = parts(path, node, &["title", "number", "date", "place", "ready"])?;
    let path = |key: &str| format!("{path}.{key}");
    let text = |key: &str| match part(key) {
        Some(node) => string(&path(key), node).map(|text| Some(text.to_owned())),
        None => Ok(None),
    };
    Ok(Evidence {
        title: required(&path("title"), part("title"))?,
        number: text("number")?,
        date: match part("date") {
            Some(Node::Text(text)) if limits::is_date_of_proof(text) => Some(text.clone()),
            Some(other) => return Err(wrong(&path("date"), other, Expected::DateOfProof)),
            None => None,
        },
        place: text("place")?,
        ready: match part("ready") {
            Some(Node::Bool(ready)) => Some(*ready),
            Some(other) => return Err(wrong(&path("ready"), other, Expected::Bool)),
            None => None,
        },
    })
}

fn scenario(rulebook: &Rulebook, path: &str, node: &Node) -> Read<Scenario> {
    let part = parts(path, node, &["name", "answers", "references", "method", "readings"])?;
    let path = |key: &str| format!("{path}.{key}");
    let name = required(&path("name"), part("name"))?;
    let mut answers: Map<FieldId, Option<Answer>> = Map::new();
    if let Some(node) = part("answers") {
        for (id, path, node) in entries(&path("answers"), node)? {
            let field = known(&path, node, rulebook.field(id), Allowed::Field)?;
            let changed = match node {
                Node::Null => None,
                node => Some(answer(&rulebook[field], &path, node)?),
            };
            answers.insert(field, changed);
        }
    }
    let mut references: Map<MetricId, Option<Reference>> = Map::new();
    if let Some(node) = part("references") {
        points_only(rulebook, &path("references"), node)?;
        for (id, path, node) in entries(&path("references"), node)? {
            let metric = known(&path, node, rulebook.metric(id), Allowed::Metric)?;
            let changed = match node {
                Node::Null => None,
                node => Some(reference(rulebook, metric, &path, node)?),
            };
            references.insert(metric, changed);
        }
    }
    let base = match part("method") {
        Some(node) => method(rulebook, &path("method"), node)?,
        None => None,
    };
    let mut readings: Map<ReadingId, u8> = Map::new();
    if let Some(node) = part("readings") {
        points_only(rulebook, &path("readings"), node)?;
        for (id, path, node) in entries(&path("readings"), node)? {
            let reading = known(&path, node, rulebook.reading(id), Allowed::Reading)?;
            let chosen = match node {
                Node::Null => 0,
                node => option(rulebook, reading, &path, node)?,
            };
            readings.insert(reading, chosen);
        }
    }
    Ok(Scenario { name, answers, references, base, readings })
}
