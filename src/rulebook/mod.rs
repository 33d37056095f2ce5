//! Rulebooks: what is asked, how it scores, and what a user may answer.
//!
//! A rulebook is data: `seeds/*.toml`, read and checked by `build.rs` with
//! [`source`], carried in the page in a compact form ([`editions`]).

mod answer;
#[cfg(not(target_arch = "wasm32"))]
mod check;
pub mod editions;
mod exact;
mod model;
mod rule;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;

pub use answer::{Adjustment, Answer, Answers, Reference, References, Row};
pub use model::*;
pub use rule::{Condition, Formula, Rule, Step, Term, Tier};
