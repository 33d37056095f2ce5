//! Taking forms into the league: files, the shelf, pasted messages.

use super::group::Group;
use super::job::Run;
use crate::form::{self, FileKind, Form};
use crate::league::{FILE_BYTES, Gathered, League, LeagueProblem, read as read_league};
use crate::link;
use crate::session::{Address, View};
use crate::text::league::league_problem;
use crate::text::{self, league_page as words, page};
use crate::ui::browser::Browser;
use crate::ui::context::AppContext;
use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

thread_local! {
    /// The view that is there, and files that wait for it.
    static VIEW: RefCell<(Option<Group>, Vec<File>)> = const { RefCell::new((None, Vec::new())) };
}

/// How many files are fetched at once.
const AT_ONCE: usize = 32;

/// What was read.
enum ReadSource {
    Form(Box<Form>),
    League(Box<League>),
    /// Why not, in words.
    Nothing(String),
}

/// Notes that the view is mounted, until its owner is disposed, and reads the files that
/// wait for it.
pub fn arrive(group: Group) {
    let waiting = VIEW.with_borrow_mut(|(view, waiting)| {
        *view = Some(group);
        std::mem::take(waiting)
    });
    on_cleanup(move || {
        VIEW.with_borrow_mut(|(view, _)| {
            // The next view may be mounted before this one is disposed.
            if view.is_some_and(|view| view.table == group.table) {
                *view = None;
            }
        });
    });
    if !waiting.is_empty() {
        read_files(group, waiting);
    }
}

/// Takes files into the league, and goes to its view.
pub fn gather_files(app: AppContext, files: Vec<File>) {
    match VIEW.with_borrow(|(view, _)| *view) {
        Some(group) => read_files(group, files),
        None => {
            VIEW.with_borrow_mut(|(_, waiting)| waiting.extend(files));
            app.go(Address::of(View::League));
        }
    }
}

fn read_files(group: Group, files: Vec<File>) {
    let mut run = group.reading.begin();
    spawn_local(async move {
        let (mut all, of) = (Vec::new(), files.len());
        for some in files.chunks(AT_ONCE) {
            // The browser reads them concurrently.
            let ask =
                |file: &File| (file.size() as usize <= FILE_BYTES).then(|| file.array_buffer());
            let coming: Vec<Option<Promise>> = some.iter().map(ask).collect();
            for (file, bytes) in some.iter().zip(coming) {
                if run.goes_on(all.len(), of).await {
                    all.push((file.name(), read_file(file, bytes).await));
                }
            }
        }
        take(group, run, all).await;
    });
}

/// Reads a file whose bytes are coming; none come of one that is too large.
async fn read_file(file: &File, bytes: Option<Promise>) -> ReadSource {
    let Some(bytes) = bytes else {
        let bytes = file.size() as usize;
        return ReadSource::Nothing(league_problem(&LeagueProblem::TooLarge { bytes }));
    };
    let Ok(buffer) = JsFuture::from(bytes).await else {
        return ReadSource::Nothing(page::NOT_READ.to_owned());
    };
    let bytes = Uint8Array::new(&buffer).to_vec();
    if form::file_kind(&bytes) == FileKind::Workbook {
        return ReadSource::Nothing(words::WORKBOOK.to_owned());
    }
    // Forms are many and leagues are few, so that a league is looked for last.
    let problem = match form::read_bytes(&bytes) {
        Ok(form) => return ReadSource::Form(Box::new(form)),
        Err(problem) => problem,
    };
    match std::str::from_utf8(&bytes).ok().map(read_league) {
        Some(Ok(league)) => ReadSource::League(Box::new(league)),
        Some(Err(problem)) if is_league(&bytes) => ReadSource::Nothing(league_problem(&problem)),
        _ => ReadSource::Nothing(text::form_problem(&problem)),
    }
}

/// Whether the text of a file says near its beginning that it is a league.
fn is_league(bytes: &[u8]) -> bool {
    let marker = crate::league::FORMAT.as_bytes();
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    head.windows(marker.len()).any(|part| part == marker)
}

/// Takes the user's other stored forms into the league.
pub fn take_shelf(group: Group) {
    let own = group.app.session.with_untracked(|session| session.id().to_owned());
    let listed = group.app.session.with_untracked(|session| session.listed(&Browser));
    let others = listed.into_iter().filter(|saved| saved.id != own);
    let read = |saved: crate::storage::Saved| {
        let name = page::form_name(&saved.name, &saved.form);
        (page::named(words::SHELF, &name), ReadSource::Form(Box::new(saved.form)))
    };
    begin(group, others.map(read).collect());
}

/// Takes the form that came in and is shown into the league.
pub fn take_shown(group: Group) {
    let form = group.app.form.get_untracked();
    begin(group, vec![(page::SHARED_VIEW.to_owned(), ReadSource::Form(Box::new((*form).clone())))]);
}

fn begin(group: Group, all: Vec<(String, ReadSource)>) {
    let run = group.reading.begin();
    spawn_local(take(group, run, all));
}

/// Takes what a pasted text has: links with whatever stands around them, or the
/// text of a file.
pub fn take_text(group: Group, text: String) {
    let mut run = group.reading.begin();
    spawn_local(async move {
        let mut all = Vec::new();
        if link::is_form_file(&text) {
            let text = text.trim();
            let read = match (form::read(text), read_league(text)) {
                (Ok(form), _) => ReadSource::Form(Box::new(form)),
                (_, Ok(league)) => ReadSource::League(Box::new(league)),
                (Err(_), Err(problem)) if problem != LeagueProblem::NoLeague => {
                    ReadSource::Nothing(league_problem(&problem))
                }
                (Err(problem), _) => ReadSource::Nothing(text::form_problem(&problem)),
            };
            all.push((words::PASTED.to_owned(), read));
        } else {
            let messages = messages(&text);
            for (done, message) in messages.iter().enumerate() {
                if !run.goes_on(done, messages.len()).await {
                    break;
                }
                if let Some(link) = link::find(message) {
                    let read = match link::decode(&link) {
                        Ok(shared) => ReadSource::Form(Box::new(shared.form)),
                        Err(problem) => ReadSource::Nothing(text::link_problem(&problem)),
                    };
                    all.push((words::pasted(all.len() + 1), read));
                }
            }
            if all.is_empty() {
                all.push((
                    words::PASTED.to_owned(),
                    ReadSource::Nothing(text::sharing::NO_LINK.into()),
                ));
            }
        }
        take(group, run, all).await;
    });
}

/// A text cut before each address, so that each part has one link at most.
fn messages(text: &str) -> Vec<&str> {
    let mut cuts: Vec<usize> = text.match_indices("http").map(|(at, _)| at).collect();
    cuts.retain(|at| *at > 0);
    cuts.push(text.len());
    let mut from = 0;
    let mut all = Vec::new();
    for cut in cuts {
        all.extend(text.get(from..cut));
        from = cut;
    }
    all
}

/// Takes all that was read, keeps the league and says what came. The page hears of
/// it when all is in. What was read stays where the user stopped.
async fn take(group: Group, mut run: Run, all: Vec<(String, ReadSource)>) {
    let app = group.app;
    let counts = |group: Group| {
        group.gathered(|all| (all.league().members.len(), all.aside().len())).unwrap_or_default()
    };
    let before = counts(group);
    let of = all.len();
    for (done, (from, read)) in all.into_iter().enumerate() {
        app.session.update_untracked(|session| {
            session.change_league(|gathered| take_one(gathered, &from, read));
        });
        run.goes_on(done, of).await;
    }
    let after = counts(group);
    app.update(|_| {});
    let (counted, aside) = (after.0.saturating_sub(before.0), after.1.saturating_sub(before.1));
    group.said.try_set(match (counted, aside) {
        (0, 0) => words::NOTHING_NEW.to_owned(),
        _ => words::taken(counted, aside),
    });
    run.goes_on(of, of).await;
    run.end();
    app.update(|session| session.keep_league(&Browser));
}

fn take_one(gathered: &mut Gathered, from: &str, read: ReadSource) {
    match read {
        ReadSource::Form(form) => gathered.take_form_of(from, *form),
        ReadSource::League(league) if league.edition == gathered.league().edition => {
            gathered.unite(from, *league, false);
        }
        ReadSource::League(_) => gathered.refuse(from, words::OTHER_LEAGUE.to_owned()),
        ReadSource::Nothing(reason) => gathered.refuse(from, reason),
    }
}
