//! The five largest gaps, each with the step that closes most of it.

use crate::desk::{Gap, Overview};
use crate::plan::{Aim, Step, steps};
use crate::rulebook::IndicatorId;
use crate::session::Address;
use crate::text::desk as words;
use crate::text::kind;
use crate::text::{HONOUR, plan, state_text, step_text};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{AddressLink, figure};
use leptos::prelude::*;
use std::sync::Arc;

/// A gap in words.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: IndicatorId,
    missing: String,
    next: String,
    units: String,
    deadline: String,
}

/// The largest gaps.
#[component]
pub fn Largest(
    /// The figures, with the largest gaps.
    overview: Memo<Arc<Overview>>,
) -> impl IntoView {
    let app = use_app();
    let said = kind::words(app.rulebook().kind);
    let lines = Memo::new(move |_| overview.with(|overview| lines(app, &overview.largest)));
    let kind = app.rulebook().kind;
    let columns = move || {
        let names = words::overview::largest_columns(kind).iter();
        names.map(|name| view! { <th scope="col">{*name}</th> }).collect_view()
    };
    let rows =
        move || lines.get().into_iter().map(|line| view! { <Row line=line /> }).collect_view();
    view! {
        <details class="largest" open=!browser::is_narrow()>
            <summary>
                <h2>{said.largest}</h2>
            </summary>
            <Show
                when=move || lines.with(|lines| !lines.is_empty())
                fallback=move || view! { <p class="hint">{said.no_gaps}</p> }
            >
                <div class="table" tabindex="0" role="region" aria-label=said.largest>
                    <table>
                        <thead>
                            <tr>{columns()}</tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
        </details>
    }
}

/// A gap.
#[component]
fn Row(
    /// The gap in words.
    line: Line,
) -> impl IntoView {
    let indicator = &use_app().rulebook()[line.id];
    view! {
        <tr>
            <th scope="row">
                <AddressLink to=Address::indicator(indicator.id) jump=indicator.id>
                    {indicator.id} " " {indicator.title}
                </AddressLink>
            </th>
            <td class="figure">{line.missing}</td>
            <td class="next">{line.next}</td>
            <td class="units">{line.units}</td>
            <td>{line.deadline}</td>
        </tr>
    }
}

fn lines(app: AppContext, gaps: &[Gap]) -> Vec<Line> {
    app.desk(|desk| {
        let steps = steps(desk.form, desk.case, HONOUR);
        let line = |gap: &Gap| Line {
            id: gap.id,
            missing: match gap.why.state {
                Some(state) => state_text(state).to_owned(),
                None => figure(gap.lost + gap.open),
            },
            next: match best(&steps, gap.id) {
                Some(step) => step_text(desk.rulebook(), step),
                // No single answer gives anything yet: there is too much to fill in.
                None if !gap.why.unanswered.is_empty() => plan::FILL_FIRST.to_owned(),
                None => String::new(),
            },
            units: words::responsible(desk, gap.id),
            deadline: words::deadline(desk, gap.id),
        };
        gaps.iter().map(line).collect()
    })
}

/// The next change that gives anything, or else the first that is known.
fn best(steps: &[Step], id: IndicatorId) -> Option<&Step> {
    let mut own = steps.iter().filter(|step| step.indicator == id);
    own.clone().find(|step| step.aim == Aim::Next).or_else(|| own.next())
}
