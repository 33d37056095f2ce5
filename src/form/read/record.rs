//! Reading what a form remembers: snapshots, history, and the slice it is.

use super::answer::answers;
use super::content::{CONTENT, section};
use super::node::*;
use super::reviews::reviews;
use super::units::{DISPATCH, UNITS, units};
use crate::form::json::Node;
use crate::form::limits::{self, FIGURE};
use crate::form::model::Form;
use crate::form::plan::PlanSettings;
use crate::form::problem::{Allowed, Expected};
use crate::form::record::{Event, EventKind, Slice, Snapshot};
use crate::rulebook::{IndicatorId, Rulebook};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What a unit is sent, and so what a slice's base holds.
const BASE: &[&str] = &["answers", "references", "notes", "evidence"];

/// Reads one key of what a form remembers. Returns false, and changes nothing, for any
/// other key, or a value of another shape.
///
/// Releases without histories, snapshots, settings, sendings and reviews kept any value
/// under these keys. Such a value is kept as that of an unknown key.
pub fn memory(form: &mut Form, key: &str, node: &Node) -> Read<bool> {
    match key {
        "snapshots" if all_have(node, "taken") => {
            for (path, node) in list(key, node)? {
                form.snapshots.push(Arc::new(snapshot(form.edition.0, &path, node)?));
            }
        }
        "history" if all_have(node, "event") => {
            for (path, node) in list(key, node)? {
                form.history.push(event(&path, node)?);
            }
        }
        "plan" if is_plan(node) => form.plan = plan(form.edition.0, key, node)?,
        "units" => return units(form, key, node, UNITS),
        "dispatch" => return units(form, key, node, DISPATCH),
        "earlier" if is_earlier(node) => earlier(form, key, node)?,
        "reviews" if all_have(node, "stage") => form.reviews = reviews(form.edition.0, key, node)?,
        "slice" => form.slice = Some(slice(form.edition.0, key, node)?),
        _ => return Ok(false),
    }
    Ok(true)
}

/// Whether a value is a non-empty list of objects that all have this key.
fn all_have(node: &Node, wanted: &str) -> bool {
    let has = |node: &Node| matches!(node, Node::Object(pairs) if pairs.iter().any(|(key, _)| key == wanted));
    matches!(node, Node::List(all) if !all.is_empty() && all.iter().all(has))
}

/// Whether a value is an object with earlier answers, and with no other keys than these.
fn is_earlier(node: &Node) -> bool {
    let Node::Object(pairs) = node else { return false };
    let is_some = |node: &Node| matches!(node, Node::Object(all) if !all.is_empty());
    has_only(node, EARLIER) && pairs.iter().any(|(key, node)| key == "answers" && is_some(node))
}

const EARLIER: &[&str] = &["year", "answers"];

fn earlier(form: &mut Form, path: &str, node: &Node) -> Read<()> {
    let part = parts(path, node, EARLIER)?;
    if let Some(node) = part("year") {
        form.earlier.year = Some(year(&format!("{path}.year"), node)?);
    }
    if let Some(node) = part("answers") {
        let rulebook = form.edition.0;
        answers(&mut form.earlier.answers, rulebook, &format!("{path}.answers"), node)?;
    }
    Ok(())
}

/// The keys of plan settings.
const PLAN: &[&str] = &["target", "fixed", "efforts", "limits", "released"];

/// Whether a value is a non-empty object with the keys of plan settings only.
fn is_plan(node: &Node) -> bool {
    has_only(node, PLAN)
}

/// Whether a value is a non-empty object with these keys only.
fn has_only(node: &Node, keys: &[&str]) -> bool {
    let known = |(key, _): &(String, Node)| keys.contains(&key.as_str());
    matches!(node, Node::Object(pairs) if !pairs.is_empty() && pairs.iter().all(known))
}

fn plan(rulebook: &'static Rulebook, path: &str, node: &Node) -> Read<PlanSettings> {
    let part = parts(path, node, PLAN)?;
    let path = |key: &str| format!("{path}.{key}");
    let mut plan = PlanSettings::default();
    if let Some(node) = part("target") {
        plan.target = Some(decimal(&path("target"), node, FIGURE)?);
    }
    if let Some(node) = part("fixed") {
        for (path, node) in list(&path("fixed"), node)? {
            let id = string(&path, node)?;
            plan.fix(indicator(rulebook, &path, id, node)?, true);
        }
    }
    if let Some(node) = part("efforts") {
        for (id, path, node) in entries(&path("efforts"), node)? {
            let indicator = indicator(rulebook, &path, id, node)?;
            let effort = match node {
                Node::Integer(n) => u8::try_from(*n).ok(),
                _ => None,
            };
            let effort = effort.filter(|effort| PlanSettings::EFFORTS.contains(effort));
            plan.efforts.insert(indicator, effort.ok_or_else(|| wrong(&path, node, efforts()))?);
        }
    }
    if let Some(node) = part("limits") {
        for (id, path, node) in entries(&path("limits"), node)? {
            let field = known(&path, node, rulebook.field(id), Allowed::Field)?;
            plan.limits.insert(field, decimal(&path, node, FIGURE)?);
        }
    }
    if let Some(node) = part("released") {
        for (path, node) in list(&path("released"), node)? {
            let field = rulebook.field(string(&path, node)?);
            plan.release(known(&path, node, field, Allowed::Field)?, true);
        }
    }
    Ok(plan)
}

fn efforts() -> Expected {
    let bound = |effort: &u8| Some(Decimal::from(*effort));
    Expected::Between(bound(PlanSettings::EFFORTS.start()), bound(PlanSettings::EFFORTS.end()))
}

/// A form within a form, of these sections.
fn content(
    rulebook: &'static Rulebook,
    path: &str,
    node: Option<&Node>,
    keys: &'static [&'static str],
) -> Read<Form> {
    let mut form = Form::new(rulebook);
    let node = node.ok_or_else(|| missing(path, Expected::Object))?;
    let _these_only = parts(path, node, keys)?;
    for (key, path, node) in entries(path, node)? {
        section(&mut form, key, &path, node)?;
    }
    Ok(form)
}

fn snapshot(rulebook: &'static Rulebook, path: &str, node: &Node) -> Read<Snapshot> {
    let part = parts(path, node, &["name", "taken", "content"])?;
    Ok(Snapshot {
        name: required(&format!("{path}.name"), part("name"))?,
        taken: moment(&format!("{path}.taken"), part("taken"))?,
        content: content(rulebook, &format!("{path}.content"), part("content"), CONTENT)?,
    })
}

fn event(path: &str, node: &Node) -> Read<Event> {
    let part = parts(path, node, &["time", "event", "detail"])?;
    let time = moment(&format!("{path}.time"), part("time"))?;
    let names = || Expected::OneOf(EventKind::NAMES.map(|(_, name)| name.to_owned()).into());
    let path_of = |key: &str| format!("{path}.{key}");
    let node = part("event").ok_or_else(|| missing(&path_of("event"), names()))?;
    let of = |name: &str| matches!(node, Node::Text(text) if text == name);
    let known = EventKind::NAMES.iter().find(|(_, name)| of(name));
    let (kind, _) = known.ok_or_else(|| wrong(&path_of("event"), node, names()))?;
    let detail = match part("detail") {
        Some(node) => string(&path_of("detail"), node)?.to_owned(),
        None => String::new(),
    };
    Ok(Event { time, kind: *kind, detail })
}

fn slice(rulebook: &'static Rulebook, path: &str, node: &Node) -> Read<Slice> {
    let part = parts(path, node, &["unit", "indicators", "deadline", "sent", "parent", "base"])?;
    let path = |key: &str| format!("{path}.{key}");
    let mut indicators: Vec<IndicatorId> = Vec::new();
    let asked = part("indicators").ok_or_else(|| missing(&path("indicators"), Expected::List))?;
    for (path, node) in list(&path("indicators"), asked)? {
        let id = string(&path, node)?;
        let id = known(&path, node, rulebook.indicator(id), Allowed::Indicator)?;
        match indicators.binary_search(&id) {
            Ok(_) => return Err(wrong(&path, node, Expected::NotTwice)),
            Err(at) => indicators.insert(at, id),
        }
    }
    Ok(Slice {
        unit: required(&path("unit"), part("unit"))?,
        indicators,
        deadline: match part("deadline") {
            Some(Node::Text(text)) if limits::is_date(text) => Some(text.clone()),
            Some(other) => return Err(wrong(&path("deadline"), other, Expected::Date)),
            None => None,
        },
        sent: moment(&path("sent"), part("sent"))?,
        parent: match part("parent") {
            Some(node) => string(&path("parent"), node)?.to_owned(),
            None => String::new(),
        },
        base: Box::new(content(rulebook, &path("base"), part("base"), BASE)?),
    })
}

fn moment(path: &str, node: Option<&Node>) -> Read<String> {
    match node {
        Some(Node::Text(text)) if limits::is_moment(text) => Ok(text.clone()),
        Some(other) => Err(wrong(path, other, Expected::Moment)),
        None => Err(missing(path, Expected::Moment)),
    }
}
