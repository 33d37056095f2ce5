//! A three-way merge of two states of one form that share a common earlier state, for
//! windows that edit one form at the same time.
//!
//! Every value is merged on its own: a field, a note, an entry of a scenario.
//! What only one side changed is taken. Where both changed one value
//! differently they clash; then mine stays, and the clash is counted, so that
//! the caller can keep their state as well.

use super::earlier::Earlier;
use super::limits::EVENTS;
use super::model::{Case, Form, Scenario};
use super::record::{Event, Snapshot};
use super::units::Units;
use crate::rulebook::{Answers, Map, Rulebook};
use std::sync::Arc;

/// Two states put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// Both states in one form.
    pub form: Form,
    /// In how many values both sides differ from the common state and from each
    /// other.
    pub clashes: usize,
}

/// Puts two states of a form together that both came from `base`. States of
/// different editions clash, and mine stays.
pub fn reconcile(base: &Form, mine: &Form, theirs: &Form) -> Reconciled {
    if mine == theirs || theirs == base {
        return Reconciled { form: mine.clone(), clashes: 0 };
    }
    if mine == base {
        return Reconciled { form: theirs.clone(), clashes: 0 };
    }
    if mine.edition != theirs.edition || mine.edition != base.edition {
        return Reconciled { form: mine.clone(), clashes: 1 };
    }
    let (our_names, their_names) = (renamed_scenarios(base, mine), renamed_scenarios(base, theirs));
    // One renamed what the other deleted, or gave another name.
    let is_gone = |form: &Form, (old, new): &&(String, String)| {
        form.scenario(old).is_none() && form.scenario(new).is_none()
    };
    let gone = our_names.iter().filter(|names| is_gone(theirs, names)).count()
        + their_names.iter().filter(|names| is_gone(mine, names)).count();
    let (mut base, mut mine, mut theirs) = (base.clone(), mine.clone(), theirs.clone());
    rename(&mut theirs, &our_names);
    rename(&mut mine, &their_names);
    rename(&mut base, &our_names);
    rename(&mut base, &their_names);
    let mut merge = Three { clashes: gone };
    let form = merge.forms(&base, &mine, &theirs);
    Reconciled { form, clashes: merge.clashes }
}

/// Scenarios that only have another name in a later state of a form: old and new
/// names. They are known by what they change, or else by their position.
pub fn renamed_scenarios(before: &Form, after: &Form) -> Vec<(String, String)> {
    let is_new = |scenario: &&Scenario| before.scenario(&scenario.name).is_none();
    let mut new: Vec<&Scenario> = after.scenarios.iter().filter(is_new).collect();
    let mut names = Vec::new();
    for (at, old) in before.scenarios.iter().enumerate() {
        if after.scenario(&old.name).is_some() {
            continue;
        }
        let is_same =
            |new: &&Scenario| Scenario { name: old.name.clone(), ..(*new).clone() } == *old;
        let stands_there = |new: &&Scenario| {
            before.scenarios.len() == after.scenarios.len()
                && after.scenarios.get(at).is_some_and(|other| other.name == new.name)
        };
        let found = new.iter().position(is_same).or_else(|| new.iter().position(stands_there));
        if let Some(found) = found {
            names.push((old.name.clone(), new.remove(found).name.clone()));
        }
    }
    names
}

/// Whether two states say the same, whatever the order of scenarios, snapshots
/// and events.
pub fn is_same_content(one: &Form, other: &Form) -> bool {
    one == other || one.edition == other.edition && sorted(one) == sorted(other)
}

fn sorted(form: &Form) -> Form {
    let mut form = form.clone();
    form.scenarios.sort_by(|one, other| one.name.cmp(&other.name));
    form.snapshots.sort_by(by_time);
    form.history.sort_by(order);
    form
}

fn by_time(one: &Arc<Snapshot>, other: &Arc<Snapshot>) -> std::cmp::Ordering {
    (&one.taken, &one.name).cmp(&(&other.taken, &other.name))
}

fn order(one: &Event, other: &Event) -> std::cmp::Ordering {
    (&one.time, one.kind, &one.detail).cmp(&(&other.time, other.kind, &other.detail))
}

/// Gives scenarios their new names, where these are free.
fn rename(form: &mut Form, names: &[(String, String)]) {
    for (old, new) in names {
        if form.scenario(new).is_none()
            && let Some(scenario) = form.scenarios.iter_mut().find(|one| one.name == *old)
        {
            scenario.name.clone_from(new);
        }
    }
}

/// Merges values three ways and counts the clashes.
#[derive(Debug, Default)]
pub struct Three {
    /// How many values were changed on both sides, and differently.
    pub clashes: usize,
}

impl Three {
    /// One value.
    pub fn value<T: PartialEq + Clone>(&mut self, base: &T, mine: &T, theirs: &T) -> T {
        if mine == base {
            return theirs.clone();
        }
        if theirs != base && theirs != mine {
            self.clashes += 1;
        }
        mine.clone()
    }

    /// A map, entry by entry.
    pub fn map<K: Ord + Clone, V: PartialEq + Clone>(
        &mut self,
        base: &Map<K, V>,
        mine: &Map<K, V>,
        theirs: &Map<K, V>,
    ) -> Map<K, V> {
        let mut merged = mine.clone();
        for (key, _) in base.iter().chain(theirs.iter()) {
            match self.value(&base.get(key), &mine.get(key), &theirs.get(key)) {
                Some(value) => drop(merged.insert(key.clone(), value.clone())),
                None => drop(merged.remove(key)),
            }
        }
        merged
    }

    fn forms(&mut self, base: &Form, mine: &Form, theirs: &Form) -> Form {
        let year = self.value(&base.year, &mine.year, &theirs.year);
        let mut form = Form {
            edition: mine.edition,
            county: self.value(&base.county, &mine.county, &theirs.county),
            year,
            case: self.cases(mine.edition.0, &base.case, &mine.case, &theirs.case),
            adjustments: self.map(&base.adjustments, &mine.adjustments, &theirs.adjustments),
            notes: self.map(&base.notes, &mine.notes, &theirs.notes),
            evidence: self.map(&base.evidence, &mine.evidence, &theirs.evidence),
            veto: self.value(&base.veto, &mine.veto, &theirs.veto),
            scenarios: self.scenarios(&base.scenarios, &mine.scenarios, &theirs.scenarios),
            targets: self.map(&base.targets, &mine.targets, &theirs.targets),
            snapshots: snapshots(&base.snapshots, &mine.snapshots, &theirs.snapshots),
            history: history(&base.history, &mine.history, &theirs.history),
            plan: self.value(&base.plan, &mine.plan, &theirs.plan),
            units: Units::reconcile(&base.units, &mine.units, &theirs.units, self),
            earlier: Earlier {
                year: self.value(&base.earlier.year, &mine.earlier.year, &theirs.earlier.year),
                answers: self
                    .answers(mine.edition.0, [base, mine, theirs].map(|one| &one.earlier.answers)),
            },
            reviews: self.map(&base.reviews, &mine.reviews, &theirs.reviews),
            slice: self.value(&base.slice, &mine.slice, &theirs.slice),
            extra: self.value(&base.extra, &mine.extra, &theirs.extra),
        };
        form.set_year(year);
        form
    }

    fn answers(&mut self, rulebook: &Rulebook, all: [&Answers; 3]) -> Answers {
        let mut merged = Answers::default();
        for id in rulebook.field_ids() {
            let [base, mine, theirs] = all.map(|one| one.get(id));
            merged.set(id, self.value(&base, &mine, &theirs).cloned());
        }
        merged
    }

    fn cases(&mut self, rulebook: &Rulebook, base: &Case, mine: &Case, theirs: &Case) -> Case {
        let mut case = mine.clone();
        case.answers = self.answers(rulebook, [base, mine, theirs].map(|one| &one.answers));
        for id in rulebook.metric_ids() {
            let all = [base, mine, theirs].map(|one| one.references.get(id));
            case.references.set(id, self.value(&all[0], &all[1], &all[2]).cloned());
        }
        for id in rulebook.reading_ids() {
            let all = [base, mine, theirs].map(|one| one.readings.get(id));
            case.readings.set(id, self.value(&all[0], &all[1], &all[2]));
        }
        case.base = self.value(&base.base, &mine.base, &theirs.base);
        case
    }

    fn scenarios(
        &mut self,
        base: &[Scenario],
        mine: &[Scenario],
        theirs: &[Scenario],
    ) -> Vec<Scenario> {
        let named = |all: &'_ [Scenario], name: &str| all.iter().find(|s| s.name == name).cloned();
        let mut merged = Vec::new();
        let new = theirs.iter().filter(|one| named(mine, &one.name).is_none());
        for Scenario { name, .. } in mine.iter().chain(new) {
            let all = (named(base, name), named(mine, name), named(theirs, name));
            merged.extend(match all {
                (Some(base), Some(mine), Some(theirs)) => {
                    Some(self.scenario(&base, &mine, &theirs))
                }
                (base, mine, theirs) => self.value(&base, &mine, &theirs),
            });
        }
        merged
    }

    fn scenario(&mut self, base: &Scenario, mine: &Scenario, theirs: &Scenario) -> Scenario {
        Scenario {
            name: mine.name.clone(),
            answers: self.map(&base.answers, &mine.answers, &theirs.answers),
            references: self.map(&base.references, &mine.references, &theirs.references),
            base: self.value(&base.base, &mine.base, &theirs.base),
            readings: self.map(&base.readings, &mine.readings, &theirs.readings),
        }
    }
}

/// Merges two lists: returns what both kept of the base, and what either added. What either
/// side dropped is left out. Both sides come to the same, but for the order.
fn lists<T: PartialEq + Clone>(base: &[T], mine: &[T], theirs: &[T]) -> (Vec<T>, Vec<T>) {
    let kept = mine.iter().filter(|one| base.contains(one) && theirs.contains(one));
    let mut added: Vec<T> = Vec::new();
    for one in mine.iter().chain(theirs) {
        if !base.contains(one) && !added.contains(one) {
            added.push(one.clone());
        }
    }
    (kept.cloned().collect(), added)
}

fn snapshots(
    base: &[Arc<Snapshot>],
    mine: &[Arc<Snapshot>],
    theirs: &[Arc<Snapshot>],
) -> Vec<Arc<Snapshot>> {
    let (mut all, mut added) = lists(base, mine, theirs);
    added.sort_by(by_time);
    all.extend(added);
    all
}

fn history(base: &[Event], mine: &[Event], theirs: &[Event]) -> Vec<Event> {
    let (mut all, mut added) = lists(base, mine, theirs);
    added.sort_by(order);
    all.extend(added);
    all.drain(..all.len().saturating_sub(EVENTS));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::EventKind;
    use crate::rulebook::Answer;

    fn form(change: impl FnOnce(&mut Form)) -> Form {
        let mut form = Form::blank().unwrap();
        form.scenarios.push(Scenario::named("甲".into()));
        change(&mut form);
        form
    }

    /// What comes of two changes of one form, and that both windows come to it.
    #[track_caller]
    fn check(mine: fn(&mut Form), theirs: fn(&mut Form), clashes: usize) -> Form {
        let (base, mine, theirs) = (form(|_| ()), form(mine), form(theirs));
        let here = reconcile(&base, &mine, &theirs);
        let there = reconcile(&base, &theirs, &mine);
        assert_eq!((here.clashes, there.clashes), (clashes, clashes));
        if clashes == 0 {
            assert_eq!(here.form, there.form);
        }
        here.form
    }

    fn answer(form: &mut Form, field: &str, yes: bool) {
        let field = form.edition.field(field).unwrap();
        form.case.answers.set(field, Some(Answer::YesNo(yes)));
    }

    #[test]
    fn changes_of_different_places_are_united() {
        let merged = check(|form| form.county = "甲县".into(), |form| form.year = Some(2023), 0);
        assert_eq!((merged.county.as_str(), merged.year), ("甲县", Some(2023)));
        let merged = check(
            |form| answer(form, "2.model", true),
            |form| {
                form.notes.insert(crate::rulebook::IndicatorId(1), "见文件".into()).map_or((), drop)
            },
            0,
        );
        assert_eq!((merged.case.answers.iter().count(), merged.notes.len()), (1, 1));
    }

    #[test]
    fn one_place_changed_otherwise_clashes_and_mine_stays() {
        let merged =
            check(|form| form.county = "甲县".into(), |form| form.county = "乙县".into(), 1);
        assert_eq!(merged.county, "甲县");
        check(|form| form.county = "甲县".into(), |form| form.county = "甲县".into(), 0);
    }

    #[test]
    fn a_renamed_scenario_is_followed_with_what_was_typed_in_it() {
        let merged = check(
            |form| form.scenarios[0].name = "乙".into(),
            |form| {
                let field = form.edition.field("2.model").unwrap();
                form.set_answer(Some("甲"), field, Some(Answer::YesNo(true)));
            },
            0,
        );
        assert_eq!((merged.scenarios.len(), merged.scenarios[0].name.as_str()), (1, "乙"));
        assert_eq!(merged.scenarios[0].changes(), 1);
    }

    #[test]
    fn a_scenario_that_one_changed_and_the_other_deleted_clashes() {
        let merged = check(
            |form| {
                let field = form.edition.field("2.model").unwrap();
                form.set_answer(Some("甲"), field, Some(Answer::YesNo(true)));
            },
            |form| form.scenarios.clear(),
            1,
        );
        assert_eq!(merged.scenarios.len(), 1);
    }

    #[test]
    fn what_both_remember_is_united() {
        fn remember(form: &mut Form, detail: &str) {
            let (time, detail) = ("2022-07-20T09:30".to_owned(), detail.to_owned());
            form.remember(Event { time, kind: EventKind::Shared, detail });
            form.take_snapshot("稿", &form.history[0].detail.clone());
        }
        let merged = check(|form| remember(form, "甲"), |form| remember(form, "乙"), 0);
        assert_eq!((merged.history.len(), merged.snapshots.len()), (2, 2));
    }
}
