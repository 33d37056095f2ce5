//! Ranks under the user's own scenarios.

use super::model::League;
use super::rank::{Distance, MemberRank};
use super::table::LeagueTable;
use crate::form::Case;
use crate::score::Range;

/// Where one would stand in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supposed {
    /// The scenario's name.
    pub name: String,
    /// The own county's total in it.
    pub total: Range,
    /// Where the own county would stand; none while it is vetoed.
    pub place: Option<MemberRank>,
    /// How far it would be from other places; none while it is vetoed.
    pub distance: Option<Distance>,
}

/// Where one would stand in each scenario of the own form. A scenario's figures
/// move the ends that are taken from the league, and its method and readings
/// hold for all.
pub fn scenarios(league: &League, table: &LeagueTable) -> Vec<Supposed> {
    let Some(form) = league.own_form() else { return Vec::new() };
    let supposed = |name: &str, case: &Case| Supposed::of(league, table, name, case);
    let all = form.scenarios.iter();
    all.filter_map(|one| supposed(&one.name, &form.case.under(one))).collect()
}

impl Supposed {
    /// Where one would stand if the user's own case were this one.
    pub fn of(league: &League, table: &LeagueTable, name: &str, case: &Case) -> Option<Supposed> {
        let own = league.own?;
        let table = table.with_own(league, case);
        Some(Supposed {
            name: name.to_owned(),
            total: table.lines.get(own)?.total,
            place: table.places.get(own).copied().flatten(),
            distance: table.distance(own, league.recognised),
        })
    }
}
