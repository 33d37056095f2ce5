//! How far the tasks are that each unit supports (配合单位).

use super::Units;
use crate::text::desk::supporters_table;
use crate::text::kind;
use crate::ui::context::use_app;
use crate::ui::parts::{Takeaway, TextTable};
use leptos::prelude::*;
use std::sync::Arc;

/// A line for each supporting unit, folded until asked for.
#[component]
pub fn Supporters(
    /// How every unit stands.
    units: Memo<Arc<Units>>,
) -> impl IntoView {
    let app = use_app();
    let table =
        Memo::new(move |_| units.with(|units| app.desk(|desk| supporters_table(desk, &units.all))));
    view! {
        <details class="supporters" data-progress="support" open>
            <summary>
                <h2>{kind::SUPPORTING}</h2>
            </summary>
            {move || view! { <TextTable table=table.get() /> }}
            <Takeaway make=move |()| table.get_untracked() />
        </details>
    }
}
