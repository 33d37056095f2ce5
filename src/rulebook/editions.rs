//! The editions that this build carries, as constants that `build.rs` writes.
//!
//! In the page that ships (feature `split`) only the first is there from the
//! start; the others come with the module that is loaded later.

use super::model::*;
#[allow(unused_imports, reason = "an edition may have no readings")]
use super::reading::{Below, Reading, ReadingId, ReadingOption, Variant};
use super::rule::{Condition, Formula, Rule, Same, Step, Term, Tier};
use rust_decimal::Decimal;
use std::iter;
#[cfg(feature = "split")]
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/editions.rs"));

#[cfg(feature = "split")]
static ARRIVED: OnceLock<&[Rulebook]> = OnceLock::new();

/// The editions beside the first that are there by now.
#[cfg(feature = "split")]
fn more() -> &'static [Rulebook] {
    ARRIVED.get().copied().unwrap_or_default()
}

#[cfg(not(feature = "split"))]
fn more() -> &'static [Rulebook] {
    &MORE
}

/// Makes the editions known that came with the module loaded later.
#[cfg(feature = "split")]
pub fn arrive() {
    // Whoever comes second finds them there.
    let _ = ARRIVED.set(&MORE);
}

/// All editions are there from the start.
#[cfg(not(feature = "split"))]
pub fn arrive() {}

/// How many indicators or tasks the longest edition of this build has.
pub const LONGEST: usize = INDICATORS;

/// All editions of this build that are there by now, the one that a new form
/// takes first.
pub fn all() -> impl Iterator<Item = &'static Rulebook> {
    iter::once(&FIRST).chain(more())
}

/// The edition of this name.
pub fn find(id: &str) -> Option<&'static Rulebook> {
    all().find(|rulebook| rulebook.id == id)
}
