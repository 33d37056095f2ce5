//! A checklist's progress by group.

use crate::text::desk::progress_table;
use crate::text::kind;
use crate::ui::context::use_app;
use crate::ui::parts::{Takeaway, TextTable};
use leptos::prelude::*;

/// How far the tasks of each group are, folded until asked for.
#[component]
pub fn Progress() -> impl IntoView {
    let app = use_app();
    let table = Memo::new(move |_| app.desk(progress_table));
    view! {
        <details class="progress" data-progress="group">
            <summary>
                <h2>{kind::PROGRESS}</h2>
            </summary>
            {move || view! { <TextTable table=table.get() /> }}
            <Takeaway make=move |()| table.get_untracked() />
        </details>
    }
}
