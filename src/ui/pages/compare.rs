//! Stub.

use crate::text::page;
use crate::ui::dom::{El, classed, el};
use crate::ui::parts::total::total_bar;
use crate::ui::session::Session;
use crate::ui::view::View;

/// The view.
pub fn compare_page(session: Session) -> El {
    let main = classed("main", "compare")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h2").text(page::COMPARE));
    el("div").attr("data-view", View::Compare.name()).child(total_bar(session)).child(main)
}
