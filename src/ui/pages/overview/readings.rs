//! What the whole rests on: the band of all ways to read the document.

use crate::session::{Address, View};
use crate::text::reading as words;
use crate::ui::context::use_app;
use crate::ui::parts::{AddressLink, When};
use leptos::prelude::*;

/// The band, the readings that are not the usual ones, and what is worth asking.
#[component]
pub fn Readings() -> impl IntoView {
    let app = use_app();
    let said = Memo::new(move |_| {
        app.form.with(|form| {
            app.present.with(|now| {
                let worth = form.worth(&now.case);
                let asked = words::most_asked_text(app.rulebook(), &worth).unwrap_or_default();
                words::band(&worth).map(|band| format!("{band}。{asked}"))
            })
        })
    });
    let others =
        Memo::new(move |_| app.present.with(|now| words::others(app.rulebook(), &now.case)));
    view! {
        <When is=Signal::derive(move || said.with(Option::is_some))>
            <div class="rests">
                <p data-band>
                    <b class="assumption">{words::OURS}</b>
                    {said}
                    <AddressLink to=Signal::stored(Address::of(View::Readings))>
                        {words::READING}
                        " ›"
                    </AddressLink>
                </p>
                <When is=Signal::derive(move || others.with(Option::is_some))>
                    <p data-other-readings>
                        <span class="tag">{words::OTHER}</span>
                        {others}
                    </p>
                </When>
            </div>
        </When>
    }
}
