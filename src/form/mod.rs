//! The form and its file. The form is the app's state; all else is derived.

mod json;
pub mod limits;
mod model;
mod parse;
mod problem;
mod read;
mod record;
pub mod typed;
mod undo;
mod write;

pub(crate) use json::Node;
pub use model::{Case, Edition, Evidence, Form, Scenario};
pub(crate) use parse::object;
pub use problem::{Allowed, Expected, FormProblem};
pub use read::{read, read_bytes, read_with};
pub use record::{Event, EventKind, Slice, Snapshot};
pub use undo::Undo;
pub use write::{FORMAT, VERSION, write};
