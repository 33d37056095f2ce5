//! Always in view: what is secured, what is still possible, how much is answered.

use super::score::{PLACES, bar};
use crate::score::shown;
use crate::text::page;
use crate::ui::session::Session;
use leptos::prelude::*;

/// The total of the open form.
#[component]
pub fn TotalBar() -> impl IntoView {
    let session = Session::get();
    let range = Memo::new(move |_| session.card.with(|card| card.total.range));
    let answered = Memo::new(move |_| session.form.with(|form| form.answered(&form.case)));
    let vetoed = Memo::new(move |_| session.card.with(|card| card.vetoed));
    let most = move || session.rulebook().points;
    view! {
        <section class="total" aria-label=page::SECURED>
            <p class="total-figures" data-total>
                <span class="total-main">
                    {page::SECURED}" "
                    <b data-points>{move || shown(range.get().low, PLACES)}</b>
                    <span class="most">" / "{move || shown(most(), PLACES)}" "{page::POINTS}</span>
                </span>
                <span class="total-range">
                    {page::REACHABLE}" "
                    <span data-low>{move || shown(range.get().low, PLACES)}</span>"–"
                    <span data-high>{move || shown(range.get().high, PLACES)}</span>
                </span>
                <span class="total-answered">
                    {page::ANSWERED}" "
                    {move || page::progress(answered.get().0, answered.get().1)}
                </span>
                {move || vetoed.get().then(|| view! { <strong class="veto">{page::VETOED}</strong> })}
            </p>
            {move || bar(range.into(), most())}
        </section>
    }
}
