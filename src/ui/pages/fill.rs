//! The fill page: every indicator, in the document's order.

use crate::form::Form;
use crate::rulebook::IndicatorId;
use crate::score::Range;
use crate::text::page;
use crate::ui::parts::basics::Basics;
use crate::ui::parts::contents::Contents;
use crate::ui::parts::filter::{Only, filter_bar, meets, mentions};
use crate::ui::parts::indicator::indicator;
use crate::ui::parts::score;
use crate::ui::session::Session;
use crate::ui::view::View;
use leptos::prelude::*;

/// The page that one types into. Built anew when another form is opened.
#[component]
pub fn FillPage() -> impl IntoView {
    let session = Session::get();
    let opened = Memo::new(move |_| (session.id.get(), session.form.with(|f| f.edition)));
    view! { {move || { opened.track(); view! { <Sheet /> } }} }
}

#[component]
fn Sheet() -> impl IntoView {
    let session = Session::get();
    let rulebook = session.rulebook_now();
    let words = RwSignal::new(String::new());
    let only = RwSignal::new(Only::All);
    // What a filter shows is settled when it is chosen: an indicator does not
    // vanish from under the hands of the one who fills it.
    let chosen = Memo::new(move |_| {
        let only = only.get();
        let words = words.get();
        let form: Form = session.form.get_untracked();
        session.card.with_untracked(|card| {
            rulebook
                .indicator_ids()
                .map(|id| meets(only, &form, card, id) && mentions(rulebook, id, &words))
                .collect::<Vec<bool>>()
        })
    });
    let found = Memo::new(move |_| chosen.with(|c| c.iter().filter(|c| **c).count()));
    let shown = move |id: IndicatorId| {
        Memo::new(move |_| chosen.with(|c| c.get(id.0 as usize).copied().unwrap_or(false)))
    };
    let show_all = move || {
        words.set(String::new());
        only.set(Only::All);
    };
    let reach = Callback::new(move |id: IndicatorId| {
        if !chosen.with_untracked(|c| c.get(id.0 as usize).copied().unwrap_or(false)) {
            show_all();
        }
    });
    let dimensions =
        (0..rulebook.dimensions.len()).map(|at| dimension(session, at, &shown)).collect_view();
    view! {
        <div class="sheet" data-view=View::Fill.name()>
            <Contents reach />
            <main id="main" tabindex="-1">
                <Basics />
                {filter_bar(words, only, found)}
                {move || (found.get() == 0).then(|| view! {
                    <p class="nothing" data-message>
                        {page::NOTHING_FOUND}
                        <button type="button" on:click=move |_| show_all()>{page::SHOW_ALL}</button>
                    </p>
                })}
                {dimensions}
            </main>
        </div>
    }
}

fn dimension(session: Session, at: usize, shown: &impl Fn(IndicatorId) -> Memo<bool>) -> AnyView {
    let rulebook = session.rulebook_now();
    let Some(dimension) = rulebook.dimensions.get(at) else { return ().into_any() };
    let range = Memo::new(move |_| {
        session.card.with(|card| card.dimensions.get(at).map(|d| d.range).unwrap_or_default())
    });
    let groups = rulebook
        .groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.dimension as usize == at)
        .map(|(at, _)| group(session, at, shown))
        .collect::<Vec<_>>();
    let members = members(session, move |group| {
        rulebook.groups.get(group).is_some_and(|g| g.dimension as usize == at)
    });
    let visible = any_of(&groups);
    let groups = groups.into_iter().map(|(view, _)| view).collect_view();
    view! {
        <section class="dimension" hidden=move || !visible.get()>
            <header data-dimension=dimension.id.as_str()>
                <h2>{dimension.title.as_str()}</h2>
                {subtotal(range, dimension.points, members)}
            </header>
            {groups}
        </section>
    }
    .into_any()
}

fn group(
    session: Session,
    at: usize,
    shown: &impl Fn(IndicatorId) -> Memo<bool>,
) -> (AnyView, Memo<bool>) {
    let rulebook = session.rulebook_now();
    let ids: Vec<IndicatorId> =
        rulebook.indicator_ids().filter(|id| rulebook[*id].group as usize == at).collect();
    let shows: Vec<Memo<bool>> = ids.iter().map(|id| shown(*id)).collect();
    let blocks =
        ids.iter().zip(&shows).map(|(id, show)| indicator(session, *id, *show)).collect_view();
    let visible = Memo::new(move |_| shows.iter().any(|show| show.get()));
    let range = Memo::new(move |_| {
        session.card.with(|card| card.groups.get(at).map(|g| g.range).unwrap_or_default())
    });
    let members = members(session, move |group| group == at);
    let view = rulebook.groups.get(at).map(|group| {
        view! {
            <section class="group" hidden=move || !visible.get()>
                <header data-group=group.id.as_str()>
                    <h3>{group.title.as_str()}</h3>
                    {subtotal(range, group.points, members)}
                </header>
                {blocks}
            </section>
        }
    });
    (view.into_any(), visible)
}

fn any_of(groups: &[(AnyView, Memo<bool>)]) -> Memo<bool> {
    let visible: Vec<Memo<bool>> = groups.iter().map(|(_, visible)| *visible).collect();
    Memo::new(move |_| visible.iter().any(|v| v.get()))
}

/// Answered fields of all, over the indicators of the groups that `within` takes.
fn members(session: Session, within: impl Fn(usize) -> bool) -> Memo<(usize, usize)> {
    let rulebook = session.rulebook_now();
    let ids: Vec<IndicatorId> =
        rulebook.indicator_ids().filter(|id| within(rulebook[*id].group as usize)).collect();
    Memo::new(move |_| {
        ids.iter().map(|id| session.answered(*id)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
    })
}

/// Points, bar and progress of a dimension or group.
fn subtotal(
    range: Memo<Range>,
    most: rust_decimal::Decimal,
    answered: Memo<(usize, usize)>,
) -> AnyView {
    view! {
        {score::points(range.into(), most)}
        {score::bar(range.into(), most)}
        <span class="progress">
            {page::ANSWERED}" "{move || page::progress(answered.get().0, answered.get().1)}
        </span>
    }
    .into_any()
}
