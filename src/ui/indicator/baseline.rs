//! What the baseline holds where the edited scenario differs, and the way back.

use crate::rulebook::{FieldId, IndicatorId, MetricId};
use crate::score::Asked;
use crate::text::{page, reading, scenario as words};
use crate::ui::context::use_app;
use crate::ui::parts::When;
use leptos::prelude::*;

/// What a scenario can have otherwise than the baseline.
#[derive(Clone, Copy, Debug)]
pub enum Changed {
    Field(FieldId),
    /// How the document is read, the base included.
    Reading(Asked),
    Reference(MetricId),
}

/// Under what differs from the baseline: the baseline's value, and the way back.
#[component]
pub fn ToBaseline(
    /// What may differ.
    what: Changed,
    /// What gets the focus once the way back was taken.
    #[prop(default = ".pane h2".to_owned(), into)]
    next: String,
) -> impl IntoView {
    let app = use_app();
    let next = StoredValue::new(next);
    let said = Memo::new(move |_| {
        app.scenario.with(Option::is_some).then_some(())?;
        app.form.with(|form| {
            app.present.with(|now| {
                let (case, baseline) = (&now.case, &form.case);
                match what {
                    Changed::Field(id) => (case.answers.get(id) != baseline.answers.get(id))
                        .then(|| words::in_baseline(form, id)),
                    Changed::Reading(Asked::Base) => {
                        let base = baseline.base(form.edition.0);
                        (base != case.base(form.edition.0)).then(|| words::base_in_baseline(base))
                    }
                    Changed::Reading(Asked::Reading(id)) => (case.readings.get(id)
                        != baseline.readings.get(id))
                    .then(|| words::reading_in_baseline(form, id)),
                    Changed::Reference(id) => (case.references.get(id)
                        != baseline.references.get(id))
                    .then(|| words::reference_in_baseline(form, id)),
                }
            })
        })
    });
    let back = move || {
        app.update(|session| match what {
            Changed::Field(id) => session.field_to_baseline(id),
            Changed::Reading(asked) => session.reading_to_baseline(asked),
            Changed::Reference(id) => session.reference_to_baseline(id),
        });
        crate::ui::browser::focus_soon(next.get_value());
    };
    let whose = match what {
        Changed::Field(id) => app.rulebook()[id].label,
        Changed::Reading(asked) => reading::title(app.rulebook(), asked),
        Changed::Reference(_) => page::REFERENCE,
    };
    view! {
        <When is=Signal::derive(move || said.with(Option::is_some))>
            <p class="changed">
                <span data-baseline>{said}</span>
                <button
                    type="button"
                    class="quiet"
                    data-action="to-baseline"
                    aria-label=page::named(words::BACK, whose)
                    on:click=move |_| back()
                >
                    {words::BACK}
                </button>
            </p>
        </When>
    }
}

/// The way back to the baseline for a whole indicator.
#[component]
pub fn IndicatorToBaseline(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let differs = Memo::new(move |_| app.session.with(|session| session.differs(id)));
    view! {
        <When is=Signal::derive(move || differs.get())>
            <p class="changed">
                <button
                    type="button"
                    class="quiet"
                    data-action="indicator-to-baseline"
                    on:click=move |_| {
                        app.update(|session| session.indicator_to_baseline(id));
                        crate::ui::browser::focus_soon(".pane h2");
                    }
                >
                    {words::BACK_ALL}
                </button>
            </p>
        </When>
    }
}
