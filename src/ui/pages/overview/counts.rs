//! Cards with the few figures that matter, each leading to its rows.

use crate::desk::{Arrangement, Filter, Only, Overview, Sort};
use crate::rulebook::Kind;
use crate::session::Address;
use crate::text::desk as words;
use crate::text::{kind, page};
use crate::ui::context::use_app;
use crate::ui::parts::{AddressLink, figure};
use leptos::prelude::*;
use std::sync::Arc;

/// The cards.
#[component]
pub fn Counts(
    /// The figures.
    overview: Memo<Arc<Overview>>,
) -> impl IntoView {
    let app = use_app();
    let is_points = app.rulebook().kind == Kind::Points;
    let said = kind::words(app.rulebook().kind);
    let of =
        move |read: fn(&Overview) -> String| Signal::derive(move || overview.with(|o| read(o)));
    let urgent =
        move |read: fn(&Overview) -> bool| Signal::derive(move || overview.with(|o| read(o)));
    let calm = Signal::stored(false);
    let todo = match is_points {
        true => Only::Unanswered,
        false => Only::NotStarted,
    };
    let dated = Filter { by: Arrangement::Deadline, sort: Sort::Deadline, ..Filter::default() };
    let lost = move || {
        let lost = app.standings.with(|all| all.iter().map(|one| one.lost()).sum());
        page::named_value(&figure(lost), page::POINTS)
    };
    let begun = move || app.present.with(|now| now.card.total.tasks.in_progress).to_string();
    let second = match is_points {
        true => view! {
            <Count name="losing" label=words::LOST value=Signal::derive(lost) urgent=calm filter=Filter::of(Only::Losing) />
        }
        .into_any(),
        false => view! {
            <Count name="in-progress" label=words::overview::IN_PROGRESS value=Signal::derive(begun) urgent=calm filter=Filter::of(Only::InProgress) />
        }
        .into_any(),
    };
    view! {
        <dl class="counts">
            <Count
                name="answered"
                label=page::ANSWERED
                value=of(|one| page::progress(one.answered, one.fields))
                urgent=calm
                filter=Filter::of(todo)
            />
            {second}
            <Count
                name="overdue"
                label=words::OVERDUE
                value=of(|one| one.overdue.to_string())
                urgent=urgent(|one| one.overdue > 0)
                filter=Filter::of(Only::Overdue)
            />
            <Count
                name="soon"
                label=words::SOON
                value=of(|one| one.soon.to_string())
                urgent=calm
                filter=dated
            />
            <Count
                name="unproved"
                label=said.unproved
                value=of(|one| page::progress(one.unproved.len(), one.claimed))
                urgent=urgent(|one| !one.unproved.is_empty())
                filter=Filter::of(Only::Unproved)
            />
            <Count
                name="ready"
                label=words::PROOFS_READY
                value=of(|one| page::progress(one.proofs.ready, one.proofs.all))
                urgent=calm
                filter=Filter::of(Only::Unproved)
            />
        </dl>
    }
}

/// A card: what is counted, the figure, and the way to its rows.
#[component]
fn Count(
    /// The name in `data-count`.
    name: &'static str,
    /// What is counted.
    label: &'static str,
    /// The figure.
    value: Signal<String>,
    /// Whether it asks for something to be done at once.
    urgent: Signal<bool>,
    /// The rows that it leads to.
    filter: Filter,
) -> impl IntoView {
    let spoken =
        move || format!("{}，{}", page::named(label, &value.get()), words::overview::SEE_ROWS);
    view! {
        <div class="count" class:urgent=urgent data-count=name>
            <dt>{label}</dt>
            <dd>
                <AddressLink to=Address::rows(filter) name=Signal::derive(spoken)>
                    {value}
                </AddressLink>
            </dd>
        </div>
    }
}
