//! What a form keeps beside its content: snapshots, its history, and of which form
//! it is a department's slice.
//!
//! Times are local, to the minute: `YYYY-MM-DDTHH:MM`. The page supplies them, and they are
//! meant for people.

use super::model::Form;
use crate::rulebook::IndicatorId;

/// A form as it was at a moment, such as the one that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// In the user's words; never blank.
    pub name: String,
    /// When it was taken.
    pub taken: String,
    /// What the form said: a form that remembers nothing, as
    /// [`Form::content`] gives it.
    pub content: Form,
}

/// Something that happened to a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, `YYYY-MM-DDTHH:MM`.
    pub time: String,
    /// What happened.
    pub kind: EventKind,
    /// What tells it from others of its kind: a unit, a county, the name of a
    /// scenario, snapshot or file. May be empty.
    pub detail: String,
}

/// What can happen to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// It was begun.
    Created,
    /// It came as a file or link and was kept.
    Received,
    /// It was sent as a link.
    Shared,
    /// It was saved as a file.
    Exported,
    /// A slice of it was sent to a unit.
    Sliced,
    /// A unit's slice was merged into it.
    Merged,
    /// Chosen items of another form were taken over.
    Taken,
    /// A scenario became what counts.
    Adopted,
    /// A snapshot was taken.
    Kept,
    /// A snapshot was restored.
    Restored,
}

impl EventKind {
    /// All kinds with their names in form files.
    pub(super) const NAMES: [(EventKind, &str); 10] = [
        (EventKind::Created, "created"),
        (EventKind::Received, "received"),
        (EventKind::Shared, "shared"),
        (EventKind::Exported, "exported"),
        (EventKind::Sliced, "sliced"),
        (EventKind::Merged, "merged"),
        (EventKind::Taken, "taken"),
        (EventKind::Adopted, "adopted"),
        (EventKind::Kept, "kept"),
        (EventKind::Restored, "restored"),
    ];
}

/// What makes a form a department's part of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The unit it was made for; never blank.
    pub unit: String,
    /// What the unit is asked, in the rulebook's order.
    pub indicators: Vec<IndicatorId>,
    /// The day by which it is to come back, `YYYY-MM-DD`.
    pub deadline: Option<String>,
    /// When it was sent.
    pub sent: String,
    /// The id under which the sender keeps the whole form.
    pub parent: String,
    /// What was sent, so that an edit can be told from what stood there before:
    /// a form of answers, references, notes and evidence only.
    pub base: Box<Form>,
}
