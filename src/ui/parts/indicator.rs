//! The block of an indicator: what is asked, what is entered, what it gives.

use super::field::{control_id, field};
use super::{adjust, explain, proof, reference, scenario, score};
use crate::rulebook::{FieldId, Indicator, IndicatorId, Rule};
use crate::text::{self, page};
use crate::ui::dom::{El, button, classed, el};
use crate::ui::platform;
use crate::ui::present::Block;
use crate::ui::session::Session;
use std::rc::Rc;

/// The block of an indicator in the fill page.
pub fn indicator(session: Session, id: IndicatorId) -> El {
    let rulebook = session.rulebook_now();
    let indicator = &rulebook[id];
    let place = Block::of(id);
    let range = Rc::new(move || session.see(place, |_, now| now.range(id)));
    let unadjust = button("unadjust", page::UNADJUST, move |_| {
        session.edit(None, |form| drop(form.adjustments.remove(&id)));
    });
    let adjusted = classed("span", "adjusted")
        .child(classed("span", "tag").text(page::ADJUSTED))
        .child(unadjust.class("clear"))
        .hidden_while(move || !session.see(place, |form, _| form.adjustments.contains_key(&id)));
    let fields = indicator.fields.iter().map(|f| field(session, *f));
    let borrowed = rulebook.shared().into_iter().filter(|f| rulebook.readers(*f).contains(&id));
    let metrics = indicator.rules.iter().filter_map(|rule| match rule {
        Rule::Efficacy { metric, points, .. } => {
            Some(reference::metric(session, place, *metric, *points))
        }
        _ => None,
    });
    let desk = classed("div", "desk")
        .child(proof::note(session, id))
        .children((!indicator.points.is_zero()).then(|| adjust::adjustment(session, id)))
        .child(proof::evidence(session, id));
    classed("article", "indicator")
        .attr("id", &block_id(indicator))
        .attr("tabindex", "-1")
        .attr("data-indicator", indicator.id)
        .child(
            el("header")
                .child(heading(indicator))
                .child(adjusted)
                .child(scenario::back_of(session, id))
                .child(score::points(range, indicator.points)),
        )
        .child(classed("blockquote", "wording").text(indicator.wording.trim()))
        .child(meta(indicator))
        .child(
            classed("div", "fields")
                .children(fields)
                .children(borrowed.map(|f| borrowed_figure(session, place, f))),
        )
        .children(metrics)
        .child(explain::explanation(session, id))
        .child(desk)
}

/// The id of an indicator's block in the page.
pub fn block_id(indicator: &Indicator) -> String {
    format!("i-{}", indicator.id)
}

/// Number and short name.
pub fn heading(indicator: &Indicator) -> El {
    el("h4").child(classed("span", "number").text(indicator.id)).text(indicator.title)
}

/// Units, deadline and source.
fn meta(indicator: &Indicator) -> El {
    let units = indicator.units.join("、");
    let others = &indicator.others;
    let units = if units.is_empty() || others.is_empty() {
        format!("{units}{others}")
    } else {
        format!("{units}；{others}")
    };
    classed("p", "meta")
        .child(el("span").text(&page::named(page::UNITS, &units)))
        .child(el("span").text(&page::named(page::DEADLINE, indicator.deadline.text)))
        .child(el("span").text(indicator.source))
}

/// A shared figure where it is used: shown here, entered once elsewhere.
fn borrowed_figure(session: Session, place: Block, id: FieldId) -> El {
    let field = &session.rulebook_now()[id];
    let value = move || {
        session.see(place, |form, now| match now.case.answers.get(id) {
            Some(answer) => text::answer_text(form.edition.0, id, answer),
            None => page::NOT_ANSWERED.to_owned(),
        })
    };
    let control = control_id(field.id);
    let go = el("button")
        .attr("type", "button")
        .class("link")
        .text(page::GO_TO_SHARED)
        .on("click", move |_| platform::reveal(&control));
    classed("p", "borrowed")
        .text(&page::named(field.label, ""))
        .child(el("b").text_of(value))
        .child(go)
}
