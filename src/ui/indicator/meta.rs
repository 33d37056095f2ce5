//! Who is responsible for an indicator, until when, and where it is written.

use crate::rulebook::{IndicatorId, Kind};
use crate::text::desk::{deadline_text, due_text, role_text, task_due_text};
use crate::text::{kind, page, sheet as words};
use crate::ui::context::use_app;
use leptos::prelude::*;

/// One quiet line under the heading.
#[component]
pub fn Meta(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let indicator = &rulebook[id];
    let due = Memo::new(move |_| {
        let today = app.today.get();
        let year = app.form.with(|form| form.year());
        app.standings.with(|all| {
            let standing = all.get(usize::from(id.0))?;
            Some(match rulebook.kind {
                Kind::Checklist => (
                    indicator.deadline.text.to_owned(),
                    task_due_text(rulebook, standing, year, today),
                ),
                Kind::Points => {
                    let words = deadline_text(rulebook, indicator, standing.deadline, year);
                    let late = standing.due == crate::desk::Due::Overdue;
                    let state = late.then(|| due_text(standing.due, standing.deadline, today));
                    (words, state.unwrap_or_default())
                }
            })
        })
    });
    let units = move |leading| app.form.with(|form| words::names(form, id, leading).join("、"));
    let support = (!indicator.support.is_empty()).then(|| {
        let role = role_text(crate::desk::Role::Supports, rulebook.kind);
        Signal::derive(move || page::named(role, &units(false)))
    });
    let verification = (!indicator.verification.is_empty())
        .then(|| page::named(kind::VERIFICATION, indicator.verification));
    view! {
        <p class="meta">
            <span>{Signal::derive(move || units(true))}</span>
            " · "
            {Signal::derive(move || due.get().map(|(words, _)| words))}
            <b class="late">{Signal::derive(move || due.get().map(|(_, late)| late))}</b>
            {support.map(|text| view! { <span class="more">{text}</span> })}
            {verification.map(|text| view! { <span class="more">{text}</span> })}
            <span class="source">{indicator.source}</span>
        </p>
    }
}
