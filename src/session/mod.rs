//! The session: the open form and everything that can be done with it.
//!
//! Plain Rust without a browser or views. The page holds one [`Session`] in a
//! signal and derives all that it shows from it. Clock and store are handed in
//! as a [`Host`], so that every rule here is tested natively.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `state`, `host` | [`Session`] itself, and reading from it; [`Host`]: its clock and store |
//! | `present` | the case that is shown, with its scores |
//! | `notice` | messages to the user |
//! | `earlier` | an earlier year's answers, confirmed or dropped |
//! | `edit`, `undo` | changes of the form; undo and redo |
//! | `slot`, `typing`, `drafts`, `value` | text boxes: half-typed text, when it becomes a value, and the value shown |
//! | `rows` | rows of honours and of evidence |
//! | `pasting` | blocks of cells that are pasted from a spreadsheet |
//! | `slices` | parts of the form that units fill in |
//! | `scenario` | which scenario is edited |
//! | `compare` | what the form can be compared with |
//! | `snapshot` | snapshots, and the settings of the plan |
//! | `incoming` | forms that came in by link or file |
//! | `merging` | what came in, taken into the user's own form |
//! | `reviewing` | rounds of reviewing, and the lock of what is signed off |
//! | `replacing` | another form in the place of the open one, never unasked |
//! | `league` | the league of the open form |
//! | `shelf`, `saving` | the stored forms, and when the open one is saved |
//! | `windows` | what other windows save: united with what is here, or kept beside it |
//! | `address` | the part of the address behind `#`: view, open indicator, filter |

mod address;
mod compare;
mod drafts;
mod earlier;
mod edit;
mod host;
mod incoming;
mod league;
mod merging;
mod notice;
pub mod pasting;
mod present;
mod replacing;
mod reviewing;
mod rows;
mod saving;
mod scenario;
mod shelf;
mod slices;
mod slot;
mod snapshot;
mod state;
mod typing;
mod undo;
mod value;
mod windows;

pub use address::{Address, Open, View};
pub use compare::{Column, MOST, Rival, choose};
pub use drafts::turned;
pub use host::{Clock, Host};
pub use incoming::{Incoming, WorkbookReport};
pub use league::KeptLeague;
pub use merging::ReturnedSlices;
pub use notice::Notice;
pub use present::Present;
pub use replacing::Replacement;
pub use saving::SaveState;
pub use shelf::unsaved;
pub use slot::{EvidencePart, ReferencePart, Slot};
pub use state::Session;
pub use undo::Undo;
