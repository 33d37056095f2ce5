//! Checklists in a league: compared by tasks met of those that apply.

use super::table::LeagueTable;
use crate::rulebook::Rulebook;
use crate::score::Tally;

/// The members by the share of applicable tasks that are met, the largest
/// first, each with its tally. A checklist has no points, so there are no ranks.
pub fn by_met(rulebook: &Rulebook, table: &LeagueTable) -> Vec<(usize, Tally)> {
    let tallies = table.lines.iter().map(|line| line.all(rulebook).tasks);
    let mut all: Vec<(usize, Tally)> = tallies.enumerate().collect();
    // Shares are compared by their cross products; where nothing applies, nothing is met.
    all.sort_by(|(_, a), (_, b)| (b.met * a.applicable()).cmp(&(a.met * b.applicable())));
    all
}
