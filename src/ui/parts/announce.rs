//! Reads the new total out, once, after a pause in typing.

use crate::score::shown;
use crate::text::page;
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
            let range = session.present.with(|now| now.card.total.range);
            if first.replace(false) {
                return;
            }
            let words = page::spoken_total(&shown(range.low, 2), &shown(range.high, 2));
            pause.then(PAUSE, move || spoken.set(words.clone()));
        })
        .text_of(move || spoken.get())
}
