//! A table in the making, step by step, so that a page can answer in between.

use super::line::{MemberScore, line};
use super::model::League;
use super::reference::{KnownValues, TakenEnds, metrics_in_use, taken};
use super::table::LeagueTable;
use crate::rulebook::MetricId;

/// A table of which a part is scored. The league must stay what it is.
#[derive(Clone, Debug, Default)]
pub struct Scoring {
    /// The metrics whose values are still to be looked up.
    metrics: Vec<MetricId>,
    known: Vec<KnownValues>,
    taken: Vec<TakenEnds>,
    lines: Vec<MemberScore>,
}

impl Scoring {
    /// The table of a league; nothing is scored yet.
    pub fn new(league: &League) -> Scoring {
        Scoring::of(league, league.references)
    }

    /// The table of a league with the ends taken from it, or with each form's own.
    pub fn of(league: &League, references: bool) -> Scoring {
        let mut metrics = Vec::new();
        if references {
            metrics = metrics_in_use(league.edition.0, &league.terms.readings);
            metrics.reverse();
        }
        Scoring { metrics, ..Scoring::default() }
    }

    /// Does one step; whether there is another.
    pub fn step(&mut self, league: &League) -> bool {
        let rulebook = league.edition.0;
        if let Some(metric) = self.metrics.pop() {
            let sources = league.sources();
            self.known.push(KnownValues::of(rulebook, metric, &league.terms.readings, &sources));
            if self.metrics.is_empty() {
                self.taken = taken(rulebook, &self.known, None);
            }
            return true;
        }
        if let Some(member) = league.members.get(self.lines.len()) {
            self.lines.push(line(rulebook, member.source(), &league.terms, &self.taken));
        }
        self.lines.len() < league.members.len()
    }

    /// How many members are scored.
    pub fn done(&self) -> usize {
        self.lines.len()
    }

    /// The table, once there is no other step.
    pub fn table(self) -> LeagueTable {
        LeagueTable::ranked(self.lines, self.known, self.taken)
    }
}
