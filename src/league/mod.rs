//! The league: where a county stands among others. Source: scoring.md, section 7.
//!
//! A [`League`] holds the forms, a [`LeagueTable`] is what they come to; see
//! `league/table.rs` for the entry.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `model`, `gather`, `once` | [`League`] and its members; taking forms in, each county once |
//! | `line`, `rank`, `table`, `scoring`, `tasks` | scores and ranks, [`LeagueTable`]; the same step by step; checklists |
//! | `reference`, `without` | reference values from the league, and what each county changes in them |
//! | `band`, `chance`, `units` | how firm a rank is: under all readings, and if what is open is filled at random |
//! | `part`, `strip` | the own place in each part |
//! | `scenario` | ranks under the own scenarios |
//! | `years`, `trend` | the own county over several years, and the line of it |
//! | `file`, `share` | the league file, and a league as it is sent |
//! | `report` | what the example prints, as a line of JSON |

mod band;
mod chance;
mod file;
mod gather;
mod line;
mod model;
mod once;
mod part;
mod rank;
mod reference;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod scenario;
mod scoring;
mod share;
mod strip;
mod table;
mod tasks;
mod trend;
mod units;
mod without;
mod years;

pub use band::{Band, Banding, band};
pub use chance::{Chance, Draws, SEED, TIMES, chance};
pub use file::{FILE_BYTES, FORMAT, LeagueProblem, VERSION, read, write};
pub use gather::{Gathered, SetAside, WhyAside};
pub use line::{MemberScore, ScoreSource};
pub use model::{League, LeftOut, Member, RECOGNISED, Supplied, Terms};
pub use once::{Once, once};
pub use part::LeaguePart;
pub use rank::{Distance, Entry, MemberRank, Recognised, distance, distances, order, places};
pub use reference::{KnownValues, TakenEnds, known, taken};
#[cfg(not(target_arch = "wasm32"))]
pub use report::report;
pub use scenario::{Supposed, scenarios};
pub use scoring::Scoring;
pub use share::{SentFigures, Sharing, shared};
pub use strip::{Against, Strip, Strips, by_loss, lost_to, strips};
pub use table::{LeagueTable, entries};
pub use tasks::by_met;
pub use trend::{Dot, Trend};
pub use without::{Without, without, without_each};
pub use years::{Year, changes, years};
