//! The table of a league: what each member comes to, and where it stands.

use super::line::{Line, Source, line};
use super::model::{League, Terms};
use super::rank::{Distance, Entry, Place, distance, order, places};
use super::reference::{Taken, taken};
use crate::rulebook::Rulebook;

/// What the members come to, and where they stand. All lists are by the
/// positions of members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub lines: Vec<Line>,
    pub places: Vec<Option<Place>>,
    /// The ends taken from the league, in the edition's order; empty where each
    /// form keeps its own.
    pub taken: Vec<Taken>,
}

impl Table {
    /// The table of a league.
    pub fn new(league: &League) -> Table {
        Table::of(league.edition.0, &league.sources(), &league.terms, league.references)
    }

    /// The table of some sources under terms.
    pub fn of(rulebook: &Rulebook, sources: &[Source], terms: &Terms, references: bool) -> Table {
        let taken = if references { taken(rulebook, &terms.readings, sources) } else { Vec::new() };
        let lines = sources.iter().map(|source| line(rulebook, *source, terms, &taken)).collect();
        Table::ranked(lines, taken)
    }

    /// The table of lines that are scored already.
    pub fn ranked(lines: Vec<Line>, taken: Vec<Taken>) -> Table {
        let places = places(&entries(&lines));
        Table { lines, places, taken }
    }

    /// The members by rank, those of one rank in their own order, then the vetoed.
    pub fn order(&self) -> Vec<usize> {
        order(&self.places)
    }

    /// How far a member is from other places; none for the vetoed.
    pub fn distance(&self, member: usize, recognised: usize) -> Option<Distance> {
        distance(&entries(&self.lines), member, recognised)
    }
}

/// What some lines bring to the ranking.
pub fn entries(lines: &[Line]) -> Vec<Entry> {
    lines.iter().map(|line| Entry { range: line.total, vetoed: line.vetoed }).collect()
}
