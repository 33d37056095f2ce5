//! What an edit changes.

use super::model::Form;
use super::reviews::ReviewStage;
use crate::rulebook::{FieldId, IndicatorId, MetricId, ReadingId, TargetId};

/// What an edit changes. Edits of one thing in a row are one step of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The county's name.
    County,
    /// The year of assessment.
    Year,
    /// The base of the efficacy coefficient.
    Base,
    /// How the document is read.
    Reading(ReadingId),
    /// The answer to a field.
    Field(FieldId),
    /// The reference values of a metric.
    Reference(MetricId),
    /// The references of several metrics at once.
    References(usize),
    /// The note on an indicator.
    Note(IndicatorId),
    /// The proofs of an indicator.
    Evidence(IndicatorId),
    /// The points that the user set for an indicator by hand.
    Adjustment(IndicatorId),
    /// The declared veto items.
    Veto,
    /// The figure of a target that no field asks.
    Target(TargetId),
    /// All answers, references and readings of an indicator, back to the baseline.
    ToBaseline(IndicatorId),
    /// The states of several tasks at once.
    States(usize),
    /// Several answers that were pasted at once.
    Answers(usize),
    /// Earlier answers that were taken over, or dropped, at once.
    Earlier(usize),
    /// The list of scenarios, by the name of the one concerned.
    Scenario(String),
    /// A scenario became the baseline.
    Adopt(String),
    /// A snapshot was taken.
    Snapshot,
    /// What a plan is asked for.
    Plan,
    /// What a unit is called, or whom to call there.
    Units,
    /// A round of reviewing: what is said of an indicator, by whom, or the signature.
    Review(ReviewStage),
    /// A form that came in was merged, taken over in part, or replaced this one.
    Merge,
}

/// A step that was undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoStep {
    /// The edit that it was about.
    pub edit: Edit,
    /// Whether it was undone; else it was redone.
    pub back: bool,
}

impl Edit {
    /// The indicator that an edit is shown in; none for what belongs to the
    /// whole form or is shared.
    pub fn indicator(&self, form: &Form) -> Option<IndicatorId> {
        let rulebook = form.edition.0;
        match self {
            Edit::Field(field) => rulebook.owner(*field),
            Edit::Reference(metric) => {
                rulebook.indicator_ids().find(|id| rulebook[*id].metrics.contains(metric))
            }
            Edit::Reading(reading) => {
                let mut moved = rulebook.indicator_ids().filter(|id| rulebook.moves(*reading, *id));
                moved.next().filter(|_| moved.next().is_none())
            }
            Edit::Note(id) | Edit::Evidence(id) | Edit::Adjustment(id) | Edit::ToBaseline(id) => {
                Some(*id)
            }
            _ => None,
        }
    }

    /// Whether an edit is shown among the basics.
    pub fn is_basic(&self, form: &Form) -> bool {
        match self {
            Edit::County | Edit::Year | Edit::Base | Edit::Veto => true,
            Edit::Field(field) => form.edition.owner(*field).is_none(),
            _ => false,
        }
    }
}
