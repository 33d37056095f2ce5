//! Reading a league file. What is wrong is refused as a whole.

use super::{FILE_BYTES, FORMAT, LeagueProblem, VERSION};
use crate::form::limits::REFERENCE;
use crate::form::parts::{decimal, entries, list, missing, parts, string, wrong};
use crate::form::{Edition, Expected, Form, FormProblem, Node, section, top_level};
use crate::league::line::MemberScore;
use crate::league::model::{League, Member, RECOGNISED, Supplied, Terms};
use crate::rulebook::{IndicatorId, Kind, Rulebook, editions};
use crate::score::{Range, State};
use rust_decimal::Decimal;

/// Reads the text of a league file of any edition that this build carries.
pub fn read(text: &str) -> Result<League, LeagueProblem> {
    if text.len() > FILE_BYTES {
        return Err(LeagueProblem::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let pairs = top_level(text).map_err(LeagueProblem::File)?;
    let get =
        |wanted: &str| pairs.iter().find(|(key, _, _)| key == wanted).map(|(_, node, _)| node);
    if !matches!(get("format"), Some(Node::Text(format)) if format == FORMAT) {
        return Err(LeagueProblem::NoLeague);
    }
    match get("version") {
        Some(Node::Integer(VERSION)) => {}
        Some(Node::Integer(newer)) if *newer > VERSION => {
            return Err(LeagueProblem::Newer { version: newer.to_string() });
        }
        Some(other) => return Err(wrong("version", other, Expected::Version).into()),
        None => return Err(missing("version", Expected::Version).into()),
    }
    let node = get("rulebook").ok_or_else(|| missing("rulebook", Expected::Rulebook))?;
    let id = string("rulebook", node)?;
    let rulebook =
        editions::find(id).ok_or_else(|| FormProblem::UnknownRulebook { id: id.to_owned() })?;

    // Method and readings stand as they do in a form.
    let mut method = Form::new(rulebook);
    for key in ["method", "readings"] {
        if let Some(node) = get(key) {
            section(&mut method, key, key, node)?;
        }
    }
    let node = get("counties").ok_or_else(|| missing("counties", Expected::List))?;
    let mut members = Vec::new();
    for (at, (path, node)) in list("counties", node)?.enumerate() {
        members.push(member(rulebook, at + 1, &path, node)?);
    }
    let mut league = League {
        name: get("name").map_or(Ok(""), |node| string("name", node))?.to_owned(),
        edition: Edition(rulebook),
        terms: Terms::of(rulebook, &method.case),
        own: get("own").map(|node| position("own", node, 0, members.len())).transpose()?,
        members,
        recognised: match get("recognised") {
            Some(node) => position("recognised", node, 1, 1_000_000)?,
            None => RECOGNISED,
        },
        references: match get("references") {
            Some(Node::Text(from)) if from == "league" => true,
            Some(other) => {
                let expected = Expected::OneOf(vec!["league".into()]);
                return Err(wrong("references", other, expected).into());
            }
            None => false,
        },
        extra: Vec::new(),
    };
    if let Some(form) = league.own_form() {
        league.terms = Terms::of(rulebook, &form.case);
    }
    const KEYS: &[&str] = &[
        "format",
        "version",
        "rulebook",
        "name",
        "method",
        "readings",
        "references",
        "recognised",
        "own",
        "counties",
    ];
    let later = pairs.iter().filter(|(key, _, _)| !KEYS.contains(&key.as_str()));
    league.extra = later.map(|(key, _, raw)| (key.clone(), (*raw).to_owned())).collect();
    Ok(league)
}

impl From<FormProblem> for LeagueProblem {
    fn from(problem: FormProblem) -> LeagueProblem {
        LeagueProblem::File(problem)
    }
}

/// A whole number from `least` to below `end`.
fn position(path: &str, node: &Node, least: usize, end: usize) -> Result<usize, FormProblem> {
    let number = match node {
        Node::Integer(number) => usize::try_from(*number).ok(),
        _ => None,
    };
    let bound = |bound: usize| Some(Decimal::from(bound));
    let expected = || Expected::Between(bound(least), bound(end.saturating_sub(1)));
    number
        .filter(|number| (least..end).contains(number))
        .ok_or_else(|| wrong(path, node, expected()))
}

fn member(
    rulebook: &'static Rulebook,
    place: usize,
    path: &str,
    node: &Node,
) -> Result<Member, LeagueProblem> {
    let part = parts(path, node, &["name", "form", "points", "states", "vetoed"])?;
    let path = |key: &str| format!("{path}.{key}");
    let name = part("name").map_or(Ok(""), |node| string(&path("name"), node))?.to_owned();
    let figures = match rulebook.kind {
        Kind::Points => "points",
        Kind::Checklist => "states",
    };
    match (part("form"), part(figures)) {
        (Some(node @ Node::Object(_)), None) => {
            let form = crate::form::read(&node.compact());
            let form = form.map_err(|problem| LeagueProblem::County { place, problem })?;
            if form.edition.id != rulebook.id {
                let (form, league) = (form.edition.id, rulebook.id);
                return Err(LeagueProblem::OtherEdition { place, form, league });
            }
            Ok(Member { name, held: Supplied::Form(Box::new(form)) })
        }
        (Some(other), _) => Err(wrong(&path("form"), other, Expected::Object).into()),
        (None, Some(node)) => {
            let vetoed = match part("vetoed") {
                Some(Node::Bool(vetoed)) => *vetoed,
                Some(other) => return Err(wrong(&path("vetoed"), other, Expected::Bool).into()),
                None => false,
            };
            let path = path(figures);
            let line = match rulebook.kind {
                Kind::Points => points(rulebook, &path, node, vetoed)?,
                Kind::Checklist => states(rulebook, &path, node, vetoed)?,
            };
            Ok(Member { name, held: Supplied::Points(line) })
        }
        (None, None) => Err(missing(&path("form"), Expected::Object).into()),
    }
}

/// The value of each indicator, in order; all have to be there, and no others.
fn each<'n>(
    rulebook: &Rulebook,
    path: &str,
    node: &'n Node,
    mut visit: impl FnMut(IndicatorId, String, &'n Node) -> Result<(), FormProblem>,
) -> Result<(), FormProblem> {
    let mut all: Vec<(IndicatorId, String, &Node)> = Vec::new();
    for (id, path, node) in entries(path, node)? {
        all.push((crate::form::parts::indicator(rulebook, &path, id, node)?, path, node));
    }
    all.sort_by_key(|(id, _, _)| *id);
    let ids = rulebook.indicator_ids();
    if let Some(id) = ids.zip((0..).map(|at| all.get(at))).find_map(|(id, found)| {
        let is_there = found.is_some_and(|(other, _, _)| *other == id);
        (!is_there).then_some(id)
    }) {
        return Err(missing(&format!("{path}.{}", rulebook[id].id), Expected::Object));
    }
    all.into_iter().try_for_each(|(id, path, node)| visit(id, path, node))
}

fn points(
    rulebook: &Rulebook,
    path: &str,
    node: &Node,
    vetoed: bool,
) -> Result<MemberScore, FormProblem> {
    let (mut indicators, mut adjusted) = (Vec::new(), Vec::new());
    each(rulebook, path, node, |id, path, node| {
        let part = parts(&path, node, &["low", "high", "adjusted"])?;
        let figure = |key: &str, least: Decimal| {
            let path = format!("{path}.{key}");
            let node = part(key).ok_or_else(|| missing(&path, Expected::Decimal(REFERENCE)))?;
            let value = decimal(&path, node, REFERENCE)?;
            let most = rulebook[id].points;
            let bounds = || Expected::Between(Some(least), Some(most));
            if value < least || value > most {
                return Err(wrong(&path, node, bounds()));
            }
            Ok(value)
        };
        let low = figure("low", Decimal::ZERO)?;
        indicators.push(Range { low, high: figure("high", low)? });
        match part("adjusted") {
            Some(Node::Bool(true)) => adjusted.push(id),
            Some(Node::Bool(false)) | None => {}
            Some(other) => {
                return Err(wrong(&format!("{path}.adjusted"), other, Expected::Bool));
            }
        }
        Ok(())
    })?;
    Ok(MemberScore::of(indicators, adjusted, vetoed))
}

fn states(
    rulebook: &Rulebook,
    path: &str,
    node: &Node,
    vetoed: bool,
) -> Result<MemberScore, FormProblem> {
    let mut states = Vec::new();
    each(rulebook, path, node, |_, path, node| {
        let named = |state: &State| matches!(node, Node::Text(name) if name == state.name());
        let names = || State::ALL.iter().map(|state| state.name().to_owned()).collect();
        let state = State::ALL.into_iter().find(named);
        states.push(state.ok_or_else(|| wrong(&path, node, Expected::OneOf(names())))?);
        Ok(())
    })?;
    let indicators = vec![Range::default(); states.len()];
    Ok(MemberScore { states, ..MemberScore::of(indicators, Vec::new(), vetoed) })
}
