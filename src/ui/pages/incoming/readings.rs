//! What is to be told about workbooks that were read, before anything is merged.

use crate::session::{Session, View, WorkbookReport};
use crate::text::page;
use crate::text::returned::{Message, Weight, summary};
use crate::ui::context::use_app;
use crate::ui::parts::ActionButton;
use leptos::prelude::*;

/// A list for each workbook; nothing where all was read as it is written.
#[component]
pub fn Readings() -> impl IntoView {
    let app = use_app();
    let all = Memo::new(move |_| app.session.with(|session| session.readings().to_vec()));
    // A slice that came alone is open for filling already.
    let is_own = Memo::new(move |_| !app.session.with(Session::is_read_only));
    move || {
        let all = all.get();
        let on = (is_own.get() && !all.is_empty()).then(|| {
            let press = move |()| app.show(View::Fill);
            view! {
                <p class="takeaway">
                    <ActionButton action="to-table" label=page::FILL look="primary" press=press />
                </p>
            }
        });
        let lists = all.into_iter().map(|reading| view! { <OneReading reading /> }).collect_view();
        view! {
            {lists}
            {on}
        }
    }
}

/// The messages about a workbook, the gravest first.
#[component]
fn OneReading(
    /// What is to be told.
    reading: WorkbookReport,
) -> impl IntoView {
    let WorkbookReport { file, slices, messages } = reading;
    let groups = Weight::ALL
        .into_iter()
        .filter_map(|weight| {
            let own: Vec<Message> =
                messages.iter().filter(|one| one.weight == weight).cloned().collect();
            (!own.is_empty()).then(|| view! { <Group weight messages=own /> })
        })
        .collect_view();
    view! {
        <section class="reading" data-reading>
            <p class="reading-sum" data-message>
                <b>{file}</b>
                " "
                {summary(slices, &messages)}
            </p>
            {groups}
        </section>
    }
}

/// The messages of one weight, a line each.
#[component]
fn Group(
    /// The weight.
    weight: Weight,
    /// The messages.
    messages: Vec<Message>,
) -> impl IntoView {
    let lines = messages.iter().map(|one| view! { <li>{one.line()}</li> }).collect_view();
    view! {
        <h2>{weight.heading()} " " <span class="hint">{messages.len()}</span></h2>
        <ul data-weight=weight.name() class:refused={weight == Weight::Refused}>
            {lines}
        </ul>
    }
}
