//! A folder compared with what is on file.

use super::read::mark;
use super::{listed, press};
use crate::desk::{Folder, folder};
use crate::text::filing as words;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, drawn};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The button, and what the folder has and lacks.
#[component]
pub fn Check() -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new(String::new());
    let found = RwSignal::new(None::<(Folder, usize)>);
    let check = move |files: Vec<web_sys::File>| {
        spawn_local(async move {
            let (mut marks, all) = (Vec::new(), files.len());
            for (done, file) in files.iter().enumerate() {
                let _ = said.try_set(words::reading(done + 1, all));
                marks.extend(mark(file).await);
            }
            let filing = app.form.with_untracked(|form| form.filing().unwrap_or_default());
            let compared = folder(&filing, &marks);
            let _ = said.try_set(words::kept_in_folder(&compared, marks.len()));
            let _ = found.try_set(Some((compared, marks.len())));
        });
    };
    let lists = move || {
        let Some((folder, _)) = found.get() else { return ().into_any() };
        let lists = app.form.with(|form| words::folder_lists(form, &folder));
        if lists.is_empty() {
            return view! { <p data-folder>{words::ALL_WELL}</p> }.into_any();
        }
        let lists = lists
            .into_iter()
            .map(|(heading, lines)| {
                let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
                view! {
                    <h3>{heading}</h3>
                    <ul>{lines}</ul>
                }
            })
            .collect_view();
        view! { <div data-folder>{lists}</div> }.into_any()
    };
    view! {
        <section>
            <h2>{words::CHECK}</h2>
            <p class="hint">{words::CHECK_HINT}</p>
            <p class="takeaway">
                <ActionButton
                    action="check-folder"
                    label=words::CHECK
                    press=|()| press("#check-folder-input")
                />
                <input
                    type="file"
                    class="unseen"
                    id="check-folder-input"
                    multiple
                    prop:webkitdirectory=true
                    tabindex="-1"
                    aria-label=words::CHECK
                    on:change:target=move |event| {
                        let input = event.target();
                        check(listed(input.files()));
                        input.set_value("");
                    }
                />
                <span role="status" data-checking>{said}</span>
            </p>
            {drawn(Box::new(lists))}
        </section>
    }
}
