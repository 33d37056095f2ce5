//! What came in, beside the user's own form: slices to merge, differences to take.

mod conflicts;
mod differences;
mod merging;
mod readings;

use super::Page;
use crate::session::View;
use crate::text::{page, returned as returned_words, sharing as words};
use crate::ui::context::use_app;
use differences::Differences;
use leptos::prelude::*;
use merging::Merging;
use readings::Readings;

/// What came in beside the user's own form.
#[component]
pub fn IncomingPage() -> impl IntoView {
    let app = use_app();
    let received = Memo::new(move |_| app.session.with(|session| session.received().cloned()));
    let returned = Memo::new(move |_| app.session.with(|session| session.returned()));
    let told = Memo::new(move |_| app.session.with(|session| !session.readings().is_empty()));
    let title = move || {
        received.with(|one| match one {
            Some(one) => page::named(page::SHARED_VIEW, &page::form_name("", &one.form)),
            None if told.get() => returned_words::READ.to_owned(),
            None => page::SHARED_VIEW.to_owned(),
        })
    };
    view! {
        <Page view=View::Incoming title=Signal::derive(title)>
            <Readings />
            {move || match (returned.get(), received.get()) {
                (Some(returned), _) => view! { <Merging returned=returned /> }.into_any(),
                (None, Some(one)) => view! { <Differences theirs=one.form /> }.into_any(),
                (None, None) if told.get() => ().into_any(),
                (None, None) => view! { <p class="hint">{words::NOTHING_CAME}</p> }.into_any(),
            }}
        </Page>
    }
}
