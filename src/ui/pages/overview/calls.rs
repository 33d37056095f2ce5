//! Whom to call next: the five units with most missing.

use crate::desk::{Arrangement, Call, Filter, Sort};
use crate::rulebook::Text;
use crate::session::Address;
use crate::text::desk::overview as words;
use crate::ui::context::use_app;
use crate::ui::parts::{AddressLink, contact_line};
use leptos::prelude::*;

/// How many units are named.
const NAMED: usize = 5;

/// The units to call.
#[component]
pub fn Calls() -> impl IntoView {
    let app = use_app();
    let calls = Memo::new(move |_| {
        let mut calls = app.desk(|desk| desk.calls());
        calls.truncate(NAMED);
        calls
    });
    let kind = app.rulebook().kind;
    let columns =
        move || words::call_columns(kind).map(|name| view! { <th scope="col">{name}</th> });
    let rows =
        move || calls.get().into_iter().map(|call| view! { <Row call=call /> }).collect_view();
    view! {
        <section class="calls">
            <h2>{words::CALLS}</h2>
            <Show
                when=move || calls.with(|calls| !calls.is_empty())
                fallback=|| view! { <p class="hint">{words::NO_CALLS}</p> }
            >
                <table>
                    <thead>
                        <tr>{columns()}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Show>
            <p class="hint">{words::CALLS_HINT}</p>
        </section>
    }
}

/// A unit, what it misses, and where it misses most.
#[component]
fn Row(
    /// The unit.
    call: Call,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let first = &rulebook[call.first];
    let name = Signal::derive(move || app.form.with(|form| form.unit(call.unit).to_owned()));
    view! {
        <tr>
            <th scope="row">
                <AddressLink to=Address::rows(filter(call.unit)) department=call.unit>
                    {name}
                </AddressLink>
                {contact_line(call.unit)}
            </th>
            <td class="figure">{words::missing_text(rulebook.kind, &call)}</td>
            <td class="figure" class:late={call.overdue > 0}>{call.overdue}</td>
            <td class="first">
                <AddressLink to=Address::indicator(first.id) jump=first.id>
                    {first.id} " " {first.title}
                </AddressLink>
            </td>
        </tr>
    }
}

/// The rows of a unit, those with most missing first.
fn filter(unit: Text) -> Filter {
    Filter { by: Arrangement::Unit, sort: Sort::Missing, ..Filter::of_unit(unit) }
}
