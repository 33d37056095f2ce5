//! The page. The only room that knows Leptos.

mod app;
pub mod dom;
mod draft;
mod edit;
mod events;
pub mod lazy;
pub mod pages;
pub mod parts;
mod platform;
pub mod present;
pub mod rest;
mod saving;
pub mod session;
pub mod state;
pub mod view;
mod workbook;

pub use app::run;
