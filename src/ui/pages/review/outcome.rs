//! What differs between the self score and the reviews.

use crate::text::review as words;
use crate::ui::context::use_app;
use crate::ui::parts::{Takeaway, TextTable, drawn};
use leptos::prelude::*;

/// The list of differences with the sums, once somebody said something.
#[component]
pub fn Outcome() -> impl IntoView {
    let app = use_app();
    let table = Memo::new(move |_| {
        app.form.with(|form| {
            let card = form.scorecard();
            let is_said = form.reviews.values().any(|review| !review.rows.is_empty());
            is_said.then(|| (words::differences(form, &card), words::totals(form, &card)))
        })
    });
    let make = move |()| {
        table
            .with_untracked(|said| said.as_ref().map(|(table, _)| table.clone()))
            .unwrap_or_default()
    };
    drawn(Box::new(move || {
        let Some((table, totals)) = table.get() else { return ().into_any() };
        let is_same = table.rows.is_empty();
        view! {
            <section data-outcome>
                <h2>{table.title.clone()}</h2>
                <p>
                    <b>{totals}</b>
                </p>
                <p class="hint">{words::COUNTED}</p>
                {if is_same {
                    view! { <p class="hint">{words::NO_DIFFERENCE}</p> }.into_any()
                } else {
                    view! {
                        <Takeaway make=make />
                        <TextTable table=table />
                    }
                    .into_any()
                }}
            </section>
        }
        .into_any()
    }))
}
