//! Every reading, to be chosen.

use super::ShownWorth;
use crate::score::{Asked, asked};
use crate::text::reading as words;
use crate::ui::context::use_app;
use crate::ui::indicator::ReadingChoice;
use leptos::prelude::*;

/// The base and the readings, in the rulebook's order: they stay in place while
/// the user chooses.
#[component]
pub fn List() -> impl IntoView {
    let all = asked(use_app().rulebook()).map(|asked| view! { <One asked /> }).collect_view();
    view! {
        <section class="readings-list">
            <h2>{words::EACH}</h2>
            <p class="hint">{words::EACH_HINT}</p>
            <div class="readings-all">{all}</div>
        </section>
    }
}

#[component]
fn One(
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let ShownWorth(worth) = expect_context();
    let own = Memo::new(move |_| {
        worth.with(|worth| worth.readings.iter().find(|one| one.asked == asked).cloned())
    });
    view! { <ReadingChoice asked worth=own /> }
}
