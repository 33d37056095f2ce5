//! Forms kept in the browser: versioned keys, nothing lost.
//!
//! Each form has a key of its own ([`Key`]). What cannot be read is moved aside to
//! another key and reported ([`Aside`]). What a newer version wrote is left where it
//! is. All of it works against a [`Store`]; only `browser` knows the browser.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `key` | the keys |
//! | `shelf` | [`open`], [`load`], [`save`]: stored forms |
//! | `league` | [`leagues`], [`keep_league`]: stored leagues |
//! | `lineage` | which stored states a state goes on from, so that two windows do not overwrite each other |
//! | `browser` | the browser's local storage |

#[cfg(target_arch = "wasm32")]
pub mod browser;
mod key;
mod league;
mod lineage;
mod shelf;

pub use key::Key;
pub use league::{current_league, forget_league, keep_league, leagues, set_current_league};
pub use lineage::{Lineage, Mark};
pub use shelf::{Aside, Opened, Saved, Saving, forget, load, open, read, save, set_current};

/// A place that keeps texts under keys.
pub trait Store {
    /// The text under a key.
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault>;
    /// Keeps a text under a key.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault>;
    /// Forgets a key.
    fn remove(&self, key: &str) -> Result<(), StoreFault>;
    /// All keys, of other apps too.
    fn keys(&self) -> Result<Vec<String>, StoreFault>;
}

/// Why a store does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser gives no storage to this page.
    Blocked,
    /// It took nothing more.
    Full,
    /// What was written did not read back.
    Lost,
    /// It could be written, but is more than is ever read again.
    TooLarge,
}
