//! Findings: every step of a score, as data. The sentences are `text`'s.

use super::efficacy::Efficacy;
use super::honours::RowVerdict;
use super::range::Range;
use crate::rulebook::FieldId;
use rust_decimal::Decimal;

/// What one rule of an indicator gave, and on which ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The position of the rule in its indicator.
    pub rule: usize,
    /// The points that it gave.
    pub gave: Range,
    /// Why it gave them.
    pub ground: Ground,
}

/// The ground of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The rule's field is not answered.
    Unanswered(FieldId),
    /// A yes-no was answered.
    Yes(bool),
    /// An option was chosen.
    Chosen(u8),
    /// So many were counted; `sum` is what they give before the rule's cap.
    Counted {
        /// How many.
        number: u32,
        /// Points before the cap.
        sum: Decimal,
    },
    /// A count reached this step of a bracket, or none.
    Reached {
        /// How many.
        number: u32,
        /// The position of the step; none below the first.
        step: Option<usize>,
    },
    /// So many options are missing; `left` is what remains, never below 0.
    Lacking {
        /// How many options are not chosen.
        missing: u32,
        /// Points that remain.
        left: Decimal,
    },
    /// Tiers: which conditions hold (none: open), which tier is reached for
    /// sure and which is the best that is still possible.
    Tiers {
        /// Whether each condition of the first tier holds, which has those of all others.
        holds: Vec<Option<bool>>,
        /// The position of the tier that is reached for sure.
        reached: Option<usize>,
        /// The position of the best tier that is still possible.
        possible: Option<usize>,
    },
    /// A metric was scored.
    Efficacy(Box<Efficacy>),
    /// Honours were counted; `sum` is what they give before the rule's cap.
    Honours {
        /// What became of each row, in their order.
        rows: Vec<RowVerdict>,
        /// Points before the cap.
        sum: Decimal,
    },
    /// A task's state, with which of its conditions hold.
    Task {
        /// Whether each condition holds; none while that is open.
        holds: Vec<Option<bool>>,
        /// Whether the task was said not to apply.
        waived: bool,
    },
}
