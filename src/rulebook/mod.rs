//! Rulebooks: what is asked, how it scores, and what a user may answer.
//!
//! A rulebook is data: `seeds/*.toml`. `build.rs` reads and checks each with
//! `source` and writes it as a constant; in the page they are [`editions`].
//!
//! | file | what is in it |
//! | --- | --- |
//! | `model` | [`Rulebook`] and its parts: indicators, fields, metrics, targets |
//! | `lookup` | its parts by position and by name, and who reads a field |
//! | `rule` | [`Rule`] and [`Formula`]: the vocabulary in which an edition scores |
//! | `answer` | [`Answer`], [`Reference`]: what a user enters |
//! | `reading` | [`Reading`]: what the document leaves open, and the ways to read it |
//! | `day` | [`Day`]: the calendar |
//! | `unit` | the units that an edition names |
//! | `dated` | an edition's texts filled in for a year of assessment |
//! | `source`, `under`, `exact`, `fixed` | reading the TOML |
//! | [`editions`] | the editions of this build |
//! | `check` | the lint that stops the build |
//! | `emit` | a rulebook as the Rust expression that `build.rs` writes |
//! | `map` | [`Map`]: a map for few entries |

mod answer;
#[cfg(not(target_arch = "wasm32"))]
mod check;
mod dated;
mod day;
pub mod editions;
mod exact;
mod fixed;
mod lookup;
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
pub use rule::{BracketStep, Condition, Formula, Rule, Same, Term, Tier};
