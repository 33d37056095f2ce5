//! What can be wrong with a form file. The sentences are `text`'s.

use super::file_kind::FileKind;
use super::limits::Digits;
use super::units::UnitPart;
use rust_decimal::Decimal;

/// Why a form file is refused, as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormProblem {
    /// More bytes than a form file may have.
    TooLarge {
        /// How many it has.
        bytes: usize,
    },
    /// Not UTF-8.
    NotText,
    /// Another kind of file altogether.
    OtherKind {
        /// What it looks like.
        kind: FileKind,
    },
    /// No JSON; line and column (in characters) count from 1.
    Syntax {
        /// The line.
        line: usize,
        /// The character in it.
        column: usize,
    },
    /// Nested more deeply than allowed, from this line and character on.
    TooDeep {
        /// The line.
        line: usize,
        /// The character in it.
        column: usize,
    },
    /// A key stands twice in one object.
    Twice {
        /// Where, as keys joined by dots, such as `answers.2.model`.
        path: String,
    },
    /// JSON, but not a form.
    NoForm,
    /// Written by a newer version of the app.
    Newer {
        /// The version that the file names.
        version: String,
    },
    /// A rulebook that this version does not carry.
    UnknownRulebook {
        /// The id that the file names.
        id: String,
    },
    /// A key that has to be there is not.
    Missing {
        /// Where, as keys joined by dots, such as `answers.2.model`.
        path: String,
        /// What should stand there.
        expected: Expected,
    },
    /// A key that must not stand where it stands.
    Misplaced {
        /// Where, as keys joined by dots, such as `answers.2.model`.
        path: String,
        /// What stands under it, shortened.
        value: String,
        /// Which keys may stand there.
        allowed: Allowed,
    },
    /// A value that is not what was expected.
    Wrong {
        /// Where, as keys joined by dots, such as `answers.2.model`.
        path: String,
        /// What stands there, shortened.
        value: String,
        /// What should stand there.
        expected: Expected,
    },
}

/// Which keys may stand in the place of a key that must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A field of the rulebook.
    Field,
    /// An indicator (or task) of the rulebook.
    Indicator,
    /// A metric of the rulebook.
    Metric,
    /// A reading of the rulebook.
    Reading,
    /// A target of the rulebook whose figure no field asks.
    Target,
    /// A unit of the rulebook.
    Unit,
    /// One of these keys, and no other.
    Keys(&'static [&'static str]),
    /// None: a checklist has no points.
    NoPoints,
}

/// What was expected in the place of a wrong value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A text that is not blank.
    NonBlankText,
    /// `true` or `false`.
    Bool,
    /// The marker of a form file.
    Format,
    /// The version of the file's format.
    Version,
    /// The id of a rulebook.
    Rulebook,
    /// The answer to a yes-no field: `true` or `false`.
    YesNo,
    /// A whole number in the range of counts.
    Count,
    /// A year in the range of years.
    Year,
    /// A decimal, as a text, with at most so many digits.
    Decimal(Digits),
    /// A decimal from the first to the second bound.
    Between(Option<Decimal>, Option<Decimal>),
    /// One of these ids.
    OneOf(Vec<String>),
    /// A list of ids, none twice.
    NotTwice,
    /// A base of the efficacy coefficient.
    Base(Vec<String>),
    /// A day of the calendar, `YYYY-MM-DD`.
    Date,
    /// A day, a month or a year.
    DateOfProof,
    /// A minute of the calendar.
    Moment,
    /// One or two typed ends, or peers, not both, not nothing.
    EndsOrPeers,
    /// An unacceptable value worse than the satisfactory one.
    EndsInOrder {
        /// The unacceptable value that was given.
        unacceptable: Decimal,
        /// The satisfactory value that was given.
        satisfactory: Decimal,
    },
    /// A scenario name that no other scenario has.
    NewName,
    /// What can be set of a unit.
    OfUnit(UnitPart),
}
