//! One round: a row for each indicator, then the sums and the signature.

use super::finding::FindingRow;
use super::sign::Sign;
use crate::form::ReviewStage;
use crate::text::review as words;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// One round.
#[component]
pub fn Round(
    /// The round.
    stage: ReviewStage,
) -> impl IntoView {
    let app = use_app();
    // What is signed, or came in, is only read.
    let fixed = Signal::derive(move || {
        let is_signed =
            |form: &crate::form::Form| form.reviews.get(&stage).is_some_and(|review| review.signed);
        app.read_only.get() || app.form.with(|form| is_signed(form))
    });
    let rows = app
        .rulebook()
        .indicator_ids()
        .map(|id| view! { <FindingRow stage=stage id=id fixed=fixed /> })
        .collect_view();
    let totals = Memo::new(move |_| {
        app.form.with(|form| words::round_totals(form, &form.scorecard(), stage))
    });
    let heads = words::COLUMNS.map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    view! {
        <section data-round=stage.name()>
            <p class="takeaway">
                <b data-totals>{totals}</b>
                <When is=Signal::derive(move || !fixed.get())>
                    <ActionButton
                        action="confirm-rest"
                        label=words::CONFIRM_REST
                        press=move |()| app.update(|session| session.confirm_rest(stage))
                    />
                </When>
            </p>
            <div class="table" tabindex="0" role="region" aria-label=words::stage_name(stage)>
                <table class="review">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Sign stage=stage />
        </section>
    }
}
