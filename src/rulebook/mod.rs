//! Rulebooks: what is asked, how it scores, and what a user may answer.
//!
//! A rulebook is data: `seeds/*.toml`, read and checked by `build.rs` with
//! [`source`], constants in the page ([`editions`]).

mod answer;
#[cfg(not(target_arch = "wasm32"))]
mod check;
mod dated;
mod day;
pub mod editions;
mod exact;
mod fixed;
mod map;
mod model;
mod reading;
mod rule;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
#[cfg(not(target_arch = "wasm32"))]
mod under;
mod unit;

pub use answer::{Adjustment, Answer, Answers, Reference, References, Row};
pub use dated::dated;
pub use day::Day;
pub use fixed::{List, Text};
pub use map::Map;
pub use model::*;
pub use reading::{Below, Reading, ReadingId, ReadingOption, Readings, Variant};
pub use rule::{Condition, Formula, Rule, Same, Step, Term, Tier};
