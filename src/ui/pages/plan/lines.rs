//! Steps of a plan in a table.

use super::kept;
use super::setup::use_setup;
use crate::text::plan as words;
use crate::text::plan::PlanLine;
use crate::ui::browser;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// Steps, a line each. Lines that stay the same stay in the page.
#[component]
pub fn Lines(
    /// The lines, in their order.
    #[prop(into)]
    lines: Signal<Vec<PlanLine>>,
    /// What the table is called.
    title: &'static str,
    /// Whether a line can be refused as something that cannot be done.
    #[prop(optional)]
    refusable: bool,
) -> impl IntoView {
    let head = words::LINE_HEAD.map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    view! {
        <div class="table" tabindex="0" role="region" aria-label=title>
            <table class="plan-lines">
                <caption class="unseen">{title}</caption>
                <thead>
                    <tr>
                        {head}
                        {refusable
                            .then(|| {
                                view! {
                                    <th scope="col" class="refuse">
                                        <span class="unseen">{words::CANNOT}</span>
                                    </th>
                                }
                            })}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || lines.get() key=Clone::clone let:line>
                        <LineRow line=line refusable=refusable />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// A step.
#[component]
fn LineRow(
    /// The step.
    line: PlanLine,
    /// Whether it can be refused.
    refusable: bool,
) -> impl IntoView {
    let app = use_app();
    let id = line.id;
    let name = words::cannot(&line);
    view! {
        <tr data-plan-line=line.number>
            <td>{line.number}</td>
            <th scope="row">
                <button
                    type="button"
                    class="link"
                    data-jump=line.number
                    on:click=move |_| app.open_indicator(id)
                >
                    {line.title}
                </button>
            </th>
            <td class="how">{line.how}</td>
            <td class="gain">{line.gain}</td>
            <td>{line.units}</td>
            <td>{line.deadline}</td>
            {refusable.then(|| view! { <Refuse line_id=id number=line.number name=name /> })}
        </tr>
    }
}

/// Says that a step cannot be done: its indicator stays as it is, and the plan is
/// made anew.
#[component]
fn Refuse(
    /// The indicator of the step.
    line_id: crate::rulebook::IndicatorId,
    /// Its number in the document.
    number: &'static str,
    /// What screen readers call the button.
    name: String,
) -> impl IntoView {
    let setup = use_setup();
    let refuse = move |_| {
        setup.change(|settings| settings.fix(line_id, true));
        // The line goes; the way back stands above the table.
        browser::focus_soon(kept::selector(number));
    };
    view! {
        <td class="refuse">
            <button type="button" data-cannot=number aria-label=name on:click=refuse>
                {words::CANNOT}
            </button>
        </td>
    }
}
