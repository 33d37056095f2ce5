//! The own county over several years.

use super::group::use_group;
use super::parts::level;
use super::trend::{Line, Spark};
use crate::league::{Gathered, LeaguePart, LeagueTable, Year, years};
use crate::text::league_parts::{NONE, part_name};
use crate::text::league_years as words;
use crate::text::table::Table as Texts;
use crate::ui::parts::{Takeaway, When};
use leptos::prelude::*;

/// The own forms by year, one a year: the open one, or else the one that came first.
fn own_years(all: &Gathered, table: &LeagueTable) -> Vec<Year> {
    let league = all.league();
    let mut forms = all.own_forms();
    let mut seen: Vec<u16> = Vec::new();
    forms.retain(|form| {
        let is_new = !seen.contains(&form.year());
        seen.push(form.year());
        is_new
    });
    years(league.edition.0, &forms, &league.terms, &table.taken)
}

/// The years side by side, and what was gained and lost since the last one.
#[component]
pub fn Years() -> impl IntoView {
    let group = use_group();
    let app = group.app;
    // Forms that stand aside are no part of the table.
    let version =
        Memo::new(move |_| app.session.with(|session| session.league().map(Gathered::version)));
    let found = Memo::new(move |_| {
        version.with(|_| {});
        let made = group.table.with(|table| {
            let table = table.as_ref()?;
            group.gathered(|all| own_years(all, table))
        });
        made.unwrap_or_default()
    });
    let texts = move || {
        let made = |all: &Gathered| found.with(|years| words::table(all.league(), years));
        group.gathered(made).unwrap_or_default()
    };
    let is_one = Memo::new(move |_| found.with(|all| all.len() < 2));
    let changed = Memo::new(move |_| {
        let made = |all: &Gathered| found.with(|years| words::changed(all.league(), years));
        group.gathered(made).unwrap_or_default()
    });
    let list = move |at: usize| {
        let [gained, lost] = changed.get();
        let (title, mut all) = if at == 0 { gained } else { lost };
        // An empty list says that nothing changed.
        if all.is_empty() {
            all.push(NONE.to_owned());
        }
        let lines = all.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <div>
                <h3>{title}</h3>
                <ul class="league-list" data-years=if at == 0 { "gained" } else { "lost" }>
                    {lines}
                </ul>
            </div>
        }
    };
    let take = move |()| -> Texts { untrack(texts) };
    view! {
        <div class="league-parts" data-league-part="years">
            <p class="hint">{words::HINT}</p>
            <When is=Signal::derive(move || is_one.get())>
                <p>{words::ONE}</p>
            </When>
            <When is=Signal::derive(move || !is_one.get())>
                <Trend years=found />
                <section class="league-lost">{move || list(0)} {move || list(1)}</section>
                <section>
                    <Takeaway make=Callback::new(take) />
                    {move || view! { <YearTable texts=texts() years=found.get() /> }}
                </section>
            </When>
        </div>
    }
}

/// A line of one part, which is chosen.
#[component]
fn Trend(
    /// The years.
    years: Memo<Vec<Year>>,
) -> impl IntoView {
    let rulebook = use_group().app.rulebook();
    let parts = StoredValue::new(LeaguePart::all(rulebook));
    let chosen = RwSignal::new(0_usize);
    let options = parts
        .get_value()
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let depth = match part {
                LeaguePart::Total | LeaguePart::Dimension(_) => "",
                LeaguePart::Group(_) => words::BELOW,
                LeaguePart::Indicator(_) => words::BELOW_GROUP,
            };
            let name = format!("{depth}{}", part_name(rulebook, part));
            view! { <option value=at.to_string()>{name}</option> }
        })
        .collect_view();
    let line = move || {
        let part =
            parts.with_value(|all| all.get(chosen.get()).copied()).unwrap_or(LeaguePart::Total);
        let values = years.with(|years| words::values(rulebook, years, part));
        let (name, most) = (part_name(rulebook, part), part.most(rulebook));
        view! { <Line name years=values most /> }
    };
    view! {
        <section>
            <p class="league-pick">
                <label for="league-trend">{words::WHAT}</label>
                <select
                    id="league-trend"
                    data-league="trend"
                    on:change:target=move |event| {
                        chosen.set(event.target().value().parse().unwrap_or_default());
                    }
                >
                    {options}
                </select>
            </p>
            {line}
        </section>
    }
}

/// The years side by side, with a small line in each row.
#[component]
fn YearTable(
    /// The figures, a row a part.
    texts: Texts,
    /// The years.
    years: Vec<Year>,
) -> impl IntoView {
    let rulebook = use_group().app.rulebook();
    let mut head: Vec<String> = texts.head;
    head.insert(1, words::TREND.to_owned());
    let head = head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = LeaguePart::all(rulebook)
        .into_iter()
        .zip(texts.rows)
        .map(|(part, cells)| {
            let mut cells = cells.into_iter();
            let name = cells.next();
            let values = words::values(rulebook, &years, part);
            let cells = cells.map(|text| view! { <td>{text}</td> }).collect_view();
            view! {
                <tr class=level(part)>
                    <th scope="row">{name}</th>
                    <td class="plot">
                        <Spark years=values most=part.most(rulebook) />
                    </td>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    let name = texts.title.clone();
    view! {
        <div class="table" tabindex="0" role="region" aria-label=name data-years="table">
            <table class="ranks strips years">
                <caption>{texts.title}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
