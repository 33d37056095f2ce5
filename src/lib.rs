//! Self-assessment against a quality index: rulebook in, scorecard out.
pub mod form;
pub mod link;
pub mod map;
pub mod rulebook;
pub mod score;
pub mod storage;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
