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
    pub gave: Range,
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
    Counted { number: u32, sum: Decimal },
    /// A count reached this step of a bracket, or none.
    Reached { number: u32, step: Option<usize> },
    /// So many options are missing; `left` is what remains, never below 0.
    Lacking { missing: u32, left: Decimal },
    /// Tiers: which conditions hold (none: open), which tier is reached for
    /// sure and which is the best that is still possible.
    Tiers { holds: Vec<Option<bool>>, reached: Option<usize>, possible: Option<usize> },
    /// A metric was scored.
    Efficacy(Box<Efficacy>),
    /// Honours were counted; `sum` is what they give before the rule's cap.
    Honours { rows: Vec<RowVerdict>, sum: Decimal },
    /// A task's state, with which of its conditions hold.
    Task { holds: Vec<Option<bool>>, waived: bool },
}
