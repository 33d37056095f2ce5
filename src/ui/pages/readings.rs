//! The view of readings: what the document leaves open, and what each way to
//! read it is worth.

mod list;
mod request;
mod tornado;

use super::Page;
use crate::rulebook::Kind;
use crate::score::Worth;
use crate::session::View;
use crate::text::reading as words;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::When;
use leptos::prelude::*;
use std::sync::Arc;

/// What the readings are worth in the case that is shown.
#[derive(Clone, Copy)]
struct ShownWorth(Memo<Arc<Worth>>);

impl ShownWorth {
    fn new(app: AppContext) -> ShownWorth {
        ShownWorth(Memo::new(move |_| {
            app.form.with(|form| app.present.with(|now| Arc::new(form.worth(&now.case))))
        }))
    }
}

/// The view. A checklist has no points, so that nothing is to be read otherwise.
#[component]
pub fn ReadingsPage() -> impl IntoView {
    let app = use_app();
    if app.rulebook().kind == Kind::Checklist {
        return view! {
            <Page view=View::Readings title=words::TITLE>
                <p>{words::NOT_FOR_TASKS}</p>
            </Page>
        }
        .into_any();
    }
    let shown = ShownWorth::new(app);
    provide_context(shown);
    view! {
        <Page view=View::Readings title=words::TITLE>
            <p class="hint">{words::HINT}</p>
            <Band />
            <request::Request />
            <tornado::Tornado />
            <list::List />
        </Page>
    }
    .into_any()
}

/// The band, what is worth asking, and which readings are not the usual ones.
#[component]
fn Band() -> impl IntoView {
    let app = use_app();
    let ShownWorth(worth) = expect_context();
    let sentence = move || worth.with(|worth| words::band_sentence(worth));
    let asked = move || worth.with(|worth| words::most_asked_text(app.rulebook(), worth));
    let others =
        Memo::new(move |_| app.present.with(|now| words::others(app.rulebook(), &now.case)));
    view! {
        <div class="band-said" data-band>
            <p class="band-now">{sentence}</p>
            <p data-most-asked>{asked}</p>
            <When is=Signal::derive(move || others.with(Option::is_some))>
                <p class="other-readings">
                    <span class="tag">{words::OTHER}</span>
                    {others}
                </p>
            </When>
        </div>
    }
}
