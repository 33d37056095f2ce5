//! Lines through the years: one large enough to read values from, and small ones
//! beside figures. What they show stands in text beside them.

use crate::league::{Dot, Trend};
use crate::text::league_table::points;
use crate::text::league_years as words;
use crate::ui::parts::figure;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The corners of a line, in a drawing of 100 by 100 whose height grows downwards.
fn corners(dots: &[Dot]) -> String {
    let corner = |dot: &Dot| format!("{},{}", figure(dot.x), figure(Decimal::ONE_HUNDRED - dot.y));
    dots.iter().map(corner).collect::<Vec<_>>().join(" ")
}

fn percent(value: Decimal) -> String {
    format!("{}%", figure(value))
}

/// The line alone. It is stretched over its place; its width is not.
#[component]
fn Path(
    /// The points of the years.
    dots: Vec<Dot>,
) -> impl IntoView {
    view! {
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <polyline points=corners(&dots) vector-effect="non-scaling-stroke"></polyline>
        </svg>
    }
}

/// A small line beside the figures of a row, from nothing to full points.
#[component]
pub fn Spark(
    /// The points by year.
    years: Vec<(u16, Decimal)>,
    /// Full points.
    most: Decimal,
) -> impl IntoView {
    let Trend { dots, .. } = Trend::whole(&years, most);
    let last = dots.last().cloned();
    view! {
        <span class="spark" aria-hidden="true">
            <Path dots />
            {last
                .map(|dot| {
                    view! {
                        <i style:inset-inline-start=percent(dot.x) style:bottom=percent(dot.y)></i>
                    }
                })}
        </span>
    }
}

/// A large line: each year's points stand at their dots, the years below them, the
/// ends of the axis beside it.
#[component]
pub fn Line(
    /// What the line is of.
    name: String,
    /// The points by year.
    years: Vec<(u16, Decimal)>,
    /// Full points.
    most: Decimal,
) -> impl IntoView {
    let said = words::said(&name, &years);
    let change = words::change(&years);
    let Trend { dots, foot, top } = Trend::close(&years, most);
    // Each year has room for its name.
    let (first, last) = (dots.first().map(|dot| dot.year), dots.last().map(|dot| dot.year));
    let span = last.unwrap_or_default() - first.unwrap_or_default();
    let width = format!("{}rem", 3 * span);
    let marks = dots
        .iter()
        .map(|dot| {
            let (x, y) = (percent(dot.x), percent(dot.y));
            view! {
                <i style:inset-inline-start=x.clone() style:bottom=y.clone()></i>
                <b style:inset-inline-start=x.clone() style:bottom=y>
                    {points(dot.points)}
                </b>
                <span class="trend-year" style:inset-inline-start=x>
                    {words::year(dot.year)}
                </span>
            }
        })
        .collect_view();
    view! {
        <figure class="trend">
            <figcaption>
                <b>{name}</b>
                " "
                {change}
            </figcaption>
            // Many years are wider than a phone: the place scrolls, with the keyboard too.
            <div class="trend-room" role="img" aria-label=said tabindex="0">
                <span class="trend-end at-top">{points(top)}</span>
                <span class="trend-end">{points(foot)}</span>
                <div class="trend-line" style:min-width=width>
                    <Path dots />
                    {marks}
                </div>
            </div>
        </figure>
    }
}
