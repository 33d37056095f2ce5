//! What is stored and cannot be read: kept, and handed out on request.

use crate::storage::Aside;
use crate::text::{form_problem, page};
use crate::ui::browser::{self, Browser};
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// Characters of a text that are shown.
const BEGINNING: usize = 60;

/// All that could not be read.
#[component]
pub fn AsideList() -> impl IntoView {
    let app = use_app();
    let all = Memo::new(move |_| app.session.with(|session| session.aside().to_vec()));
    view! {
        <When is=Signal::derive(move || !all.with(Vec::is_empty))>
            <section class="aside">
                <h2>{page::ASIDE}</h2>
                <p class="hint">{page::ASIDE_HINT}</p>
                <ul class="shelf">
                    <For each=move || all.get() key=|aside| aside.key.clone() let:aside>
                        <AsideItem aside=aside />
                    </For>
                </ul>
            </section>
        </When>
    }
}

#[component]
fn AsideItem(
    /// What could not be read.
    aside: Aside,
) -> impl IntoView {
    let app = use_app();
    let Aside { key, text, problem } = aside;
    let beginning: String = text.chars().take(BEGINNING).chain(['…']).collect();
    let reason = problem.as_ref().map(form_problem);
    let download = move |()| browser::download("qiangxian-recovered.json", page::JSON, &text);
    let forget = move |()| {
        app.update(|session| session.forget_aside(&key, &Browser));
        browser::keep_focus(&["[data-aside] button", "#main"]);
    };
    view! {
        <li data-aside>
            <p><code>{beginning}</code></p>
            <p class="hint">{reason}</p>
            <p class="saved-do">
                <ActionButton action="aside-download" label=page::DOWNLOAD press=download />
                <ActionButton action="aside-delete" label=page::DELETE look="quiet" press=forget />
            </p>
        </li>
    }
}
