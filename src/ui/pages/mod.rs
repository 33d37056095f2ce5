//! Pages, one a view.

pub mod compare;
pub mod departments;
pub mod fill;
pub mod forms;
pub mod gaps;
pub mod incoming;
pub mod overview;
pub mod plan;
pub mod report;

use super::dom::{El, classed, el};
use super::parts::total::total_bar;
use super::session::Session;
use super::view::View;

/// A view of the open form.
pub fn view(session: Session, view: View) -> El {
    match view {
        View::Fill => fill::fill_page(session),
        View::Overview => overview::overview_page(session),
        View::Gaps => gaps::gaps_page(session),
        View::Departments => departments::departments_page(session),
        View::Compare => compare::compare_page(session),
        View::Plan => plan::plan_page(session),
        View::Report => report::report_page(session),
        View::Forms => forms::forms_page(session),
    }
}

/// A view under the total of the open form.
fn page_of(session: Session, view: View, title: &str, parts: impl IntoIterator<Item = El>) -> El {
    let main = classed("main", &format!("sheet-page {}", view.name()))
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h2").text(title))
        .children(parts);
    el("div").attr("data-view", view.name()).child(total_bar(session)).child(main)
}
