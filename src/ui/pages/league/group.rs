//! The league of the view: its table, made in slices, following the open form.

use super::job::Job;
use crate::league::{Gathered, League, LeagueTable, Scoring, Terms};
use crate::text::league_page as words;
use crate::ui::browser::Browser;
use crate::ui::context::AppContext;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What all parts of the view share.
#[derive(Clone, Copy)]
pub struct Group {
    /// The app.
    pub app: AppContext,
    /// What the league comes to; none while it is scored.
    pub table: RwSignal<Option<LeagueTable>>,
    /// Reading what is gathered.
    pub reading: Job,
    /// Scoring the table.
    pub scoring: Job,
    /// What was taken in last, in words.
    pub said: RwSignal<String>,
    /// Name, recognised places, whether references are the league's.
    pub settings: Memo<(String, usize, bool)>,
}

/// The league of the view.
pub fn use_group() -> Group {
    expect_context()
}

impl Group {
    /// Opens the league, and lets it follow the open form as long as the view is
    /// there.
    pub fn new(app: AppContext) -> Group {
        app.update(|session| session.open_league(&Browser));
        let settings = Memo::new(move |_| {
            app.session.with(|session| {
                let league = session.league().map(Gathered::league);
                league
                    .map(|one| (one.name.clone(), one.recognised, one.references))
                    .unwrap_or_default()
            })
        });
        let group = Group {
            app,
            table: RwSignal::new(None),
            reading: Job::new(words::READING),
            scoring: Job::new(words::SCORING),
            said: RwSignal::new(String::new()),
            settings,
        };
        let own = Memo::new(move |_| app.session.with(|session| session.form().clone()));
        Effect::new(move || {
            // A memo subscribes to its sources when it is read; tracking it alone is not
            // enough.
            own.with(|_| {});
            group.follow();
        });
        let state = Memo::new(move |_| {
            app.session.with(|session| {
                (session.league_id().to_owned(), session.league().map(Gathered::version))
            })
        });
        Effect::new(move || {
            state.with(|_| {});
            group.score();
        });
        group
    }

    /// Reads what is gathered.
    pub fn gathered<T>(self, read: impl FnOnce(&Gathered) -> T) -> Option<T> {
        self.app.session.with_untracked(|session| session.league().map(read))
    }

    /// Reads the league and its table, and follows both; none while it is scored.
    pub fn read<T>(self, read: impl FnOnce(&League, &LeagueTable) -> T) -> Option<T> {
        self.settings.with(|_| {});
        self.table.with(|table| {
            let table = table.as_ref()?;
            self.gathered(|all| read(all.league(), table))
        })
    }

    /// The same without following them.
    pub fn read_now<T>(self, read: impl FnOnce(&League, &LeagueTable) -> T) -> Option<T> {
        untrack(|| self.read(read))
    }

    /// Changes the league and keeps it in the browser.
    pub fn change(self, change: impl FnOnce(&mut Gathered)) {
        self.app.update(|session| {
            session.change_league(change);
            session.keep_league(&Browser);
        });
    }

    /// Puts the open form in the own place. Under the same terms only what it moves
    /// is scored again.
    fn follow(self) {
        let now = |group: Group| group.gathered(|all| (all.version(), all.league().terms.clone()));
        let before = now(self);
        self.app.update(|session| session.follow_league());
        match (before, now(self)) {
            (Some(before), Some(after)) if before == after => self.update(&after.1),
            (Some((before, _)), Some((after, _))) if before == after => self.score(),
            // The changed version makes the effect on it score the league again.
            _ => {}
        }
    }

    fn update(self, terms: &Terms) {
        if self.table.with_untracked(Option::is_none) {
            return;
        }
        self.table.update(|table| {
            let update = |all: &Gathered| {
                let league = all.league();
                let rulebook = league.edition.0;
                if let Some(table) = table {
                    table.update(rulebook, &league.sources(), terms, 0);
                }
            };
            self.gathered(update);
        });
    }

    /// Scores the league anew, in slices.
    pub fn score(self) {
        let mut run = self.scoring.begin();
        self.table.set(None);
        let Some(mut scoring) = self.gathered(|all| Scoring::new(all.league())) else { return };
        spawn_local(async move {
            loop {
                let step =
                    |all: &Gathered| (scoring.step(all.league()), all.league().members.len());
                let Some((more, of)) = self.gathered(step) else { return };
                if !more {
                    break;
                }
                if !run.goes_on(scoring.done(), of).await {
                    return;
                }
            }
            if run.is_wanted() {
                run.end();
                self.table.try_set(Some(scoring.table()));
            }
        });
    }
}
