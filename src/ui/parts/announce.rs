//! Reads the new total out, once, after a pause in typing.

use crate::text::kind::spoken_score;
use crate::ui::dom::{El, classed};
use crate::ui::platform::Pause;
use crate::ui::session::Session;
use crate::ui::state::State;
use std::cell::Cell;

/// Milliseconds without an edit before the total is read out.
const PAUSE: i32 = 1200;

/// A region that only screen readers notice.
pub fn announcer(session: Session) -> El {
    let spoken = State::new(String::new());
    let pause = Pause::new();
    let first = Cell::new(true);
    classed("p", "unseen")
        .attr("aria-live", "polite")
        .attr("role", "status")
        .react(move |_| {
            let rulebook = session.rulebook_now();
            let score = session.present.with(|now| now.card.score_of_all(rulebook));
            if first.replace(false) {
                return;
            }
            pause.then(PAUSE, move || spoken.set(spoken_score(&score)));
        })
        .text_of(move || spoken.get())
}
