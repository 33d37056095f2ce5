//! The league: where a county stands among others. Source: scoring.md, section 7.
//!
//! A [`League`] holds the forms, a [`Table`] is what they come to; see
//! `league/table.rs` for the entry.

mod line;
mod model;
mod rank;
mod reference;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod table;

pub use line::{Line, Source};
pub use model::{Held, League, LeftOut, Member, RECOGNISED, Terms};
pub use rank::{Distance, Entry, Place, Recognised, distance, order, places};
pub use reference::{Taken, taken};
#[cfg(not(target_arch = "wasm32"))]
pub use report::report;
pub use table::Table;
