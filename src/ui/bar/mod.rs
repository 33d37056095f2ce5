//! What stands above every view.

mod announce;
mod asked;
mod band;
mod menu;
mod missing;
mod notices;
mod received;
mod reviews;
mod scenario;
mod share;
mod slice;
mod tabs;
mod top;

pub use announce::Announcer;
pub use band::band;
pub use menu::Menu;
pub use missing::Missing;
pub use notices::{Notices, VetoStrip};
pub use received::leave;
pub use scenario::{NewScenario, ScenarioSelect, ScenarioStrip, focus_next};
pub use tabs::Tabs;
pub use top::Bar;

use crate::ui::pages::PastePanel;
use crate::ui::pages::files::LostLink;
use leptos::prelude::*;

/// The strips under the tabs, which come with the views.
pub fn strips() -> AnyView {
    view! {
        <VetoStrip />
        <received::ReceivedStrip />
        <slice::SliceStrip />
        <reviews::ReviewStrip />
        <ScenarioStrip />
    }
    .into_any()
}

/// Notices and dialogues over the page, which come with the views.
pub fn dialogues() -> AnyView {
    view! {
        <Notices />
        <share::SharePanel />
        <LostLink />
        <PastePanel />
    }
    .into_any()
}
