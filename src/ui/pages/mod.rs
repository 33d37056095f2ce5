//! Pages, one a view.

pub mod fill;
pub mod forms;
pub mod incoming;
