//! A bar of a score. The figures stand beside it in text.

use super::score::figure;
use crate::score::Score;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Secured or met, still possible or begun, and the rest.
#[component]
pub fn Bar(
    /// The score that is drawn.
    #[prop(into)]
    score: Signal<Score>,
) -> impl IntoView {
    let share = |part: Decimal, most: Decimal| {
        let percent = (part * Decimal::ONE_HUNDRED).checked_div(most).unwrap_or_default();
        format!("{}%", figure(percent))
    };
    let got = move || {
        let (got, _, most) = score.get().shares();
        share(got, most)
    };
    let open = move || {
        let (_, open, most) = score.get().shares();
        share(open, most)
    };
    view! {
        <span class="bar" aria-hidden="true">
            <span class="bar-low" style:width=got></span>
            <span class="bar-open" style:width=open></span>
        </span>
    }
}
