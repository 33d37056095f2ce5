//! What is shown and scored now, and telling the parts of the page what changed.

use super::dom::paint_first;
use super::platform;
use super::session::Session;
use crate::form::{Case, Form};
use crate::rulebook::{FieldId, IndicatorId, editions};
use crate::score::Scorecard;
use leptos::prelude::*;

/// The baseline, or the scenario that is being edited, with its scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Present {
    pub case: Case,
    pub card: Scorecard,
    /// The baseline's scores while a scenario is being edited.
    pub baseline: Option<Scorecard>,
}

impl Present {
    /// The form as a scenario changes it, or its baseline.
    pub fn of(form: &Form, scenario: Option<&str>) -> Present {
        let baseline = form.scorecard();
        if scenario.is_some_and(|name| form.scenario(name).is_some()) {
            let case = form.case_under(scenario);
            let card = form.score(&case);
            return Present { case, card, baseline: Some(baseline) };
        }
        Present { case: form.case.clone(), card: baseline, baseline: None }
    }
}

/// A part of the fill page that is told when what it shows has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block(u16);

impl Block {
    /// County, year, method, and the shared figures.
    pub const BASICS: Block = Block(0);

    /// The block of an indicator.
    pub fn of(id: IndicatorId) -> Block {
        Block(id.0.saturating_add(1))
    }
}

/// One trigger a place: an edit reaches the few parts that show what it
/// changed, and none of the others is asked.
#[derive(Clone, Copy)]
pub struct Blocks(&'static [Trigger]);

impl Blocks {
    /// Blocks for the longest edition of this build.
    pub fn for_all_editions() -> Blocks {
        let triggers: Vec<Trigger> = (0..=editions::LONGEST).map(|_| Trigger::new()).collect();
        Blocks(triggers.leak())
    }

    fn track(self, place: Block) {
        if let Some(trigger) = self.0.get(usize::from(place.0)) {
            trigger.track();
        }
    }

    /// Tells a place that what it shows has changed.
    pub fn tell(self, place: Block) {
        if let Some(trigger) = self.0.get(usize::from(place.0)) {
            trigger.notify();
        }
    }

    /// Tells every place.
    pub fn tell_all(self) {
        self.0.iter().for_each(Trigger::notify);
    }
}

impl Session {
    /// Reads for a place of the fill page: followed is that place alone.
    pub fn see<U>(self, place: Block, read: impl FnOnce(&Form, &Present) -> U) -> U {
        self.places.track(place);
        self.form.with_untracked(|form| self.present.with_untracked(|present| read(form, present)))
    }

    /// Puts a form, and the scenario that is edited, in the place of what is
    /// there, and tells those whom it concerns.
    pub fn put(self, form: Form, scenario: Option<String>) {
        let scenario = scenario.filter(|name| form.scenario(name).is_some());
        let present = Present::of(&form, scenario.as_deref());
        let before = self.scenario.get_untracked();
        let moved = before != scenario;
        if moved {
            self.turn_drafts(&form, before.as_deref(), scenario.as_deref());
            platform::keep_scenario(scenario.as_deref());
            self.scenario.update_untracked(|now| *now = scenario);
        }
        let places = self.form.with_untracked(|old| {
            let same = !moved && old.edition == form.edition;
            same.then(|| self.present.with_untracked(|was| concerned(old, was, &form, &present)))
        });
        self.form.update_untracked(|old| *old = form);
        self.present.update_untracked(|old| *old = present);
        if places.is_some() {
            paint_first();
        }
        self.present.notify();
        self.form.notify();
        if moved {
            self.scenario.notify();
        }
        match places {
            Some(places) => places.into_iter().for_each(|place| self.places.tell(place)),
            None => self.places.tell_all(),
        }
    }

    /// The place where a field is entered.
    pub fn place_of(self, field: FieldId) -> Block {
        self.rulebook_now().owner(field).map_or(Block::BASICS, Block::of)
    }
}

/// The places that show something that differs.
fn concerned(old: &Form, was: &Present, new: &Form, is: &Present) -> Vec<Block> {
    let rulebook = new.edition.0;
    let mut concerned = Vec::new();
    let mut shared = old.county != new.county
        || old.year != new.year
        || old.veto != new.veto
        || old.targets != new.targets
        || was.case.base != is.case.base
        || was.case.readings != is.case.readings;
    let mut readers = Vec::new();
    for field in rulebook.field_ids() {
        let differs = was.case.answers.get(field) != is.case.answers.get(field)
            || old.case.answers.get(field) != new.case.answers.get(field);
        if differs {
            shared |= rulebook.owner(field).is_none();
            readers.extend(rulebook.owner(field));
            readers.extend(rulebook.readers(field));
        }
    }
    if shared {
        concerned.push(Block::BASICS);
    }
    for id in rulebook.indicator_ids() {
        let at = usize::from(id.0);
        let references = |was: &Case, is: &Case| {
            let mut metrics = rulebook[id].metrics.iter();
            metrics.any(|m| was.references.get(*m) != is.references.get(*m))
        };
        if readers.contains(&id)
            || was.card.indicators.get(at) != is.card.indicators.get(at)
            || references(&was.case, &is.case)
            || references(&old.case, &new.case)
            // Deadlines move with the year.
            || old.year != new.year
            || old.adjustments.get(&id) != new.adjustments.get(&id)
            || old.notes.get(&id) != new.notes.get(&id)
            || old.evidence.get(&id) != new.evidence.get(&id)
        {
            concerned.push(Block::of(id));
        }
    }
    concerned
}
