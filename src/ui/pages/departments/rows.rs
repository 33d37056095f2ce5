//! The table of units: a line each, with what can be done with it.

use super::{Panel, Units};
use crate::desk::Filter;
use crate::form::Sending;
use crate::rulebook::Text;
use crate::session::Address;
use crate::text::{dispatch as words, units as said};
use crate::ui::parts::{AddressLink, ContactLine, When};
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
    let names = move || {
        units.with(|units| units.all.iter().map(|one| one.name).enumerate().collect::<Vec<_>>())
    };
    let title = move || units.with(|units| units.table.title.clone());
    let columns =
        head.iter().map(|name| view! { <th scope="col">{name.clone()}</th> }).collect_view();
    let head = Arc::new(head);
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
                    <For each=names key=|one| *one let((at, unit))>
                        <Row at=at unit=unit units=units head=head.clone() panel=panel sends=sends />
                    </For>
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
    let is_open = move || panel.get() == Some(Panel::Unit(unit));
    view! {
        <tr class:open=is_open>
            <th scope="row">
                <AddressLink to=Address::rows(Filter::of_unit(unit)) department=unit>
                    {cell(0)}
                </AddressLink>
                {move || {
                    let contact = units.with(|units| units.contacts.get(at).cloned());
                    view! { <ContactLine contact=contact.unwrap_or_default() /> }
                }}
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
                    <button
                        type="button"
                        class="quiet"
                        data-action="slice"
                        data-unit=unit
                        aria-label=words::make_for(unit)
                        aria-expanded=Signal::derive(move || is_open().to_string())
                        on:click=move |_| panel.set(Some(Panel::Unit(unit)))
                    >
                        {words::MAKE}
                    </button>
                    <button
                        type="button"
                        class="quiet"
                        data-action="unit-edit"
                        data-unit=unit
                        aria-label=said::edit_for(unit)
                        aria-expanded=Signal::derive(move || {
                            (panel.get() == Some(Panel::Edit(unit))).to_string()
                        })
                        on:click=move |_| panel.set(Some(Panel::Edit(unit)))
                    >
                        {said::EDIT}
                    </button>
                </td>
            </When>
        </tr>
    }
}

/// The selector of the button that opens a unit's panel.
pub fn opener(action: &str, unit: Text) -> String {
    format!("[data-action={action}][data-unit=\"{unit}\"]")
}
