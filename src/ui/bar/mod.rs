//! What stands above every view.

mod asked;
mod notices;
mod received;
mod share;
mod slice;

pub use notices::Notices;
pub use received::{ReceivedStrip, leave};
pub use share::SharePanel;
pub use slice::SliceStrip;

use leptos::prelude::*;

#[component]
pub fn Bar() -> impl IntoView {}
#[component]
pub fn Tabs() -> impl IntoView {}
#[component]
pub fn ScenarioStrip() -> impl IntoView {}
#[component]
pub fn Announcer() -> impl IntoView {}
