//! Who overtakes whom: the own scenarios, and the way to a recognised place.

use super::group::use_group;
use super::job::{Job, Progress};
use crate::league::{League, LeagueTable, Supposed};
use crate::plan::{Plan, Wish, cheapest};
use crate::session::View;
use crate::text::{HONOUR, league_supposed as words};
use crate::ui::parts::{ActionButton, Takeaway, TextTable, When};
use leptos::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};
use wasm_bindgen_futures::spawn_local;

/// The total that a recognised place takes, up to the next hundredth, so that
/// whoever has it draws level.
pub fn needed(target: Decimal) -> Decimal {
    target.round_dp_with_strategy(2, RoundingStrategy::ToPositiveInfinity)
}

/// The cheapest way to a total by the own settings of the plan, and where it leads
/// when the league is scored again.
pub fn toward(league: &League, table: &LeagueTable, target: Decimal) -> Option<(Plan, Supposed)> {
    let form = league.own_form()?;
    let mut settings = form.plan.clone();
    settings.target = Some(target);
    let wish = Wish::of(&settings, league.edition.0)?;
    let plan = cheapest(form, &form.case, &wish, HONOUR);
    let case = form.case.under(&plan.scenario(words::PLAN_NAME, None));
    let there = Supposed::of(league, table, words::PLAN_NAME, &case)?;
    Some((plan, there))
}

/// The section.
#[component]
pub fn Scenarios() -> impl IntoView {
    view! {
        <section data-league-part="scenarios">
            <Reach />
            <Supposing />
        </section>
    }
}

/// What a recognised place takes, the way to the plan, and where the plan leads.
#[component]
fn Reach() -> impl IntoView {
    let group = use_group();
    let app = group.app;
    let target = Memo::new(move |_| {
        group.read(|league, table| table.target(0, league.recognised).map(needed)).flatten()
    });
    let said = Memo::new(move |_| {
        let said = group.read(|league, table| {
            let total = table.lines.first()?.total;
            table.places.first().copied().flatten()?;
            Some(words::needs(target.get(), total, league.recognised))
        });
        said.flatten().unwrap_or_else(|| crate::text::league::VETOED.to_owned())
    });
    let label = Signal::derive(move || words::reach(group.settings.with(|(_, places, _)| *places)));
    let tried = RwSignal::new(String::new());
    Effect::new(move || {
        target.with(|_| {});
        tried.set(String::new());
    });
    let hand = move |()| {
        let Some(target) = target.get_untracked() else { return };
        app.update(|session| {
            session.seal();
            session.set_plan_target(Some(target));
        });
        app.show(View::Plan);
    };
    let attempt = move |()| {
        let Some(target) = target.get_untracked() else { return };
        let said = group.read_now(|league, table| {
            let (plan, there) = toward(league, table, target)?;
            let steps = plan.steps.len();
            Some(words::tried(steps, plan.is_reached(), target, &there, league.recognised))
        });
        tried.set(said.flatten().unwrap_or_default());
    };
    let is_short = Memo::new(move |_| target.with(Option::is_some));
    let from_league = Memo::new(move |_| group.settings.with(|(_, _, from)| *from));
    view! {
        <p class="league-becomes" data-needs>
            {said}
        </p>
        <When is=Signal::derive(move || is_short.get())>
            <p class="takeaway">
                <ActionButton
                    action="league-reach"
                    label=label
                    look="primary"
                    press=hand
                    enabled=Signal::derive(move || !app.read_only.get())
                />
                <ActionButton action="league-try" label=words::TRY press=attempt />
            </p>
            <p role="status" data-tried>
                {tried}
            </p>
            <When is=Signal::derive(move || from_league.get())>
                <p class="hint">{words::OTHER_REFERENCES}</p>
            </When>
        </When>
    }
}

/// The rank under each scenario.
#[component]
fn Supposing() -> impl IntoView {
    let group = use_group();
    let app = group.app;
    let job = Job::new(words::TRYING);
    let found = RwSignal::new(None::<Vec<Supposed>>);
    Effect::new(move || {
        let is_there = group.read(|_, _| ()).is_some();
        let mut run = job.begin();
        found.set(None);
        if !is_there {
            return;
        }
        spawn_local(async move {
            let number = group
                .gathered(|all| all.league().own_form().map_or(0, |form| form.scenarios.len()))
                .unwrap_or_default();
            let mut all = Vec::new();
            for at in 0..number {
                if !run.goes_on(at, number).await {
                    return;
                }
                let one = group.read_now(|league, table| {
                    let form = league.own_form()?;
                    let scenario = form.scenarios.get(at)?;
                    Supposed::of(league, table, &scenario.name, &form.case.under(scenario))
                });
                all.extend(one.flatten());
            }
            if run.is_wanted() {
                run.end();
                found.try_set(Some(all));
            }
        });
    });
    let texts = move || {
        found.with(|found| {
            let found = found.as_ref()?;
            group.read(|league, table| {
                let total = table.lines.first().map(|line| line.total).unwrap_or_default();
                let place = table.places.first().copied().flatten();
                let now = (total, place, table.distance(0, league.recognised));
                words::table(league, now, found)
            })
        })
    };
    let is_none = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(Vec::is_empty)));
    let is_some =
        Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|all| !all.is_empty())));
    let from_league = Memo::new(move |_| group.settings.with(|(_, _, from)| *from));
    view! {
        <Progress job=job />
        <When is=Signal::derive(move || is_none.get())>
            <p class="takeaway">
                {words::NONE}
                <ActionButton
                    action="league-scenarios"
                    label=words::TO_SCENARIOS
                    press=move |()| app.show(View::Compare)
                />
            </p>
        </When>
        <When is=Signal::derive(move || is_some.get())>
            <Takeaway make=Callback::new(move |()| untrack(texts).unwrap_or_default()) />
            <When is=Signal::derive(move || from_league.get())>
                <p class="hint">{words::MOVES}</p>
            </When>
            <div data-scenarios>{move || texts().map(|table| view! { <TextTable table /> })}</div>
        </When>
    }
}
