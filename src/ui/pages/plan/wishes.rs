//! What the user asks of a plan: what stays, what is hard, how far a figure goes.

use super::limit::Limit;
use super::setup::use_setup;
use crate::form::PlanSettings;
use crate::plan::Wish;
use crate::rulebook::{FieldId, FieldKind, IndicatorId, Rulebook};
use crate::text::{page, plan as words};
use crate::ui::context::use_app;
use crate::ui::parts::{Toggle, When};
use leptos::prelude::*;

/// The table of wishes, while it is open.
#[component]
pub fn Wishes() -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    view! {
        <div class="wishes">
            <Toggle action="wishes" label=words::WISHES open=open controls="wishes" look="link" />
            <div id="wishes">
                <When is=Signal::derive(move || open.get())>
                    <div class="table" tabindex="0" role="region" aria-label=words::WISHES>
                        <table>
                            <thead>
                                <tr>
                                    {words::WISH_HEAD
                                        .map(|name| view! { <th scope="col">{name}</th> })
                                        .collect_view()}
                                </tr>
                            </thead>
                            <tbody>
                                {app
                                    .rulebook()
                                    .indicator_ids()
                                    .map(|id| view! { <WishRow id=id /> })
                                    .collect_view()}
                            </tbody>
                        </table>
                    </div>
                </When>
            </div>
        </div>
    }
}

/// Whether a limit of a field makes sense.
fn is_figure(rulebook: &Rulebook, field: FieldId) -> bool {
    let kind = rulebook[field].kind;
    matches!(kind, FieldKind::Count | FieldKind::Percent | FieldKind::Amount | FieldKind::Rate)
}

/// The wishes for one indicator.
#[component]
fn WishRow(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let setup = use_setup();
    let rulebook = use_app().rulebook();
    let indicator = &rulebook[id];
    let name = format!("{} {}", indicator.id, indicator.title);
    let fixed = Memo::new(move |_| setup.settings.with(|own| own.fixed.contains(&id)));
    let figures = indicator.fields.iter().copied().filter(|field| is_figure(rulebook, *field));
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>
                <input
                    type="checkbox"
                    data-fixed=indicator.id
                    aria-label=page::named(words::FIXED, &name)
                    prop:checked=fixed
                    on:change:target=move |event| {
                        let fixed = event.target().checked();
                        setup.change(|own| own.fix(id, fixed));
                    }
                />
            </td>
            <td>
                <Effort id=id name=page::named(words::EFFORT, &name) />
            </td>
            <td>{figures.map(|field| view! { <Limit field=field /> }).collect_view()}</td>
        </tr>
    }
}

/// How hard an indicator is.
#[component]
fn Effort(
    /// The indicator.
    id: IndicatorId,
    /// What screen readers call the choice.
    name: String,
) -> impl IntoView {
    let setup = use_setup();
    let effort = Memo::new(move |_| {
        setup.settings.with(|own| own.efforts.get(&id).copied().unwrap_or(Wish::USUAL))
    });
    let choose = move |text: String| {
        let Ok(effort) = text.parse::<u8>() else { return };
        setup.change(|own| match effort {
            Wish::USUAL => drop(own.efforts.remove(&id)),
            _ => drop(own.efforts.insert(id, effort)),
        });
    };
    let options = PlanSettings::EFFORTS
        .map(|one| {
            view! {
                <option value=one.to_string() prop:selected=move || effort.get() == one>
                    {one}
                </option>
            }
        })
        .collect_view();
    view! {
        <select
            data-effort=use_app().rulebook()[id].id
            aria-label=name
            on:change:target=move |event| choose(event.target().value())
        >
            {options}
        </select>
    }
}
