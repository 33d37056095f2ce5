//! Reading what reviewers say of the points.

use super::node::*;
use crate::form::json::Node;
use crate::form::limits::{self, FIGURE};
use crate::form::problem::Expected;
use crate::form::reviews::{Review, ReviewFinding, ReviewStage, Reviews, Verdict};
use crate::rulebook::{IndicatorId, Rulebook};
use rust_decimal::Decimal;

/// Reads all rounds of a form.
pub fn reviews(rulebook: &Rulebook, path: &str, node: &Node) -> Read<Reviews> {
    points_only(rulebook, path, node)?;
    let mut all = Reviews::new();
    for (path, node) in list(path, node)? {
        let part = parts(&path, node, &["stage", "by", "on", "signed", "rows"])?;
        let path = |key: &str| format!("{path}.{key}");
        let node = part("stage").ok_or_else(|| missing(&path("stage"), one_of(STAGES)))?;
        let stage = match named(&path("stage"), node, STAGES)? {
            0 => ReviewStage::First,
            _ => ReviewStage::Check,
        };
        if all.contains_key(&stage) {
            return Err(wrong(&path("stage"), node, Expected::NotTwice));
        }
        let mut review = Review {
            signed: match part("signed") {
                Some(Node::Bool(signed)) => *signed,
                Some(other) => return Err(wrong(&path("signed"), other, Expected::Bool)),
                None => false,
            },
            ..Review::default()
        };
        review.on = match part("on") {
            Some(Node::Text(text)) if limits::is_date(text) => Some(text.clone()),
            Some(other) => return Err(wrong(&path("on"), other, Expected::Date)),
            None if review.signed => return Err(missing(&path("on"), Expected::Date)),
            None => None,
        };
        review.by = match part("by") {
            node if review.signed => required(&path("by"), node)?,
            Some(node) => string(&path("by"), node)?.to_owned(),
            None => String::new(),
        };
        if let Some(node) = part("rows") {
            for (id, path, node) in entries(&path("rows"), node)? {
                let id = indicator(rulebook, &path, id, node)?;
                review.rows.insert(id, finding(rulebook, id, &path, node)?);
            }
        }
        all.insert(stage, review);
    }
    Ok(all)
}

fn finding(rulebook: &Rulebook, id: IndicatorId, path: &str, node: &Node) -> Read<ReviewFinding> {
    let part = parts(path, node, &["verdict", "points", "reason"])?;
    let path = |key: &str| format!("{path}.{key}");
    let node = part("verdict").ok_or_else(|| missing(&path("verdict"), one_of(VERDICTS)))?;
    let verdict = match named(&path("verdict"), node, VERDICTS)? {
        0 => Verdict::Confirmed,
        1 => Verdict::Reduced,
        _ => Verdict::Pending,
    };
    let points = match part("points") {
        Some(node) => {
            let points = decimal(&path("points"), node, FIGURE)?;
            let most = rulebook[id].points;
            if points < Decimal::ZERO || points > most {
                let bounds = Expected::Between(Some(Decimal::ZERO), Some(most));
                return Err(wrong(&path("points"), node, bounds));
            }
            Some(points)
        }
        None => None,
    };
    let reason = match part("reason") {
        Some(node) => string(&path("reason"), node)?.to_owned(),
        None => String::new(),
    };
    Ok(ReviewFinding { verdict, points, reason })
}

const STAGES: &[&str] = &["first", "check"];
const VERDICTS: &[&str] = &["confirmed", "reduced", "pending"];

/// The position of one of some names.
fn named(path: &str, node: &Node, names: &[&str]) -> Read<usize> {
    let is_it = |name: &&str| matches!(node, Node::Text(text) if text == name);
    names.iter().position(is_it).ok_or_else(|| wrong(path, node, one_of(names)))
}

fn one_of(names: &[&str]) -> Expected {
    Expected::OneOf(names.iter().map(|name| (*name).to_owned()).collect())
}
