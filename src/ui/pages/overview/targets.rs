//! The document's own targets (主要目标), beside the figures that were entered.

use crate::desk::{TargetEntry, TargetStanding, TargetVerdict};
use crate::rulebook::TargetId;
use crate::session::Slot;
use crate::text::desk as words;
use crate::text::page;
use crate::ui::context::use_app;
use crate::ui::parts::TextBox;
use leptos::prelude::*;

/// The standings of all targets.
type Standings = Memo<Vec<TargetStanding>>;

/// The targets, folded until asked for.
#[component]
pub fn Targets() -> impl IntoView {
    let app = use_app();
    let standings = Memo::new(move |_| {
        app.desk(|desk| {
            let own = |at: usize| desk.form.targets.get(&TargetId(at as u16)).copied();
            desk.targets(&own)
        })
    });
    let columns = words::TARGET_COLUMNS.map(|name| view! { <th scope="col">{name}</th> });
    let count = app.rulebook().targets.len();
    let rows = (0..count).map(|at| view! { <Row at=at standings=standings /> }).collect_view();
    view! {
        <details class="targets">
            <summary>
                <h2>{Signal::derive(move || standings.with(|all| words::overview::targets_summary(all)))}</h2>
            </summary>
            <p class="hint">{words::TARGETS_HINT}</p>
            <div class="table" tabindex="0" role="region" aria-label=words::TARGETS>
                <table>
                    <thead>
                        <tr>{columns}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

/// A target, its bound, the figure or a box for it, and whether it is met.
#[component]
fn Row(
    /// The position of the target in the rulebook.
    at: usize,
    /// The standings of all targets.
    standings: Standings,
) -> impl IntoView {
    let app = use_app();
    let id = TargetId(at as u16);
    let target = &app.rulebook()[id];
    let standing = Memo::new(move |_| standings.with(|all| all.get(at).copied()));
    let verdict = move || standing.get().map_or(TargetVerdict::Unknown, |one| one.verdict);
    let entry = standing.get_untracked().map_or(TargetEntry::Words, |one| one.entry);
    let value = match entry {
        TargetEntry::Own => {
            let unit = format!("target-unit-{at}");
            view! {
                <div class="box" data-target=target.id>
                    <TextBox
                        holds=Slot::Target(id)
                        name=target.wording
                        described_by=unit.clone()
                        unit=target.unit
                        inputmode="decimal"
                    />
                    <span class="unit" id=unit>{target.unit}</span>
                </div>
            }
            .into_any()
        }
        TargetEntry::Field(_) => (move || {
            let value = standing.get().and_then(|one| one.value);
            value.map_or(page::NOT_ANSWERED.to_owned(), |value| words::figure_text(target, value))
        })
        .into_any(),
        TargetEntry::Words => ().into_any(),
    };
    view! {
        <tr>
            <th scope="row">{target.section}</th>
            <td class="wording">{target.wording}</td>
            <td>{words::bound_text(target)}</td>
            <td>{value}</td>
            <td class="verdict" class:missed=move || verdict() == TargetVerdict::NotMet>
                {Signal::derive(move || words::verdict_text(target, verdict()))}
            </td>
        </tr>
    }
}
