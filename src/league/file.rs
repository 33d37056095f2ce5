//! The league file (`*.league.json`). Its keys: `docs/formats/league-file.md`.

mod read;

use super::line::MemberScore;
use super::model::{League, Member, Supplied, Terms};
use crate::form::{FormProblem, Node, node};
use crate::rulebook::{IndicatorId, Kind, Rulebook};
use crate::score::{Range, State};
use rust_decimal::Decimal;

pub use read::read;

/// The marker of a league file.
pub const FORMAT: &str = "qiangxian.league";
/// The version of the league file that this build writes, and the newest it reads.
pub const VERSION: u64 = 1;
/// Bytes of a league file.
pub const FILE_BYTES: usize = 67_108_864;

/// Why a league file is refused, as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeagueProblem {
    /// More bytes than a league file may have.
    TooLarge {
        /// How many it has.
        bytes: usize,
    },
    /// JSON, but not a league.
    NoLeague,
    /// Written by a newer version of the app.
    Newer {
        /// The version that the file names.
        version: String,
    },
    /// Something in the file but outside its forms.
    File(FormProblem),
    /// The form of a county, by its place from 1.
    County {
        /// Its place in the file, from 1.
        place: usize,
        /// Why its form is refused.
        problem: FormProblem,
    },
    /// A county's form is of another edition than the league.
    OtherEdition {
        /// Its place in the file, from 1.
        place: usize,
        /// The id of the form's edition.
        form: &'static str,
        /// The id of the league's edition.
        league: &'static str,
    },
}

/// A league as the text of a league file, without blanks.
///
/// Errors: [`LeagueProblem::TooLarge`] only.
pub fn write(league: &League) -> Result<String, LeagueProblem> {
    let rulebook = league.edition.0;
    let mut top = vec![
        pair("format", text(FORMAT)),
        pair("version", Node::Integer(VERSION)),
        pair("rulebook", text(rulebook.id)),
    ];
    if !league.name.is_empty() {
        top.push(pair("name", text(&league.name)));
    }
    if rulebook.kind == Kind::Points {
        terms(&mut top, rulebook, &league.terms);
    }
    if league.references {
        top.push(pair("references", text("league")));
    }
    top.push(pair("recognised", integer(league.recognised)));
    if let Some(own) = league.own {
        top.push(pair("own", integer(own)));
    }
    let counties = league.members.iter().map(|member| county(rulebook, member));
    top.push(pair("counties", Node::List(counties.collect())));
    top.extend(league.extra.iter().map(|(key, raw)| (key.clone(), Node::Raw(raw.clone()))));
    let text = Node::Object(top).compact();
    match text.len() {
        bytes if bytes > FILE_BYTES => Err(LeagueProblem::TooLarge { bytes }),
        _ => Ok(text),
    }
}

fn pair(key: &str, node: Node) -> (String, Node) {
    (key.to_owned(), node)
}

fn text(value: &str) -> Node {
    Node::Text(value.to_owned())
}

fn integer(value: usize) -> Node {
    Node::Integer(value as u64)
}

fn decimal(value: Decimal) -> Node {
    let value = value.normalize();
    Node::Text(if value.is_zero() { "0".into() } else { value.to_string() })
}

/// The method and the readings that hold, as a form file has them.
fn terms(top: &mut Vec<(String, Node)>, rulebook: &Rulebook, terms: &Terms) {
    top.push(pair("method", Node::Object(vec![pair("base", decimal(terms.base))])));
    let chosen = terms.readings.iter().filter_map(|(id, option)| {
        let reading = &rulebook[id];
        Some(pair(reading.id, text(reading.options.get(usize::from(option))?.id)))
    });
    let chosen: Vec<_> = chosen.collect();
    if !chosen.is_empty() {
        top.push(pair("readings", Node::Object(chosen)));
    }
}

fn county(rulebook: &Rulebook, member: &Member) -> Node {
    let mut parts = vec![pair("name", text(&member.name))];
    match &member.held {
        Supplied::Form(form) => parts.push(pair("form", node(form))),
        Supplied::Points(line) => {
            match rulebook.kind {
                Kind::Points => parts.push(pair("points", points(rulebook, line))),
                Kind::Checklist => parts.push(pair("states", states(rulebook, line))),
            }
            if line.vetoed {
                parts.push(pair("vetoed", Node::Bool(true)));
            }
        }
    }
    Node::Object(parts)
}

fn points(rulebook: &Rulebook, line: &MemberScore) -> Node {
    let one = |(id, range): (IndicatorId, &Range)| {
        let mut parts = vec![pair("low", decimal(range.low)), pair("high", decimal(range.high))];
        if line.adjusted.contains(&id) {
            parts.push(pair("adjusted", Node::Bool(true)));
        }
        pair(rulebook[id].id, Node::Object(parts))
    };
    Node::Object(rulebook.indicator_ids().zip(&line.indicators).map(one).collect())
}

fn states(rulebook: &Rulebook, line: &MemberScore) -> Node {
    let one = |(id, state): (IndicatorId, &State)| pair(rulebook[id].id, text(state.name()));
    Node::Object(rulebook.indicator_ids().zip(&line.states).map(one).collect())
}
