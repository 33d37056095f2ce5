//! Several windows over one storage, in every interleaving: no edit is lost unless
//! somebody who saw it took it away, and nobody is told of a success that was none.
//!
//! `cargo xtask fuzz` looks longer, with seeds of its own.

mod model;

use model::{Change, FIRST, Port, Shared, Tokens, tokens, tokens_of, window};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use qiangxian::form::{Edit, Form};
use qiangxian::rulebook::{FieldId, FieldKind, IndicatorId};
use qiangxian::session::{Replacement, SaveState, Session, Slot};
use qiangxian::storage::{self, Key};
use qiangxian::text::page;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// What can happen. Windows, forms and news are picked by a number modulo how many
/// there are.
#[derive(Clone, Debug)]
enum Act {
    /// An edit of one of a few places.
    Edit(usize, u8),
    /// Text that is no value.
    Half(usize, u8),
    Step(usize, bool),
    Flush(usize),
    Hear(usize, usize),
    HearTwice(usize, usize),
    Lose(usize, usize),
    AtOnce(bool),
    Arrive(usize),
    /// Room for so many characters beyond what is stored now.
    Room(usize),
    Blocked(usize, bool),
    Forgets(usize),
    Misreads(usize),
    Close(usize),
    /// The user leaves although the page asks.
    Leave(usize),
    Begin(usize),
    Open(usize, usize),
    Delete(usize, usize),
    Restore(usize),
    Duplicate(usize, usize),
    BeginScenario(usize),
    RenameScenario(usize),
    DeleteScenario(usize),
    EditScenario(usize, usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let (w, n) = (0..3usize, 0..5usize);
    let place = 0..5u8;
    let act = prop_oneof![
        12 => (w.clone(), place.clone()).prop_map(|(w, place)| Act::Edit(w, place)),
        2 => (w.clone(), place).prop_map(|(w, place)| Act::Half(w, place)),
        2 => (w.clone(), any::<bool>()).prop_map(|(w, back)| Act::Step(w, back)),
        12 => w.clone().prop_map(Act::Flush),
        8 => (w.clone(), n.clone()).prop_map(|(w, n)| Act::Hear(w, n)),
        2 => (w.clone(), n.clone()).prop_map(|(w, n)| Act::HearTwice(w, n)),
        2 => (w.clone(), n.clone()).prop_map(|(w, n)| Act::Lose(w, n)),
        3 => any::<bool>().prop_map(Act::AtOnce),
        6 => w.clone().prop_map(Act::Arrive),
        3 => prop_oneof![Just(0usize), 0..4000usize, Just(1_000_000)].prop_map(Act::Room),
        1 => (w.clone(), any::<bool>()).prop_map(|(w, yes)| Act::Blocked(w, yes)),
        1 => w.clone().prop_map(Act::Forgets),
        1 => w.clone().prop_map(Act::Misreads),
        2 => w.clone().prop_map(Act::Close),
        1 => w.clone().prop_map(Act::Leave),
        1 => w.clone().prop_map(Act::Begin),
        2 => (w.clone(), n.clone()).prop_map(|(w, n)| Act::Open(w, n)),
        1 => (w.clone(), n.clone()).prop_map(|(w, n)| Act::Delete(w, n)),
        1 => w.clone().prop_map(Act::Restore),
        1 => (w.clone(), n.clone()).prop_map(|(w, n)| Act::Duplicate(w, n)),
        2 => w.clone().prop_map(Act::BeginScenario),
        2 => w.clone().prop_map(Act::RenameScenario),
        1 => w.clone().prop_map(Act::DeleteScenario),
        2 => (w, n).prop_map(|(w, n)| Act::EditScenario(w, n)),
    ];
    prop::collection::vec(act, 1..70)
}

/// The windows, and what must not be lost.
struct World {
    shared: Rc<Shared>,
    windows: Vec<(Session, Port)>,
    /// Numbers that were typed and that nobody who saw them took away.
    owed: Tokens,
    /// Which windows took a number away that they saw. What one of them brings back
    /// by undo is owed again only if no other did: else it is no edit of its own.
    taken: BTreeSet<(u32, usize)>,
    next: u32,
    told: BTreeSet<String>,
}

impl World {
    fn new(windows: usize) -> World {
        let shared = Shared::new(1_000_000);
        let (mut first, port) = window(&shared, 0, None);
        first.begin(Form::blank().unwrap(), &port);
        drop(first);
        let windows = (0..windows).map(|at| window(&shared, at, None)).collect();
        World {
            shared,
            windows,
            owed: Tokens::new(),
            taken: BTreeSet::new(),
            next: FIRST,
            told: BTreeSet::new(),
        }
    }

    /// What a session shows, holds, and offers to bring back.
    fn held_by(&self, at: usize) -> Tokens {
        let (session, port) = &self.windows[at];
        let mut all = tokens_of(&session.as_saved(port));
        all.extend(session.held().iter().flat_map(tokens_of));
        all.extend(self.offered_by(at));
        all
    }

    fn offered_by(&self, at: usize) -> Tokens {
        let notices = self.windows[at].0.notices().iter();
        notices.filter_map(|notice| notice.restore.as_deref()).flat_map(tokens_of).collect()
    }

    fn shown_by(&self, at: usize) -> Tokens {
        let (session, port) = &self.windows[at];
        tokens_of(&session.as_saved(port))
    }

    /// Something the user does: what vanishes from sight was taken away on purpose.
    fn does(&mut self, at: usize, act: impl FnOnce(&mut Session, &Port)) {
        let before = self.shown_by(at);
        let (session, port) = &mut self.windows[at];
        act(session, port);
        let after = self.shown_by(at);
        for token in before.difference(&after) {
            self.owed.remove(token);
            self.taken.insert((*token, at));
        }
        let by_others = |token: &u32| self.taken.iter().any(|(t, w)| t == token && *w != at);
        self.owed.extend(after.difference(&before).filter(|token| !by_others(token)));
    }

    fn token(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn hear(&mut self, at: usize, change: Option<Change>) {
        if let Some(Change { key, text }) = change {
            let (session, port) = &mut self.windows[at];
            session.follow(&key, text.as_deref(), port);
        }
    }

    fn flush(&mut self, at: usize) {
        let (session, port) = &mut self.windows[at];
        session.flush(port);
    }

    /// Closes a window and loads it again, unless the page asks to stay.
    fn close(&mut self, at: usize, although_asked: bool) {
        self.shared.set_at_once(true);
        while let Some(change) = self.shared.news_of_race(at) {
            self.hear(at, Some(change));
        }
        self.flush(at);
        let (session, _) = &self.windows[at];
        if session.is_unsaved() {
            if !although_asked {
                return;
            }
            let held = self.held_by(at);
            self.owed.retain(|token| !held.contains(token));
        }
        let scenario = self.windows[at].0.scenario().map(str::to_owned);
        // What is offered to come back goes with the notice, which the user saw.
        let offered = self.offered_by(at);
        self.owed.retain(|token| !offered.contains(token));
        self.listen();
        self.shared.close(at);
        self.windows[at] = window(&self.shared, at, scenario.as_deref());
    }

    fn run(&mut self, act: &Act) {
        let count = self.windows.len();
        match *act {
            Act::Edit(w, place) => {
                let token = self.token();
                self.does(w % count, |session, _| edit(session, place, token));
            }
            Act::Half(w, place) => {
                let token = self.token();
                self.does(w % count, |session, _| {
                    let field = figure_field(session.form(), place.into());
                    session.type_in(Slot::Field(field), &format!("{token}x"));
                });
            }
            Act::Step(w, back) => self.does(w % count, |session, _| drop(session.step(back))),
            Act::Flush(w) => self.flush(w % count),
            Act::Hear(w, n) | Act::HearTwice(w, n) => {
                let stays = matches!(act, Act::HearTwice(..));
                let change = self.shared.news(w % count, n, stays);
                self.hear(w % count, change);
            }
            Act::Lose(w, n) => self.shared.lose(w % count, n),
            Act::AtOnce(yes) => self.shared.set_at_once(yes),
            Act::Arrive(w) => drop(self.shared.arrive(w % count)),
            Act::Room(room) => self.shared.set_quota(self.shared.used() + room),
            Act::Blocked(w, yes) => self.shared.trouble(w % count, Some(yes), false, false),
            Act::Forgets(w) => self.shared.trouble(w % count, None, true, false),
            Act::Misreads(w) => self.shared.trouble(w % count, None, false, true),
            Act::Close(w) => self.close(w % count, false),
            Act::Leave(w) => self.close(w % count, true),
            Act::Begin(w) => self.replace(w % count, Replacement::Begin(blank())),
            Act::Open(w, n) => {
                if let Some(id) = self.form_id(w % count, n) {
                    self.replace(w % count, Replacement::Open(id));
                }
            }
            Act::Delete(w, n) => self.delete(w % count, n),
            Act::Restore(w) => {
                let (session, port) = &mut self.windows[w % count];
                let notice = session.notices().iter().find(|one| one.restore.is_some()).cloned();
                if let Some(notice) = notice
                    && session.restore(notice.id, port)
                {
                    let back = tokens_of(&notice.restore.unwrap());
                    let taken = |token: &u32| self.taken.iter().any(|(taken, _)| taken == token);
                    self.owed.extend(back.into_iter().filter(|token| !taken(token)));
                }
            }
            Act::Duplicate(w, n) => {
                if let Some(id) = self.form_id(w % count, n) {
                    let (session, port) = &mut self.windows[w % count];
                    session.duplicate(&id, port);
                }
            }
            Act::BeginScenario(w) => {
                self.does(w % count, |session, _| drop(session.begin_scenario()));
            }
            Act::RenameScenario(w) => {
                let token = self.token();
                self.does(w % count, |session, _| {
                    let _ = session.rename_scenario(&token.to_string());
                });
            }
            Act::DeleteScenario(w) => self.does(w % count, |session, _| session.delete_scenario()),
            Act::EditScenario(w, n) => {
                let session = &mut self.windows[w % count].0;
                let names: Vec<_> =
                    session.form().scenarios.iter().map(|one| one.name.clone()).collect();
                session.edit_scenario(names.get(n).map(String::as_str));
            }
        }
        self.listen();
    }

    fn form_id(&self, at: usize, n: usize) -> Option<String> {
        let shelf = self.windows[at].0.shelf();
        Some(shelf.get(n.checked_rem(shelf.len())?)?.id.clone())
    }

    fn replace(&mut self, at: usize, replacement: Replacement) {
        let (session, port) = &mut self.windows[at];
        if !session.replace(replacement, port) {
            session.answer_asked(false, port);
        }
    }

    fn delete(&mut self, at: usize, n: usize) {
        let Some(id) = self.form_id(at, n) else { return };
        let before = self.windows[at].0.notices().last().map_or(0, |notice| notice.id);
        self.replace(at, Replacement::Delete(id));
        let session = &self.windows[at].0;
        let gone = session.notices().iter().filter(|notice| notice.id > before);
        let gone: Tokens =
            gone.filter_map(|notice| notice.restore.as_deref()).flat_map(tokens_of).collect();
        self.owed.retain(|token| !gone.contains(token));
    }

    fn listen(&mut self) {
        let all = self.windows.iter().flat_map(|(session, _)| session.notices());
        self.told.extend(all.map(|notice| notice.text.clone()));
    }

    /// Nothing is lost on the way: it is stored, under way, or in a window.
    fn check(&self) -> Result<(), TestCaseError> {
        let mut found = self.shared.under_way();
        found.extend(self.shared.stored().values().flat_map(|text| tokens(text)));
        (0..self.windows.len()).for_each(|at| found.extend(self.held_by(at)));
        let lost: Vec<_> = self.owed.difference(&found).collect();
        prop_assert!(lost.is_empty(), "lost on the way: {lost:?}");
        Ok(())
    }

    /// Once all is quiet, every edit is stored, or in a window that asks before one
    /// leaves it; and copies are told of.
    fn settle(&mut self) -> Result<(), TestCaseError> {
        self.shared.set_at_once(true);
        let mut rounds = 0;
        loop {
            for at in 0..self.windows.len() {
                while let Some(change) = self.shared.news(at, 0, false) {
                    self.hear(at, Some(change));
                }
                self.flush(at);
            }
            self.listen();
            rounds += 1;
            if self.shared.is_quiet() {
                break;
            }
            prop_assert!(rounds < 30, "the windows never come to rest");
        }
        self.check_at_rest()
    }

    fn check_at_rest(&self) -> Result<(), TestCaseError> {
        let stored = self.shared.stored();
        let mut found: Tokens = stored.values().flat_map(|text| tokens(text)).collect();
        for (at, (session, _)) in self.windows.iter().enumerate() {
            found.extend(match session.is_unsaved() {
                true => self.held_by(at),
                false => self.offered_by(at),
            });
            let is_stored = stored.contains_key(&Key::Form(session.id().to_owned()).text());
            prop_assert!(is_stored || !session.is_saved(), "window {at} says saved, and is not");
        }
        let lost: Vec<_> = self.owed.difference(&found).collect();
        prop_assert!(lost.is_empty(), "lost: {lost:?}");
        for (key, text) in &stored {
            let Some(Key::Form(id)) = Key::parse(key) else { continue };
            let saved = storage::read(&id, text);
            prop_assert!(saved.is_ok(), "{key} cannot be read again");
            let name = saved.unwrap().name;
            let is_copy = name.ends_with(&page::other_window_name(""));
            let words = [page::overtaken(&name), page::raced(&name)];
            let is_told = words.iter().any(|words| self.told.contains(words));
            prop_assert!(is_told || !is_copy, "nobody is told of 「{name}」");
        }
        Ok(())
    }
}

fn blank() -> Box<Form> {
    Box::new(Form::blank().unwrap())
}

fn figure_field(form: &Form, at: usize) -> FieldId {
    let fields = form.edition.field_ids();
    let amounts = fields.filter(|id| form.edition[*id].kind == FieldKind::Amount);
    amounts.take(2).nth(at % 2).unwrap()
}

/// Types a number into one of a few places: where windows meet, and where not.
fn edit(session: &mut Session, place: u8, token: u32) {
    match place {
        0 => session.set_county(token.to_string()),
        1 => session.set_note(IndicatorId(0), token.to_string()),
        2 => session.edit(Edit::Veto, |form| form.veto = vec![token.to_string()]),
        place => {
            let field = figure_field(session.form(), place.into());
            session.type_in(Slot::Field(field), &token.to_string());
        }
    }
}

fn all_goes_well(windows: usize, acts: &[Act]) -> Result<(), TestCaseError> {
    let mut world = World::new(windows);
    for act in acts {
        world.run(act);
        world.check()?;
    }
    world.settle()?;
    // With room again, all of it is stored.
    world.shared.calm();
    world.shared.set_quota(10_000_000);
    world.settle()?;
    for (at, (session, _)) in world.windows.iter().enumerate() {
        let is_gone = session.save_state() == SaveState::Deleted;
        prop_assert!(is_gone || !session.is_unsaved(), "window {at} never saves");
    }
    Ok(())
}

fn runner(cases: u32, seed: RngSeed) -> TestRunner {
    TestRunner::new(Config {
        cases,
        rng_seed: seed,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    })
}

#[track_caller]
fn interleave(windows: usize, cases: u32, seed: RngSeed) {
    let result = runner(cases, seed).run(&acts(), |acts| all_goes_well(windows, &acts));
    if let Err(failure) = result {
        panic!("{windows} windows: {failure}");
    }
}

/// Interleavings that a test looks at.
fn cases(usual: u32) -> u32 {
    std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

#[test]
fn two_windows_lose_nothing() {
    interleave(2, cases(120), RngSeed::Fixed(14));
}

#[test]
fn three_windows_lose_nothing() {
    interleave(3, cases(60), RngSeed::Fixed(14));
}

/// For `cargo xtask fuzz`: fresh interleavings for so many seconds.
#[test]
#[ignore = "runs as long as FUZZ_SECONDS says"]
fn fuzz() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let until = Instant::now() + Duration::from_secs(seconds.unwrap_or(10));
    let mut rounds = 0;
    while Instant::now() < until {
        interleave(2 + rounds % 2, 50, RngSeed::Random);
        rounds += 1;
    }
    println!("{} interleavings of windows", rounds * 50);
}

/// Two windows that changed one place, while the storage has room for so many
/// characters beyond what is stored.
fn clash_with_room(room: usize) -> Result<(), TestCaseError> {
    let mut world = World::new(2);
    world.run(&Act::AtOnce(false));
    for act in [Act::Edit(0, 0), Act::Edit(1, 0), Act::Flush(0), Act::Room(room), Act::Flush(1)] {
        world.run(&act);
        world.check()?;
    }
    world.settle()?;
    let all_stored = world.windows.iter().all(|(session, _)| !session.is_unsaved());
    let copies = world.told.iter().filter(|text| text.contains("已另存为")).count();
    prop_assert!(!all_stored || copies > 0, "{room}: two edits of one place, and no copy is told");
    world.shared.set_quota(1_000_000);
    world.settle()?;
    prop_assert!(world.windows.iter().all(|(session, _)| !session.is_unsaved()), "{room}");
    Ok(())
}

#[test]
fn a_clash_loses_nothing_whatever_the_room() {
    // A write takes hundreds of characters, so no combination of failures is missed.
    for room in (0..2_000).step_by(3) {
        if let Err(failure) = clash_with_room(room) {
            panic!("room for {room}: {failure}");
        }
    }
}

#[test]
fn windows_that_edit_within_the_same_moment_are_united() {
    let mut world = World::new(2);
    for act in [Act::AtOnce(false), Act::Edit(0, 0), Act::Edit(1, 1), Act::Flush(0), Act::Flush(1)]
    {
        world.run(&act);
    }
    world.settle().unwrap();
    assert_eq!(world.shared.stored().len(), 1, "no copy is needed");
    let [(first, _), (second, _)] = world.windows.as_slice() else { unreachable!() };
    assert_eq!(first.form(), second.form());
    assert_eq!((first.form().county.as_str(), first.form().notes.len()), ("7000001", 1));
}

/// Two windows that edit one scenario; the first does something, the second hears.
#[track_caller]
fn scenario_elsewhere(act: Act, expected: &str, said: &str) {
    let mut world = World::new(2);
    for act in [Act::BeginScenario(0), Act::Flush(0), Act::Hear(1, 0), Act::EditScenario(1, 0)] {
        world.run(&act);
    }
    world.settle().unwrap();
    world.run(&Act::EditScenario(1, 0));
    world.run(&act);
    world.settle().unwrap();
    let second = &mut world.windows[1].0;
    assert_eq!(second.scenario(), Some(expected));
    assert!(second.notices().iter().any(|notice| notice.text.contains(said)), "{said}");
    edit(second, 3, 7_000_099);
    assert_eq!(second.form().case.answers.iter().count(), 0, "it is in the baseline");
}

#[test]
fn a_scenario_renamed_or_deleted_elsewhere_is_followed_or_told() {
    scenario_elsewhere(Act::RenameScenario(0), "7000001", "改名为「7000001」");
    scenario_elsewhere(Act::DeleteScenario(0), "情景 1", "已在另一个窗口删除");
}

#[test]
fn a_form_deleted_elsewhere_stays_open_and_is_told() {
    let mut world = World::new(2);
    world.run(&Act::Delete(0, 0));
    world.settle().unwrap();
    assert_eq!(world.windows[1].0.save_state(), SaveState::Deleted);
    assert!(world.told.iter().any(|text| text.contains("另一个窗口删除了")));
    assert!(world.shared.stored().is_empty());
    world.run(&Act::Edit(1, 0));
    world.run(&Act::Flush(1));
    assert!(world.windows[1].0.is_saved());
    assert_eq!(world.shared.stored().len(), 1);
}

/// Two windows wrote a form within the same moment, and one of them deletes it before
/// it hears that the other's state is stored.
#[test]
fn what_the_user_saw_is_not_deleted_with_what_was_stored_over_it() {
    let acts = [
        Act::AtOnce(false),
        Act::Edit(2, 0),
        Act::Edit(1, 0),
        Act::Flush(2),
        Act::Begin(1),
        Act::Close(0),
        Act::Edit(0, 0),
        Act::Begin(2),
        Act::Blocked(2, true),
        Act::Delete(1, 1),
    ];
    all_goes_well(3, &acts).unwrap();
}

/// Two windows wrote a form within the same moment, and the one that is told of the
/// other's state cannot read the store.
#[test]
fn two_states_of_which_either_may_be_stored_are_both_held() {
    let acts = [
        Act::Edit(1, 0),
        Act::Edit(0, 0),
        Act::AtOnce(false),
        Act::Begin(1),
        Act::Begin(0),
        Act::Edit(0, 0),
        Act::Close(0),
        Act::Blocked(1, true),
    ];
    all_goes_well(2, &acts).unwrap();
}

/// A window hears of a state that its own older write came to stand over.
#[test]
fn what_is_shown_is_stored_again_where_an_older_state_came_over_it() {
    let acts = [
        Act::Edit(1, 0),
        Act::AtOnce(false),
        Act::Flush(1),
        Act::Edit(0, 0),
        Act::Flush(0),
        Act::Step(1, true),
        Act::Edit(0, 0),
        Act::Begin(0),
        Act::Close(0),
    ];
    all_goes_well(2, &acts).unwrap();
}

/// News of a state comes after the news that the form was deleted, to a window that
/// cannot read the store.
#[test]
fn a_deleted_form_is_not_called_saved_by_older_news() {
    let acts =
        [Act::Edit(0, 0), Act::Begin(0), Act::Delete(0, 1), Act::Hear(1, 4), Act::Blocked(1, true)];
    all_goes_well(2, &acts).unwrap();
}
