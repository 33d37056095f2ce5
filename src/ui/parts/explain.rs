//! The computation of an indicator, opened on one click.

use crate::form::{Case, Form};
use crate::rulebook::IndicatorId;
use crate::score::IndicatorScore;
use crate::text::{self, page};
use crate::ui::session::Session;
use leptos::prelude::*;

/// The button, and the explanation while it is open.
pub fn explanation(session: Session, id: IndicatorId) -> AnyView {
    let open = RwSignal::new(false);
    let place = format!("x-{}", session.rulebook_now()[id].id);
    view! {
        <button type="button" class="explain" data-action="explain" aria-controls=place.clone()
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>
            {page::EXPLAIN}
        </button>
        <div id=place>
            {move || open.get().then(|| {
                session.form.with(|form| {
                    session.card.with(|card| {
                        card.indicators
                            .get(id.0 as usize)
                            .map(|score| sentences(form, &form.case, id, score))
                    })
                })
            })}
        </div>
    }
    .into_any()
}

/// The computation in sentences, with every assumption marked.
pub fn sentences(form: &Form, case: &Case, id: IndicatorId, score: &IndicatorScore) -> AnyView {
    let explanation =
        text::explain(form.edition.0, case, &form.adjustments, form.year(), id, score);
    let steps = explanation.steps.into_iter().map(|s| view! { <li>{s}</li> }).collect_view();
    let notes = explanation
        .notes
        .into_iter()
        .map(|note| view! { <p class="note"><b>{page::ASSUMPTION}</b>{note}</p> })
        .collect_view();
    view! {
        <div class="explanation" data-explain>
            <ol>{steps}</ol>
            <p class="result">{explanation.result}</p>
            {notes}
        </div>
    }
    .into_any()
}
