//! What stands above every view.

mod scenario;

pub use scenario::{NewScenario, ScenarioSelect, ScenarioStrip, focus_next};

use leptos::prelude::*;

#[component]
pub fn Bar() -> impl IntoView {}
#[component]
pub fn Tabs() -> impl IntoView {}
#[component]
pub fn Notices() -> impl IntoView {}
#[component]
pub fn SharePanel() -> impl IntoView {}
#[component]
pub fn Announcer() -> impl IntoView {}
