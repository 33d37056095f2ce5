//! References from the league: whose they are, what they change, taking them over.

use super::group::use_group;
use super::job::{Job, Progress};
use crate::league::{LeagueTable, Scoring, Without, without};
use crate::rulebook::Reference;
use crate::score::{ends, metric_value};
use crate::text::{league_ends as words, page};
use crate::ui::browser;
use crate::ui::parts::{ActionButton, Takeaway, TextTable, When};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The table of the league with its own ends, made in slices.
fn with_ends(job: Job) -> RwSignal<Option<LeagueTable>> {
    let group = use_group();
    let made = RwSignal::new(None::<LeagueTable>);
    Effect::new(move || {
        let is_there = group.table.with(Option::is_some);
        let mut run = job.begin();
        made.set(None);
        let scoring = group.gathered(|all| Scoring::of(all.league(), true));
        let Some(mut scoring) = scoring.filter(|_| is_there) else { return };
        spawn_local(async move {
            loop {
                let step =
                    group.gathered(|all| (scoring.step(all.league()), all.league().members.len()));
                let Some((more, of)) = step else { return };
                if !more {
                    break;
                }
                if !run.goes_on(scoring.done(), of).await {
                    return;
                }
            }
            if run.is_wanted() {
                run.end();
                made.try_set(Some(scoring.table()));
            }
        });
    });
    made
}

/// The ends, what they change, and what leaving out each county would.
#[component]
pub fn Ends() -> impl IntoView {
    let group = use_group();
    let job = Job::new(crate::text::league_page::SCORING);
    let made = with_ends(job);
    let is_any =
        Memo::new(move |_| made.with(|made| made.as_ref().map(|one| !one.taken.is_empty())));
    let from_league = Memo::new(move |_| group.settings.with(|(_, _, from)| *from));
    view! {
        <section class="league-ends" data-league-part="ends">
            <p class="hint">{words::HINT}</p>
            <p class="hint">
                <b class="assumption">{page::ASSUMPTION}</b>
                {words::ASSUMED}
            </p>
            <Progress job=job />
            <When is=Signal::derive(move || is_any.get() == Some(false))>
                <p>{words::NOTHING}</p>
            </When>
            <When is=Signal::derive(move || is_any.get() == Some(true))>
                <Becomes made=made />
                <label class="choice">
                    <input
                        type="checkbox"
                        data-league="references"
                        prop:checked=from_league
                        on:change:target=move |event| {
                            let from_league = event.target().checked();
                            group.change(|all| all.take_references(from_league));
                        }
                    />
                    {words::FOR_ALL}
                </label>
                <Taken made=made />
                <Leaving made=made />
            </When>
        </section>
    }
}

/// What the own total and rank become, and taking the ends over.
#[component]
fn Becomes(
    /// The table with the league's ends.
    made: RwSignal<Option<LeagueTable>>,
) -> impl IntoView {
    let group = use_group();
    let app = group.app;
    let said = Memo::new(move |_| {
        made.with(|made| {
            let made = made.as_ref()?;
            let own = |table: &LeagueTable| {
                let total = table.lines.first().map(|line| line.total).unwrap_or_default();
                (total, table.places.first().copied().flatten())
            };
            group.read(|_, now| words::becomes(own(now), own(made), made.taken.len()))
        })
        .unwrap_or_default()
    });
    let apply = move |()| {
        let taken = made.with_untracked(|made| made.as_ref().map(|one| one.taken.clone()));
        let taken = taken.unwrap_or_default();
        let ends: Vec<_> = taken
            .iter()
            .map(|one| {
                let (unacceptable, satisfactory) = (Some(one.unacceptable), Some(one.satisfactory));
                (one.metric, Reference::Ends { unacceptable, satisfactory })
            })
            .collect();
        let day = browser::today_text();
        let sources = group.gathered(|all| words::sources(all.league(), &taken, &day));
        app.update(|session| {
            session.refer_to_league(&ends, &sources.unwrap_or_default());
            session.tell(words::applied(ends.len()), false);
        });
    };
    view! {
        <p class="league-becomes" data-becomes>
            {said}
        </p>
        <p class="takeaway">
            <ActionButton
                action="league-apply"
                label=words::APPLY
                look="primary"
                press=apply
                enabled=Signal::derive(move || !app.read_only.get())
            />
            <span class="hint">
                {move || if app.read_only.get() { words::READ_ONLY } else { words::APPLY_HINT }}
            </span>
        </p>
    }
}

/// The ends, and whose they are.
#[component]
fn Taken(
    /// The table with the league's ends.
    made: RwSignal<Option<LeagueTable>>,
) -> impl IntoView {
    let group = use_group();
    let texts = move || {
        made.with(|made| {
            let made = made.as_ref()?;
            group.read(|league, _| {
                let case = &league.own_form()?.case;
                let rulebook = league.edition.0;
                let own = |id| {
                    let metric = rulebook.metric_under(id, &league.terms.readings);
                    metric_value(metric, &case.answers).known()
                };
                let now = |id| ends(&rulebook[id], case.references.get(id));
                Some(words::table(league, &made.taken, &own, &now))
            })?
        })
        .unwrap_or_default()
    };
    view! {
        <Takeaway make=Callback::new(move |()| untrack(texts)) />
        {move || view! { <TextTable table=texts() /> }}
    }
}

/// What leaving out each county would change, on demand.
#[component]
fn Leaving(
    /// The table with the league's ends.
    made: RwSignal<Option<LeagueTable>>,
) -> impl IntoView {
    let group = use_group();
    let job = Job::new(words::TRYING);
    let found = RwSignal::new(None::<Vec<Without>>);
    Effect::new(move || {
        made.with(|_| {});
        found.set(None);
    });
    let begin = move |()| {
        let mut run = job.begin();
        spawn_local(async move {
            let number = group.gathered(|all| all.league().members.len()).unwrap_or_default();
            let mut all = Vec::new();
            for member in 0..number {
                if !run.goes_on(member, number).await {
                    return;
                }
                let one = made.try_with_untracked(|made| {
                    let made = made.as_ref()?;
                    let of = |all: &crate::league::Gathered| {
                        let league = all.league();
                        let (rulebook, sources) = (league.edition.0, league.sources());
                        without(rulebook, &sources, &league.terms, made, 0, member)
                    };
                    group.gathered(of).flatten()
                });
                all.extend(one.flatten());
            }
            run.end();
            found.try_set(Some(all));
        });
    };
    let texts = move || {
        let total = made.with(|made| Some(made.as_ref()?.lines.first()?.total.points()))?;
        found.with(|found| {
            let found = found.as_ref()?;
            group.read(|league, _| words::without(league, total, found))
        })
    };
    let is_some =
        Memo::new(move |_| found.with(|found| found.as_ref().map(|found| !found.is_empty())));
    view! {
        <h2>{words::WITHOUT}</h2>
        <p class="hint">{words::WITHOUT_HINT}</p>
        <p class="takeaway">
            <ActionButton action="league-without" label=words::WITHOUT_GO press=begin />
        </p>
        <Progress job=job />
        <When is=Signal::derive(move || is_some.get() == Some(false))>
            <p role="status">{words::WITHOUT_NONE}</p>
        </When>
        <When is=Signal::derive(move || is_some.get() == Some(true))>
            <Takeaway make=Callback::new(move |()| untrack(texts).unwrap_or_default()) />
            <div data-without>
                {move || texts().map(|table| view! { <TextTable table /> })}
            </div>
        </When>
    }
}
