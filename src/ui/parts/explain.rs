//! The computation of an indicator, opened on one click.

use crate::form::{Case, Form};
use crate::rulebook::IndicatorId;
use crate::score::IndicatorScore;
use crate::text::kind::words;
use crate::text::{self, page};
use crate::ui::dom::{El, button, classed, el};
use crate::ui::present::Block;
use crate::ui::session::Session;
use crate::ui::state::State;

/// The button, and the explanation while it is open.
pub fn explanation(session: Session, id: IndicatorId) -> El {
    let open = State::new(false);
    let rulebook = session.rulebook_now();
    let place = format!("x-{}", rulebook[id].id);
    let label = words(rulebook.kind).explain;
    let toggle = button("explain", label, move |_| open.update(|open| *open = !*open))
        .class("explain")
        .attr("aria-controls", &place)
        .state_of("aria-expanded", move || open.get());
    let content = el("div").attr("id", &place).dynamic(move || {
        if !open.get() {
            return Vec::new();
        }
        let Some(rest) = session.rest() else { return vec![el("p").text(page::WAIT)] };
        session.see(Block::of(id), |form, now| {
            let score = now.card.indicators.get(usize::from(id.0));
            score.map(|score| (rest.sentences)(form, &now.case, id, score)).into_iter().collect()
        })
    });
    el("div").child(toggle).child(content)
}

/// The computation in sentences, with every assumption marked.
pub fn sentences(form: &Form, case: &Case, id: IndicatorId, score: &IndicatorScore) -> El {
    let explanation =
        text::explain(form.edition.0, case, &form.adjustments, form.year(), id, score);
    let note =
        |note: &String| classed("p", "note").child(el("b").text(page::ASSUMPTION)).text(note);
    classed("div", "explanation")
        .attr("data-explain", "")
        .child(el("ol").children(explanation.steps.iter().map(|step| el("li").text(step))))
        .child(classed("p", "result").text(&explanation.result))
        .children(explanation.notes.iter().map(note))
}
