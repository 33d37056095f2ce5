//! What is not needed to begin filling in.
//!
//! Most of it comes in the module `views`. It is asked for as soon as the table is
//! drawn, and waited for by nobody but those who ask for a view, a link or an
//! explanation before it is there. Papers come in the module `papers`, which is asked
//! for when the first of them is; the league likewise in the module `league`, and with
//! it what came in, reviewing, the files behind the evidence, and what brings an earlier
//! year's answers into a new form.

use super::context::{AppContext, PasteInto};
use super::lazy::{arrival, lazy};
use super::{bar, browser, indicator, pages};
use crate::desk::{self, Desk, Doubted, TableLine};
use crate::form::Form;
use crate::papers::{self, Paper};
use crate::plan::{Step, steps_of};
use crate::rulebook::{Day, FieldId, IndicatorId};
use crate::session::{Present, View};
use crate::text::HONOUR;
use crate::text::doubt::doubt_text;
use crate::text::league_report::Report;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, File};

lazy! {
    /// Any view but the table.
    views, preload: pub fn view(view: View) -> AnyView = pages::view;
}

lazy! {
    /// Goes where an address leads that is no view's.
    views: pub fn open_address(app: AppContext, hash: String) -> () = pages::open_address;
}

lazy! {
    /// Opens a share link that was open before, in whatever view.
    views: pub fn open_link(app: AppContext, link: String) -> () = pages::open_link_again;
}

lazy! {
    /// Opens a pasted text; whether it was opened.
    views: pub fn open_text(app: AppContext, text: String) -> bool = pages::open_text;
}

lazy! {
    /// Takes a block of cells into rows.
    views: pub fn paste(app: AppContext, into: PasteInto, text: String) -> () = pages::paste;
}

lazy! {
    /// Opens files that were chosen or dropped; on the evidence of an indicator, by its
    /// number, they are filed.
    views: pub fn open_files(app: AppContext, files: Vec<File>, evidence: String) -> () =
        pages::files::open_files;
}

lazy! {
    /// The strips of a form that came in, of a slice, and of a scenario.
    views: pub fn strips() -> AnyView = bar::strips;
}

lazy! {
    /// The dialogues over the page.
    views: pub fn dialogues() -> AnyView = bar::dialogues;
}

lazy! {
    /// What single changes of an indicator would give.
    views: pub fn steps(form: Arc<Form>, now: Arc<Present>, id: IndicatorId) -> Vec<Step> =
        steps_now;
}

lazy! {
    /// The computation of an indicator in sentences.
    views: pub fn sentences(id: IndicatorId) -> AnyView = indicator::sentences;
}

lazy! {
    /// The table as it is handed in, for print.
    views: pub fn printed() -> AnyView = pages::printed;
}

lazy! {
    /// Takes the rows that miss something elsewhere.
    views: pub fn gaps_out(lines: Memo<Vec<TableLine>>) -> AnyView = pages::gaps_out;
}

lazy! {
    /// How the document is read where it moves an indicator.
    views: pub fn readings(id: IndicatorId) -> AnyView = indicator::readings;
}

lazy! {
    /// An earlier year's answers that are to be confirmed: to a field, of an indicator, or
    /// in the rows of the table.
    league: pub fn earlier(field: Option<FieldId>, of: Option<IndicatorId>) -> AnyView =
        indicator::earlier;
}

lazy! {
    /// Begins the next year's form of a county.
    league: pub fn begin_next_year(app: AppContext, form: Form) -> () =
        pages::begin_next_year;
}

lazy! {
    /// The band of totals over all ways to read the document.
    views: pub fn band() -> AnyView = bar::band;
}

lazy! {
    /// The views that few need, or need seldom: leagues, what came in, reviewing, and the
    /// files behind the evidence.
    league: pub fn seldom(view: View) -> AnyView = pages::seldom;
}

lazy! {
    /// Takes files for the evidence of an indicator.
    league: pub fn file_evidence(app: AppContext, indicator: String, files: Vec<File>) -> () =
        pages::filing::arrive;
}

lazy! {
    /// Takes files into a league.
    league: pub fn gather_files(app: AppContext, files: Vec<File>) -> () =
        pages::league::gather_files;
}

lazy! {
    /// A paper as the bytes of its file, or all papers in one archive.
    papers: pub fn paper_file(wanted: Wanted) -> Option<Vec<u8>> = paper_file_now;
}

lazy! {
    /// The report on the rank in a league as the bytes of its file.
    papers: pub fn league_file(report: Report, today: Day) -> Option<Vec<u8>> = league_file_now;
}

fn league_file_now(report: Report, today: Day) -> Option<Vec<u8>> {
    papers::league(&report, today)
}

/// What a paper is made of. Its module is not asked for before it is wanted.
#[derive(Clone)]
pub struct Wanted {
    /// The form, as it is now.
    pub form: Arc<Form>,
    /// The case with its scores: the baseline's, or those of `scenario`.
    pub now: Arc<Present>,
    /// The day by which deadlines are judged.
    pub today: Day,
    /// The scenario that `now` is of; none for the baseline.
    pub scenario: Option<String>,
    /// The paper; all of them when there is none.
    pub paper: Option<Paper>,
}

fn paper_file_now(wanted: Wanted) -> Option<Vec<u8>> {
    let desk = Desk::new(&wanted.form, &wanted.now.case, &wanted.now.card, wanted.today);
    let scenario = wanted.scenario.as_deref();
    match wanted.paper {
        Some(paper) => papers::paper(&desk, paper, scenario),
        None => papers::all(&desk, scenario),
    }
}

fn steps_now(form: Arc<Form>, now: Arc<Present>, id: IndicatorId) -> Vec<Step> {
    steps_of(&form, &now.case, id, HONOUR)
}

lazy! {
    /// Why a figure is questioned; empty where it is not.
    views: pub fn doubt(form: Arc<Form>, now: Arc<Present>, what: Doubted) -> String = doubt_now;
}

fn doubt_now(form: Arc<Form>, now: Arc<Present>, what: Doubted) -> String {
    let found = desk::doubt(&form, &now.case, what);
    found.map(|found| doubt_text(&form, &now.case, &found)).unwrap_or_default()
}

/// Why a figure is questioned. It follows an edit once that is drawn.
pub fn doubt_behind(app: AppContext, what: Doubted) -> RwSignal<String> {
    let said = RwSignal::new(String::new());
    Effect::new(move || {
        let (form, now) = (app.form.get(), app.present.get());
        spawn_local(async move {
            let found = arrival(app.missing, || doubt(form.clone(), now.clone(), what)).await;
            // The figure may be gone by now.
            let _ = said.try_set(found);
        });
    });
    said
}

/// What single changes of an indicator would give. It follows an edit once that is
/// drawn, so that the new total comes first.
pub fn steps_behind(app: AppContext, id: IndicatorId) -> RwSignal<Vec<Step>> {
    let found = RwSignal::new(Vec::new());
    Effect::new(move || {
        let (form, now) = (app.form.get(), app.present.get());
        if app.read_only.get() {
            return;
        }
        request_animation_frame(move || {
            spawn_local(async move {
                let steps = arrival(app.missing, || steps(form.clone(), now.clone(), id)).await;
                // The indicator may be closed by now.
                let _ = found.try_set(steps);
            });
        });
    });
    found
}

/// Asks for the module once the page is drawn.
pub fn bring(app: AppContext) {
    spawn_local(async move { arrival(app.missing, preload).await });
}

/// Takes a block of cells that is pasted into a row; a single cell is left to its
/// box.
pub fn paste_into(app: AppContext, event: &ClipboardEvent, into: PasteInto) {
    if let Some(text) = browser::pasted_block(event)
        && !app.locked.get_untracked()
    {
        event.prevent_default();
        spawn_local(async move {
            arrival(app.missing, || paste(app, into, text.clone())).await;
        });
    }
}

/// A view, once its module is there.
#[component]
pub fn LaterView(
    /// The view.
    view: View,
) -> impl IntoView {
    let app: AppContext = expect_context();
    Suspend::new(async move {
        let view = match view {
            View::League | View::Review | View::Filing | View::Incoming => {
                arrival(app.missing, || seldom(view)).await
            }
            view => arrival(app.missing, || self::view(view)).await,
        };
        browser::mark_ready();
        view
    })
}
