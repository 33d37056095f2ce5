//! The table of a league: what each member comes to, and where it stands.

use super::line::{MemberScore, ScoreSource, line, rescore};
use super::model::{League, Terms};
use super::rank::{Distance, Entry, MemberRank, Recognised, distance, order, places};
use super::reference::{KnownValues, TakenEnds, known, taken};
use crate::form::Case;
use crate::rulebook::{IndicatorId, MetricId, Rulebook};
use rust_decimal::Decimal;

/// What the members come to, and where they stand. All lists are by the
/// positions of members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeagueTable {
    /// The points of each member.
    pub lines: Vec<MemberScore>,
    /// The place of each member; none for the vetoed.
    pub places: Vec<Option<MemberRank>>,
    /// The known values of the metrics, where ends are taken from the league;
    /// empty where each form keeps its own.
    pub known: Vec<KnownValues>,
    /// The ends that are taken, in the edition's order.
    pub taken: Vec<TakenEnds>,
}

impl LeagueTable {
    /// The table of a league.
    pub fn new(league: &League) -> LeagueTable {
        LeagueTable::of(league.edition.0, &league.sources(), &league.terms, league.references)
    }

    /// The table of some sources under terms.
    pub fn of(
        rulebook: &Rulebook,
        sources: &[ScoreSource],
        terms: &Terms,
        references: bool,
    ) -> LeagueTable {
        let known = if references { known(rulebook, &terms.readings, sources) } else { Vec::new() };
        let taken = taken(rulebook, &known, None);
        let lines = sources.iter().map(|source| line(rulebook, *source, terms, &taken)).collect();
        LeagueTable::ranked(lines, known, taken)
    }

    /// The table of lines that are scored already.
    pub fn ranked(
        lines: Vec<MemberScore>,
        known: Vec<KnownValues>,
        taken: Vec<TakenEnds>,
    ) -> LeagueTable {
        let places = places(&entries(&lines));
        LeagueTable { lines, places, known, taken }
    }

    /// Scores one member again, and what its figures move for the others. The
    /// terms must be those that the table was made under.
    pub fn update(
        &mut self,
        rulebook: &Rulebook,
        sources: &[ScoreSource],
        terms: &Terms,
        member: usize,
    ) {
        let Some(source) = sources.get(member) else { return };
        let mut moved = false;
        for known in &mut self.known {
            moved |= known.replace(rulebook, &terms.readings, member, source);
        }
        if moved {
            let taken = taken(rulebook, &self.known, None);
            self.take(rulebook, sources, terms, taken);
        }
        if let Some(own) = self.lines.get_mut(member) {
            *own = line(rulebook, *source, terms, &self.taken);
        }
        self.places = places(&entries(&self.lines));
    }

    /// This table if these ends were taken; only what they move is scored again.
    pub fn with_ends(
        &self,
        rulebook: &Rulebook,
        sources: &[ScoreSource],
        terms: &Terms,
        taken: Vec<TakenEnds>,
    ) -> LeagueTable {
        let mut table = self.clone();
        table.take(rulebook, sources, terms, taken);
        table.places = places(&entries(&table.lines));
        table
    }

    /// Takes these ends, and scores again what they move.
    fn take(
        &mut self,
        rulebook: &Rulebook,
        sources: &[ScoreSource],
        terms: &Terms,
        taken: Vec<TakenEnds>,
    ) {
        let moved = moved(rulebook, &self.taken, &taken);
        if !moved.is_empty() {
            rescore(&mut self.lines, rulebook, sources, terms, &taken, &moved);
        }
        self.taken = taken;
    }

    /// This table of a league if the user's own case were this one: its figures move
    /// the ends that are taken from the league, and its method and readings
    /// hold for all.
    pub fn with_own(&self, league: &League, own: &Case) -> LeagueTable {
        let rulebook = league.edition.0;
        let sources = league.sources_with(own);
        let terms = Terms::of(rulebook, own);
        match league.own {
            Some(member) if terms == league.terms => {
                let mut table = self.clone();
                table.update(rulebook, &sources, &terms, member);
                table
            }
            _ => LeagueTable::of(rulebook, &sources, &terms, league.references),
        }
    }

    /// The members by rank, those of one rank in their own order, then the vetoed.
    pub fn order(&self) -> Vec<usize> {
        order(&self.places)
    }

    /// The total that a member has to secure for a recognised place, as a target
    /// for its plan; none while it holds one, and for the vetoed.
    pub fn target(&self, member: usize, recognised: usize) -> Option<Decimal> {
        match self.distance(member, recognised)?.recognised {
            Recognised::Short { by } => Some(self.lines.get(member)?.total.points() + by),
            Recognised::Within { .. } => None,
        }
    }

    /// How far a member is from other places; none for the vetoed.
    pub fn distance(&self, member: usize, recognised: usize) -> Option<Distance> {
        distance(&entries(&self.lines), member, recognised)
    }
}

/// What some lines bring to the ranking.
pub fn entries(lines: &[MemberScore]) -> Vec<Entry> {
    lines.iter().map(|line| Entry { range: line.total, vetoed: line.vetoed }).collect()
}

/// The indicators whose metrics have other ends.
fn moved(rulebook: &Rulebook, before: &[TakenEnds], after: &[TakenEnds]) -> Vec<IndicatorId> {
    let ends = |all: &[TakenEnds], id: MetricId| {
        let one = all.iter().find(|one| one.metric == id);
        one.map(|one| (one.unacceptable, one.satisfactory))
    };
    let differs = |id: &MetricId| ends(before, *id) != ends(after, *id);
    rulebook.indicator_ids().filter(|id| rulebook[*id].metrics.iter().any(differs)).collect()
}
