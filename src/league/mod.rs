//! The league: where a county stands among others. Source: scoring.md, section 7.
//!
//! A [`League`] holds the forms, a [`LeagueTable`] is what they come to; see
//! `league/table.rs` for the entry.

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
