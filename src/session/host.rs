//! What the session needs from the world around it.

use crate::storage::Store;

/// The time, and names that no other form has.
pub trait Clock {
    /// Milliseconds since 1970.
    fn millis(&self) -> u64;
    /// The minute on the wall clock, `YYYY-MM-DDTHH:MM`.
    fn minute(&self) -> String;
    /// An id for a new form.
    fn fresh_id(&self) -> String;
}

/// A clock and a store: the browser, or a model of it in tests.
pub trait Host: Clock + Store {}

impl<T: Clock + Store> Host for T {}
