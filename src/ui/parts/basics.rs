//! County, year, method, and the figures that several indicators share.

use super::super::platform;
use super::field::field;
use super::figure::{Typed, fault_message};
use crate::form::typed;
use crate::rulebook::FieldId;
use crate::text::page;
use crate::ui::session::{Edited, Session};
use leptos::prelude::*;

/// The first block of the fill page.
#[component]
pub fn Basics() -> impl IntoView {
    let session = Session::get();
    let rulebook = session.rulebook_now();
    let county = Memo::new(move |_| session.form.with(|form| form.county.clone()));
    let year = Memo::new(move |_| session.form.with(|form| form.year));
    let typed_year = Typed {
        slot: "year".into(),
        value: Signal::derive(move || year.get().map(|y| y.to_string()).unwrap_or_default()),
        take: Box::new(move |text| {
            let year = typed::year(text)?;
            session.edit(Some(Edited::Year), |form| form.year = year);
            Ok(())
        }),
        judge: Box::new(|text| typed::year(text).map(|_| ())),
        in_force: Box::new(move || Some(session.form.with(|form| form.year()).to_string())),
    }
    .build(session);
    let walk = |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            platform::walk_on(&event);
        }
    };
    let method = (!rulebook.bases.is_empty()).then(|| method(session));
    let shared = rulebook.shared();
    let shared = (!shared.is_empty()).then(|| {
        let fields = shared.into_iter().map(|id| shared_figure(session, id)).collect_view();
        view! {
            <section class="shared">
                <h3>{page::SHARED}</h3>
                <p class="hint">{page::SHARED_HINT}</p>
                <div class="fields">{fields}</div>
            </section>
        }
    });
    view! {
        <section class="basics">
            <h2>{page::BASICS}</h2>
            <p class="document">
                {rulebook.title.as_str()}" · "{rulebook.document.number.as_str()}
            </p>
            <div class="fields">
                <div class="field figure">
                    <label for="county">{page::COUNTY}</label>
                    <input type="text" id="county" data-form="county" autocomplete="off"
                        prop:value=county on:keydown=walk on:blur=move |_| session.seal()
                        on:input=move |event| {
                            let county = event_target_value(&event);
                            session.edit(Some(Edited::County), |form| form.county = county);
                        } />
                </div>
                <div class="field figure">
                    <label for="year">{page::YEAR}</label>
                    <input type="text" id="year" data-form="year" inputmode="numeric"
                        autocomplete="off" placeholder=rulebook.year.to_string()
                        aria-invalid=move || typed_year.fault.with(Option::is_some).then_some("true")
                        aria-describedby="year-fault"
                        prop:value=typed_year.text on:keydown=walk
                        on:input=move |event| typed_year.on_input.run(event_target_value(&event))
                        on:blur=move |_| typed_year.on_leave.run(()) />
                    {fault_message(typed_year, "year-fault".into())}
                </div>
                {method}
            </div>
            {shared}
        </section>
    }
}

/// The base of the efficacy coefficient, an assumption of ours.
fn method(session: Session) -> AnyView {
    let rulebook = session.rulebook_now();
    let base = Memo::new(move |_| session.form.with(|form| form.case.base(form.edition.0)));
    let radios = rulebook
        .bases
        .iter()
        .map(|choice| {
            let choice = *choice;
            view! {
                <label class="choice">
                    <input type="radio" name="base" value=choice.to_string()
                        prop:checked=move || base.get() == choice
                        on:change=move |_| session.edit(None, |form| form.case.base = Some(choice)) />
                    <span>{choice.to_string()}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field options method" data-form="base">
            <legend>{page::BASE}</legend>
            <p class="hint"><b class="assumption">{page::ASSUMPTION}</b>{page::BASE_HINT}</p>
            <div class="choices">{radios}</div>
        </fieldset>
    }
    .into_any()
}

fn shared_figure(session: Session, id: FieldId) -> AnyView {
    let rulebook = session.rulebook_now();
    let readers = rulebook.readers(id);
    let ids: Vec<&str> = readers.iter().map(|i| rulebook[*i].id.as_str()).collect();
    view! {
        <div>
            {field(session, id)}
            <p class="hint">{page::used_by(&ids)}</p>
        </div>
    }
    .into_any()
}
