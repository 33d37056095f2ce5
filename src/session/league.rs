//! The league of the open form: gathered, kept in the browser, followed.

use super::host::Host;
use super::state::Session;
use crate::form::Edit;
use crate::league::{self, Gathered, League};
use crate::rulebook::{IndicatorId, MetricId, Reference};
use crate::storage::{self, Mark, StoreFault};
use crate::text::{league_ends as ends_words, league_page as words, page};

/// Where the references of an indicator come from, in words.
pub type EndsSource = (IndicatorId, String);

/// How many forms a league may have to be kept in the browser. Browsers keep some
/// five million characters of a page, and a form has thousands of them.
const MOST: usize = 600;

/// The league that is open.
#[derive(Clone, Debug)]
pub(super) struct OpenLeague {
    id: String,
    gathered: Gathered,
    /// The kept text that this window knows.
    known: Option<Mark>,
}

/// A league that is kept in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptLeague {
    /// The id in its storage key.
    pub id: String,
    /// What the user calls it; may be empty.
    pub name: String,
    /// How many forms it has, the own one and older ones included.
    pub counties: usize,
}

impl Session {
    /// The league that is open; none before [`Session::open_league`].
    pub fn league(&self) -> Option<&Gathered> {
        self.league.as_ref().map(|open| &open.gathered)
    }

    /// The id of the league that is open.
    pub fn league_id(&self) -> &str {
        self.league.as_ref().map_or("", |open| &open.id)
    }

    /// Opens the league of the open form's edition that was open last, or else the one
    /// that was begun last, or begins one, unless one is open; it follows the open form.
    pub fn open_league(&mut self, host: &impl Host) {
        let is_open = self.league().is_some_and(|all| all.league().edition == self.form.edition);
        if is_open {
            return self.follow_league();
        }
        self.league = None;
        let mut kept = self.kept_leagues(host);
        let current = storage::current_league(host);
        let at = kept.iter().position(|one| Some(&one.id) == current.as_ref());
        match at.map(|at| kept.swap_remove(at)).or_else(|| kept.pop()) {
            Some(last) => self.choose_league(&last.id, host),
            None => self.begin_league(host),
        }
    }

    /// Begins a league of the open form alone.
    pub fn begin_league(&mut self, host: &impl Host) {
        let gathered = Gathered::new(self.form.as_ref().clone());
        self.league = Some(Box::new(OpenLeague { id: host.fresh_id(), gathered, known: None }));
    }

    /// Opens a kept league.
    pub fn choose_league(&mut self, id: &str, host: &impl Host) {
        let texts = storage::leagues(host).unwrap_or_default();
        let Some((id, text)) = texts.into_iter().find(|(other, _)| other == id) else { return };
        let Ok(league) = league::read(&text) else { return };
        let mut gathered = Gathered::new(self.form.as_ref().clone());
        gathered.unite("", league, true);
        storage::set_current_league(host, &id);
        self.league = Some(Box::new(OpenLeague { id, gathered, known: Some(Mark::of(&text)) }));
    }

    /// Forgets the league that is open, and opens another or begins one.
    pub fn delete_league(&mut self, host: &impl Host) {
        let Some(open) = self.league.take() else { return };
        if open.known.is_some() && storage::forget_league(host, &open.id).is_err() {
            self.tell(page::not_deleted(&words::name(open.gathered.league())), true);
            self.league = Some(open);
            return;
        }
        self.open_league(host);
    }

    /// The kept leagues of the open form's edition, in the order in which they were
    /// begun. What cannot be read is left alone.
    pub fn kept_leagues(&self, host: &impl Host) -> Vec<KeptLeague> {
        let texts = storage::leagues(host).unwrap_or_default().into_iter();
        let read = |(id, text): (String, String)| Some((id, league::read(&text).ok()?));
        let own = texts.filter_map(read).filter(|(_, one)| one.edition == self.form.edition);
        let one = |(id, league): (String, League)| {
            let (name, counties) = (words::name(&league), league.members.len());
            KeptLeague { id, name, counties }
        };
        own.map(one).collect()
    }

    /// Lets the league follow the open form.
    pub fn follow_league(&mut self) {
        if let Some(open) = &mut self.league {
            open.gathered.follow(&self.form);
        }
    }

    /// Changes the league, without keeping it yet: forms come by the hundred.
    pub fn change_league(&mut self, change: impl FnOnce(&mut Gathered)) {
        if let Some(open) = &mut self.league {
            change(&mut open.gathered);
        }
    }

    /// Takes these ends as the own references, in one step of undo, and notes with
    /// each indicator where they come from; a source that was noted before goes.
    /// Scenarios stay what they are.
    pub fn refer_to_league(&mut self, ends: &[(MetricId, Reference)], sources: &[EndsSource]) {
        let before = self.form.clone();
        self.edit_once(Edit::References(ends.len()), |form| {
            for (metric, reference) in ends {
                form.set_reference(None, *metric, Some(reference.clone()));
            }
            for (id, source) in sources {
                let old = form.notes.get(id).cloned().unwrap_or_default();
                let kept = old.lines().filter(|line| !line.starts_with(ends_words::SOURCE));
                let lines: Vec<&str> = kept.chain([source.as_str()]).collect();
                form.notes.insert(*id, lines.join("\n"));
            }
        });
        let after = self.form.clone();
        self.drop_drafts_of_changes(&before, &after);
    }

    /// Keeps the league in the browser; the user is told where that fails. A
    /// league of the own form alone without a name is nothing to be kept.
    pub fn keep_league(&mut self, host: &impl Host) {
        let Some(open) = &mut self.league else { return };
        let members = open.gathered.league().members.len();
        if members > MOST {
            let said = words::too_many(members);
            if self.notices.iter().all(|notice| notice.text != said) {
                self.tell(said, true);
            }
            return;
        }
        let league = open.gathered.kept();
        if open.known.is_none() && league.members.len() == 1 && league.name.is_empty() {
            return;
        }
        let kept = match league::write(&league) {
            Err(_) => Err(StoreFault::TooLarge),
            Ok(text) => {
                let now = storage::leagues(host).unwrap_or_default();
                let there = now.iter().find(|(id, _)| *id == open.id);
                let is_others = there.is_some_and(|(_, other)| Some(Mark::of(other)) != open.known);
                if is_others {
                    // Another window wrote it: both stay.
                    open.id = host.fresh_id();
                }
                let known = Mark::of(&text);
                let is_new = open.known.is_none() || is_others;
                storage::keep_league(host, &open.id, &text).map(|()| {
                    open.known = Some(known);
                    if is_new {
                        storage::set_current_league(host, &open.id);
                    }
                })
            }
        };
        if let Err(fault) = kept {
            self.tell(words::not_kept(&page::not_stored(&words::name(&league), fault)), true);
        }
    }
}
