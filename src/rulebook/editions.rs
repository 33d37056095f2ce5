//! The editions that this build carries, as constants that `build.rs` writes.

use super::model::*;
#[allow(unused_imports, reason = "an edition may have no readings")]
use super::reading::{Below, Reading, ReadingId, ReadingOption, Variant};
use super::rule::{BracketStep, Condition, Formula, Rule, Same, Term, Tier};
use rust_decimal::Decimal;
use std::iter;

include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// All editions of this build, the one that a new form takes first. Their texts are
/// said for their own years.
pub fn all() -> impl Iterator<Item = &'static Rulebook> {
    iter::once(&FIRST).chain(&MORE).map(|written| written.of_year(written.year))
}

/// The edition of this name.
pub fn find(id: &str) -> Option<&'static Rulebook> {
    all().find(|rulebook| rulebook.id == id)
}
