//! Every sentence the app shows. No logic: facts in, plain Chinese out.

pub mod desk;
mod explain;
mod form_problem;
pub mod kind;
mod link_problem;
pub mod page;
pub mod table;

pub use explain::{Explanation, answer_text, explain, metric_line, state_text};
pub use form_problem::form_problem;
pub use link_problem::link_problem;
