//! What stands above every view.

mod announce;
mod asked;
mod band;
mod menu;
mod notices;
mod received;
mod scenario;
mod share;
mod slice;
mod tabs;
mod top;

pub use announce::Announcer;
pub use band::band;
pub use menu::Menu;
pub use notices::{Notices, VetoStrip};
pub use received::{ReceivedStrip, leave};
pub use scenario::{NewScenario, ScenarioSelect, ScenarioStrip, focus_next};
pub use share::{SharePanel, sharing};
pub use slice::{SliceStrip, returning};
pub use tabs::Tabs;
pub use top::Bar;
