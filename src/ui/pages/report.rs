//! The self-assessment report: made for paper, and the ways out of the page.

mod cover;
mod formulas;
mod items;
mod paper;
mod papers;
mod section;
mod spreadsheet;
mod ways_out;

use super::Page;
use crate::desk::Desk;
use crate::rulebook::Kind;
use crate::session::{Present, View};
use crate::text::papers::OTHER_FORMATS;
use crate::text::{page, report as words};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::When;
use formulas::Formulas;
use leptos::prelude::*;
use paper::Paper;
use papers::Papers;
use section::SectionName;
use spreadsheet::Spreadsheet;
use std::sync::Arc;
use ways_out::WaysOut;

/// What the report is of: the baseline, or the scenario that is edited if the
/// user asks for it.
#[derive(Clone, Copy)]
pub struct Source {
    app: AppContext,
    /// The case with its scores.
    present: Memo<Arc<Present>>,
    /// The scenario; none for the baseline.
    pub scenario: Memo<Option<String>>,
}

impl Source {
    fn new(app: AppContext, by_scenario: RwSignal<bool>) -> Source {
        let scenario = Memo::new(move |_| app.scenario.get().filter(|_| by_scenario.get()));
        let present = Memo::new(move |_| match app.scenario.get() {
            // The shown case has its scores already.
            edited if edited == scenario.get() => app.present.get(),
            _ => app.form.with(|form| Arc::new(Present::of(form, None))),
        });
        Source { app, present, scenario }
    }

    /// Reads the desk that the report is of; follows every change of it.
    pub fn desk<T>(self, read: impl FnOnce(&Desk) -> T) -> T {
        let today = self.app.today.get();
        self.app.form.with(|form| {
            self.present.with(|now| read(&Desk::new(form, &now.case, &now.card, today)))
        })
    }
}

/// The view.
#[component]
pub fn ReportPage() -> impl IntoView {
    let app = use_app();
    let by_scenario = RwSignal::new(false);
    let source = Source::new(app, by_scenario);
    // A bit for each part that is left out.
    let left_out = RwSignal::new(0u8);
    view! {
        <Page view=View::Report title=page::REPORT_TAB>
            <div class="report-tools">
                <When is=Signal::derive(move || app.scenario.with(Option::is_some))>
                    <label class="by-scenario">
                        <input
                            type="checkbox"
                            data-form="by-scenario"
                            prop:checked=Signal::derive(move || by_scenario.get())
                            on:change:target=move |event| by_scenario.set(event.target().checked())
                        />
                        {words::supposed::BY_SCENARIO}
                    </label>
                </When>
                <Papers source=source />
                <h2>{OTHER_FORMATS}</h2>
                <WaysOut source=source />
                <Parts left_out=left_out />
                <Spreadsheet />
                <Formulas />
                <p class="hint">{words::HINT}</p>
            </div>
            <Paper source=source left_out=left_out />
        </Page>
    }
}

/// Which parts the report has.
#[component]
fn Parts(
    /// A bit for each part that is left out.
    left_out: RwSignal<u8>,
) -> impl IntoView {
    let app = use_app();
    let is_checklist = app.rulebook().kind == Kind::Checklist;
    let has_reviews = app.form.with_untracked(|form| !form.reviews.is_empty());
    let choices = SectionName::ALL
        .into_iter()
        .filter(|section| *section != SectionName::Reviews || has_reviews)
        .map(|section| {
            let toggle = move |is_in: bool| {
                left_out.update(|out| {
                    *out = if is_in { *out & !section.bit() } else { *out | section.bit() };
                });
            };
            view! {
                <label>
                    <input
                        type="checkbox"
                        data-part=section.name()
                        prop:checked=Signal::derive(move || left_out.get() & section.bit() == 0)
                        on:change:target=move |event| toggle(event.target().checked())
                    />
                    {section.title(is_checklist)}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="include">
            <legend>{words::CONTENTS}</legend>
            {choices}
        </fieldset>
    }
}
