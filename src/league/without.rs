//! What leaving one county out of the references would change.

use super::line::ScoreSource;
use super::model::Terms;
use super::rank::MemberRank;
use super::reference::taken;
use super::table::LeagueTable;
use crate::rulebook::{MetricId, Rulebook};
use crate::score::Range;

/// What would change if a member's values gave no ends. It stays in the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// The member that is left out of the references.
    pub member: usize,
    /// The metrics whose ends would be others: it holds them alone.
    pub metrics: Vec<MetricId>,
    /// What the user's own total would be.
    pub total: Range,
    /// Where one would stand.
    pub place: Option<MemberRank>,
}

/// What leaving out each member would change for one of them. Members that hold
/// no end alone change nothing and are not listed.
pub fn without_each(
    rulebook: &Rulebook,
    sources: &[ScoreSource],
    terms: &Terms,
    table: &LeagueTable,
    own: usize,
) -> Vec<Without> {
    let one = |member| without(rulebook, sources, terms, table, own, member);
    (0..sources.len()).filter_map(one).collect()
}

/// What leaving out one member would change for another; none where it holds no
/// end alone.
pub fn without(
    rulebook: &Rulebook,
    sources: &[ScoreSource],
    terms: &Terms,
    table: &LeagueTable,
    own: usize,
    member: usize,
) -> Option<Without> {
    let alone = |holders: &[usize]| holders == [member];
    let held = table.taken.iter().filter(|one| alone(&one.worst) || alone(&one.best));
    let metrics: Vec<MetricId> = held.map(|one| one.metric).collect();
    if metrics.is_empty() {
        return None;
    }
    let ends = taken(rulebook, &table.known, Some(member));
    let other = table.with_ends(rulebook, sources, terms, ends);
    let total = other.lines.get(own).map(|line| line.total).unwrap_or_default();
    let place = other.places.get(own).copied().flatten();
    Some(Without { member, metrics, total, place })
}
