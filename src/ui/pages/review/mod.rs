//! Reviewing (初审, 核查): findings on each indicator, the signature, the way back.
//!
//! It comes with the leagues, when the view is asked for: in a module of its own it would
//! move what it shares with them and with the other views into more chunks.

mod finding;
mod outcome;
mod round;
mod sign;

use super::Page;
use crate::form::ReviewStage;
use crate::rulebook::Kind;
use crate::session::{Address, View};
use crate::text::review as words;
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::drawn;
use leptos::prelude::*;
use outcome::Outcome;
use round::Round;

/// The view.
pub fn page() -> AnyView {
    view! { <ReviewPage /> }.into_any()
}

#[component]
fn ReviewPage() -> impl IntoView {
    let app = use_app();
    if app.rulebook().kind != Kind::Points {
        return view! {
            <Page view=View::Review title=words::REVIEW>
                <p class="hint">{words::ONLY_POINTS}</p>
            </Page>
        }
        .into_any();
    }
    let begun =
        app.form.with_untracked(|form| form.reviews.iter().next_back().map(|(stage, _)| *stage));
    let shown = RwSignal::new(begun);
    let title = Signal::derive(move || {
        let name = app.form.with(|form| crate::text::page::form_name("", form));
        crate::text::page::named(words::REVIEW, &name)
    });
    view! {
        <Page view=View::Review title=title>
            <p class="hint">{words::HINT}</p>
            <Rounds shown=shown />
            <For each=move || shown.get() key=|stage| *stage let:stage>
                <Round stage=stage />
            </For>
            <Outcome />
        </Page>
    }
    .into_any()
}

/// The rounds with how far they are; a press shows one, and begins it where it was
/// not begun.
#[component]
fn Rounds(
    /// The round that is shown.
    shown: RwSignal<Option<ReviewStage>>,
) -> impl IntoView {
    let app = use_app();
    let buttons = ReviewStage::ALL
        .map(|stage| {
            let label = Signal::derive(move || {
                app.form.with(|form| match form.reviews.get(&stage) {
                    Some(_) => words::round_title(stage, form),
                    None => words::begin(stage),
                })
            });
            view! {
                <button
                    type="button"
                    data-stage=stage.name()
                    aria-pressed=Signal::derive(move || (shown.get() == Some(stage)).to_string())
                    on:click=move |_| {
                        if begin(app, stage) {
                            shown.set(Some(stage));
                        }
                    }
                >
                    {label}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="league-sections" role="group" aria-label=words::ROUNDS>
            {buttons}
        </div>
        {drawn(
            Box::new(move || {
                let is_received = app.read_only.get();
                is_received.then(|| view! { <p class="hint">{words::RECEIVED}</p> }).into_any()
            }),
        )}
    }
}

/// Begins a round that is not begun, in a form of the user's own: what came in is kept
/// first. Whether the round is there.
fn begin(app: AppContext, stage: ReviewStage) -> bool {
    if app.form.with_untracked(|form| form.reviews.contains_key(&stage)) {
        return true;
    }
    if app.read_only.get_untracked() {
        let kept = app.ask(|session| Some(session.keep(&Browser)));
        if kept != Some(true) {
            return false;
        }
        // The address may still be the link's.
        app.go(Address::of(View::Review));
    }
    app.update(|session| session.begin_review(stage));
    browser::keep_focus(&["#main"]);
    app.form.with_untracked(|form| form.reviews.contains_key(&stage))
}
