//! Reading answers and reference values.

use super::node::{Read, decimal, entries, known, list, parts, string, wrong, year};
use crate::form::json::Node;
use crate::form::limits::{self, COUNT, FIGURE, REFERENCE};
use crate::form::problem::{Allowed, Expected};
use crate::rulebook::{Answer, Answers, Field, FieldKind, MetricId, Reference, Row, Rulebook};
use crate::score::{contradicts, ends, is_blank};

/// Reads the answers to some fields.
pub fn answers(all: &mut Answers, rulebook: &Rulebook, path: &str, node: &Node) -> Read<()> {
    for (id, path, node) in entries(path, node)? {
        let field = known(&path, node, rulebook.field(id), Allowed::Field)?;
        all.set(field, Some(answer(&rulebook[field], &path, node)?));
    }
    Ok(())
}

/// The answer to a field.
pub fn answer(field: &Field, path: &str, node: &Node) -> Read<Answer> {
    match field.kind {
        FieldKind::YesNo => match node {
            Node::Bool(yes) => Ok(Answer::YesNo(*yes)),
            other => Err(wrong(path, other, Expected::YesNo)),
        },
        FieldKind::Choice => option(field, path, node).map(Answer::Choice),
        FieldKind::Set => {
            let mut chosen = 0u32;
            for (path, node) in list(path, node)? {
                let bit = 1 << option(field, &path, node)?;
                if chosen & bit != 0 {
                    return Err(wrong(&path, node, Expected::NotTwice));
                }
                chosen |= bit;
            }
            Ok(Answer::Set(chosen))
        }
        FieldKind::Count => match node {
            Node::Integer(n) => u32::try_from(*n).ok().filter(|n| COUNT.contains(n)),
            _ => None,
        }
        .map(Answer::Count)
        .ok_or_else(|| wrong(path, node, Expected::Count)),
        FieldKind::Percent | FieldKind::Amount | FieldKind::Rate => {
            let value = decimal(path, node, FIGURE)?;
            let (least, most) = limits::bounds(field.kind);
            if least.is_some_and(|least| value < least) || most.is_some_and(|most| value > most) {
                return Err(wrong(path, node, Expected::Between(least, most)));
            }
            Ok(Answer::Figure(value))
        }
        FieldKind::List => {
            let rows = list(path, node)?.map(|(path, node)| row(field, &path, node));
            Ok(Answer::Rows(rows.collect::<Read<_>>()?))
        }
    }
}

fn option(field: &Field, path: &str, node: &Node) -> Read<u8> {
    let found = match node {
        Node::Text(id) => field.options.iter().position(|o| o.id == *id),
        _ => None,
    };
    let all = || Expected::OneOf(field.options.iter().map(|o| o.id.to_owned()).collect());
    found.map(|at| at as u8).ok_or_else(|| wrong(path, node, all()))
}

fn row(field: &Field, path: &str, node: &Node) -> Read<Row> {
    let part = parts(path, node, &["title", "recipient", "level", "year"])?;
    let cell = |key: &str| match part(key) {
        Some(node) => Ok(string(&format!("{path}.{key}"), node)?.to_owned()),
        None => Ok(String::new()),
    };
    let level = match part("level") {
        Some(Node::Text(text)) if is_blank(text) => None,
        Some(node) => Some(option(field, &format!("{path}.level"), node)?),
        None => None,
    };
    let year = part("year").map(|node| year(&format!("{path}.year"), node)).transpose()?;
    Ok(Row { title: cell("title")?, recipient: cell("recipient")?, level, year })
}

/// What is set for a metric.
pub fn reference(
    rulebook: &Rulebook,
    metric: MetricId,
    path: &str,
    node: &Node,
) -> Read<Reference> {
    let part = parts(path, node, &["unacceptable", "satisfactory", "peers"])?;
    let end = |key: &str| {
        part(key).map(|node| decimal(&format!("{path}.{key}"), node, REFERENCE)).transpose()
    };
    let reference = match (end("unacceptable")?, end("satisfactory")?, part("peers")) {
        (None, None, Some(peers)) if !matches!(peers, Node::List(all) if all.is_empty()) => {
            let values = list(&format!("{path}.peers"), peers)?
                .map(|(path, node)| decimal(&path, node, REFERENCE));
            Reference::Peers(values.collect::<Read<_>>()?)
        }
        (None, None, None) | (_, _, Some(_)) => {
            return Err(wrong(path, node, Expected::EndsOrPeers));
        }
        (unacceptable, satisfactory, None) => Reference::Ends { unacceptable, satisfactory },
    };
    let definition = &rulebook[metric];
    let both = ends(definition, Some(&reference));
    if contradicts(definition, &both)
        && let (Some(unacceptable), Some(satisfactory)) =
            (both.unacceptable.value(), both.satisfactory.value())
    {
        return Err(wrong(path, node, Expected::EndsInOrder { unacceptable, satisfactory }));
    }
    Ok(reference)
}
