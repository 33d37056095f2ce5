//! Every sentence the app shows. No logic: facts in, plain Chinese out.

mod form_problem;
mod link_problem;

pub use form_problem::form_problem;
pub use link_problem::link_problem;
