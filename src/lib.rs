//! Self-assessment against a quality index: rulebook in, scorecard out.
#[cfg(target_arch = "wasm32")]
pub mod ui;
