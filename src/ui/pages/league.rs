//! The view of leagues: where the county stands among others.

mod ends;
mod firm;
mod group;
mod job;
mod members;
mod parts;
mod ranking;
mod report;
mod send;
mod sources;
mod supposed;
mod top;
mod trend;
mod years;

pub use sources::gather_files;

use super::Page;
use crate::rulebook::Kind;
use crate::session::View;
use crate::text::league::LEAGUE;
use crate::text::league_page as words;
use crate::text::league_report::REPORT;
use crate::ui::context::use_app;
use crate::ui::parts::When;
use group::Group;
use leptos::prelude::*;

/// What of a league is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The counties by rank.
    Ranking,
    /// Where the county is ahead and behind.
    Parts,
    /// The reference values that are taken from the league.
    Ends,
    /// Where the county would stand in its scenarios.
    Supposed,
    /// Which ranks hold under any reading.
    Firm,
    /// The county's points over the years.
    Years,
    /// The report, to be printed or saved.
    Report,
}

impl Section {
    const ALL: [Section; 7] = [
        Section::Ranking,
        Section::Parts,
        Section::Ends,
        Section::Supposed,
        Section::Firm,
        Section::Years,
        Section::Report,
    ];

    fn name(self) -> &'static str {
        match self {
            Section::Ranking => "ranking",
            Section::Parts => "parts",
            Section::Ends => "ends",
            Section::Supposed => "scenarios",
            Section::Firm => "firm",
            Section::Years => "years",
            Section::Report => "report",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Section::Ranking => words::RANKING,
            Section::Parts => words::PARTS,
            Section::Ends => words::ENDS,
            Section::Supposed => words::SUPPOSED,
            Section::Firm => words::FIRM,
            Section::Years => words::YEARS,
            Section::Report => REPORT,
        }
    }
}

/// The view.
pub fn page() -> AnyView {
    view! { <LeaguePage /> }.into_any()
}

/// Gathering, then what of the league is looked at.
#[component]
fn LeaguePage() -> impl IntoView {
    let group = Group::new(use_app());
    provide_context(group);
    sources::arrive(group);
    let shown = RwSignal::new(Section::Ranking);
    let is_alone = Memo::new(move |_| {
        group
            .app
            .session
            .with(|session| session.league().is_none_or(|all| all.league().members.len() < 2))
    });
    view! {
        <Page view=View::League title=LEAGUE>
            <top::Top is_alone=is_alone />
            <members::Doubt />
            <When is=Signal::derive(move || !is_alone.get())>
                // A checklist has no points.
                {(group.app.rulebook().kind == Kind::Points)
                    .then(|| view! { <Sections shown=shown /> })}
                <For each=move || [shown.get()] key=|section| *section let:section>
                    {match section {
                        Section::Ranking => view! { <ranking::Ranking /> }.into_any(),
                        Section::Parts => view! { <parts::Parts /> }.into_any(),
                        Section::Ends => view! { <ends::Ends /> }.into_any(),
                        Section::Supposed => view! { <supposed::Scenarios /> }.into_any(),
                        Section::Firm => view! { <firm::Firm /> }.into_any(),
                        Section::Years => view! { <years::Years /> }.into_any(),
                        Section::Report => view! { <report::Report /> }.into_any(),
                    }}
                </For>
            </When>
            <members::Members />
        </Page>
    }
}

/// Chooses what is looked at.
#[component]
fn Sections(
    /// What is looked at.
    shown: RwSignal<Section>,
) -> impl IntoView {
    let buttons = Section::ALL
        .map(|section| {
            view! {
                <button
                    type="button"
                    data-section=section.name()
                    aria-pressed=Signal::derive(move || (shown.get() == section).to_string())
                    on:click=move |_| shown.set(section)
                >
                    {section.title()}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="league-sections" role="group" aria-label=words::SECTIONS>
            {buttons}
        </div>
    }
}
