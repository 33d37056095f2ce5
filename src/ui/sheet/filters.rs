//! What the table shows: chips for what is still to do, facets, grouping, order.

use crate::desk::{Arrangement, Facet, Filter, Only, Sort, counts, options};
use crate::rulebook::Kind;
use crate::text::kind::ANY;
use crate::text::sheet as words;
use crate::ui::bar::Menu;
use crate::ui::context::{AppContext, use_app};
use leptos::prelude::*;

/// The line above the table.
#[component]
pub fn Filters() -> impl IntoView {
    let app = use_app();
    let counts = Memo::new(move |_| app.desk(counts));
    let chips = crate::desk::choices(app.rulebook().kind)
        .iter()
        .map(|only| view! { <Chip only=*only counts /> })
        .collect_view();
    view! {
        <div class="filters" role="search">
            <div class="chips" role="group" aria-label=crate::text::page::SHOW>
                {chips}
            </div>
            <Arrange />
            <MoreFilters />
        </div>
    }
}

/// Changes the filter in the address, without a new entry of the history.
fn refilter(app: AppContext, change: impl FnOnce(&mut Filter)) {
    let mut address = app.address.get_untracked();
    change(&mut address.filter);
    app.replace(address);
}

/// One choice of what is still to do, with how many rows it has.
#[component]
fn Chip(
    /// What it chooses.
    only: Only,
    /// How many rows each choice has.
    counts: Memo<Vec<(Only, usize)>>,
) -> impl IntoView {
    let app = use_app();
    let count = Memo::new(move |_| {
        counts.with(|all| all.iter().find(|(one, _)| *one == only).map_or(0, |(_, n)| *n))
    });
    let pressed = Memo::new(move |_| app.address.with(|address| address.filter.only == only));
    let hidden = move || match only {
        // Few forms have something of an earlier year.
        Only::Unconfirmed => app.form.with(|form| form.earlier.is_empty()),
        Only::Doubtful => count.get() == 0 && !pressed.get(),
        _ => false,
    };
    view! {
        <button
            type="button"
            class="chip"
            hidden=Signal::derive(hidden)
            data-filter=only.name()
            aria-pressed=Signal::derive(move || pressed.get().to_string())
            class:none=Signal::derive(move || count.get() == 0)
            on:click=move |_| refilter(app, |filter| filter.only = only)
        >
            {words::only_text(only)} " " <span class="chip-count">{count}</span>
        </button>
    }
}

/// Grouping and order, in one list of choices.
#[component]
fn Arrange() -> impl IntoView {
    let app = use_app();
    let kind = app.rulebook().kind;
    // Each choice is a grouping or, within the document's order, a sorting.
    let all: Vec<(Arrangement, Sort, &'static str)> = Arrangement::ALL
        .into_iter()
        .map(|by| (by, Sort::Number, words::arrangement_text(by, kind)))
        .chain(
            Sort::ALL
                .into_iter()
                .filter(|sort| match sort {
                    Sort::Number => false,
                    Sort::Missing => kind == Kind::Points,
                    Sort::Deadline => true,
                })
                .map(|sort| (Arrangement::Document, sort, words::sort_text(sort))),
        )
        .collect();
    let value = move |by: Arrangement, sort: Sort| format!("{}.{}", by.name(), sort.name());
    let now = move || app.address.with(|address| value(address.filter.by, address.filter.sort));
    let choices = all.clone();
    let choose = move |wanted: String| {
        let found = choices.iter().find(|(by, sort, _)| value(*by, *sort) == wanted);
        if let Some((by, sort, _)) = found.copied() {
            refilter(app, |filter| (filter.by, filter.sort) = (by, sort));
        }
    };
    let options = all
        .into_iter()
        .map(|(by, sort, label)| view! { <option value=value(by, sort)>{label}</option> })
        .collect_view();
    view! {
        <select
            class="arrange"
            data-action="arrange"
            aria-label=words::ARRANGE
            prop:value=now
            on:change:target=move |event| choose(event.target().value())
        >
            {options}
        </select>
    }
}

/// What the document says of indicators: group, unit, deadline, verification.
#[component]
fn MoreFilters() -> impl IntoView {
    let app = use_app();
    // Units may be called otherwise in the form.
    let units = Memo::new(move |_| app.form.with(|form| form.units.clone()));
    let lists = move || {
        units.with(|_| ());
        Facet::ALL
            .into_iter()
            .map(|facet| (facet, app.form.with_untracked(|form| options(form, facet))))
            .filter(|(_, options)| options.len() > 1)
            .map(|(facet, options)| view! { <FacetList facet options /> })
            .collect_view()
    };
    let label = Signal::derive(move || {
        match app.address.with(|address| address.filter.facets.iter().flatten().count()) {
            0 => words::MORE_FILTERS.to_owned(),
            count => format!("{} {count}", words::MORE_FILTERS),
        }
    });
    view! {
        <Menu label=label class="facets" stays=true>
            {lists}
        </Menu>
    }
}

/// The choices of one facet.
#[component]
fn FacetList(
    /// What is chosen by.
    facet: Facet,
    /// All that indicators have of it.
    options: Vec<&'static str>,
) -> impl IntoView {
    let app = use_app();
    let now = move || {
        app.address.with(|address| {
            address.filter.facets.get(facet.at()).cloned().flatten().unwrap_or_default()
        })
    };
    let shown = |text: &'static str| app.form.with_untracked(|form| form.unit(text).to_owned());
    let options = options
        .into_iter()
        .map(|text| view! { <option value=text>{shown(text)}</option> })
        .collect_view();
    view! {
        <label>
            {words::facet_text(facet, app.rulebook().kind)}
            <select
                data-facet=facet.name()
                prop:value=now
                on:change:target=move |event| {
                    let chosen = Some(event.target().value()).filter(|text| !text.is_empty());
                    refilter(
                        app,
                        |filter| {
                            if let Some(place) = filter.facets.get_mut(facet.at()) {
                                *place = chosen;
                            }
                        },
                    );
                }
            >
                <option value="">{ANY}</option>
                {options}
            </select>
        </label>
    }
}
