//! Reads the new total out, once, after a pause in typing.

use crate::score::shown;
use crate::text::page;
use crate::ui::session::Session;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

const PAUSE: Duration = Duration::from_millis(1200);

/// A region that only screen readers notice.
#[component]
pub fn Announcer() -> impl IntoView {
    let session = Session::get();
    let spoken = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::watch(
        move || session.card.with(|card| card.total.range),
        move |range, _, _| {
            let words = page::spoken_total(&shown(range.low, 2), &shown(range.high, 2));
            if let Some(handle) = timer.get_value() {
                handle.clear();
            }
            let later = set_timeout_with_handle(move || spoken.set(words.clone()), PAUSE);
            timer.set_value(later.ok());
        },
        false,
    );
    view! { <p class="unseen" aria-live="polite" role="status">{move || spoken.get()}</p> }
}
