//! Stub.

use crate::text::page;
use crate::ui::dom::{El, classed, el};
use crate::ui::parts::total::total_bar;
use crate::ui::session::Session;
use crate::ui::view::View;

/// The view.
pub fn plan_page(session: Session) -> El {
    let main = classed("main", "plan")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h2").text(page::PLAN));
    el("div").attr("data-view", View::Plan.name()).child(total_bar(session)).child(main)
}
