//! The views beside the scoring table, one a file.

mod compare;
mod departments;
pub mod files;
pub mod filing;
pub mod forms;
mod gaps;
mod incoming;
pub mod league;
mod open;
mod overview;
mod pasted;
mod plan;
mod readings;
mod report;
pub mod review;
mod today;

pub use forms::{begin_edition, begin_new, begin_next_year, begin_sample, export};
pub use gaps::gaps_out;
pub use open::{open_address, open_link_again, open_text};
pub use pasted::{PastePanel, paste};

use crate::session::View;
use leptos::prelude::*;

/// A view.
pub fn view(view: View) -> AnyView {
    match view {
        // The table is there already; leagues and reviews come in a module of their own.
        View::Fill | View::League | View::Review | View::Filing | View::Incoming => ().into_any(),
        View::Overview => view! { <overview::OverviewPage /> }.into_any(),
        View::Departments => view! { <departments::DepartmentsPage /> }.into_any(),
        View::Compare => view! { <compare::ComparePage /> }.into_any(),
        View::Plan => view! { <plan::PlanPage /> }.into_any(),
        View::Readings => view! { <readings::ReadingsPage /> }.into_any(),
        View::Report => view! { <report::ReportPage /> }.into_any(),
        View::Forms => view! { <forms::FormsPage /> }.into_any(),
    }
}

/// A view that few need, which comes in the module of leagues.
pub fn seldom(view: View) -> AnyView {
    match view {
        View::Incoming => view! { <incoming::IncomingPage /> }.into_any(),
        View::Review => review::page(),
        View::Filing => filing::page(),
        _ => league::page(),
    }
}

/// The scoring table as it is handed in, for print.
pub fn printed() -> AnyView {
    let app = crate::ui::context::use_app();
    let table = untrack(|| app.desk(crate::text::report::scoring_table));
    view! { <crate::ui::parts::TextTable table /> }.into_any()
}

/// The frame of a view: its root, its heading and its content.
#[component]
pub fn Page(
    /// The view.
    view: View,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <main id="main" tabindex="-1" class=format!("page {}", view.name()) data-view=view.name()>
            <h1>{title}</h1>
            {children()}
        </main>
    }
}
