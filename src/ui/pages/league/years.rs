//! The own county over several years.

use super::group::use_group;
use crate::league::{Gathered, Table, Year, years};
use crate::text::league_firm as words;
use crate::text::league_parts::NONE;
use crate::text::table::Table as Texts;
use crate::ui::parts::{Takeaway, TextTable, When};
use leptos::prelude::*;

/// The own forms by year, one a year: the open one, or else the one that came first.
fn own_years(all: &Gathered, table: &Table) -> Vec<Year> {
    let league = all.league();
    let mut forms = all.own_forms();
    let mut seen: Vec<u16> = Vec::new();
    forms.retain(|form| {
        let is_new = !seen.contains(&form.year());
        seen.push(form.year());
        is_new
    });
    years(league.edition.0, &forms, &league.terms, &table.taken)
}

/// The years side by side, and what was gained and lost since the last one.
#[component]
pub fn Years() -> impl IntoView {
    let group = use_group();
    let app = group.app;
    // Forms that stand aside are no part of the table.
    let version =
        Memo::new(move |_| app.session.with(|session| session.league().map(Gathered::version)));
    let found = Memo::new(move |_| {
        version.with(|_| {});
        let made = group.table.with(|table| {
            let table = table.as_ref()?;
            group.gathered(|all| own_years(all, table))
        });
        made.unwrap_or_default()
    });
    let texts = move || {
        let made = |all: &Gathered| found.with(|years| words::years(all.league(), years));
        group.gathered(made).unwrap_or_default()
    };
    let is_one = Memo::new(move |_| found.with(|all| all.len() < 2));
    let changed = Memo::new(move |_| {
        let made = |all: &Gathered| found.with(|years| words::changed(all.league(), years));
        group.gathered(made).unwrap_or_default()
    });
    let list = |all: Vec<String>| {
        // Where nothing changed that is said.
        let all = if all.is_empty() { vec![NONE.to_owned()] } else { all };
        all.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let take = move |()| -> Texts { untrack(texts) };
    view! {
        <div class="league-parts" data-league-part="years">
            <p class="hint">{words::YEARS_HINT}</p>
            <When is=Signal::derive(move || is_one.get())>
                <p>{words::YEARS_ONE}</p>
            </When>
            <When is=Signal::derive(move || !is_one.get())>
                <section class="league-lost">
                    <div>
                        <h3>{words::GAINED}</h3>
                        <ul class="league-list" data-years="gained">
                            {move || list(changed.get().0)}
                        </ul>
                    </div>
                    <div>
                        <h3>{words::LOST}</h3>
                        <ul class="league-list" data-years="lost">
                            {move || list(changed.get().1)}
                        </ul>
                    </div>
                </section>
                <section>
                    <Takeaway make=Callback::new(take) />
                    <div data-years="table">{move || view! { <TextTable table=texts() /> }}</div>
                </section>
            </When>
        </div>
    }
}
