//! The editions that this build carries, as constants that `build.rs` writes.

use super::model::*;
use super::rule::{Condition, Formula, Rule, Step, Term, Tier};
use rust_decimal::Decimal;

include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// All editions of this build, the one that a new form takes first.
pub fn all() -> &'static [Rulebook] {
    &ALL
}

/// The edition of this name.
pub fn find(id: &str) -> Option<&'static Rulebook> {
    all().iter().find(|rulebook| rulebook.id == id)
}
