//! The signature below a round, and the way back once it is signed.

use crate::form::{Form, Review, ReviewStage, limits};
use crate::session::Session;
use crate::text::review as words;
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Fault, When};
use leptos::prelude::*;

/// Name, day and signature; what was signed goes back from here.
#[component]
pub fn Sign(
    /// The round.
    stage: ReviewStage,
) -> impl IntoView {
    let app = use_app();
    let signed = Memo::new(move |_| {
        app.form.with(|form| form.reviews.get(&stage).is_some_and(|review| review.signed))
    });
    view! {
        <When is=Signal::derive(move || !signed.get() && !app.read_only.get())>
            <Signing stage=stage />
        </When>
        <When is=Signal::derive(move || signed.get())>
            <Signed stage=stage />
        </When>
    }
}

#[component]
fn Signing(
    /// The round.
    stage: ReviewStage,
) -> impl IntoView {
    let app = use_app();
    let by = Memo::new(move |_| {
        let by = |review: &Review| review.by.clone();
        app.form.with(|form| form.reviews.get(&stage).map(by).unwrap_or_default())
    });
    let on = RwSignal::new(browser::today_text());
    let fault = RwSignal::new(None::<String>);
    let sign = move |()| {
        let day = on.get_untracked().trim().to_owned();
        if !limits::is_date(&day) {
            return fault.set(Some(words::NOT_DATE.to_owned()));
        }
        let done = app.ask(|session| Some(session.sign_off(stage, &day)));
        fault.set(done.and_then(Result::err));
        browser::keep_focus(&["[data-action=send-back]", "#main"]);
    };
    view! {
        <div class="signing takeaway">
            <label>
                {words::BY} " "
                <input
                    type="text"
                    data-by
                    data-undo=""
                    autocomplete="off"
                    prop:value=by
                    on:input:target=move |event| {
                        let text = event.target().value();
                        app.update(|session| session.set_reviewer(stage, text));
                    }
                    on:blur=move |_| {
                        let _ = app.session.try_update(Session::seal);
                    }
                />
            </label>
            <label>
                {words::ON} " "
                <input
                    type="text"
                    data-on
                    inputmode="numeric"
                    autocomplete="off"
                    size="11"
                    prop:value=on
                    on:input:target=move |event| on.set(event.target().value())
                />
            </label>
            <ActionButton action="sign" label=words::SIGN look="primary" press=sign />
            <span class="hint">{words::SIGN_HINT}</span>
        </div>
        <Fault id="sign-fault" fault=Signal::derive(move || fault.get()) />
    }
}

#[component]
fn Signed(
    /// The round.
    stage: ReviewStage,
) -> impl IntoView {
    let app = use_app();
    let is_own = Signal::derive(move || !app.read_only.get());
    // Only the last signature can be taken back.
    let is_last = Signal::derive(move || {
        let last = |form: &Form| form.signed_round().map(|(stage, _)| stage);
        is_own.get() && app.form.with(|form| last(form)) == Some(stage)
    });
    let withdraw = move |()| {
        if browser::confirm(words::ASK_WITHDRAW) {
            app.update(Session::withdraw_signature);
            browser::keep_focus(&["[data-by]", "#main"]);
        }
    };
    view! {
        <p class="takeaway">
            <b data-signed>
                {Signal::derive(move || app.form.with(|form| words::round_title(stage, form)))}
            </b>
            <When is=is_last>
                <ActionButton action="withdraw" label=words::WITHDRAW press=withdraw />
            </When>
        </p>
        <When is=is_own>
            <p class="takeaway">
                <ActionButton
                    action="send-back"
                    label=words::SEND_BACK
                    look="primary"
                    press=move |()| app.sharing.set(true)
                />
                <span class="hint">{words::SEND_HINT}</span>
            </p>
        </When>
    }
}
