//! Always in view: what is secured, what is still possible, how much is answered.

use super::score::{self, bar, figure, figures};
use crate::rulebook::Kind;
use crate::text::kind::{overdue_text, words};
use crate::text::page;
use crate::ui::dom::{El, classed, first};
use crate::ui::session::Session;
use std::rc::Rc;

/// The total of the open form.
pub fn total_bar(session: Session) -> El {
    first(|| bar_of(session))
}

fn bar_of(session: Session) -> El {
    let rulebook = session.rulebook_now();
    let secured = words(rulebook.kind).secured;
    let scored: score::Scored =
        Rc::new(move || session.present.with(|now| now.card.score_of_all(rulebook)));
    let main = classed("span", "total-main").text(secured).text(" ").child(figures(scored.clone()));
    let overdue = (rulebook.kind == Kind::Checklist).then(|| {
        classed("span", "total-overdue").attr("data-overdue", "").text_of(move || {
            let overdue = session.desk(|desk| desk.overdue());
            overdue.map(overdue_text).unwrap_or_default()
        })
    });
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
        .attr("aria-label", secured)
        .child(
            classed("p", "total-figures")
                .attr("data-total", "")
                .child(main)
                .children(overdue)
                .child(progress)
                .child(unadjusted),
        )
        .child(bar(scored))
}
