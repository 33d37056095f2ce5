//! Leagues: ranks, ends taken from the forms, what is robust, and the file.

#![cfg(not(target_arch = "wasm32"))]

#[path = "any_form/mod.rs"]
mod any_form;
#[path = "league/examples.rs"]
mod examples;
#[path = "league/gathering.rs"]
mod gathering;
#[path = "league/properties.rs"]
mod properties;
