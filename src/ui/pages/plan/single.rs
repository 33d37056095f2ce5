//! Single steps, the one that gives most first.

use super::lines::Lines;
use super::setup::use_setup;
use crate::plan::steps;
use crate::text::{HONOUR, plan as words};
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// How many single steps are shown at first.
const FIRST: usize = 15;

/// What each step gives if it alone is made. Figures of past years stay.
#[component]
pub fn Single() -> impl IntoView {
    let (app, setup) = (use_app(), use_setup());
    let all = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let mut found =
            app.present.with(|now| app.form.with_untracked(|form| steps(form, &now.case, HONOUR)));
        setup.closed.with(|closed| {
            found.retain(|step| !step.changes.iter().any(|change| closed.contains(&change.field)));
        });
        found
    });
    let lines = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { FIRST };
        app.desk(|desk| found.with(|found| words::lines(desk, found.iter().take(most))))
    });
    let is_more = Memo::new(move |_| found.with(|found| found.len() > FIRST));
    let label =
        Signal::derive(move || if all.get() { words::FEWER } else { words::ALL_STEPS }.to_owned());
    view! {
        <section class="steps">
            <h2>{words::SINGLE}</h2>
            <p class="hint">{words::SINGLE_HINT}</p>
            <Lines lines=lines title=words::SINGLE />
            <When is=Signal::derive(move || is_more.get())>
                <p class="takeaway">
                    <ActionButton
                        action="steps-all"
                        label=label
                        press=move |()| all.update(|all| *all = !*all)
                    />
                </p>
            </When>
        </section>
    }
}
