//! The rows of the table that miss something, taken elsewhere.

use crate::desk::{Gap, TableLine};
use crate::text::desk::gap_table;
use crate::ui::context::use_app;
use crate::ui::parts::Takeaway;
use leptos::prelude::*;

/// Copies or saves the gaps among these rows, in their order.
pub fn gaps_out(lines: Memo<Vec<TableLine>>) -> AnyView {
    let app = use_app();
    let make = move |()| {
        untrack(|| {
            app.desk(|desk| {
                let mut gaps: Vec<Gap> = Vec::new();
                for line in lines.get() {
                    let TableLine::Item { id, .. } = line else { continue };
                    // Under units an indicator may stand more than once.
                    if gaps.iter().all(|gap| gap.id != id) {
                        gaps.extend(desk.gap(id));
                    }
                }
                gap_table(desk, &gaps)
            })
        })
    };
    view! { <Takeaway make=Callback::new(make) /> }.into_any()
}
