//! What leaving one county out of the references would change.

use super::line::Source;
use super::model::Terms;
use super::rank::Place;
use super::reference::{Taken, taken};
use super::table::Table;
use crate::rulebook::{MetricId, Rulebook};
use crate::score::Range;

/// What would change if a member's values gave no ends. It stays in the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// The member that is left out of the references.
    pub member: usize,
    /// The metrics whose ends would be others: it holds them alone.
    pub metrics: Vec<MetricId>,
    /// What one's own total would be.
    pub total: Range,
    /// Where one would stand.
    pub place: Option<Place>,
}

/// What leaving out each member would change for one of them. Members that hold
/// no end alone change nothing and are not listed.
pub fn without_each(
    rulebook: &Rulebook,
    sources: &[Source],
    terms: &Terms,
    table: &Table,
    own: usize,
) -> Vec<Without> {
    let alone = |holders: &[usize], member| holders == [member];
    let held = |one: &Taken, member| alone(&one.worst, member) || alone(&one.best, member);
    let mut all = Vec::new();
    for member in 0..sources.len() {
        let held = table.taken.iter().filter(|one| held(one, member));
        let metrics: Vec<MetricId> = held.map(|one| one.metric).collect();
        if metrics.is_empty() {
            continue;
        }
        let ends = taken(rulebook, &table.known, Some(member));
        let other = table.with_ends(rulebook, sources, terms, ends);
        let total = other.lines.get(own).map(|line| line.total).unwrap_or_default();
        let place = other.places.get(own).copied().flatten();
        all.push(Without { member, metrics, total, place });
    }
    all
}
