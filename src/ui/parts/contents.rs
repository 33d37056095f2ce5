//! The side list: every indicator with its state, one click away.

use super::indicator::block_id;
use super::score::{answered, figure};
use crate::rulebook::IndicatorId;
use crate::score::Score;
use crate::text::kind::{state_sign, words};
use crate::text::{page, state_text};
use crate::ui::dom::{El, button, classed, el, together};
use crate::ui::platform;
use crate::ui::present::Block;
use crate::ui::session::Session;
use crate::ui::state::State;

/// The list; `reach` makes an indicator visible before it is shown.
pub fn contents(session: Session, reach: impl Fn(IndicatorId) + Copy + 'static) -> El {
    let rulebook = session.rulebook_now();
    // Beside the form on wide screens, folded above it on narrow ones.
    let open = State::new(false);
    let slice = session
        .form
        .with_untracked(|form| form.slice.as_ref().map(|slice| slice.indicators.clone()));
    let asked = |id: &IndicatorId| slice.as_ref().is_none_or(|asked| asked.contains(id));
    let dimensions = rulebook.dimensions.iter().enumerate().map(|(at, dimension)| {
        let within = |id: &IndicatorId| {
            let group = rulebook.groups.get(usize::from(rulebook[*id].group));
            group.is_some_and(|g| usize::from(g.dimension) == at)
        };
        let items = rulebook
            .indicator_ids()
            .filter(within)
            .filter(asked)
            .map(|id| together(|| item(session, id, reach)));
        el("li").child(el("b").text(dimension.title)).child(el("ol").children(items))
    });
    let title = words(rulebook.kind).contents;
    let toggle = button("contents", title, move |_| open.update(|open| *open = !*open))
        .class("contents-toggle")
        .state_of("aria-expanded", move || open.get());
    classed("nav", "contents")
        .attr("aria-label", title)
        .class_while("open", move || open.get())
        .child(toggle)
        .child(
            classed("ol", "contents-list")
                .children(dimensions)
                .on("click", move |_| open.set(false)),
        )
}

fn item(session: Session, id: IndicatorId, reach: impl Fn(IndicatorId) + 'static) -> El {
    let rulebook = session.rulebook_now();
    let indicator = &rulebook[id];
    let mark = classed("span", "state").attr("aria-hidden", "true");
    let (state, got) = (classed("span", "unseen"), classed("span", "got"));
    let place = block_id(indicator);
    let go = el("button")
        .attr("type", "button")
        .attr("data-jump", indicator.id)
        .child(mark.clone())
        .child(state.clone())
        .child(classed("span", "number").text(indicator.id))
        .child(classed("span", "title").text(indicator.title))
        .child(got.clone())
        .react(move |_| {
            let (score, answered, adjusted) = session.see(Block::of(id), |form, now| {
                let adjusted = form.adjustments.contains_key(&id);
                (now.card.score_of(rulebook, id), answered(form, &now.case, [id]), adjusted)
            });
            let (shape, words) = match (score, answered) {
                (Score::Task(task), _) => (state_sign(task), state_text(task)),
                (_, (0, _)) => ("○", page::STATE_OPEN),
                (_, (some, all)) if some < all => ("◐", page::STATE_PARTLY),
                _ => ("●", page::STATE_DONE),
            };
            mark.show(shape);
            state.show(words);
            got.show(&match score {
                Score::Points { range, most } => {
                    let mark = if adjusted { page::ADJUSTED_MARK } else { "" };
                    figure(range.low) + mark + &page::of_points(&figure(most))
                }
                // The sign says it.
                _ => String::new(),
            });
        })
        .on("click", move |_| {
            reach(id);
            platform::reveal_soon(place.clone());
        });
    el("li").child(go)
}
