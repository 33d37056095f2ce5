//! The computation of an indicator, opened on one click.

use crate::rulebook::IndicatorId;
use crate::text::kind::words;
use crate::text::{self, page};
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{Toggle, When};
use leptos::prelude::*;

/// The button, and the explanation while it is open.
#[component]
pub fn Explain(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let open = RwSignal::new(false);
    let place = format!("x-{}", rulebook[id].id);
    view! {
        <div class="explain">
            <Toggle
                action="explain"
                look="fold-button"
                label=words(rulebook.kind).explain
                open
                controls=place.clone()
            />
            <div id=place>
                <When is=Signal::derive(move || open.get())>
                    {Suspend::new(async move {
                        arrival(app.missing, || later::sentences(id)).await
                    })}
                </When>
            </div>
        </div>
    }
}

/// The computation in sentences, which comes with the views.
pub fn sentences(id: IndicatorId) -> AnyView {
    view! { <Sentences id /> }.into_any()
}

/// The computation in sentences, with every assumption marked.
#[component]
fn Sentences(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let explanation = Memo::new(move |_| {
        app.form.with(|form| {
            app.present.with(|now| {
                let score = now.card.indicators.get(usize::from(id.0));
                score.map(|score| {
                    text::explain(
                        form.edition.0,
                        &now.case,
                        &form.adjustments,
                        form.year(),
                        id,
                        score,
                    )
                })
            })
        })
    });
    move || {
        let explanation = explanation.get().unwrap_or_default();
        let steps =
            explanation.steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
        let notes = explanation
            .notes
            .into_iter()
            .map(|note| {
                view! {
                    <p class="assumed">
                        <b class="assumption">{page::ASSUMPTION}</b>
                        {note}
                    </p>
                }
            })
            .collect_view();
        view! {
            <div class="explanation" data-explain>
                <ol>{steps}</ol>
                <p class="result">{explanation.result}</p>
                {notes}
            </div>
        }
    }
}
