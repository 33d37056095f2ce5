//! The block of an indicator: what is asked, what is entered, what it gives.

use super::field::{control_id, field};
use super::{adjust, explain, proof, reference, scenario, score};
use crate::desk::{self, Role};
use crate::rulebook::{FieldId, Indicator, IndicatorId, Kind, Rule, Rulebook};
use crate::text::desk::{role_text, task_due_text};
use crate::text::{self, kind, page};
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
    let scored = Rc::new(move || session.see(place, |_, now| now.card.score_of(rulebook, id)));
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
                .child(score::figures(scored)),
        )
        .child(classed("blockquote", "wording").text(indicator.wording.trim()))
        .child(meta(rulebook, id, move || due(session, id)))
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

/// Units, how it is verified, deadline and source; `due` tells how the deadline
/// stands.
fn meta(rulebook: &Rulebook, id: IndicatorId, due: impl Fn() -> String + 'static) -> El {
    let indicator = &rulebook[id];
    let others = indicator.others;
    let mut units = indicator.units.join("、");
    if !units.is_empty() && !others.is_empty() {
        units.push('；');
    }
    units.push_str(others);
    let parts = [
        (role_text(Role::Leads, rulebook.kind), units),
        (role_text(Role::Supports, rulebook.kind), indicator.support.join("、")),
        (kind::VERIFICATION, indicator.verification.to_owned()),
    ];
    let parts = parts.into_iter().filter(|(_, value)| !value.is_empty());
    classed("p", "meta")
        .children(parts.map(|(name, value)| el("span").text(&page::named(name, &value))))
        .child(
            el("span")
                .text(&page::named(page::DEADLINE, indicator.deadline.text))
                .child(classed("b", "late").text_of(due)),
        )
        .child(el("span").text(indicator.source))
}

/// How a task's deadline stands: overdue, or the day in the form's own year.
fn due(session: Session, id: IndicatorId) -> String {
    let rulebook = session.rulebook_now();
    let today = if rulebook.kind == Kind::Checklist { session.today() } else { None };
    let Some(today) = today else { return String::new() };
    session.see(Block::of(id), |form, now| {
        let Some(score) = now.card.indicators.get(usize::from(id.0)) else { return String::new() };
        let standing = desk::standing(form, &now.case, id, score, today);
        task_due_text(rulebook, &standing, form.year(), today)
    })
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
