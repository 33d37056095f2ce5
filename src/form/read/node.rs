//! Parts of a form file that are read everywhere: objects, lists, texts,
//! figures, and what is said of them when they are wrong.

use crate::form::json::Node;
use crate::form::limits::{self, DecimalFault, Digits, YEAR};
use crate::form::problem::{Allowed, Expected, FormProblem};
use crate::rulebook::{IndicatorId, Kind, Rulebook};
use crate::score::is_blank;
use rust_decimal::Decimal;

/// What was read, or what is wrong with the file.
pub type Read<T> = Result<T, FormProblem>;

/// A value that is not what was expected.
pub fn wrong(path: &str, node: &Node, expected: Expected) -> FormProblem {
    FormProblem::Wrong { path: path.to_owned(), value: node.shown(), expected }
}

/// A key that has to be there and is not.
pub fn missing(path: &str, expected: Expected) -> FormProblem {
    FormProblem::Missing { path: path.to_owned(), expected }
}

/// A key that must not stand where it stands.
pub fn misplaced(path: &str, node: &Node, allowed: Allowed) -> FormProblem {
    FormProblem::Misplaced { path: path.to_owned(), value: node.shown(), allowed }
}

/// The thing that a key names.
pub fn known<T>(path: &str, node: &Node, found: Option<T>, allowed: Allowed) -> Read<T> {
    found.ok_or_else(|| misplaced(path, node, allowed))
}

/// The indicator that a key names.
pub fn indicator(rulebook: &Rulebook, path: &str, id: &str, node: &Node) -> Read<IndicatorId> {
    known(path, node, rulebook.indicator(id), Allowed::Indicator)
}

/// Refuses what only a rulebook of points has.
pub fn points_only(rulebook: &Rulebook, path: &str, node: &Node) -> Read<()> {
    match rulebook.kind {
        Kind::Points => Ok(()),
        Kind::Checklist => Err(misplaced(path, node, Allowed::NoPoints)),
    }
}

/// The pairs of an object.
pub fn object<'n>(path: &str, node: &'n Node) -> Read<&'n [(String, Node)]> {
    match node {
        Node::Object(pairs) => Ok(pairs),
        other => Err(wrong(path, other, Expected::Object)),
    }
}

/// The entries of an object whose keys are names, with the path of each.
pub fn entries<'n>(
    path: &str,
    node: &'n Node,
) -> Read<impl Iterator<Item = (&'n str, String, &'n Node)> + use<'n>> {
    let path = path.to_owned();
    Ok(object(&path, node)?
        .iter()
        .map(move |(key, node)| (key.as_str(), format!("{path}.{key}"), node)))
}

/// The parts of an object that may have these keys and no others.
pub fn parts<'n>(
    path: &str,
    node: &'n Node,
    keys: &'static [&'static str],
) -> Read<impl Fn(&str) -> Option<&'n Node> + use<'n>> {
    let pairs = object(path, node)?;
    if let Some((key, node)) = pairs.iter().find(|(key, _)| !keys.contains(&key.as_str())) {
        return Err(misplaced(&format!("{path}.{key}"), node, Allowed::Keys(keys)));
    }
    Ok(move |wanted: &str| pairs.iter().find(|(key, _)| key == wanted).map(|(_, node)| node))
}

/// The items of a list, with the path of each.
pub fn list<'n>(
    path: &str,
    node: &'n Node,
) -> Read<impl Iterator<Item = (String, &'n Node)> + use<'n>> {
    let path = path.to_owned();
    match node {
        Node::List(all) => {
            Ok(all.iter().enumerate().map(move |(at, node)| (format!("{path}[{at}]"), node)))
        }
        other => Err(wrong(&path, other, Expected::List)),
    }
}

/// A text.
pub fn string<'n>(path: &str, node: &'n Node) -> Read<&'n str> {
    match node {
        Node::Text(text) => Ok(text),
        other => Err(wrong(path, other, Expected::Text)),
    }
}

/// A text of which something can be seen.
pub fn filled(path: &str, node: &Node) -> Read<String> {
    match node {
        Node::Text(text) if !is_blank(text) => Ok(text.clone()),
        other => Err(wrong(path, other, Expected::NonBlankText)),
    }
}

/// A text that has to be there and not blank.
pub fn required(path: &str, node: Option<&Node>) -> Read<String> {
    filled(path, node.ok_or_else(|| missing(path, Expected::NonBlankText))?)
}

/// A year.
pub fn year(path: &str, node: &Node) -> Read<u16> {
    match node {
        Node::Integer(n) => u16::try_from(*n).ok().filter(|y| YEAR.contains(y)),
        _ => None,
    }
    .ok_or_else(|| wrong(path, node, Expected::Year))
}

/// A decimal in quotes.
pub fn decimal(path: &str, node: &Node, digits: Digits) -> Read<Decimal> {
    match node {
        Node::Text(text) => limits::decimal(text, digits),
        _ => Err(DecimalFault::NoNumber),
    }
    .map_err(|_| wrong(path, node, Expected::Decimal(digits)))
}
