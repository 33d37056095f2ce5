//! A league as it is sent: without texts, with aliases, and with figures only as
//! far as they are chosen.

use super::model::{League, Member, Supplied};
use super::table::LeagueTable;
use crate::form::Form;
use crate::rulebook::{Adjustment, Answer, FieldId, List, Row, Rule, Rulebook, Text};
use crate::score::{fold, is_blank};

/// Stands where a text must not be blank and is not sent.
const LEFT_OUT: &str = "—";

/// Which figures are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentFigures {
    /// Answers and references: the receiver can score them under other readings.
    Answers,
    /// The points of each indicator alone.
    Points,
}

/// What is sent of a league.
#[derive(Clone, Copy)]
pub struct Sharing<'a> {
    /// Which figures are sent.
    pub figures: SentFigures,
    /// The alias of the county that stands at a place of the ranking, from 0;
    /// none sends the names.
    pub alias: Option<&'a dyn Fn(usize) -> String>,
    /// Whether the user's own county keeps its name among aliases.
    pub own_named: bool,
}

/// A league as it is sent, in the order of its ranking, so that the order tells nothing
/// that the points do not. Notes, evidence, reasons, the words of vetoes, the titles and
/// recipients of honours, scenarios and memories are left out; every score stays what it
/// is. No member is marked as the own one.
pub fn shared(league: &League, table: &LeagueTable, sharing: &Sharing) -> League {
    let member = |(place, at): (usize, usize)| {
        let member = league.members.get(at)?;
        let is_named = sharing.own_named && league.own == Some(at);
        let name = match sharing.alias {
            Some(alias) if !is_named => alias(place),
            _ => member.name.clone(),
        };
        let held = match (&member.held, sharing.figures) {
            (Supplied::Form(form), SentFigures::Answers) => {
                Supplied::Form(Box::new(Form { county: name.clone(), ..bare(form) }))
            }
            _ => Supplied::Points(table.lines.get(at)?.clone()),
        };
        Some(Member { name, held })
    };
    League {
        name: league.name.clone(),
        edition: league.edition,
        terms: league.terms.clone(),
        members: table.order().into_iter().enumerate().filter_map(member).collect(),
        own: None,
        recognised: league.recognised,
        references: league.references,
        extra: Vec::new(),
    }
}

/// A form with what its score depends on and nothing else.
fn bare(form: &Form) -> Form {
    let mut bare = Form::new(form.edition.0);
    bare.set_year(form.year);
    bare.case = form.case.clone();
    for (field, answer) in form.case.answers.iter() {
        if let Answer::Rows(rows) = answer {
            let rows = nameless(form.edition.0, field, rows);
            bare.case.answers.set(field, Some(Answer::Rows(rows)));
        }
    }
    let reason = || LEFT_OUT.to_owned();
    let adjustments = form.adjustments.iter();
    bare.adjustments = adjustments
        .map(|(id, adjustment)| (*id, Adjustment { points: adjustment.points, reason: reason() }))
        .collect();
    bare.veto = form.veto.iter().map(|_| reason()).take(1).collect();
    bare
}

/// Rows whose titles and recipients are numbers: equal ones have equal numbers,
/// and blank ones stay blank. Awards that the rulebook names keep their titles.
fn nameless(rulebook: &Rulebook, field: FieldId, rows: &[Row]) -> Vec<Row> {
    let known: Vec<_> = awards(rulebook, field).iter().flat_map(|names| names.iter()).collect();
    let (mut titles, mut recipients) = (Vec::new(), Vec::new());
    let row = |row: &Row| {
        let title = fold(&row.title);
        let is_known = known.iter().any(|name| fold(name) == title);
        let title = if is_known { row.title.clone() } else { number(&row.title, &mut titles) };
        Row { title, recipient: number(&row.recipient, &mut recipients), ..row.clone() }
    };
    rows.iter().map(row).collect()
}

/// The awards that a rulebook names in its rule for a list.
fn awards(rulebook: &Rulebook, field: FieldId) -> List<List<Text>> {
    let all = rulebook.indicators.iter().flat_map(|indicator| indicator.rules);
    let lifetime = |rule: &Rule| match rule {
        Rule::Honours { field: own, lifetime, .. } if *own == field => Some(*lifetime),
        _ => None,
    };
    all.into_iter().find_map(lifetime).unwrap_or_default()
}

/// The number of a text among those that were seen.
fn number(text: &str, seen: &mut Vec<String>) -> String {
    if is_blank(text) {
        return String::new();
    }
    let folded = fold(text).into_owned();
    let at = seen.iter().position(|other| *other == folded).unwrap_or_else(|| {
        seen.push(folded);
        seen.len() - 1
    });
    (at + 1).to_string()
}
