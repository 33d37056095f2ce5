//! What a total rests on: the band of all ways to read the document, and a mark
//! where other readings than the usual ones are chosen.

use crate::form::Form;
use crate::session::{Address, Present, View};
use crate::text::reading as words;
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{AddressLink, When};
use leptos::{ev, prelude::*};
use std::time::Duration;

/// How long an edit rests before the band is computed: it costs as much as
/// several scores.
const PAUSE: Duration = Duration::from_millis(400);

/// That the total rests on other readings than the usual ones.
#[component]
pub fn OtherReadings() -> impl IntoView {
    let app = use_app();
    let is_other =
        Memo::new(move |_| app.present.with(|now| !words::is_usual(app.rulebook(), &now.case)));
    view! {
        <When is=Signal::derive(move || is_other.get())>
            <span class="other-readings" data-other-readings>
                <AddressLink to=Signal::stored(Address::of(View::Readings))>
                    <span class="long">{words::OTHER}</span>
                    <span class="short" aria-hidden="true">
                        {words::OTHER_SHORT}
                    </span>
                </AddressLink>
            </span>
        </When>
    }
}

/// The band, where there is room for it. It comes with the views.
#[component]
pub fn Band() -> impl IntoView {
    let app = use_app();
    Suspend::new(async move { arrival(app.missing, later::band).await })
}

/// The band.
pub fn band() -> AnyView {
    view! { <BandText /> }.into_any()
}

/// The text of the band, computed a moment after the last edit. It is dimmed
/// meanwhile.
#[component]
fn BandText() -> impl IntoView {
    let app = use_app();
    let text = RwSignal::new(None::<String>);
    let is_old = RwSignal::new(false);
    let look = move || {
        let now = |form: &Form, now: &Present| words::band(&form.worth(&now.case));
        let band = browser::has_room()
            .then(|| {
                app.form.with_untracked(|form| app.present.with_untracked(|one| now(form, one)))
            })
            .flatten();
        // The bar may be another one by now.
        let _ = text.try_set(band);
        let _ = is_old.try_set(false);
    };
    let mut look_soon = debounce(PAUSE, move |()| look());
    Effect::new(move || {
        app.form.track();
        app.present.track();
        is_old.set(true);
        look_soon(());
    });
    let resized = window_event_listener(ev::resize, move |_| {
        if text.with_untracked(Option::is_none) && browser::has_room() {
            look();
        }
    });
    on_cleanup(move || resized.remove());
    view! {
        <When is=Signal::derive(move || text.with(Option::is_some))>
            <span class="band" class:old=is_old data-band>
                {text}
            </span>
        </When>
    }
}
