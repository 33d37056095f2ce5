//! The editions that this build carries, in their compact form.

use super::model::Rulebook;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// All editions of this build, the one that a new form takes first.
///
/// A compact form that does not open would be a fault of the build, not of a
/// user; `tests/rulebooks.rs` opens every one.
pub fn all() -> &'static [Rulebook] {
    static ALL: OnceLock<Vec<Rulebook>> = OnceLock::new();
    ALL.get_or_init(|| {
        COMPACT.iter().filter_map(|bytes| postcard::from_bytes(bytes).ok()).collect()
    })
}

/// The edition of this name.
pub fn find(id: &str) -> Option<&'static Rulebook> {
    all().iter().find(|rulebook| rulebook.id == id)
}
