//! Self-assessment against a quality index: rulebook in, scorecard out.
pub mod form;
pub mod rulebook;
pub mod score;
#[cfg(target_arch = "wasm32")]
pub mod ui;
