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

/// A view under the total of the open form.
fn page_of(session: Session, view: View, title: &str, parts: impl IntoIterator<Item = El>) -> El {
    let main = classed("main", &format!("sheet-page {}", view.name()))
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h2").text(title))
        .children(parts);
    el("div").attr("data-view", view.name()).child(total_bar(session)).child(main)
}
