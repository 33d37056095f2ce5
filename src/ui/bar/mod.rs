//! What stands above every view.

mod announce;
mod menu;
mod scenario;
mod tabs;
mod top;

pub use announce::Announcer;
pub use scenario::{NewScenario, ScenarioSelect, ScenarioStrip, focus_next};
pub use tabs::Tabs;
pub use top::Bar;

use leptos::prelude::*;

#[component]
pub fn Notices() -> impl IntoView {}
#[component]
pub fn SharePanel() -> impl IntoView {}
