//! Reading what is set of units, and when their parts went out and came back.

use super::node::*;
use crate::form::dispatch::Sending;
use crate::form::json::Node;
use crate::form::limits;
use crate::form::problem::{Allowed, Expected};
use crate::form::units::{Contact, UnitSettings, UnitText, unit_text};
use crate::rulebook::{Map, Rulebook, Text};

/// The keys of what is set of units.
const UNITS: &[&str] = &["names", "merged", "hidden", "contacts", "sender"];
/// The keys of a contact, and of a sending.
const CONTACT: &[&str] = &["person", "telephone"];
const SENDING: &[&str] = &["sent", "returned"];

/// Whether there is an object of these keys and no others.
pub fn is_of(node: &Node, keys: &[&str]) -> bool {
    let known = |(key, _): &(String, Node)| keys.contains(&key.as_str());
    matches!(node, Node::Object(pairs) if !pairs.is_empty() && pairs.iter().all(known))
}

/// Whether there is something that is set of units.
pub fn is_units(node: &Node) -> bool {
    is_of(node, UNITS)
}

/// Whether there is an object of sendings.
pub fn is_dispatch(node: &Node) -> bool {
    let is_sending = |node: &Node| *node == Node::Object(Vec::new()) || is_of(node, SENDING);
    matches!(node, Node::Object(pairs) if !pairs.is_empty() && pairs.iter().all(|(_, node)| is_sending(node)))
}

fn unit(rulebook: &Rulebook, path: &str, name: &str, node: &Node) -> Read<Text> {
    known(path, node, rulebook.unit(name), Allowed::Unit)
}

pub fn units(rulebook: &Rulebook, path: &str, node: &Node) -> Read<UnitSettings> {
    let part = parts(path, node, UNITS)?;
    let path = |key: &str| format!("{path}.{key}");
    let mut units = UnitSettings::default();
    if let Some(node) = part("merged") {
        for (name, path, node) in entries(&path("merged"), node)? {
            let unit = unit(rulebook, &path, name, node)?;
            let into = rulebook.unit(string(&path, node)?).filter(|into| *into != unit);
            units.merged.insert(unit, into.ok_or_else(|| wrong(&path, node, Expected::OtherUnit))?);
        }
        for (name, path, node) in entries(&path("merged"), node)? {
            if units.merged.get(name).is_some_and(|into| units.merged.contains_key(*into)) {
                return Err(wrong(&path, node, Expected::OtherUnit));
            }
        }
    }
    if let Some(node) = part("names") {
        for (name, path, node) in entries(&path("names"), node)? {
            let unit = unit(rulebook, &path, name, node)?;
            let name = kept(UnitText::Name(unit), &path, node, Expected::UnitName)?;
            units.names.insert(unit, name);
        }
        for (name, path, node) in entries(&path("names"), node)? {
            let is_part = units.merged.contains_key(name);
            if !is_part && !units.is_free(rulebook, name, units.name(name)) {
                return Err(wrong(&path, node, Expected::UnitName));
            }
        }
    }
    if let Some(node) = part("hidden") {
        for (path, node) in list(&path("hidden"), node)? {
            let words = rulebook.words_for_others(string(&path, node)?);
            units.hide(known(&path, node, words, Allowed::WordsForOthers)?, true);
        }
    }
    if let Some(node) = part("contacts") {
        for (name, path, node) in entries(&path("contacts"), node)? {
            let unit = unit(rulebook, &path, name, node)?;
            units.contacts.insert(unit, contact(&path, node)?);
        }
        units.contacts.retain(|_, contact| *contact != Contact::default());
    }
    if let Some(node) = part("sender") {
        units.sender = contact(&path("sender"), node)?;
    }
    Ok(units)
}

fn contact(path: &str, node: &Node) -> Read<Contact> {
    let part = parts(path, node, CONTACT)?;
    let text = |key: &str, of: UnitText, expected: Expected| match part(key) {
        Some(node) => kept(of, &format!("{path}.{key}"), node, expected),
        None => Ok(String::new()),
    };
    Ok(Contact {
        person: text("person", UnitText::Person(None), Expected::Person)?,
        telephone: text("telephone", UnitText::Telephone(None), Expected::Telephone)?,
    })
}

/// A text as it would be kept if it were typed, and not blank.
fn kept(of: UnitText, path: &str, node: &Node, expected: Expected) -> Read<String> {
    let text = match node {
        Node::Text(text) => unit_text(of, text).filter(|kept| kept == text && !kept.is_empty()),
        _ => None,
    };
    text.ok_or_else(|| wrong(path, node, expected))
}

pub fn dispatch(rulebook: &Rulebook, path: &str, node: &Node) -> Read<Map<Text, Sending>> {
    let mut all = Map::new();
    for (name, path, node) in entries(path, node)? {
        let unit = unit(rulebook, &path, name, node)?;
        let part = parts(&path, node, SENDING)?;
        let day = |key: &str| match part(key) {
            Some(Node::Text(text)) if limits::is_date(text) => Ok(Some(text.clone())),
            Some(other) => Err(wrong(&format!("{path}.{key}"), other, Expected::Date)),
            None => Ok(None),
        };
        all.insert(unit, Sending { sent: day("sent")?, returned: day("returned")? });
    }
    Ok(all)
}
