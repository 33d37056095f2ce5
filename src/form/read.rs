//! Reading a form file. What is wrong is refused as a whole; nothing of a
//! refused file is loaded.

use super::json::Node;
use super::limits::{self, COUNT, DecimalFault, Digits, FIGURE, FILE_BYTES, REFERENCE, YEAR};
use super::model::{Evidence, Form, Scenario};
use super::parse::{in_order, top_level};
use super::problem::{Allowed, Expected, FormProblem};
use super::write::{FORMAT, VERSION};
use crate::rulebook::Map;
use crate::rulebook::{
    Adjustment, Answer, Field, FieldId, FieldKind, IndicatorId, Kind, MetricId, Reference, Row,
    Rulebook, editions,
};
use crate::score::{contradicts, ends};
use rust_decimal::Decimal;

type Read<T> = Result<T, FormProblem>;

/// Reads the bytes of a form file; a byte order mark is accepted.
pub fn read_bytes(bytes: &[u8]) -> Read<Form> {
    if bytes.len() > FILE_BYTES {
        return Err(FormProblem::TooLarge { bytes: bytes.len() });
    }
    read(std::str::from_utf8(bytes).map_err(|_| FormProblem::NotText)?)
}

/// Reads the text of a form file of any edition that this build carries.
pub fn read(text: &str) -> Read<Form> {
    read_with(text, editions::find)
}

/// Reads the text of a form file whose edition `find` knows.
pub fn read_with(text: &str, find: impl Fn(&str) -> Option<&'static Rulebook>) -> Read<Form> {
    if text.len() > FILE_BYTES {
        return Err(FormProblem::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let pairs = top_level(text)?;
    let get =
        |wanted: &str| pairs.iter().find(|(key, _, _)| key == wanted).map(|(_, node, _)| node);

    match get("format") {
        Some(Node::Text(format)) if format == FORMAT => {}
        Some(other) => return Err(wrong("format", other, Expected::Format)),
        None => return Err(FormProblem::NoForm),
    }
    match get("version") {
        Some(Node::Integer(version)) if *version == VERSION => {}
        Some(Node::Integer(version)) if *version > VERSION => {
            return Err(FormProblem::Newer { version: version.to_string() });
        }
        // An integer too large for any version that there will be.
        Some(Node::Number(version)) if version.bytes().all(|b| b.is_ascii_digit()) => {
            return Err(FormProblem::Newer { version: version.clone() });
        }
        Some(other) => return Err(wrong("version", other, Expected::Version)),
        None => return Err(missing("version", Expected::Version)),
    }
    let node = get("rulebook").ok_or_else(|| missing("rulebook", Expected::Rulebook))?;
    let Node::Text(id) = node else { return Err(wrong("rulebook", node, Expected::Rulebook)) };
    let rulebook = find(id).ok_or_else(|| FormProblem::UnknownRulebook { id: id.clone() })?;
    let mut form = Form::new(rulebook);
    for (key, node, raw) in &pairs {
        match key.as_str() {
            "format" | "version" | "rulebook" => {}
            "county" => form.county = string(key, node)?.to_owned(),
            "year" => form.year = Some(year(key, node)?),
            "method" => form.case.base = method(rulebook, key, node)?,
            "answers" => {
                for (id, path, node) in entries(key, node)? {
                    let field = known(&path, node, rulebook.field(id), Allowed::Field)?;
                    form.case.answers.set(field, Some(answer(&rulebook[field], &path, node)?));
                }
            }
            "references" => {
                points_only(rulebook, key, node)?;
                for (id, path, node) in entries(key, node)? {
                    let metric = known(&path, node, rulebook.metric(id), Allowed::Metric)?;
                    let reference = reference(rulebook, metric, &path, node)?;
                    form.case.references.set(metric, Some(reference));
                }
            }
            "adjustments" => {
                points_only(rulebook, key, node)?;
                for (id, path, node) in entries(key, node)? {
                    let indicator = indicator(rulebook, &path, id, node)?;
                    form.adjustments
                        .insert(indicator, adjustment(rulebook, indicator, &path, node)?);
                }
            }
            "notes" => {
                for (id, path, node) in entries(key, node)? {
                    let indicator = indicator(rulebook, &path, id, node)?;
                    form.notes.insert(indicator, string(&path, node)?.to_owned());
                }
            }
            "evidence" => {
                for (id, path, node) in entries(key, node)? {
                    let indicator = indicator(rulebook, &path, id, node)?;
                    let rows = list(&path, node)?.map(|(path, node)| evidence(&path, node));
                    form.evidence.insert(indicator, rows.collect::<Read<_>>()?);
                }
            }
            "veto" => {
                let items = list(key, node)?.map(|(path, node)| filled(&path, node));
                form.veto = items.collect::<Read<_>>()?;
            }
            "scenarios" => {
                let again = name_again(node);
                for (at, (path, node)) in list(key, node)?.enumerate() {
                    let scenario = scenario(rulebook, &path, node)?;
                    if again == Some(at) {
                        let name = Node::Text(scenario.name);
                        return Err(wrong(&format!("{path}.name"), &name, Expected::NewName));
                    }
                    form.scenarios.push(scenario);
                }
            }
            _ => form.extra.push((key.clone(), (*raw).to_owned())),
        }
    }
    Ok(form)
}

/// The first of some scenarios that has the name of one before it. Sorts, as a
/// file may hold any number of them.
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

fn wrong(path: &str, node: &Node, expected: Expected) -> FormProblem {
    FormProblem::Wrong { path: path.to_owned(), value: node.shown(), expected }
}

fn missing(path: &str, expected: Expected) -> FormProblem {
    FormProblem::Missing { path: path.to_owned(), expected }
}

fn misplaced(path: &str, node: &Node, allowed: Allowed) -> FormProblem {
    FormProblem::Misplaced { path: path.to_owned(), value: node.shown(), allowed }
}

/// The thing that a key names.
fn known<T>(path: &str, node: &Node, found: Option<T>, allowed: Allowed) -> Read<T> {
    found.ok_or_else(|| misplaced(path, node, allowed))
}

fn indicator(rulebook: &Rulebook, path: &str, id: &str, node: &Node) -> Read<IndicatorId> {
    known(path, node, rulebook.indicator(id), Allowed::Indicator)
}

fn points_only(rulebook: &Rulebook, path: &str, node: &Node) -> Read<()> {
    match rulebook.kind {
        Kind::Points => Ok(()),
        Kind::Checklist => Err(misplaced(path, node, Allowed::NoPoints)),
    }
}

fn object<'n>(path: &str, node: &'n Node) -> Read<&'n [(String, Node)]> {
    match node {
        Node::Object(pairs) => Ok(pairs),
        other => Err(wrong(path, other, Expected::Object)),
    }
}

/// The entries of an object whose keys are names, with the path of each.
fn entries<'n>(
    path: &str,
    node: &'n Node,
) -> Read<impl Iterator<Item = (&'n str, String, &'n Node)> + use<'n>> {
    let path = path.to_owned();
    Ok(object(&path, node)?
        .iter()
        .map(move |(key, node)| (key.as_str(), format!("{path}.{key}"), node)))
}

/// The parts of an object that may have these keys and no others.
fn parts<'n>(
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

fn list<'n>(
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

fn string<'n>(path: &str, node: &'n Node) -> Read<&'n str> {
    match node {
        Node::Text(text) => Ok(text),
        other => Err(wrong(path, other, Expected::Text)),
    }
}

fn filled(path: &str, node: &Node) -> Read<String> {
    match node {
        Node::Text(text) if !text.trim().is_empty() => Ok(text.clone()),
        other => Err(wrong(path, other, Expected::NonBlankText)),
    }
}

fn required(path: &str, node: Option<&Node>) -> Read<String> {
    filled(path, node.ok_or_else(|| missing(path, Expected::NonBlankText))?)
}

fn year(path: &str, node: &Node) -> Read<u16> {
    match node {
        Node::Integer(n) => u16::try_from(*n).ok().filter(|y| YEAR.contains(y)),
        _ => None,
    }
    .ok_or_else(|| wrong(path, node, Expected::Year))
}

fn decimal(path: &str, node: &Node, digits: Digits) -> Read<Decimal> {
    match node {
        Node::Text(text) => limits::decimal(text, digits),
        _ => Err(DecimalFault::NoNumber),
    }
    .map_err(|_| wrong(path, node, Expected::Decimal(digits)))
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

fn option(field: &Field, path: &str, node: &Node) -> Read<u8> {
    let found = match node {
        Node::Text(id) => field.options.iter().position(|o| o.id == *id),
        _ => None,
    };
    let all = || Expected::OneOf(field.options.iter().map(|o| o.id.to_owned()).collect());
    found.map(|at| at as u8).ok_or_else(|| wrong(path, node, all()))
}

fn answer(field: &Field, path: &str, node: &Node) -> Read<Answer> {
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

fn row(field: &Field, path: &str, node: &Node) -> Read<Row> {
    let part = parts(path, node, &["title", "recipient", "level", "year"])?;
    let cell = |key: &str| match part(key) {
        Some(node) => Ok(string(&format!("{path}.{key}"), node)?.to_owned()),
        None => Ok(String::new()),
    };
    let level = match part("level") {
        Some(Node::Text(text)) if text.trim().is_empty() => None,
        Some(node) => Some(option(field, &format!("{path}.level"), node)?),
        None => None,
    };
    let year = part("year").map(|node| year(&format!("{path}.year"), node)).transpose()?;
    Ok(Row { title: cell("title")?, recipient: cell("recipient")?, level, year })
}

fn reference(rulebook: &Rulebook, metric: MetricId, path: &str, node: &Node) -> Read<Reference> {
    let part = parts(path, node, &["unacceptable", "satisfactory", "peers"])?;
    let end = |key: &str| {
        part(key).map(|node| decimal(&format!("{path}.{key}"), node, REFERENCE)).transpose()
    };
    let reference = match (end("unacceptable")?, end("satisfactory")?, part("peers")) {
        (None, None, Some(peers)) => Reference::Peers(
            list(&format!("{path}.peers"), peers)?
                .map(|(path, node)| decimal(&path, node, REFERENCE))
                .collect::<Read<_>>()?,
        ),
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
            Some(Node::Text(text)) if limits::is_date(text) => Some(text.clone()),
            Some(other) => return Err(wrong(&path("date"), other, Expected::Date)),
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
    let part = parts(path, node, &["name", "answers", "references", "method"])?;
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
    Ok(Scenario { name, answers, references, base })
}
