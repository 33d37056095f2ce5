//! The page. The only room that knows Leptos.

mod app;
mod dom;
mod edit;
mod pages;
mod parts;
mod platform;
mod saving;
mod session;
mod view;

pub use app::run;
