//! The paper: a sheet on the screen, A4 when printed.

use super::Source;
use super::cover::Cover;
use super::items::{Items, item_rows};
use super::section::SectionName;
use crate::desk::Desk;
use crate::rulebook::{Kind, Text};
use crate::score::Score;
use crate::text::table::Table;
use crate::text::{page, report as words, review};
use crate::ui::context::use_app;
use crate::ui::parts::{Bar, Figures, TextTable};
use leptos::prelude::*;

/// The cover and every part that is not left out.
#[component]
pub fn Paper(
    /// What the report is of.
    source: Source,
    /// A bit for each part that is left out.
    left_out: RwSignal<u8>,
) -> impl IntoView {
    let is_checklist = use_app().rulebook().kind == Kind::Checklist;
    let supposed = move || source.scenario.with(|name| name.as_deref().map(words::supposed::mark));
    let sections = SectionName::ALL
        .into_iter()
        .map(|section| {
            // A part without content has no heading either.
            let content = move || {
                content(source, section).map(|content| {
                    view! {
                        <h2>{section.title(is_checklist)}</h2>
                        {content}
                    }
                })
            };
            view! {
                <section
                    class=format!("paper-{}", section.name())
                    data-section=section.name()
                    hidden=Signal::derive(move || left_out.get() & section.bit() != 0)
                >
                    {content}
                </section>
            }
        })
        .collect_view();
    view! {
        <article class="paper">
            // Printed on every page.
            {move || supposed().map(|text| view! { <p class="supposed-mark">{text}</p> })}
            <div class="sheets">
                <Cover source=source />
                {sections}
            </div>
        </article>
    }
}

/// What stands in a part; none where there is nothing to say.
fn content(source: Source, section: SectionName) -> Option<AnyView> {
    let table = |make: fn(&Desk) -> Table| {
        let table = source.desk(make);
        (!table.rows.is_empty()).then(|| view! { <TextTable table=table /> }.into_any())
    };
    match section {
        SectionName::Overview => {
            let scores = source.desk(totals);
            Some(view! { <Totals scores=scores /> }.into_any())
        }
        SectionName::Table => {
            let (head, rows) = source.desk(item_rows);
            let is_tasks = source.desk(|desk| desk.rulebook().kind == Kind::Checklist);
            Some(view! { <Items head=head rows=rows is_checklist=is_tasks /> }.into_any())
        }
        SectionName::Gaps => table(words::gaps_table),
        SectionName::Scenarios => {
            let any = source.desk(|desk| !desk.form.scenarios.is_empty());
            if any { table(words::scenario_table) } else { None }
        }
        SectionName::Reviews => source.desk(reviews),
        SectionName::Notes => notes(&source.desk(words::assumptions)),
        SectionName::References => table(words::reference_table),
        SectionName::Signatures => Some(view! { <Signatures /> }.into_any()),
    }
}

/// What reviewers gave beside the self score, and where it differs.
fn reviews(desk: &Desk) -> Option<AnyView> {
    if desk.form.reviews.is_empty() {
        return None;
    }
    let table = review::differences(desk.form, desk.card);
    let table = (!table.rows.is_empty()).then(|| view! { <TextTable table=table /> });
    Some(
        view! {
            <p>{review::rounds(desk.form)}</p>
            <p>{review::totals(desk.form, desk.card)}</p>
            <p class="hint">{review::COUNTED}</p>
            {table}
        }
        .into_any(),
    )
}

/// The names of the dimensions with what each comes to, and the whole.
fn totals(desk: &Desk) -> Vec<(Text, Score)> {
    let overview = desk.overview();
    let names = desk.rulebook().dimensions.iter().map(|one| one.title).chain([page::ALL]);
    names.zip(overview.dimensions.into_iter().chain([overview.total])).collect()
}

/// What each dimension comes to, and the whole.
#[component]
fn Totals(
    /// The names with the scores.
    scores: Vec<(Text, Score)>,
) -> impl IntoView {
    let lines = scores
        .into_iter()
        .map(|(name, score)| {
            let score = Signal::stored(score);
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td><Figures score=score /></td>
                    <td><Bar score=score /></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="totals">
            <tbody>{lines}</tbody>
        </table>
    }
}

/// Assumptions of ours (口径).
fn notes(all: &[String]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let all = all.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view();
    Some(
        view! {
            <p class="hint">{words::NOTES_HINT}</p>
            <ul>{all}</ul>
        }
        .into_any(),
    )
}

/// Lines to sign on.
#[component]
fn Signatures() -> impl IntoView {
    let line = |name: &str| {
        view! {
            <p>
                <span>{page::named(name, "")}</span>
                <span class="rule"></span>
                <span>{page::named(words::SIGNED_ON, "")}</span>
                <span class="rule"></span>
            </p>
        }
    };
    words::SIGNERS.map(line).collect_view()
}
