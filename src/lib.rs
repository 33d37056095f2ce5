//! Self-assessment against a quality index: rulebook in, scorecard out.
pub mod rulebook;
#[cfg(target_arch = "wasm32")]
pub mod ui;
