//! What screen readers hear: one short sentence after a pause, never a table.

use crate::session::Session;
use crate::text::kind::spoken_score;
use crate::text::scenario as words;
use crate::ui::context::use_app;
use leptos::prelude::*;
use std::time::Duration;

/// Without an edit for so long, the new total is read out.
const PAUSE: Duration = Duration::from_millis(1200);

/// A region that only screen readers notice.
#[component]
pub fn Announcer() -> impl IntoView {
    let app = use_app();
    let total = app.score_by(|rulebook, card| card.score_of_all(rulebook));
    let edits = Memo::new(move |_| app.session.with(Session::edits));
    let mut say = debounce(PAUSE, move |()| app.say(spoken_score(&total.get_untracked())));
    Effect::new(move |before: Option<_>| {
        let now = (edits.get(), total.get());
        // Only a change by an edit is read out; another form is announced by its title.
        if before.is_some_and(|(edits, total)| edits != now.0 && total != now.1) {
            say(());
        }
        now
    });
    // A switch to another case is read out at once, with its name and total.
    Effect::new(move |before: Option<Option<String>>| {
        let now = app.scenario.get();
        if before.is_some_and(|before| before != now) {
            let total = spoken_score(&total.get_untracked());
            app.say(words::now_edited(now.as_deref(), &total));
        }
        now
    });
    view! {
        <p class="unseen" role="status" aria-live="polite">
            {app.said}
        </p>
    }
}
