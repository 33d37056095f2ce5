//! The basics: county, year, method, figures that several indicators share, vetoes.

use super::baseline::{Changed, ToBaseline};
use super::close;
use super::field::Field;
use crate::rulebook::FieldId;
use crate::score::Asked;
use crate::session::Slot;
use crate::text::kind::words;
use crate::text::page;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, TextBox};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The pane of the basics.
#[component]
pub fn Basics() -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    // Who fills in a slice gets the shared figures that it reads, and no more.
    let asked =
        app.form.with_untracked(|form| form.slice.as_ref().map(|slice| slice.indicators.clone()));
    let is_slice = asked.is_some();
    let reads = move |field: &FieldId| {
        let readers = rulebook.readers(*field);
        asked.as_ref().is_none_or(|asked| asked.iter().any(|id| readers.contains(id)))
    };
    let shared: Vec<FieldId> = rulebook.shared().into_iter().filter(reads).collect();
    let document = format!("{} · {}", rulebook.title, rulebook.document.number);
    let has_shared = !shared.is_empty();
    let fields = shared.into_iter().map(|field| view! { <Field field /> }).collect_view();
    view! {
        <article class="item basics" aria-label=page::BASICS>
            <header class="pane-head">
                <h2 tabindex="-1">{page::BASICS}</h2>
                <span class="pane-tools">
                    <ActionButton
                        action="close-pane"
                        look="quiet"
                        label="✕"
                        name=page::CLOSE
                        press=move |()| close(app)
                    />
                </span>
            </header>
            <p class="meta">{document}</p>
            <div class="fields">
                {(!is_slice).then(|| view! { <Place /> })}
                {has_shared
                    .then(|| {
                        view! {
                            <h3>{page::SHARED}</h3>
                            <p class="hint">{page::SHARED_HINT}</p>
                        }
                    })} {fields}
            </div>
            {(!is_slice).then(|| view! { <Veto /> })}
        </article>
    }
}

/// County, year and method.
#[component]
fn Place() -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let county = Memo::new(move |_| app.form.with(|form| form.county.clone()));
    let year = Slot::Year.element_id(rulebook);
    view! {
        <div class="field">
            <label class="label" for="county">{words(rulebook.kind).place}</label>
            <span class="box">
                <input
                    type="text"
                    id="county"
                    data-form="county"
                    data-undo=""
                    autocomplete="off"
                    readonly=Signal::derive(move || app.locked.get())
                    prop:value=county
                    on:input:target=move |event| {
                        let county = event.target().value();
                        app.update(|session| session.set_county(county));
                    }
                    on:blur=move |_| {
                        app.ask_if(|session| (false, session.seal()));
                    }
                />
            </span>
        </div>
        <div class="field">
            <label class="label" for=year>{page::YEAR}</label>
            <span class="box">
                <TextBox
                    holds=Slot::Year
                    inputmode="numeric"
                    placeholder=rulebook.year.to_string()
                />
            </span>
        </div>
        {(!rulebook.bases.is_empty()).then(|| view! { <Method /> })}
    }
}

/// The base of the efficacy coefficient, an assumption of ours.
#[component]
fn Method() -> impl IntoView {
    let app = use_app();
    let now = Memo::new(move |_| app.present.with(|now| now.case.base(app.rulebook())));
    let radio = move |base: Decimal| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="base"
                    value=base.to_string()
                    prop:checked=Signal::derive(move || now.get() == base)
                    on:change=move |_| app.update(|session| session.set_base(base))
                />
                <span>{base.to_string()}</span>
            </label>
        }
    };
    view! {
        <div class="field">
            <fieldset
                class="options method"
                data-form="base"
                disabled=Signal::derive(move || app.locked.get())
            >
                <legend class="label">{page::BASE}</legend>
                <div class="choices">
                    {app.rulebook().bases.iter().map(|base| radio(*base)).collect_view()}
                </div>
                <p class="hint">
                    <b class="assumption">{page::ASSUMPTION}</b>
                    {page::BASE_HINT}
                </p>
            </fieldset>
            <ToBaseline what=Changed::Reading(Asked::Base) />
        </div>
    }
}

/// Declared veto items, one a line.
#[component]
fn Veto() -> impl IntoView {
    let rulebook = use_app().rulebook();
    view! {
        <div class="veto-items">
            <label class="label" for=Slot::Veto.element_id(rulebook)>{page::VETO}</label>
            <p class="hint" id="veto-hint">{words(rulebook.kind).veto_hint}</p>
            <TextBox holds=Slot::Veto rows=2 described_by="veto-hint" />
        </div>
    }
}
