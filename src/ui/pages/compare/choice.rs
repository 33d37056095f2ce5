//! Which cases stand beside the baseline.

use super::Beside;
use crate::session::{Rival, choose};
use crate::text::scenario as words;
use crate::ui::parts::When;
use leptos::prelude::*;

/// The boxes of all that can be compared, and whether all indicators are shown.
#[component]
pub fn Choices(
    /// What stands beside the baseline.
    beside: Beside,
) -> impl IntoView {
    let Beside { rivals, everything, .. } = beside;
    let is_any = Memo::new(move |_| rivals.with(|all| !all.is_empty()));
    view! {
        <When is=Signal::derive(move || is_any.get())>
            <fieldset class="choices" aria-describedby="compare-hint">
                <legend>{words::COMPARE_WITH}</legend>
                <For each=move || rivals.get() key=Clone::clone let:rival>
                    <Choice beside=beside rival=rival />
                </For>
                <span class="hint" id="compare-hint">
                    {words::COMPARE_HINT}
                </span>
            </fieldset>
            <label class="choice">
                <input
                    type="checkbox"
                    value="different"
                    prop:checked=Signal::derive(move || !everything.get())
                    on:change:target=move |event| everything.set(!event.target().checked())
                />
                {words::ONLY_DIFFERENT}
            </label>
        </When>
    }
}

/// The box of one.
#[component]
fn Choice(
    /// What stands beside the baseline.
    beside: Beside,
    /// What the box is for.
    rival: Rival,
) -> impl IntoView {
    let Rival { key, name } = rival;
    let chosen = beside.chosen;
    let own = key.clone();
    let is_chosen = move || chosen.with(|chosen| chosen.contains(&own));
    let toggle = move |on: bool| {
        let rivals = beside.rivals.get_untracked();
        chosen.update(|chosen| choose(chosen, &rivals, &key, on));
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=is_chosen
                on:change:target=move |event| toggle(event.target().checked())
            />
            {name}
        </label>
    }
}
