//! A tornado: a bar for each reading from the lowest to the highest total, those
//! that are furthest apart first.

use super::ShownWorth;
use crate::rulebook::Rulebook;
use crate::score::{Asked, Worth};
use crate::text::reading as words;
use crate::text::report::supposed;
use crate::text::table::Table;
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{Takeaway, TextTable, figure};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A bar with its figures in words: it reads without colour and without bars.
#[derive(Clone, PartialEq, Eq, Hash)]
struct TornadoRow {
    /// None for all readings together.
    asked: Option<Asked>,
    name: String,
    place: String,
    ends: String,
    spread: String,
    /// The left end and the length in percent: what is less than now, and more.
    less: (Decimal, Decimal),
    more: (Decimal, Decimal),
    /// Where the present total lies, in percent.
    now: Decimal,
}

/// The bars; none where nothing moves the total.
fn rows(rulebook: &Rulebook, worth: &Worth) -> Vec<TornadoRow> {
    let now = worth.place(worth.points);
    let row = |asked: Option<Asked>, (lowest, highest): (Decimal, Decimal)| {
        let (left, right) = (worth.place(lowest), worth.place(highest));
        TornadoRow {
            asked,
            name: match asked {
                Some(asked) => words::title(rulebook, asked).to_owned(),
                None => words::TOGETHER.to_owned(),
            },
            place: asked.map(|asked| words::where_text(rulebook, asked)).unwrap_or_default(),
            ends: words::ends_text(lowest, highest),
            spread: words::spread_text(highest - lowest),
            less: (left, now - left),
            more: (now, right - now),
            now,
        }
    };
    if worth.lowest == worth.highest {
        return Vec::new();
    }
    let open = words::by_spread(worth).into_iter().filter(|one| !one.spread().is_zero());
    let all = row(None, (worth.lowest, worth.highest));
    std::iter::once(all).chain(open.map(|one| row(Some(one.asked), one.ends()))).collect()
}

/// The table that says the same, marked where it is of a scenario.
fn table(app: AppContext, worth: &Worth) -> Table {
    let table = app.present.with_untracked(|now| words::table(app.rulebook(), &now.case, worth));
    match app.scenario.get_untracked() {
        Some(name) => supposed::table(table, &name),
        None => table,
    }
}

/// The tornado, and the table that says the same.
#[component]
pub fn Tornado() -> impl IntoView {
    let app = use_app();
    let ShownWorth(worth) = expect_context();
    let bars = Memo::new(move |_| worth.with(|worth| rows(app.rulebook(), worth)));
    let same = Memo::new(move |_| worth.with(|worth| words::same_text(app.rulebook(), worth)));
    let texts = move || {
        app.scenario.track();
        worth.with(|worth| view! { <TextTable table=table(app, worth) /> })
    };
    view! {
        <section class="tornado-of">
            <h2>{words::TORNADO}</h2>
            <p class="hint">{words::TORNADO_HINT}</p>
            <ol class="tornado">
                <For each=move || bars.get() key=Clone::clone let:row>
                    <Bar row />
                </For>
            </ol>
            <p class="hint">{same}</p>
            <details class="tornado-table">
                <summary>{words::AS_TABLE}</summary>
                <Takeaway make=move |()| worth.with_untracked(|worth| table(app, worth)) />
                {texts}
            </details>
        </section>
    }
}

/// A bar; its name leads to the options below.
#[component]
fn Bar(
    /// What it shows.
    row: TornadoRow,
) -> impl IntoView {
    let rulebook = use_app().rulebook();
    let percent = |share: Decimal| format!("{}%", figure(share));
    let name = row.name;
    let name = match row.asked {
        None => view! { <b>{name}</b> }.into_any(),
        Some(asked) => {
            let id = words::id(rulebook, asked);
            let go = move |_| {
                let _ = browser::focus(&format!("[data-reading='{id}'] input:checked"));
                browser::scroll_to(&format!("[data-reading='{id}']"));
            };
            view! {
                <button type="button" class="link" data-tornado=id on:click=go>
                    {name}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <li class:together=row.asked.is_none()>
            <span class="tornado-name">{name} <span class="hint">{row.place}</span></span>
            <span class="tornado-line" aria-hidden="true">
                <span
                    class="less"
                    style:left=percent(row.less.0)
                    style:width=percent(row.less.1)
                ></span>
                <span
                    class="more"
                    style:left=percent(row.more.0)
                    style:width=percent(row.more.1)
                ></span>
                <span class="now" style:left=percent(row.now)></span>
            </span>
            <span class="tornado-ends">{row.ends}</span>
            <b class="tornado-spread">{row.spread}</b>
        </li>
    }
}
