//! Slices that units sent back, merged together into the user's own form.

use super::conflicts::{Conflicts, places};
use crate::form::{Conflict, Merge, Slice};
use crate::session::ReturnedSlices;
use crate::text::table::Table;
use crate::text::{page, sharing as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::use_app;
use crate::ui::pages::forms;
use crate::ui::parts::{ActionButton, TextTable};
use leptos::prelude::*;
use std::sync::Arc;

/// What merging would change, what is to be chosen, and the button that does it.
#[component]
pub fn Merging(
    /// The slices, and the form that they were cut from.
    returned: ReturnedSlices,
) -> impl IntoView {
    let app = use_app();
    let merge = match returned.merge() {
        Ok(merge) => merge,
        Err(problem) => {
            let said = words::merge_problem(problem);
            return view! { <p data-merge data-message>{said}</p> }.into_any();
        }
    };
    let rulebook = returned.own.form.edition.0;
    let own = page::form_name(&returned.own.name, &returned.own.form);
    let slices = returned.slices.iter().filter_map(|form| form.slice.as_ref());
    let called = |slice: &Slice| words::returned(returned.own.form.unit(&slice.unit), slice);
    let titles = slices.map(|slice| view! { <li>{called(slice)}</li> }).collect_view();
    let chosen = RwSignal::new(Vec::<Conflict>::new());
    let disputed = places(&merge.conflicts).len();
    let taken = taken(&returned, &merge);
    let is_nothing = taken.rows.is_empty() && merge.conflicts.is_empty();
    let outside: Vec<String> =
        merge.outside.iter().map(|one| words::place_text(rulebook, &one.place)).collect();
    let go = move |()| {
        let theirs = chosen.get_untracked();
        let done = app.ask(|session| Some(session.merge(&theirs, &Browser)));
        if done == Some(true) && !app.read_only.get_untracked() {
            forms::show_table(app);
        }
        browser::keep_focus(&["#main"]);
    };
    view! {
        <section class="merge" data-merge>
            <ul class="merge-from">{titles}</ul>
            <p class="takeaway">
                <ActionButton
                    action="merge"
                    label=words::merge_into(&own)
                    look="primary"
                    press=go
                />
                <span class="hint">
                    {words::merge_count(merge.taken.len(), disputed)}
                </span>
            </p>
            <Conflicts conflicts=merge.conflicts own=Arc::new(returned.own.form) chosen=chosen />
            {is_nothing.then(|| view! { <p class="hint">{words::NOTHING_NEW}</p> })}
            {(!taken.rows.is_empty()).then(|| view! { <TextTable table=taken /> })}
            {(!outside.is_empty())
                .then(|| {
                    let items = outside.into_iter().map(|text| view! { <li>{text}</li> });
                    view! {
                        <details>
                            <summary>{words::OUTSIDE}</summary>
                            <ul>{items.collect_view()}</ul>
                        </details>
                    }
                })}
        </section>
    }
    .into_any()
}

/// What is taken without a question: place, before, after, whose.
fn taken(returned: &ReturnedSlices, merge: &Merge) -> Table {
    let rulebook = returned.own.form.edition.0;
    let head = [words::PLACE, words::MINE, words::THEIRS, words::UNIT];
    let mut table = Table::new(words::WILL_TAKE.to_owned(), &head);
    for one in &merge.taken {
        let units: Vec<&str> = one.units.iter().map(|unit| returned.own.form.unit(unit)).collect();
        table.rows.push(vec![
            words::place_text(rulebook, &one.place),
            words::value_text(rulebook, &one.place, one.before.as_ref()),
            words::value_text(rulebook, &one.place, Some(&one.after)),
            words::units(&units),
        ]);
    }
    table
}
