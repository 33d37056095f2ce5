//! The ranking: who stands where, and how far apart.

use super::group::use_group;
use crate::league::{League, LeagueTable};
use crate::rulebook::Kind;
use crate::text::league_table;
use crate::text::table::Table as Texts;
use crate::text::{league_page as words, page};
use crate::ui::browser;
use crate::ui::parts::{ActionButton, Takeaway, When};
use leptos::prelude::*;

/// How many rows are shown at first: more are slow to draw.
const FIRST: usize = 150;

/// A row: what stands in it and how it is marked.
#[derive(Clone, PartialEq)]
struct RankingRow {
    cells: Vec<String>,
    own: bool,
    /// The last that holds a recognised place.
    last: bool,
    vetoed: bool,
}

/// The table, and taking it elsewhere.
#[component]
pub fn Ranking() -> impl IntoView {
    let group = use_group();
    let all = RwSignal::new(false);
    let made = Memo::new(move |_| {
        group.read(|league, table| {
            let (texts, order) = texts(league, table);
            let rank = |at: usize| table.places.get(at).copied().flatten().map(|one| one.rank);
            let ranks: Vec<Option<usize>> = order.iter().map(|at| rank(*at)).collect();
            let within = |rank: &Option<usize>| rank.is_some_and(|rank| rank <= league.recognised);
            let is_ranked = league.edition.kind == Kind::Points;
            let last = ranks.iter().rposition(within);
            let last = last.filter(|at| is_ranked && at + 1 < ranks.len());
            let row = |(at, cells): (usize, Vec<String>)| RankingRow {
                cells,
                own: order.get(at).is_some_and(|member| league.own == Some(*member)),
                last: last == Some(at),
                vetoed: ranks.get(at).is_none_or(Option::is_none),
            };
            let rows: Vec<RankingRow> = texts.rows.into_iter().enumerate().map(row).collect();
            (texts.title, texts.head, rows)
        })
    });
    let shown = move || {
        let Some((title, head, rows)) = made.get() else { return ().into_any() };
        let most = if all.get() { usize::MAX } else { FIRST };
        view! { <Sheet title=title head=head rows=cut(rows, most) /> }.into_any()
    };
    let number = Memo::new(move |_| made.with(|made| made.as_ref().map_or(0, |one| one.2.len())));
    let take = move |()| group.read_now(|league, table| texts(league, table).0).unwrap_or_default();
    view! {
        <section class="ranking" data-league-part="ranking">
            <div class="takeaway">
                <Takeaway make=Callback::new(take) />
                <ActionButton action="print-league" label=page::PRINT press=|()| browser::print() />
            </div>
            {shown}
            <When is=Signal::derive(move || number.get() > FIRST && !all.get())>
                <p class="takeaway">
                    <ActionButton
                        action="all-rows"
                        label=Signal::derive(move || words::all_rows(number.get()))
                        press=move |()| all.set(true)
                    />
                </p>
            </When>
            <p class="hint">
                {match group.app.rulebook().kind {
                    Kind::Points => words::RANKING_HINT,
                    Kind::Checklist => words::CHECKED_HINT,
                }}
            </p>
        </section>
    }
}

/// The table as texts, and the members of its rows.
fn texts(league: &League, table: &LeagueTable) -> (Texts, Vec<usize>) {
    match league.edition.kind {
        Kind::Points => league_table::ranking(league, table),
        Kind::Checklist => league_table::checked(league, table),
    }
}

/// The first rows, and the own one wherever it is.
fn cut(mut rows: Vec<RankingRow>, most: usize) -> Vec<RankingRow> {
    if rows.len() > most {
        let own = rows.iter().skip(most).find(|row| row.own).cloned();
        rows.truncate(most);
        rows.extend(own);
    }
    rows
}

/// The table in the page.
#[component]
fn Sheet(
    /// The title.
    title: String,
    /// The names of the columns.
    head: Vec<String>,
    /// The rows.
    rows: Vec<RankingRow>,
) -> impl IntoView {
    let name = title.clone();
    let head = head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .cells
                .into_iter()
                .enumerate()
                .map(|(column, text)| match column {
                    1 => view! {
                        <th scope="row">
                            {text}
                            {row.own.then(|| view! { <span class="tag">{words::OWN_TAG}</span> })}
                        </th>
                    }
                    .into_any(),
                    _ => view! { <td>{text}</td> }.into_any(),
                })
                .collect_view();
            view! {
                <tr
                    class:own=row.own
                    class:last=row.last
                    class:vetoed=row.vetoed
                    data-own=row.own.then_some("")
                >
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table" tabindex="0" role="region" aria-label=name>
            <table class="ranks">
                <caption>{title}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
