//! What stands above every view.

mod announce;
mod asked;
mod menu;
mod notices;
mod received;
mod share;
mod slice;
mod tabs;
mod top;

pub use announce::Announcer;
pub use menu::Menu;
pub use notices::Notices;
pub use received::{ReceivedStrip, leave};
pub use share::SharePanel;
pub use slice::SliceStrip;
pub use tabs::Tabs;
pub use top::Bar;

use leptos::prelude::*;

#[component]
pub fn ScenarioStrip() -> impl IntoView {}
