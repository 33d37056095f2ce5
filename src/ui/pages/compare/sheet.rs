//! The table of the comparison: a row a part, a column a case.

use super::Beside;
use super::result::column_name;
use crate::rulebook::IndicatorId;
use crate::score::{ComparedPart, parts};
use crate::text::{compare as words, page, scenario};
use crate::ui::context::use_app;
use leptos::prelude::*;

/// The table. Rows and columns stay in place while their figures change.
#[component]
pub fn Sheet(
    /// What stands beside the baseline.
    beside: Beside,
) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        beside.columns.with(|columns| {
            let all: Vec<_> = columns.iter().map(|column| &column.comparison).collect();
            parts(app.edition.get().0, &all, beside.everything.get())
        })
    });
    let head =
        move |key: String| Memo::new(move |_| beside.column(&key, column_name).unwrap_or_default());
    view! {
        <div class="table" tabindex="0" role="region" aria-label=scenario::COMPARISON>
            <table class="compared">
                <caption class="unseen">{scenario::COMPARISON}</caption>
                <thead>
                    <tr>
                        <th scope="col">{page::INDICATOR}</th>
                        <th scope="col">{scenario::BASELINE}</th>
                        <For each=move || beside.keys() key=Clone::clone let:key>
                            <th scope="col">{head(key)}</th>
                        </For>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|part| *part let:part>
                        <Row beside=beside part=part />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// The row of a part: the total, a dimension, or an indicator.
#[component]
fn Row(
    /// What stands beside the baseline.
    beside: Beside,
    /// The part.
    part: ComparedPart,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let name = words::part_name(rulebook, part);
    let before = Memo::new(move |_| {
        beside.columns.with(|all| {
            let first = all.first().and_then(|column| column.comparison.part(part));
            first.map(|first| words::before(rulebook, &first)).unwrap_or_default()
        })
    });
    let head = match part {
        ComparedPart::Indicator(id) => view! {
            <button
                type="button"
                class="link"
                data-jump=rulebook[id].id
                on:click=move |_| app.open_indicator(id)
            >
                {name}
            </button>
        }
        .into_any(),
        _ => name.into_any(),
    };
    view! {
        <tr class:whole=!matches!(part, ComparedPart::Indicator(_))>
            <th scope="row">{head}</th>
            <td>{before}</td>
            <For each=move || beside.keys() key=Clone::clone let:key>
                <td>
                    <Cell beside=beside part=part column=key />
                </td>
            </For>
        </tr>
    }
}

/// What a part comes to in a column, and on demand why.
#[component]
fn Cell(
    /// What stands beside the baseline.
    beside: Beside,
    /// The part of the row.
    part: ComparedPart,
    /// The key of the column.
    column: String,
) -> impl IntoView {
    let rulebook = use_app().rulebook();
    let key = StoredValue::new(column);
    let text = Memo::new(move |_| {
        let part = beside.column(&key.get_value(), |column| column.comparison.part(part)).flatten();
        part.map(|part| words::after(rulebook, &part)).unwrap_or_default()
    });
    match part {
        ComparedPart::Indicator(id) => {
            view! { <Why beside=beside id=id column=key text=text /> }.into_any()
        }
        _ => text.into_any(),
    }
}

/// A figure of an indicator that opens its reasons, where there are any.
#[component]
fn Why(
    /// What stands beside the baseline.
    beside: Beside,
    /// The indicator.
    id: IndicatorId,
    /// The key of the column.
    column: StoredValue<String>,
    /// The figure.
    text: Memo<String>,
) -> impl IntoView {
    let app = use_app();
    let lines = Memo::new(move |_| {
        let of_column = |column: &crate::session::Column| {
            let (theirs, case, card) = (&column.form, &column.case, &column.card);
            app.form.with(|form| words::reasons(form, theirs, case, card, id))
        };
        beside.column(&column.get_value(), of_column).unwrap_or_default()
    });
    let has_lines = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    view! {
        <Show when=move || has_lines.get() fallback=move || text>
            <details>
                <summary>{text}</summary>
                <ul>
                    {move || {
                        lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
                    }}
                </ul>
            </details>
        </Show>
    }
}
