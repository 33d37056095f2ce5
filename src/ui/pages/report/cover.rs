//! The cover of the report.

use super::Source;
use crate::text::{page, report as words};
use leptos::prelude::*;

/// Whose report it is, of what, and what it comes to.
#[component]
pub fn Cover(
    /// What the report is of.
    source: Source,
) -> impl IntoView {
    let lines = move || {
        let mut lines = source.desk(words::cover);
        let scenario = source.scenario.get();
        lines.extend(scenario.map(|name| (words::SCENARIOS, words::supposed::mark(&name))));
        let line = |(name, value): (&'static str, String)| {
            view! {
                <dt>{name}</dt>
                <dd>{value}</dd>
            }
        };
        lines.into_iter().map(line).collect_view()
    };
    view! {
        <section class="cover" data-section="cover">
            <p class="cover-name">
                {Signal::derive(move || source.desk(|desk| page::form_name("", desk.form)))}
            </p>
            <p class="cover-title">{Signal::derive(move || source.desk(|desk| desk.rulebook().title))}</p>
            <p class="cover-title">{words::TITLE}</p>
            <dl>{lines}</dl>
        </section>
    }
}
