//! Indicators that a plan leaves as they are.

use super::setup::use_setup;
use crate::rulebook::IndicatorId;
use crate::text::plan as words;
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::When;
use leptos::prelude::*;

/// The indicators that stay as they are, each with the way back.
#[component]
pub fn Kept() -> impl IntoView {
    let setup = use_setup();
    let fixed = Memo::new(move |_| setup.settings.with(|settings| settings.fixed.clone()));
    let is_any = Memo::new(move |_| fixed.with(|fixed| !fixed.is_empty()));
    view! {
        <When is=Signal::derive(move || is_any.get())>
            <p class="kept">
                {words::KEPT}
                <For each=move || fixed.get() key=|id| *id let:id>
                    <KeptOne id=id fixed=fixed />
                </For>
            </p>
        </When>
    }
}

/// One of them; pressing it lets the plan change it again.
#[component]
fn KeptOne(
    /// The indicator.
    id: IndicatorId,
    /// All that stay.
    fixed: Memo<Vec<IndicatorId>>,
) -> impl IntoView {
    let setup = use_setup();
    let rulebook = use_app().rulebook();
    let indicator = &rulebook[id];
    let name = format!("{} {}", indicator.id, indicator.title);
    let release = move |_| {
        // The focus goes to the next one, or back to the target.
        let next = fixed.with_untracked(|all| {
            let after = all.iter().find(|other| **other > id);
            after.or(all.iter().rev().find(|other| **other < id)).copied()
        });
        setup.change(|settings| settings.fix(id, false));
        browser::focus_soon(match next {
            Some(next) => selector(rulebook[next].id),
            None => "#goal".to_owned(),
        });
    };
    view! {
        <button
            type="button"
            class="chip"
            data-unfix=indicator.id
            aria-label=words::again(&name)
            on:click=release
        >
            {name.clone()}
            <span aria-hidden="true">" ✕"</span>
        </button>
    }
}

/// The selector of the button of an indicator that stays as it is.
pub fn selector(number: &str) -> String {
    format!("[data-unfix='{number}']")
}
