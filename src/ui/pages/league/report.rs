//! The report on the rank: a sheet for print, and a file for Word.

use super::group::use_group;
use super::job::{Job, Progress};
use super::supposed::{needed, toward};
use crate::league::{League, LeagueTable, strips};
use crate::papers::WORD;
use crate::text::league_report::{self as words, Block, Report as Texts, Toward};
use crate::text::{page, papers, plan};
use crate::ui::browser;
use crate::ui::context::AppContext;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{ActionButton, TextTable, When};
use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The sheet, and the ways out.
#[component]
pub fn Report() -> impl IntoView {
    let group = use_group();
    let app = group.app;
    let job = Job::new(words::MAKING);
    let found = RwSignal::new(None::<Texts>);
    Effect::new(move || {
        app.today.with(|_| {});
        let is_there = group.read(|_, _| ()).is_some();
        let mut run = job.begin();
        found.set(None);
        if !is_there {
            return;
        }
        spawn_local(async move {
            // The way to a recognised place takes a moment; what is asked for is drawn first.
            if run.rest().await {
                let made = group.read_now(|league, table| texts(app, league, table));
                run.end();
                found.try_set(made);
            }
        });
    });
    let is_there = Signal::derive(move || found.with(Option::is_some));
    let sheet = move || found.get().map(|texts| view! { <Sheet texts /> });
    view! {
        <div class="league-parts" data-league-part="report">
            <Progress job=job />
            <When is=is_there>
                <p class="takeaway">
                    <SaveWord report=found />
                    <ActionButton
                        action="print-league"
                        label=page::PRINT
                        press=|()| browser::print()
                    />
                </p>
            </When>
            {sheet}
        </div>
    }
}

/// The report as it is now.
fn texts(app: AppContext, league: &League, table: &LeagueTable) -> Texts {
    let places = strips(league.edition.0, table, 0, league.recognised);
    let target = table.target(0, league.recognised).map(needed);
    let way = target.and_then(|target| Some((target, toward(league, table, target)?)));
    let lines = |steps| app.desk(|desk| plan::lines(desk, steps));
    let toward = way.as_ref().map(|(target, (plan, there))| Toward {
        target: *target,
        plan,
        lines: lines(&plan.steps),
        there,
    });
    let today = app.today.get_untracked();
    words::report(league, table, places.as_ref(), toward.as_ref(), today)
}

/// Saves the report for Word.
#[component]
fn SaveWord(
    /// The report.
    report: RwSignal<Option<Texts>>,
) -> impl IntoView {
    let app = use_group().app;
    let said = RwSignal::new("");
    let save = move |()| {
        let Some(report) = report.get_untracked() else { return };
        said.set(papers::MAKING);
        let today = app.today.get_untracked();
        let name = app.form.with_untracked(|form| {
            page::file_named(form, words::FILE, &browser::today_text(), "docx")
        });
        spawn_local(async move {
            let made = arrival(app.missing, || later::league_file(report.clone(), today)).await;
            let told = match made {
                Some(bytes) => {
                    browser::hand_out(&name, WORD, &Uint8Array::from(&bytes[..]).into());
                    papers::MADE
                }
                None => papers::NOT_MADE,
            };
            // The view may be gone by now.
            let _ = said.try_set(told);
        });
    };
    view! {
        <ActionButton action="league-word" label=words::SAVE look="primary" press=save />
        <span role="status">{said}</span>
    }
}

/// The report on a sheet.
#[component]
fn Sheet(
    /// What stands in it.
    texts: Texts,
) -> impl IntoView {
    let blocks = texts
        .blocks
        .into_iter()
        .map(|block| match block {
            Block::Heading(text) => view! { <h3>{text}</h3> }.into_any(),
            Block::Text(text) => view! { <p>{text}</p> }.into_any(),
            Block::Note(text) => view! { <p class="hint">{text}</p> }.into_any(),
            Block::Table(columns, table) => view! {
                <div class=columns.name()>
                    <TextTable table />
                </div>
            }
            .into_any(),
        })
        .collect_view();
    view! {
        <article class="league-report">
            <h2>{texts.title}</h2>
            <p class="about">{texts.about}</p>
            {blocks}
        </article>
    }
}
