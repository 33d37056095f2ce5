//! Always in view: what is secured, what is still possible, how much is answered.

use super::score::{self, bar, figure};
use crate::text::page;
use crate::ui::dom::{El, classed, el};
use crate::ui::session::Session;
use std::rc::Rc;

/// The total of the open form.
pub fn total_bar(session: Session) -> El {
    let range: score::Ranged = Rc::new(move || session.present.with(|now| now.card.total.range));
    let low = range.clone();
    let most = session.rulebook_now().points;
    let main = classed("span", "total-main")
        .text(page::SECURED)
        .text(" ")
        .child(el("b").attr("data-points", "").text_of(move || figure(low().low)))
        .child(classed("span", "most").text(&page::of_points(&figure(most))));
    let progress = classed("span", "total-answered").text_of(move || {
        let (answered, all) = session
            .present
            .with(|now| session.form.with_untracked(|form| form.answered(&now.case)));
        page::answered(answered, all)
    });
    let unadjusted = classed("span", "total-unadjusted").text_of(move || {
        let (total, plain) =
            session.present.with(|now| (now.card.total.range, now.card.unadjusted));
        if total == plain { String::new() } else { page::unadjusted(&figure(plain.low)) }
    });
    classed("section", "total")
        .attr("aria-label", page::SECURED)
        .child(
            classed("p", "total-figures")
                .attr("data-total", "")
                .child(main)
                .child(score::range(range.clone(), "total-range"))
                .child(progress)
                .child(unadjusted),
        )
        .child(bar(range, most))
}
