//! The dimensions, each with what it comes to and a bar.

use crate::rulebook::Kind;
use crate::text::desk::overview as words;
use crate::ui::context::use_app;
use crate::ui::parts::{Bar, Figures};
use leptos::prelude::*;

/// The dimensions of the edition.
#[component]
pub fn Dimensions() -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let title = match rulebook.kind {
        Kind::Points => words::DIMENSIONS,
        Kind::Checklist => words::DIMENSIONS_OF_TASKS,
    };
    let all = rulebook
        .dimensions
        .iter()
        .enumerate()
        .map(|(at, dimension)| {
            let score = app.score_by(move |rulebook, card| card.score_of_dimension(rulebook, at));
            view! {
                <li>
                    <span class="name" title=dimension.title>{dimension.title}</span>
                    <Figures score=score />
                    <Bar score=score />
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="parts">
            <h2>{title}</h2>
            <ul class="dimensions">{all}</ul>
        </section>
    }
}
