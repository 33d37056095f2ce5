//! Always in view: what is secured, what is still possible, how much is answered.

use super::score::{self, bar, figure};
use crate::text::page;
use crate::ui::dom::{El, classed, el, memo};
use crate::ui::session::Session;
use leptos::prelude::*;

/// The total of the open form.
pub fn total_bar(session: Session) -> El {
    let range = memo(move || session.card.with(|card| card.total.range));
    let answered = memo(move || session.form.with(|form| form.answered(&form.case)));
    let most = session.rulebook_now().points;
    let main = classed("span", "total-main")
        .text(page::SECURED)
        .text(" ")
        .child(el("b").attr("data-points", "").text_of(move || figure(range.get().low)))
        .child(classed("span", "most").text(&page::of_points(&figure(most))));
    let progress = classed("span", "total-answered").text_of(move || {
        let (answered, all) = answered.get();
        page::answered(answered, all)
    });
    let veto = classed("strong", "veto")
        .text(page::VETOED)
        .hidden_while(move || !session.card.with(|card| card.vetoed));
    classed("section", "total")
        .attr("aria-label", page::SECURED)
        .child(
            classed("p", "total-figures")
                .attr("data-total", "")
                .child(main)
                .child(score::range(range, "total-range"))
                .child(progress)
                .child(veto),
        )
        .child(bar(range, most))
}
