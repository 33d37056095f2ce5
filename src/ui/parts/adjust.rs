//! A manual adjustment (自评调整) of an indicator's score, with its reason.

use super::figure::{Typed, TypedBox, text_input, typed_box};
use crate::form::typed;
use crate::rulebook::{Adjustment, IndicatorId};
use crate::text::page;
use crate::ui::dom::{El, classed};
use crate::ui::present::Block;
use crate::ui::session::{Edited, Session};
use std::rc::Rc;

/// The two boxes by their names in `data-part`.
const PARTS: [&str; 2] = ["points", "reason"];

/// Points and reason; they enter the form together.
pub fn adjustment(session: Session, id: IndicatorId) -> El {
    let points = part(session, id, 0, text_input("decimal"));
    let reason = part(session, id, 1, text_input("text").attr("placeholder", page::ADJUST_WHY));
    classed("fieldset", "adjust")
        .attr("data-adjust", "")
        .child(classed("legend", "unseen").text(page::ADJUST))
        .child(
            classed("label", "adjust-points").text(page::ADJUST_TO).child(
                classed("span", "box")
                    .child(points.input)
                    .child(classed("span", "unit").text(page::POINTS)),
            ),
        )
        .child(classed("label", "adjust-reason").text(page::REASON).child(reason.input))
        .children([points.message, reason.message])
}

fn part(session: Session, id: IndicatorId, at: usize, input: El) -> TypedBox {
    let indicator = &session.rulebook_now()[id];
    let slot = move |at: usize| format!("adjust:{}#{}", indicator.id, PARTS[at]);
    let in_force =
        move |at| session.form.with_untracked(|form| written(form.adjustments.get(&id), at));
    let judge = move |text: &str| {
        let other = 1 - at;
        let waiting = session.drafts.with_untracked(|drafts| drafts.get(&slot(other)).cloned());
        let mut texts = [String::new(), String::new()];
        texts[at] = text.to_owned();
        texts[other] = waiting.unwrap_or_else(|| in_force(other));
        typed::adjustment(indicator.points, &texts[0], &texts[1])
    };
    let typed = Typed {
        place: Block::of(id),
        slot: slot(at),
        value: Rc::new(move || in_force(at)),
        judge: Rc::new(move |text| judge(text).map(drop)),
        take: Rc::new(move |text| {
            let adjustment = judge(text)?;
            session.edit(Some(Edited::Adjustment(id)), |form| {
                match adjustment {
                    Some(adjustment) => form.adjustments.insert(id, adjustment),
                    None => form.adjustments.remove(&id),
                };
            });
            // What waited in the other box has entered the form as well.
            session.draft(Block::of(id), &slot(1 - at), None);
            Ok(())
        }),
        unit: "",
    };
    let input = input.attr("data-part", PARTS[at]);
    typed_box(session, input, &format!("adjust-{}-{}", indicator.id, PARTS[at]), typed)
}

/// What stands in a box for an adjustment that is in force.
fn written(adjustment: Option<&Adjustment>, at: usize) -> String {
    match adjustment {
        Some(adjustment) if at == 0 => adjustment.points.normalize().to_string(),
        Some(adjustment) => adjustment.reason.clone(),
        None => String::new(),
    }
}
