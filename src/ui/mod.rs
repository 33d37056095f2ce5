//! The page: an ordinary Leptos application over [`Session`](crate::session::Session).
//!
//! | file or folder | what is in it |
//! | --- | --- |
//! | `app`, `context` | mounting, the shared context, following the address |
//! | `bar` | what stands above every view: total, tabs, menu, notices, scenario, sharing |
//! | `sheet` | the scoring table with its filters |
//! | `indicator` | the pane: one indicator with its fields |
//! | `pages` | the other views |
//! | `parts` | small components that several of them use |
//! | `later`, `lazy`, `workbook` | what comes in modules of its own, and how it is loaded |
//! | `browser` | the browser around the page: address, time, files, clipboard, focus |

mod app;
pub mod bar;
pub mod browser;
pub mod context;
pub mod indicator;
pub mod later;
pub mod lazy;
pub mod pages;
pub mod parts;
pub mod sheet;
mod workbook;

pub use app::{App, run};
