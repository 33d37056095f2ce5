//! What other windows do to the stored forms, and how the open one follows.
//!
//! Windows share a store without locks: two may write within the same moment,
//! each without having seen the other. So every stored state names the states it
//! goes on from. A state that does not go on from what is open here is put
//! together with it from the latest state that both go on from. Where both
//! changed one value, theirs is kept as a form of its own; where there is no room
//! for that, it is held here, nothing is overwritten, and leaving asks.

use super::drafts::{is_stray, renamed, turned};
use super::host::Host;
use super::saving::SaveState;
use super::shelf::unsaved;
use super::state::Session;
use super::undo::Undo;
use crate::form::{Form, Three, is_same_content, reconcile, renamed_scenarios};
use crate::rulebook::Map;
use crate::storage::{self, Key, Lineage, Mark, Saved, Saving, StoreFault};
use crate::text::{page, scenario as words};
use std::sync::Arc;

/// How many states are kept whole, to put later ones together from.
const MOST: usize = 16;

/// What a stored form says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StoredState {
    pub form: Arc<Form>,
    pub drafts: Map<String, String>,
    pub name: String,
}

/// What this window knows of the states of the open form.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// The states that the open form goes on from.
    pub lineage: Lineage,
    /// The latest of them, whole.
    states: Vec<(Mark, Arc<StoredState>)>,
    /// Whether this window wrote the form since it was opened.
    pub wrote: bool,
}

impl StoredState {
    fn of(saved: &Saved) -> StoredState {
        StoredState {
            form: Arc::new(saved.form.clone()),
            drafts: saved.drafts.clone(),
            name: saved.name.clone(),
        }
    }

    fn is_same(&self, other: &StoredState) -> bool {
        self.drafts == other.drafts
            && self.name == other.name
            && is_same_content(&self.form, &other.form)
    }

    /// Puts two states together that both go on from `base`; none if they clash.
    fn reconciled(
        base: &StoredState,
        mine: &StoredState,
        theirs: &StoredState,
    ) -> Option<StoredState> {
        let mut three = Three::default();
        let form = reconcile(&base.form, &mine.form, &theirs.form);
        let ours = renamed_scenarios(&base.form, &mine.form);
        let others = renamed_scenarios(&base.form, &theirs.form);
        let before = renamed(&renamed(&base.drafts, &ours), &others);
        let (mine_now, theirs_now) =
            (renamed(&mine.drafts, &others), renamed(&theirs.drafts, &ours));
        let drafts = three.map(&before, &mine_now, &theirs_now);
        // Text that waits in a scenario goes with it only if both saw it.
        let is_new = |slot: &String, text: &String| before.get(slot) != Some(text);
        let strays =
            drafts.iter().filter(|(slot, text)| is_stray(&form.form, slot) && is_new(slot, text));
        three.clashes += strays.count();
        let name = three.value(&base.name, &mine.name, &theirs.name);
        let clashes = form.clashes + three.clashes;
        (clashes == 0).then(|| StoredState { form: Arc::new(form.form), drafts, name })
    }
}

impl Known {
    /// What is known of a form that was just opened.
    pub fn of(saved: &Saved) -> Known {
        let mut known = Known { lineage: saved.lineage.clone(), ..Known::default() };
        known.remember(saved);
        known
    }

    /// Keeps a stored state whole.
    pub fn remember(&mut self, saved: &Saved) {
        if let Some(mark) = saved.lineage.latest() {
            self.states.retain(|(known, _)| *known != mark);
            self.states.insert(0, (mark, Arc::new(StoredState::of(saved))));
            self.states.truncate(MOST);
        }
    }

    fn state(&self, mark: Mark) -> Option<&Arc<StoredState>> {
        Some(&self.states.iter().find(|(known, _)| *known == mark)?.1)
    }

    /// The latest states that both go on from: by this window's order and by
    /// theirs, which differ where both put states together.
    fn bases(&self, theirs: &Lineage) -> Vec<Arc<StoredState>> {
        let ours = self.lineage.iter().find(|mark| theirs.has(*mark));
        let other = theirs.iter().find(|mark| self.lineage.has(*mark));
        let marks = ours.into_iter().chain(other.filter(|mark| Some(*mark) != ours));
        let all: Option<Vec<_>> = marks.map(|mark| self.state(mark).cloned()).collect();
        all.unwrap_or_default()
    }
}

impl Session {
    /// Follows what another window did to a key of the store; `text` is what it
    /// wrote, or none where it deleted. News may come late, twice or out of order.
    pub fn follow(&mut self, key: &str, text: Option<&str>, host: &impl Host) {
        let Some(Key::Form(id)) = Key::parse(key) else { return };
        if self.id == id {
            let was_deleted = self.save == SaveState::Deleted;
            if let Some(text) = text
                && !self.known.lineage.has(Mark::of(text))
                && let Ok(theirs) = storage::read(&id, text)
            {
                self.take_in(theirs, host);
            }
            // Events may come in any order: this one may be older than the deletion.
            let is_deleted = text.is_none() || was_deleted;
            if is_deleted && host.get(key).is_err() {
                self.note_deleted();
            }
            return self.check(host);
        }
        self.follow_closed(&id, text, host);
    }

    /// Follows what another window did to a form that is not open here. The store is read
    /// again, since the event may come late. If this window wrote the form too, both may
    /// have written within the same moment: a state that the stored one does not go on
    /// from is kept beside it.
    pub(super) fn follow_closed(&mut self, id: &str, text: Option<&str>, host: &impl Host) {
        let told = text.and_then(|text| storage::read(id, text).ok());
        let loaded = storage::load(host, id);
        let is_known = loaded.is_ok();
        let now = loaded.unwrap_or_else(|_| told.clone());
        let written = self.written.get(id).cloned();
        let latest = written.as_ref().and_then(Lineage::latest);
        let own = self.shelf.iter().find(|saved| saved.id == id);
        let own = own.filter(|own| latest.is_some() && own.lineage.latest() == latest).cloned();
        let Some(now) = now else {
            self.shelf.retain(|saved| saved.id != id);
            let is_unseen = |told: &Saved| {
                let mark = told.lineage.latest();
                written.as_ref().zip(mark).is_some_and(|(written, mark)| !written.has(mark))
            };
            for gone in own.into_iter().chain(told.filter(is_unseen)) {
                let name = page::form_name(&gone.name, &gone.form);
                self.post(page::deleted_elsewhere_closed(&name), true, Some(Box::new(gone)));
            }
            return;
        };
        if written.is_some() {
            let states: Vec<Saved> = own.into_iter().chain(told).collect();
            let clashes = |state: &Saved| {
                let goes_on = state.lineage.latest().is_none_or(|mark| now.lineage.has(mark));
                !goes_on && !now.says_the_same(state)
            };
            // While the store cannot be read, either of two may be what is stored.
            let keeps_all = !is_known && states.iter().any(clashes);
            for state in states.into_iter().filter(|state| keeps_all || clashes(state)) {
                // What cannot be stored is held.
                let _ = self.keep_beside(state, host);
            }
        }
        self.shelve(now);
    }

    /// Looks at what is stored of the open form, for news that did not come.
    pub(super) fn check(&mut self, host: &impl Host) {
        if self.known.lineage.latest().is_none() {
            return;
        }
        match host.get(&Key::Form(self.id.clone()).text()) {
            Ok(None) => self.note_deleted(),
            Ok(Some(text)) if !self.known.lineage.has(Mark::of(&text)) => {
                if let Ok(theirs) = storage::read(&self.id, &text) {
                    self.take_in(theirs, host);
                }
            }
            // A late write of an older state replaced the state that is shown here.
            Ok(Some(text))
                if self.known.lineage.latest() != Some(Mark::of(&text))
                    && matches!(self.save, SaveState::Saved(_)) =>
            {
                self.touch();
            }
            _ => {}
        }
    }

    /// Another window deleted the open form. It stays open, and is stored again
    /// with the next edit.
    fn note_deleted(&mut self) {
        let was_there = self.shelf.iter().any(|saved| saved.id == self.id);
        self.shelf.retain(|saved| saved.id != self.id);
        if matches!(self.save, SaveState::Saved(_)) {
            self.save = SaveState::Deleted;
        }
        if was_there {
            let name = page::form_name(&self.name, &self.form);
            self.tell(page::deleted_elsewhere(&name), true);
        }
    }

    /// Takes another window's state of the open form in: united with what is here,
    /// or kept as a form of its own.
    pub(super) fn take_in(&mut self, theirs: Saved, host: &impl Host) {
        let mine = StoredState::of(&self.as_saved(host));
        let other = StoredState::of(&theirs);
        if mine.is_same(&other) {
            if self.save == SaveState::Deleted {
                self.save = SaveState::Saved(theirs.saved_at);
            }
            return self.go_on_from(&theirs);
        }
        let bases = self.known.bases(&theirs.lineage);
        let united = match bases.split_first() {
            None => None,
            Some((first, rest)) => StoredState::reconciled(first, &mine, &other).filter(|united| {
                let is_one = united.is_same(&mine) || united.is_same(&other);
                let breaks = |side: &StoredState| side.form.breaks_sign_off(&united.form);
                if !is_one && (breaks(&mine) || breaks(&other)) {
                    return false;
                }
                let same = |base: &Arc<StoredState>| {
                    StoredState::reconciled(base, &mine, &other)
                        .is_some_and(|two| two.is_same(united))
                };
                rest.iter().all(same)
            }),
        };
        match united {
            Some(united) => self.unite(united, &mine, theirs),
            None => {
                if self.keep_beside(theirs, host).is_ok() {
                    self.touch();
                }
            }
        }
    }

    fn go_on_from(&mut self, theirs: &Saved) {
        self.known.lineage.join(&theirs.lineage);
        self.known.remember(theirs);
        self.revision = self.revision.max(theirs.revision);
    }

    /// Puts what was united in the place of the open form.
    fn unite(&mut self, mut united: StoredState, mine: &StoredState, theirs: Saved) {
        let latest = self.known.lineage.latest();
        // Theirs stands in the store for sure only if it was written after mine.
        let is_after = latest.is_none_or(|mark| theirs.lineage.has(mark));
        let is_theirs = united.is_same(&StoredState::of(&theirs));
        let is_news = united.form != mine.form;
        self.go_on_from(&theirs);
        let scenario = self.scenario_in(&mine.form, &mut united);
        self.drafts = turned(&united.form, &united.drafts, None, scenario.as_deref());
        self.scenario = scenario;
        self.name = united.name;
        if is_news {
            self.form = united.form;
            self.undo = Undo::new();
            self.tell(if is_theirs { page::REFRESHED } else { page::UNITED }, false);
        }
        if is_theirs && is_after {
            self.save = SaveState::Saved(theirs.saved_at);
            self.kept_edits = self.edits;
        } else {
            self.touch();
        }
        self.shelve(theirs);
    }

    /// The scenario that is edited, by the name that it has in the united form.
    ///
    /// One that another window deleted stays here while it is edited: nothing that
    /// is supposed may be typed into the baseline unseen.
    fn scenario_in(&mut self, before: &Form, united: &mut StoredState) -> Option<String> {
        let name = self.scenario.clone()?;
        if united.form.scenario(&name).is_some() {
            return Some(name);
        }
        let names = renamed_scenarios(before, &united.form);
        if let Some((_, new)) = names.into_iter().find(|(old, _)| *old == name) {
            self.tell(words::renamed_elsewhere(&name, &new), false);
            return Some(new);
        }
        if let Some(scenario) = before.scenario(&name) {
            Arc::make_mut(&mut united.form).scenarios.push(scenario.clone());
        }
        self.tell(words::deleted_elsewhere(&name), true);
        Some(name)
    }

    /// Keeps another window's state of the open form as a form of its own. Where
    /// that cannot be stored it is held here, and the open form is not written.
    pub(super) fn keep_beside(
        &mut self,
        theirs: Saved,
        host: &impl Host,
    ) -> Result<(), StoreFault> {
        let state = StoredState::of(&theirs);
        if !self.copied.iter().any(|copied| copied.is_same(&state)) {
            let own_name = page::form_name(&theirs.name, &theirs.form);
            let name = page::other_window_name(&own_name);
            let drafts = theirs.drafts.clone();
            let mut copy = Saved { drafts, ..unsaved(name, theirs.form.clone(), host) };
            match storage::save(host, &mut copy, host.millis()) {
                Ok(Saving::Done) => {
                    let is_open = theirs.id == self.id;
                    let said = if is_open { page::overtaken } else { page::raced };
                    self.tell(said(&copy.name), true);
                    self.shelve(copy);
                }
                failed => {
                    let fault = failed.err().unwrap_or(StoreFault::Lost);
                    self.hold(theirs, fault);
                    return Err(fault);
                }
            }
            self.copied.insert(0, state);
            self.copied.truncate(MOST);
        }
        if theirs.id == self.id {
            self.go_on_from(&theirs);
        }
        Ok(())
    }

    fn hold(&mut self, theirs: Saved, fault: StoreFault) {
        if !self.held.iter().any(|held| held.lineage.latest() == theirs.lineage.latest()) {
            self.tell(page::no_room_for_both(&page::form_name(&theirs.name, &theirs.form)), true);
            self.held.push(theirs);
        }
        self.save = SaveState::Failed(fault);
    }

    /// What other windows saved, and could neither be united with what is here nor
    /// stored beside it.
    pub fn held(&self) -> &[Saved] {
        &self.held
    }

    /// Stores what is held of other windows; whether nothing is held any more.
    pub(super) fn keep_held(&mut self, host: &impl Host) -> bool {
        for theirs in std::mem::take(&mut self.held) {
            // What does not fit is held again.
            let _ = self.keep_beside(theirs, host);
        }
        self.held.is_empty()
    }
}
