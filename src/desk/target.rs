//! The document's own targets (主要目标): compared, and without points.

use super::Desk;
use crate::rulebook::{FieldId, Target};
use rust_decimal::Decimal;

/// A target beside the figure that was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetStanding {
    /// The position of the target in its rulebook.
    pub target: usize,
    /// Where its figure is entered.
    pub entry: TargetEntry,
    /// The figure, in the target's unit.
    pub value: Option<Decimal>,
    /// Whether it is met.
    pub verdict: TargetVerdict,
}

/// Where the figure of a target is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetEntry {
    /// In this field, which an indicator or a task asks for.
    Field(FieldId),
    /// In an entry of the target's own.
    Own,
    /// Nowhere: the target has no figure.
    Words,
}

/// Whether a target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetVerdict {
    /// The figure reaches the bound.
    Met,
    /// The figure does not reach the bound.
    NotMet,
    /// The figure is missing, or the document names no bound.
    Unknown,
}

/// Where the figure of a target is entered.
fn entry(target: &Target) -> TargetEntry {
    match (target.field, target.at_least) {
        (Some(field), _) => TargetEntry::Field(field),
        (None, Some(_)) => TargetEntry::Own,
        (None, None) => TargetEntry::Words,
    }
}

impl Desk<'_> {
    /// All targets, in the rulebook's order. `own` gives what was entered for
    /// the target at a position, where the target has an entry of its own.
    pub fn targets(&self, own: &dyn Fn(usize) -> Option<Decimal>) -> Vec<TargetStanding> {
        let standing = |(at, target): (usize, &Target)| {
            let entry = entry(target);
            let value = match entry {
                TargetEntry::Field(field) => self.case.answers.number(field),
                TargetEntry::Own => own(at),
                TargetEntry::Words => None,
            };
            let verdict = match (value, target.at_least) {
                (Some(value), Some(least)) if value >= least => TargetVerdict::Met,
                (Some(_), Some(_)) => TargetVerdict::NotMet,
                _ => TargetVerdict::Unknown,
            };
            TargetStanding { target: at, entry, value, verdict }
        };
        self.rulebook().targets.iter().enumerate().map(standing).collect()
    }
}
