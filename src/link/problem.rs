//! What can be wrong with a share link. The sentences are `text`'s.

use crate::form::FormProblem;

/// Why a link is refused, as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// No share link of this app.
    NotALink,
    /// Made by a newer version of the app.
    Newer {
        /// The version that the link names.
        version: u32,
    },
    /// More than a link may hold; so says the writer too.
    TooLong,
    /// Its end is missing: characters that came, and how many there were, where
    /// that much came.
    Cut {
        /// The characters that came.
        came: usize,
        /// How many there were.
        of: Option<usize>,
    },
    /// Complete, but changed on its way.
    Damaged,
    /// An edition that this build does not carry.
    UnknownEdition,
    /// An edition of this name with other fields.
    OtherFields {
        /// The id of the edition.
        edition: String,
    },
    /// What it holds is not allowed in a form.
    Refused {
        /// Why a form file with the same content would be refused.
        problem: FormProblem,
    },
}
