//! The table of units: a line each, with what can be done with it.

use super::{Panel, Units};
use crate::desk::Filter;
use crate::form::Sending;
use crate::rulebook::Text;
use crate::session::Address;
use crate::text::{dispatch as words, units as said};
use crate::ui::parts::{AddressLink, When, contact_line, drawn};
use leptos::prelude::*;
use std::sync::Arc;

/// All units in the document's order.
#[component]
pub fn Rows(
    /// How every unit stands.
    units: Memo<Arc<Units>>,
    /// What is open beside the table.
    panel: RwSignal<Option<Panel>>,
    /// Whether parts can be sent.
    sends: Memo<bool>,
) -> impl IntoView {
    let head = units.with_untracked(|units| units.table.head.clone());
    // Units are merged, hidden and listed again.
    let names = Memo::new(move |_| {
        units.with(|units| units.all.iter().map(|one| one.name).collect::<Vec<Text>>())
    });
    let title = move || units.with(|units| units.table.title.clone());
    let columns =
        head.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }).collect_view();
    let head = Arc::new(head);
    let rows = drawn(Box::new(move || {
        let row = |(at, unit)| {
            view! { <Row at=at unit=unit units=units head=head.clone() panel=panel sends=sends /> }
        };
        names.get().into_iter().enumerate().map(row).collect_view().into_any()
    }));
    view! {
        <div class="table units" tabindex="0" role="region" aria-label=title>
            <table>
                <thead>
                    <tr>
                        {columns}
                        <When is=Signal::derive(move || sends.get())>
                            <th scope="col" class="dispatch">{words::STATUS}</th>
                            <th scope="col">
                                <span class="unseen">{words::MAKE}</span>
                            </th>
                        </When>
                    </tr>
                </thead>
                <tbody>
                    {rows}
                </tbody>
            </table>
        </div>
    }
}

/// A unit: its name leads to its rows of the scoring table.
#[component]
fn Row(
    /// Its position among the units.
    at: usize,
    /// The unit.
    unit: Text,
    /// How every unit stands.
    units: Memo<Arc<Units>>,
    /// The names of the columns.
    head: Arc<Vec<String>>,
    /// What is open beside the table.
    panel: RwSignal<Option<Panel>>,
    /// Whether parts can be sent.
    sends: Memo<bool>,
) -> impl IntoView {
    let cell = move |column: usize| {
        Memo::new(move |_| {
            units.with(|units| {
                let row = units.table.rows.get(at);
                row.and_then(|row| row.get(column)).cloned().unwrap_or_default()
            })
        })
    };
    let cells = head
        .iter()
        .enumerate()
        .skip(1)
        .map(|(column, name)| {
            let text = cell(column);
            view! {
                <td data-label=name.clone() class:none=move || text.with(|text| text == "0")>
                    {text}
                </td>
            }
        })
        .collect_view();
    let dispatch =
        Memo::new(move |_| units.with(|units| units.dispatch.get(at).cloned().unwrap_or_default()));
    let is_open = move || {
        panel.get().is_some_and(|open| open == Panel::Unit(unit) || open == Panel::Edit(unit))
    };
    let button = move |label: &'static str, name: String, action: &'static str, opens: Panel| {
        view! {
            <button
                type="button"
                class="quiet"
                data-action=action
                data-unit=unit
                aria-label=name
                aria-expanded=Signal::derive(move || (panel.get() == Some(opens)).to_string())
                on:click=move |_| panel.set(Some(opens))
            >
                {label}
            </button>
        }
        .into_any()
    };
    view! {
        <tr class:open=is_open>
            <th scope="row">
                <AddressLink to=Address::rows(Filter::of_unit(unit)) department=unit>
                    {cell(0)}
                </AddressLink>
                {contact_line(unit)}
            </th>
            {cells}
            <When is=Signal::derive(move || sends.get())>
                <td
                    class="dispatch"
                    data-label=words::STATUS
                    data-dispatch=Signal::derive(move || dispatch.with(Sending::name))
                >
                    {Signal::derive(move || dispatch.with(words::status_text))}
                </td>
                <td class="do">
                    {button(words::MAKE, words::make_for(unit), "slice", Panel::Unit(unit))}
                    {button(said::EDIT, said::edit_for(unit), "unit-edit", Panel::Edit(unit))}
                </td>
            </When>
        </tr>
    }
}

/// The selector of the button that opens a unit's panel.
pub fn opener(action: &str, unit: Text) -> String {
    format!("[data-action={action}][data-unit=\"{unit}\"]")
}
