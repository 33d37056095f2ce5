//! Reading what is set of units, and when their slices went out and came back.

use super::node::*;
use crate::form::json::Node;
use crate::form::model::Form;
use crate::form::problem::{Allowed, Expected};
use crate::form::units::{SENDER, UnitPart, kept};

/// The keys of each part in form files, by the top-level key that it stands under.
pub const UNITS: &[(&str, UnitPart)] = &[
    ("merged", UnitPart::Whole),
    ("names", UnitPart::Name),
    ("persons", UnitPart::Person),
    ("telephones", UnitPart::Telephone),
];
pub const DISPATCH: &[(&str, UnitPart)] =
    &[("sent", UnitPart::Sent), ("returned", UnitPart::Returned)];

/// Reads one of the two keys. Returns false, and changes nothing, for a value that is not
/// an object with these parts only.
pub fn units(form: &mut Form, path: &str, node: &Node, keys: &[(&str, UnitPart)]) -> Read<bool> {
    let Node::Object(pairs) = node else { return Ok(false) };
    let part_of = |key: &str| keys.iter().find(|(name, _)| *name == key).map(|(_, part)| *part);
    if pairs.is_empty() || !pairs.iter().all(|(key, _)| part_of(key).is_some()) {
        return Ok(false);
    }
    let rulebook = form.edition.0;
    let mut read = Vec::new();
    for (key, node) in pairs {
        let Some(part) = part_of(key) else { continue };
        for (name, path, node) in entries(&format!("{path}.{key}"), node)? {
            let is_sender =
                matches!(part, UnitPart::Person | UnitPart::Telephone) && name == SENDER;
            let unit = if is_sender { Some(SENDER) } else { rulebook.unit(name) };
            let unit = known(&path, node, unit, Allowed::Unit)?;
            let may_be_null = matches!(part, UnitPart::Whole | UnitPart::Sent);
            let text = match node {
                Node::Null if may_be_null => Some(String::new()),
                Node::Text(text) => {
                    kept(part, text).filter(|kept| kept == text && !kept.is_empty())
                }
                _ => None,
            };
            let text = text.ok_or_else(|| wrong(&path, node, Expected::OfUnit(part)))?;
            form.units.put(part, unit, text);
            read.push((part, unit, path, node));
        }
    }
    // Checked when all are read: a name may be free only because another unit was renamed.
    for (part, unit, path, node) in read {
        if !form.units.is_sound(rulebook, part, unit) {
            return Err(wrong(&path, node, Expected::OfUnit(part)));
        }
    }
    Ok(true)
}
