//! How firm the rank is: under all readings, and with what is open filled at
//! random. Both are reckoned on demand alone.

use super::group::{Group, use_group};
use super::job::{Job, Progress};
use crate::league::{Band, Banding, Chance, Draws, League, LeagueTable, SEED, TIMES};
use crate::text::{league as texts, league_firm as words, page};
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The section.
#[component]
pub fn Firm() -> impl IntoView {
    let group = use_group();
    let is_vetoed = Memo::new(move |_| {
        group.read(|_, table| table.places.first().copied().flatten().is_none()) == Some(true)
    });
    view! {
        <div class="league-parts" data-league-part="firm">
            <When is=Signal::derive(move || is_vetoed.get())>
                <p>{words::VETOED}</p>
            </When>
            <When is=Signal::derive(move || !is_vetoed.get())>
                <Readings />
                <Chances />
            </When>
        </div>
    }
}

/// Forgets what was found once anything that it rests on changes.
fn kept<T: Send + Sync + 'static>(group: Group, job: Job) -> RwSignal<Option<T>> {
    let found = RwSignal::new(None::<T>);
    Effect::new(move || {
        let _ = group.read(|_, _| ());
        // A computation under way would be of the league as it was.
        job.forget();
        found.set(None);
    });
    found
}

/// The band of ranks over all readings.
#[component]
fn Readings() -> impl IntoView {
    let group = use_group();
    let job = Job::new(words::BAND_WORK);
    let found = kept::<Band>(group, job);
    let begin = move |()| {
        let mut run = job.begin();
        found.set(None);
        let made = group.read_now(|league, _| {
            Banding::new(league.edition.0, &league.sources(), league.references, 0)
        });
        let Some(mut banding) = made.flatten() else { return };
        spawn_local(async move {
            loop {
                let more =
                    group.read_now(|league, _| banding.step(league.edition.0, &league.sources()));
                let (done, of) = banding.steps();
                match more {
                    None => return,
                    Some(false) => break,
                    Some(true) => {}
                }
                if !run.goes_on(done, of).await {
                    return;
                }
            }
            if run.is_wanted() {
                run.end();
                found.try_set(banding.band());
            }
        });
    };
    let said = move || found.with(|band| band.as_ref().map(texts::band)).unwrap_or_default();
    let under = move || {
        let lines = found.with(|band| {
            let band = band.as_ref()?;
            let now = |league: &League, table: &LeagueTable| {
                words::band(league, band, table.places.first().copied().flatten())
            };
            group.read_now(now)
        });
        let lines = lines.unwrap_or_default().into_iter();
        lines.map(|(name, terms)| view! { <dt>{name}</dt> <dd>{terms}</dd> }).collect_view()
    };
    view! {
        <section>
            <h2>{words::BAND}</h2>
            <p class="hint">{texts::BAND_NOTE}</p>
            <p class="takeaway">
                <ActionButton action="league-band" label=words::BAND_GO press=begin />
            </p>
            <Progress job=job />
            <p class="league-becomes" role="status" data-rank-band>
                {said}
            </p>
            <dl class="league-under">{under}</dl>
        </section>
    }
}

/// How often the county is among the first if what is open is filled at random.
#[component]
fn Chances() -> impl IntoView {
    let group = use_group();
    let job = Job::new(words::CHANCE_WORK);
    let found = kept::<Chance>(group, job);
    let begin = move |()| {
        let mut run = job.begin();
        found.set(None);
        let made = group.read_now(|league, table| {
            let sources = league.sources();
            Draws::new(league.edition.0, &sources, &league.terms, table, 0, (TIMES, SEED))
        });
        let Some(mut draws) = made.flatten() else { return };
        spawn_local(async move {
            loop {
                let more = group.read_now(|league, table| {
                    draws.step(league.edition.0, &league.sources(), &league.terms, table)
                });
                let (done, of) = draws.steps();
                match more {
                    None => return,
                    Some(false) => break,
                    Some(true) => {}
                }
                if !run.goes_on(done, of).await {
                    return;
                }
            }
            if run.is_wanted() {
                run.end();
                let recognised = group.settings.with_untracked(|(_, places, _)| *places);
                found.try_set(draws.chance(recognised));
            }
        });
    };
    let said = move || {
        let places = group.settings.with(|(_, places, _)| *places);
        let text = |chance: &Chance| words::chance_text(chance, places, SEED);
        found.with(|chance| chance.as_ref().map(text)).unwrap_or_default()
    };
    view! {
        <section>
            <h2>{words::CHANCE}</h2>
            <p class="hint">
                <b class="assumption">{page::ASSUMPTION}</b>
                {words::CHANCE_NOTE}
            </p>
            <p class="takeaway">
                <ActionButton action="league-chance" label=words::CHANCE_GO press=begin />
            </p>
            <Progress job=job />
            <p class="league-becomes" role="status" data-chance>
                {said}
            </p>
        </section>
    }
}
