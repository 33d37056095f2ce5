//! The table of a league as one line of JSON. The line is a contract:
//! `docs/formats/lines.md`.

use super::table::LeagueTable;
use crate::rulebook::Rulebook;
use crate::score::shown;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Decimals of the figures in the line.
const PLACES: u32 = 4;

#[derive(Serialize)]
struct Report<'a> {
    rulebook: &'a str,
    counties: Vec<County<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    references: Option<Pairs>,
}

#[derive(Serialize)]
struct County<'a> {
    form: usize,
    county: &'a str,
    low: String,
    points: String,
    high: String,
    rank: Option<usize>,
    best: Option<usize>,
    worst: Option<usize>,
    vetoed: bool,
}

#[derive(Serialize)]
struct Ends {
    unacceptable: String,
    satisfactory: String,
}

/// An object whose keys keep their order.
struct Pairs(Vec<(&'static str, Ends)>);

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, ends) in &self.0 {
            map.serialize_entry(key, ends)?;
        }
        map.end()
    }
}

/// The line of a table, without a line break. `forms` are the members' places
/// among the arguments and their names; `references` says whether ends were to
/// be taken from the league.
pub fn report(
    rulebook: &'static Rulebook,
    table: &LeagueTable,
    forms: &[(usize, &str)],
    references: bool,
) -> String {
    let county = |at: usize| {
        let (form, county) = forms.get(at)?;
        let line = table.lines.get(at)?;
        let place = table.places.get(at).copied().flatten();
        Some(County {
            form: *form,
            county,
            low: shown(line.total.low, PLACES),
            points: shown(line.total.points(), PLACES),
            high: shown(line.total.high, PLACES),
            rank: place.map(|place| place.rank),
            best: place.map(|place| place.best),
            worst: place.map(|place| place.worst),
            vetoed: line.vetoed,
        })
    };
    let ends = table.taken.iter().map(|one| {
        let ends =
            Ends { unacceptable: exact(one.unacceptable), satisfactory: exact(one.satisfactory) };
        (rulebook[one.metric].id, ends)
    });
    let line = serde_json::to_string(&Report {
        rulebook: rulebook.id,
        counties: table.order().into_iter().filter_map(county).collect(),
        references: references.then(|| Pairs(ends.collect())),
    });
    // Writing plain strings to memory cannot fail.
    line.unwrap_or_default()
}

/// An exact figure without trailing zeros.
fn exact(value: Decimal) -> String {
    shown(value, value.scale())
}
