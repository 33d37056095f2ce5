//! The own place in each indicator: what is lost and gained, and how the counties
//! are spread.

use super::group::use_group;
use crate::league::{Against, LeaguePart, Strip, Strips, by_loss, strips};
use crate::rulebook::IndicatorId;
use crate::text::league_parts as words;
use crate::ui::context::use_app;
use crate::ui::parts::{Takeaway, figure};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Indicators with the points that are lost or gained there.
type Losses = Vec<(IndicatorId, Decimal)>;

/// Losses and gains, then the strips.
#[component]
pub fn Parts() -> impl IntoView {
    let group = use_group();
    let found = Memo::new(move |_| {
        group
            .read(|league, table| {
                let strips = strips(league.edition.0, table, 0, league.recognised)?;
                Some((strips, league.recognised))
            })
            .flatten()
    });
    let shown = move || {
        let (strips, recognised) = found.get()?;
        Some(view! {
            <Lost strips=strips.indicators.clone() recognised=recognised />
            <StripTable strips=strips recognised=recognised />
        })
    };
    view! { <div class="league-parts" data-league-part="parts">{shown}</div> }
}

/// What is lost, the most first, and what is gained.
#[component]
fn Lost(
    /// The strips of the indicators.
    strips: Vec<Strip>,
    /// How many places are recognised.
    recognised: usize,
) -> impl IntoView {
    let group = use_group();
    let last = RwSignal::new(false);
    let against = move || if last.get() { Against::Last } else { Against::Median };
    let all = Memo::new(move |_| by_loss(&strips, against()));
    let name = move |last: bool| match last {
        true => words::last(recognised),
        false => words::MEDIAN.to_owned(),
    };
    let weak = Memo::new(move |_| {
        all.with(|all| all.iter().copied().filter(|one| one.1 > Decimal::ZERO).collect::<Losses>())
    });
    let strong = Memo::new(move |_| {
        let gains = |all: &Losses| {
            all.iter().rev().copied().filter(|one| one.1 < Decimal::ZERO).collect::<Losses>()
        };
        all.with(gains)
    });
    let choices = [false, true]
        .map(|one| {
            view! {
                <button
                    type="button"
                    data-against=if one { "last" } else { "median" }
                    aria-pressed=Signal::derive(move || (last.get() == one).to_string())
                    on:click=move |_| last.set(one)
                >
                    {name(one)}
                </button>
            }
        })
        .collect_view();
    let take = move |()| {
        let against = name(last.get_untracked());
        all.with_untracked(|all| {
            group.read_now(|league, _| words::losses(league, &against, all)).unwrap_or_default()
        })
    };
    view! {
        <section>
            <div class="takeaway" role="group" aria-label=words::AGAINST>
                <span>{words::AGAINST}</span>
                {choices}
                <Takeaway make=Callback::new(take) />
            </div>
            <div class="league-lost">
                <List title=words::WEAK name="weak" all=weak />
                <List title=words::STRONG name="strong" all=strong />
            </div>
        </section>
    }
}

/// Indicators with the points that they differ by; each leads to its row.
#[component]
fn List(
    /// The heading.
    title: &'static str,
    /// The name in `data-league-list`.
    name: &'static str,
    /// What is listed.
    all: Memo<Losses>,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let sum = move || {
        all.with(|all| {
            let sum: Decimal = all.iter().map(|(_, lost)| *lost).sum();
            words::signed(-sum)
        })
    };
    view! {
        <div>
            <h3>{title} " " <span class="sum">{sum}</span></h3>
            <ol class="league-list" data-league-list=name>
                <For each=move || all.get() key=|one| *one let((id, lost))>
                    <li>
                        <button
                            type="button"
                            class="link"
                            data-jump=rulebook[id].id
                            on:click=move |_| app.open_indicator(id)
                        >
                            {words::indicator(rulebook, id)}
                        </button>
                        <b class="sum">{words::signed(-lost)}</b>
                    </li>
                </For>
            </ol>
            <p class="hint">
                {move || all.with(Vec::is_empty).then_some(words::NONE)}
            </p>
        </div>
    }
}

/// How the row of a part is marked.
pub fn level(part: LeaguePart) -> &'static str {
    match part {
        LeaguePart::Total | LeaguePart::Dimension(_) => "whole",
        LeaguePart::Group(_) => "group",
        LeaguePart::Indicator(_) => "",
    }
}

/// The table of strips: a plot and its figures in each row.
#[component]
fn StripTable(
    /// The strips.
    strips: Strips,
    /// How many places are recognised.
    recognised: usize,
) -> impl IntoView {
    let group = use_group();
    let app = use_app();
    let rulebook = app.rulebook();
    let kept = StoredValue::new(strips.clone());
    let take = move |()| {
        let made = |league: &_, _: &_| kept.with_value(|strips| words::table(league, strips));
        group.read_now(made).unwrap_or_default()
    };
    let head =
        words::head(recognised).map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = LeaguePart::all(rulebook)
        .into_iter()
        .filter_map(|part| Some((part, strips.of(part)?)))
        .map(|(part, strip)| {
            let cells = words::cells(strip).map(|text| view! { <td>{text}</td> }).collect_view();
            view! {
                <tr class=level(part)>
                    <th scope="row">{words::part_name(rulebook, part)}</th>
                    <td class="plot">
                        <Plot strip=strip.clone() most=part.most(rulebook) />
                    </td>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <section>
            <h2>{words::TITLE}</h2>
            <Takeaway make=Callback::new(take) />
            <p class="hint">{words::LEGEND} {crate::text::league::QUARTER_NOTE}</p>
            <div class="table" tabindex="0" role="region" aria-label=words::TITLE>
                <table class="ranks strips">
                    <thead>
                        <tr>
                            <th scope="col">{words::PART}</th>
                            <th scope="col">{words::PLOT}</th>
                            {head}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// How the counties are spread between nothing and full points.
#[component]
fn Plot(
    /// The figures.
    strip: Strip,
    /// Full points.
    most: Decimal,
) -> impl IntoView {
    let percent = move |value: Decimal| {
        let share = (value * Decimal::ONE_HUNDRED).checked_div(most).unwrap_or_default();
        format!("{}%", figure(share))
    };
    let Strip { best, upper, median, lower, worst, mine, .. } = strip;
    view! {
        <span class="spread" aria-hidden="true">
            <span class="span" style:left=percent(worst) style:width=percent(best - worst)></span>
            <span class="box-of" style:left=percent(lower) style:width=percent(upper - lower)></span>
            <span class="median" style:left=percent(median)></span>
            <span class="mine" style:left=percent(mine)>"◆"</span>
        </span>
    }
}
