//! The rows of the table that miss something: taken elsewhere, or confirmed.

use crate::desk::{Gap, Line, Only};
use crate::text::desk::gap_table;
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{Takeaway, drawn};
use leptos::prelude::*;

/// Copies or saves the gaps among these rows, in their order; confirms rows of an
/// earlier year.
pub fn gaps_out(lines: Memo<Vec<Line>>) -> AnyView {
    let app = use_app();
    let make = move |()| {
        untrack(|| {
            app.desk(|desk| {
                let mut gaps: Vec<Gap> = Vec::new();
                for line in lines.get() {
                    let Line::Item { id, .. } = line else { continue };
                    // Under units an indicator may stand more than once.
                    if gaps.iter().all(|gap| gap.id != id) {
                        gaps.extend(desk.gap(id));
                    }
                }
                gap_table(desk, &gaps)
            })
        })
    };
    let is_earlier =
        Memo::new(move |_| app.address.with(|address| address.filter.only == Only::Unconfirmed));
    drawn(Box::new(move || match is_earlier.get() {
        false => view! { <Takeaway make=Callback::new(make) /> }.into_any(),
        true => {
            Suspend::new(async move { arrival(app.missing, || later::earlier_rows(lines)).await })
                .into_any()
        }
    }))
}
