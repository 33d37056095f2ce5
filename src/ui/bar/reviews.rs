//! The strip of a form with reviews: who signed it, and what one can do with it.

use crate::session::{Session, View};
use crate::text::review as words;
use crate::ui::browser::{self, Browser};
use crate::ui::context::use_app;
use crate::ui::pages::forms;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// The strip while the shown form has reviews.
#[component]
pub fn ReviewStrip() -> impl IntoView {
    let app = use_app();
    let has_reviews = Memo::new(move |_| app.form.with(|form| !form.reviews.is_empty()));
    view! {
        <When is=Signal::derive(move || has_reviews.get())>
            <Strip />
        </When>
    }
}

#[component]
fn Strip() -> impl IntoView {
    let app = use_app();
    let said = Memo::new(move |_| {
        app.form.with(|form| match form.signed_round() {
            _ if app.read_only.get() => words::came(form),
            Some((stage, review)) => words::locked_strip(stage, review),
            None => words::rounds(form),
        })
    });
    let own = Memo::new(move |_| {
        app.session.with(Session::reviewed_own).map(|(saved, fit)| (saved.id, fit))
    });
    let is_elsewhere = Memo::new(move |_| app.address.with(|address| address.view != View::Review));
    let is_signed = Memo::new(move |_| {
        !app.read_only.get() && app.form.with(|form| form.signed_round().is_some())
    });
    let join = move |()| {
        if let Some((id, _)) = own.get_untracked()
            && app.ask(|session| Some(session.take_reviews(&id, &Browser))) == Some(true)
        {
            forms::show_table(app);
            browser::keep_focus(&["#main"]);
        }
    };
    view! {
        <section class="strip reviews" data-reviews aria-label=words::REVIEW>
            <p>
                <span class="tag">{words::REVIEW}</span>
                " "
                {said}
            </p>
            <p class="strip-do">
                <When is=Signal::derive(move || own.get().is_some())>
                    <ActionButton
                        action="join-reviews"
                        label=words::JOIN
                        look="primary"
                        press=join
                    />
                </When>
                <When is=Signal::derive(move || is_elsewhere.get())>
                    <ActionButton
                        action="see-reviews"
                        label=words::SEE
                        press=move |()| app.show(View::Review)
                    />
                </When>
                <When is=Signal::derive(move || is_signed.get())>
                    <ActionButton
                        action="edit-copy"
                        label=words::EDIT_COPY
                        press=move |()| forms::edit_copy(app)
                    />
                </When>
            </p>
        </section>
    }
}
