//! The side list: every indicator with its state, one click away.

use super::super::platform;
use super::score::PLACES;
use crate::rulebook::IndicatorId;
use crate::score::shown;
use crate::text::page;
use crate::ui::session::Session;
use leptos::prelude::*;

/// The list; `reach` makes an indicator visible before it is shown.
#[component]
pub fn Contents(reach: Callback<IndicatorId>) -> impl IntoView {
    let session = Session::get();
    let rulebook = session.rulebook_now();
    let dimensions = rulebook
        .dimensions
        .iter()
        .enumerate()
        .map(|(at, dimension)| {
            let items = rulebook
                .indicator_ids()
                .filter(|id| {
                    let group = rulebook[*id].group as usize;
                    rulebook.groups.get(group).is_some_and(|g| g.dimension as usize == at)
                })
                .map(|id| item(session, id, reach))
                .collect_view();
            view! {
                <li><b>{dimension.title.as_str()}</b><ol>{items}</ol></li>
            }
        })
        .collect_view();
    // Beside the form on wide screens, folded above it on narrow ones.
    let open = RwSignal::new(false);
    view! {
        <nav class="contents" class:open=move || open.get() aria-label=page::CONTENTS>
            <button type="button" class="contents-toggle" data-action="contents"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>{page::CONTENTS}</button>
            <ol class="contents-list" on:click=move |_| open.set(false)>{dimensions}</ol>
        </nav>
    }
}

fn item(session: Session, id: IndicatorId, reach: Callback<IndicatorId>) -> AnyView {
    let indicator = &session.rulebook_now()[id];
    let points = Memo::new(move |_| {
        session.card.with(|card| {
            card.indicators
                .get(id.0 as usize)
                .map(|s| shown(s.range.low, PLACES))
                .unwrap_or_default()
        })
    });
    let answered = Memo::new(move |_| session.answered(id));
    let state = move || match answered.get() {
        (0, _) => ("○", page::STATE_OPEN),
        (some, all) if some < all => ("◐", page::STATE_PARTLY),
        _ => ("●", page::STATE_DONE),
    };
    let place = format!("i-{}", indicator.id);
    let go = move |_| {
        reach.run(id);
        let place = place.clone();
        request_animation_frame(move || platform::reveal(&place));
    };
    view! {
        <li>
            <button type="button" data-jump=indicator.id.as_str() on:click=go>
                <span class="state" aria-hidden="true">{move || state().0}</span>
                <span class="unseen">{move || state().1}</span>
                <span class="number">{indicator.id.as_str()}</span>
                <span class="title">{indicator.title.as_str()}</span>
                <span class="got">{points}" / "{shown(indicator.points, PLACES)}</span>
            </button>
        </li>
    }
    .into_any()
}
