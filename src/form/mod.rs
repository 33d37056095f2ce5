//! The form and its file. The form is the app's state; all else is derived.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `model` | [`Form`], [`Case`], [`Scenario`], [`Evidence`] |
//! | `record`, `plan` | what a form remembers: [`Snapshot`], [`Event`], [`Slice`], [`PlanSettings`] |
//! | `earlier` | [`Earlier`]: an earlier year's answers, held until they are confirmed |
//! | `units` | [`Units`]: what units are called, whom to call, what was sent when |
//! | `filing` | [`Filing`]: files behind the evidence, by name and fingerprint |
//! | `reviews` | [`Review`]: what reviewers say of the points |
//! | [`limits`] | the bounds of everything |
//! | `read`, `parse`, `json` | reading a file: [`read()`], [`read_bytes`] |
//! | `problem` | [`FormProblem`]: why a file is refused |
//! | `write` | writing a file: [`write()`], [`write_bounded`] |
//! | [`typed`] | what people type into boxes |
//! | `edit`, `scenario` | changes of the form, and of one of its scenarios |
//! | `place`, `difference` | two forms compared and taken over item by item |
//! | `slice`, `merge` | a department's slice of a form, and how it is merged back |
//! | `reconcile` | two windows' states of one form put together |
//! | `file_kind` | what kind of file was picked |
//!
//! The file is documented in `docs/formats/form-file.md`.

mod difference;
mod earlier;
mod edit;
mod file_kind;
mod filing;
mod json;
pub mod limits;
mod merge;
mod model;
mod parse;
mod place;
mod plan;
mod problem;
mod read;
mod reconcile;
mod record;
mod reviews;
mod scenario;
mod slice;
pub mod typed;
mod units;
mod write;

pub use difference::{Difference, as_scenario, change, difference, take};
pub use earlier::Earlier;
pub use edit::{Edit, UndoStep};
pub use file_kind::{FileKind, file_kind};
pub use filing::{FileMark, Filed, Filing};
pub(crate) use json::Node;
pub use merge::{Conflict, Merge, MergeProblem, MergedChange, Side, merge, merge_all};
pub use model::{Case, Edition, Evidence, Form, Scenario};
pub(crate) use parse::{object, top_level};
pub use place::{Place, Value};
pub use plan::PlanSettings;
pub use problem::{Allowed, Expected, FormProblem};
pub(crate) use read::{node as parts, section};
pub use read::{read, read_bytes, read_with};
pub use reconcile::{Reconciled, Three, is_same_content, reconcile, renamed_scenarios};
pub use record::{Event, EventKind, Slice, Snapshot};
pub use reviews::{Review, ReviewFinding, ReviewProblem, ReviewStage, Reviews, Verdict};
pub use slice::{asked, home, slice};
pub use units::{SENDER, Sending, UnitPart, Units};
pub(crate) use write::node;
pub use write::{FORMAT, VERSION, has_room, write, write_bounded};
