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
    /// More than a link may hold. The writer reports this as well.
    TooLong,
    /// Its end is missing.
    Cut {
        /// How many characters came.
        came: usize,
        /// How many characters the whole link has, where enough came to tell.
        of: Option<usize>,
    },
    /// Complete, but changed on its way.
    Damaged,
    /// An edition that this build does not carry.
    UnknownEdition,
    /// An edition of this name with other fields.
    OtherFields {
        /// The title of the edition.
        edition: String,
    },
    /// What it holds is not allowed in a form.
    Refused {
        /// Why a form file with the same content would be refused.
        problem: FormProblem,
    },
}
