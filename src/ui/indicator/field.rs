//! A field: its label, its control, and what the answer gives at once.

use super::baseline::{Changed, ToBaseline};
use super::earlier::Earlier;
use super::figure::Figure;
use super::item::Steps;
use super::options::{Choice, SetOfOptions, YesNo};
use super::rows::HonourRows;
use crate::desk::Doubted;
use crate::rulebook::{FieldId, FieldKind, IndicatorId};
use crate::session::{Open, Slot};
use crate::text::{self, gives, page};
use crate::ui::browser;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// The id of a field's control in the page.
pub fn control_id(field: &str) -> String {
    format!("f-{}", field.replace('.', "-"))
}

/// A field of an indicator, or a shared figure.
#[component]
pub fn Field(
    /// The field.
    field: FieldId,
    /// The indicator that it stands in; none among the basics.
    #[prop(optional)]
    of: Option<IndicatorId>,
) -> impl IntoView {
    let app = use_app();
    let definition = &app.rulebook()[field];
    let control = match definition.kind {
        FieldKind::YesNo => view! { <YesNo field /> }.into_any(),
        FieldKind::Choice => view! { <Choice field /> }.into_any(),
        FieldKind::Set => view! { <SetOfOptions field /> }.into_any(),
        FieldKind::List => view! { <HonourRows field /> }.into_any(),
        FieldKind::Count | FieldKind::Percent | FieldKind::Amount | FieldKind::Rate => {
            view! { <Figure field /> }.into_any()
        }
    };
    view! {
        <div class="field">
            {control} {of.map(|id| view! { <Gives field id /> })}
            <ToBaseline what=Changed::Field(field) />
            <Earlier field />
        </div>
    }
}

/// What the answer gives now, and what one more would.
#[component]
fn Gives(
    /// The field.
    field: FieldId,
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let Steps(steps) = expect_context();
    let text = Memo::new(move |_| {
        app.present.with(|now| {
            let score = now.card.indicators.get(usize::from(id.0))?;
            let now = gives::now(app.rulebook(), &now.case.readings, id, field, score)?;
            let next = steps.with(|steps| gives::next(app.rulebook(), field, steps));
            Some((now, next))
        })
    });
    view! {
        <p class="gives">
            <b>{Signal::derive(move || text.get().map(|(now, _)| now))}</b>
            <span>{Signal::derive(move || text.get().and_then(|(_, next)| next))}</span>
        </p>
    }
}

/// A shared figure where it is used: shown here, entered once elsewhere.
#[component]
pub fn Borrowed(
    /// The shared field.
    field: FieldId,
) -> impl IntoView {
    let app = use_app();
    let definition = &app.rulebook()[field];
    let value = Memo::new(move |_| {
        app.present.with(|now| match now.case.answers.get(field) {
            Some(answer) => text::answer_text(app.rulebook(), field, answer),
            None => page::NOT_ANSWERED.to_owned(),
        })
    });
    let go = move || {
        app.open(Open::Basics);
        browser::focus_soon(format!("#{}", Slot::Field(field).element_id(app.rulebook())));
    };
    view! {
        <p class="borrowed">
            {page::named(definition.label, "")} <b>{value}</b>
            <button
                type="button"
                class="link"
                aria-label=page::named(page::GO_TO_SHARED, definition.label)
                on:click=move |_| go()
            >
                {page::GO_TO_SHARED}
            </button>
        </p>
        {super::figure::questioned(app, Doubted::Field(field), String::new())}
    }
}
