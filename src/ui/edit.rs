//! Edits: every change of the form goes through here, so that each can be
//! undone and is saved.

use super::platform;
use super::present::Block;
use super::session::{Edited, Incoming, SaveState, Session};
use super::view::View;
use crate::form::{Event, EventKind, Form};
use crate::rulebook::{Answer, FieldId, Map, MetricId, Reference};
use crate::storage::{self, Saved, browser::Browser};
use crate::text::page;
use leptos::prelude::*;

/// Between the case that a draft waits in and its place there.
const APART: char = '\0';

/// The field or metric that a draft's place is named after.
fn name_of(slot: &str) -> &str {
    slot.split(['#', '[']).next().unwrap_or_default()
}

/// Whether a place belongs to the case that is edited: an answer or a reference.
fn of_case(form: &Form, slot: &str) -> bool {
    let (rulebook, name) = (form.edition.0, name_of(slot));
    rulebook.field(name).is_some() || rulebook.metric(name).is_some()
}

/// Drafts as they stand in another case; those of a scenario that is gone go too.
pub(super) fn turned(
    form: &Form,
    drafts: &Map<String, String>,
    from: Option<&str>,
    to: Option<&str>,
) -> Map<String, String> {
    let mut all = Map::new();
    for (slot, text) in drafts.iter() {
        let (case, name) = match slot.split_once(APART) {
            Some(parted) => parted,
            None if of_case(form, slot) => (from.unwrap_or_default(), slot.as_str()),
            None => (to.unwrap_or_default(), slot.as_str()),
        };
        if case == to.unwrap_or_default() {
            all.insert(name.to_owned(), text.clone());
        } else if case.is_empty() || form.scenario(case).is_some() {
            all.insert(format!("{case}{APART}{name}"), text.clone());
        }
    }
    all
}

impl Session {
    /// Changes the form; nothing happens when nothing changes.
    pub fn edit(self, edited: Option<Edited>, change: impl FnOnce(&mut Form)) {
        self.edit_in(self.scenario.get_untracked(), edited, change);
    }

    /// Changes the form, and which scenario is edited from then on.
    pub fn edit_in(
        self,
        scenario: Option<String>,
        edited: Option<Edited>,
        change: impl FnOnce(&mut Form),
    ) {
        let before = self.form.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.undo.update(|undo| undo.note(&before, edited));
        } else if scenario == self.scenario.get_untracked() {
            return;
        }
        self.put(after, scenario);
    }

    /// Answers a field in the baseline or in the scenario that is edited.
    pub fn answer(self, field: FieldId, answer: Option<Answer>) {
        let scenario = self.scenario.get_untracked();
        self.edit(Some(Edited::Field(field)), |form| {
            form.set_answer(scenario.as_deref(), field, answer);
        });
    }

    /// Sets a metric's reference in the baseline or in the scenario that is edited.
    pub fn refer(self, metric: MetricId, reference: Option<Reference>) {
        let scenario = self.scenario.get_untracked();
        self.edit(Some(Edited::Reference(metric)), |form| {
            form.set_reference(scenario.as_deref(), metric, reference);
        });
    }

    /// Answers a field in a step of undo of its own.
    pub fn answer_once(self, field: FieldId, answer: Option<Answer>) {
        self.seal();
        self.answer(field, answer);
        self.seal();
    }

    /// Drops drafts by the place they stand in.
    pub fn drop_drafts(self, goes: impl Fn(&str) -> bool) {
        self.drop_drafts_if(|slot, _| goes(slot));
    }

    /// Drops drafts by their place and text.
    pub fn drop_drafts_if(self, goes: impl Fn(&str, &str) -> bool) {
        if self.drafts.with_untracked(|d| d.iter().any(|(slot, text)| goes(slot, text))) {
            self.drafts.update(|drafts| drafts.retain(|slot, text| !goes(slot, text)));
            self.places.tell_all();
        }
    }

    /// Keeps what was typed at a place and is no value, or drops it.
    pub fn draft(self, place: Block, slot: &str, text: Option<String>) {
        if self.drafts.with_untracked(|drafts| drafts.get(slot) == text.as_ref()) {
            return;
        }
        self.drafts.update(|drafts| {
            match text {
                Some(text) => drafts.insert(slot.to_owned(), text),
                None => drafts.remove(slot),
            };
        });
        self.places.tell(place);
    }

    /// Half-typed answers and references belong to the case they were typed in:
    /// they wait there under its name, and those of the other case come forward.
    pub(super) fn turn_drafts(self, form: &Form, from: Option<&str>, to: Option<&str>) {
        let renamed = from.is_some_and(|name| form.scenario(name).is_none())
            && to.is_some_and(|name| self.form.with_untracked(|old| old.scenario(name).is_none()));
        if !renamed && self.drafts.with_untracked(|drafts| !drafts.is_empty()) {
            let all = self.drafts.with_untracked(|drafts| turned(form, drafts, from, to));
            self.drafts.set(all);
        }
    }

    /// Something that happens to the form now, for its history.
    pub fn event(self, kind: EventKind, detail: &str) -> Event {
        Event { time: platform::minute(platform::now()), kind, detail: detail.to_owned() }
    }

    /// Notes in the form's history what happened; no step of undo takes it back.
    pub fn record(self, kind: EventKind, detail: &str) {
        let event = self.event(kind, detail);
        let mut form = self.form.get_untracked();
        form.remember(event.clone());
        self.undo.update(|undo| undo.each(&|form| form.remember(event.clone())));
        self.put(form, self.scenario.get_untracked());
    }

    /// The next edit is a step of undo of its own.
    pub fn seal(self) {
        self.undo.update_untracked(|undo| undo.seal());
    }

    /// Takes the last step back, or forward again.
    ///
    /// Only where the form is in view: nothing changes unseen.
    pub fn step(self, back: bool) {
        // What came in is only looked at; one's own form does not change unseen.
        if self.incoming.with_untracked(|incoming| !incoming.is_empty()) {
            return;
        }
        if !untrack(|| self.in_view()) {
            return;
        }
        let present = self.form.get_untracked();
        let mut undo = self.undo.get_untracked();
        let other = if back { undo.undo(&present) } else { undo.redo(&present) };
        let Some(other) = other else { return };
        self.undo.set(undo);
        self.drop_drafts_of_changes(&present, &other);
        // A scenario that only gets its other name stays the one that is edited.
        let scenario = self.scenario.get_untracked().map(|name| {
            let renamed = present.scenarios.iter().zip(&other.scenarios);
            let same_length = present.scenarios.len() == other.scenarios.len();
            let mut renamed = renamed.filter(|(now, _)| same_length && now.name == name);
            renamed.next().map_or(name.clone(), |(_, then)| then.name.clone())
        });
        self.put(other, scenario);
    }

    /// A draft stands for a value that is not there yet; where undo changes the
    /// value itself, the draft goes.
    fn drop_drafts_of_changes(self, present: &Form, other: &Form) {
        let rulebook = present.edition.0;
        let changed = |slot: &str| {
            let name = name_of(slot);
            let answer = rulebook.field(name).is_some_and(|field| {
                present.case.answers.get(field) != other.case.answers.get(field)
            });
            let reference = rulebook.metric(name).is_some_and(|metric| {
                present.case.references.get(metric) != other.case.references.get(metric)
            });
            answer || reference || (name == "year" && present.year != other.year)
        };
        self.drop_drafts(changed);
    }

    /// Opens a saved form, the present one being saved already.
    pub fn open(self, saved: Saved) {
        let same = self.id.get_untracked() == saved.id;
        self.opened.update_untracked(|opened| *opened = same);
        if saved.revision > 0 {
            // Which form to open next time is a convenience, not the user's work.
            let _ = storage::set_current(&Browser, &saved.id);
        }
        // Another window's state of it leaves one in the scenario one edits.
        let scenario = self.scenario.get_untracked().filter(|_| same);
        self.scenario.update_untracked(|now| *now = scenario.clone());
        if !same {
            self.goal.set(String::new());
            self.wish.set(Default::default());
        }
        self.id.set(saved.id);
        self.name.set(saved.name);
        self.revision.set(saved.revision);
        let drafts = turned(&saved.form, &saved.drafts, None, scenario.as_deref());
        self.drafts.set(drafts);
        self.undo.set(crate::form::Undo::new());
        self.save.set(if saved.revision == 0 {
            SaveState::Untouched
        } else {
            SaveState::Saved(saved.saved_at)
        });
        self.put(saved.form, scenario);
        self.scenario.notify();
        self.places.tell_all();
    }

    /// Opens a form as a new one of the user's own.
    pub fn adopt(self, name: String, form: Form) {
        self.flush();
        self.open(unsaved(name, form));
        self.flush_always();
    }

    /// Shows forms that came in, without touching what is stored.
    pub fn receive(self, incoming: Vec<Incoming>) {
        if !incoming.is_empty() {
            self.sharing.set(false);
            self.incoming_at.set(0);
            self.incoming.set(incoming);
            // Whoever was far down a list sees from its head what came in.
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Keeps a form that came in as one's own.
    pub fn keep(self, incoming: Incoming) {
        let name = page::form_name("", &incoming.form);
        let mut form = incoming.form;
        form.remember(
            self.event(EventKind::Received, incoming.name.as_deref().unwrap_or_default()),
        );
        self.adopt(String::new(), form);
        self.tell(page::kept(&name), false);
        self.show(View::Fill);
    }
}

/// A form that is not saved yet.
pub fn unsaved(name: String, form: Form) -> Saved {
    Saved {
        id: platform::fresh_id(),
        name,
        saved_at: platform::now(),
        revision: 0,
        drafts: Default::default(),
        form,
    }
}
