//! The rows of the table that miss something: taken elsewhere, or confirmed.

use crate::desk::{Gap, Line, Only, unconfirmed};
use crate::rulebook::FieldId;
use crate::text::desk::gap_table;
use crate::text::earlier as words;
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Takeaway, When};
use leptos::prelude::*;

/// Confirms what the rows have of an earlier year, all at once.
#[component]
fn Unconfirmed(
    /// The rows.
    lines: Memo<Vec<Line>>,
) -> impl IntoView {
    let app = use_app();
    let open = Memo::new(move |_| {
        app.form.with(|form| {
            app.present.with(|now| {
                let mut open: Vec<FieldId> = Vec::new();
                for line in lines.get() {
                    let Line::Item { id, .. } = line else { continue };
                    for field in unconfirmed(form, &now.case, id) {
                        if !open.contains(&field) {
                            open.push(field);
                        }
                    }
                }
                open
            })
        })
    });
    let said = move || app.form.with(|form| words::count(form, open.with(Vec::len)));
    let enabled =
        Signal::derive(move || !app.read_only.get() && open.with(|open| !open.is_empty()));
    let take = move |()| {
        app.update(|session| session.confirm_earlier(&open.get_untracked()));
        browser::keep_focus(&["[data-filter=unconfirmed]"]);
    };
    view! {
        <div class="takeaway earlier">
            <span role="status" data-earlier>
                {said}
            </span>
            <ActionButton action="earlier-take-rows" label=words::TAKE_ALL press=take enabled />
        </div>
    }
}

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
    let unconfirmed = Signal::derive(move || {
        app.address.with(|address| address.filter.only == Only::Unconfirmed)
    });
    view! {
        <When is=Signal::derive(move || !unconfirmed.get())>
            <Takeaway make=Callback::new(make) />
        </When>
        <When is=unconfirmed>
            <Unconfirmed lines />
        </When>
    }
    .into_any()
}
