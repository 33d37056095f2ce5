//! Which scenario is edited, and the list of scenarios.

use super::drafts::turned;
use super::state::Session;
use crate::form::{Edit, Event, EventKind, Form, Scenario};
use crate::rulebook::{FieldId, IndicatorId, MetricId};
use crate::score::{Asked, is_blank};
use crate::text::scenario as words;

impl Session {
    /// Edits a scenario from now on, or the baseline. A name that no scenario
    /// has means the baseline.
    pub fn edit_scenario(&mut self, name: Option<&str>) {
        self.seal();
        self.turn_to(name.filter(|name| self.form.scenario(name).is_some()).map(str::to_owned));
    }

    /// Turns to a case; half-typed text waits in the one it was typed in.
    pub(super) fn turn_to(&mut self, scenario: Option<String>) {
        if self.scenario != scenario {
            self.drafts =
                turned(&self.form, &self.drafts, self.scenario.as_deref(), scenario.as_deref());
            self.scenario = scenario;
        }
    }

    /// Begins a scenario in which nothing differs yet; returns its name.
    pub fn begin_scenario(&mut self) -> String {
        let name = words::new_name(&self.form);
        self.add_scenario(Scenario::named(name.clone()));
        name
    }

    /// Adds a scenario and edits it. The baseline stays in view if `stay`.
    pub fn add_scenario(&mut self, scenario: Scenario) {
        let name = scenario.name.clone();
        self.edit_once(Edit::Scenario(name.clone()), |form| form.scenarios.push(scenario));
        self.edit_scenario(Some(&name));
    }

    /// Adds a scenario without leaving the case that is edited.
    pub fn keep_scenario(&mut self, scenario: Scenario) {
        self.edit_once(Edit::Scenario(scenario.name.clone()), |form| form.scenarios.push(scenario));
    }

    /// Gives the edited scenario another name. Errors: why the name is not taken,
    /// for the user.
    pub fn rename_scenario(&mut self, new: &str) -> Result<(), &'static str> {
        let Some(old) = self.scenario.clone() else { return Ok(()) };
        let new = new.trim();
        if new == old {
            return Ok(());
        }
        if is_blank(new) {
            return Err(words::NAME_BLANK);
        }
        if self.form.scenario(new).is_some() {
            return Err(words::NAME_TAKEN);
        }
        // Drafts of the baseline are stored by its name, drafts of the edited scenario
        // without one, so a rename moves none of them.
        self.scenario = Some(new.to_owned());
        self.edit_once(Edit::Scenario(new.to_owned()), |form| {
            if let Some(scenario) = form.scenarios.iter_mut().find(|s| s.name == old) {
                scenario.name = new.to_owned();
            }
        });
        Ok(())
    }

    /// Makes a copy of the edited scenario and edits that.
    pub fn duplicate_scenario(&mut self) {
        if let Some(name) = self.scenario.clone() {
            self.copy_scenario(&name);
        }
    }

    /// Makes a copy of a scenario and edits that.
    pub fn copy_scenario(&mut self, name: &str) {
        if let Some(mut scenario) = self.form.scenario(name).cloned() {
            scenario.name = words::free_name(&self.form, name);
            self.add_scenario(scenario);
        }
    }

    /// Deletes the edited scenario and goes back to the baseline.
    pub fn delete_scenario(&mut self) {
        if let Some(name) = self.scenario.clone() {
            self.remove_scenario(&name);
        }
    }

    /// Deletes a scenario. Another one that is edited stays so.
    pub fn remove_scenario(&mut self, name: &str) {
        if self.is_read_only() || self.form.scenario(name).is_none() {
            return;
        }
        if self.scenario.as_deref() == Some(name) {
            self.turn_to(None);
        }
        self.edit_once(Edit::Scenario(name.to_owned()), |form| {
            form.scenarios.retain(|scenario| scenario.name != name);
        });
        self.tell(words::deleted(name), false);
    }

    /// Makes the edited scenario the baseline.
    pub fn adopt_scenario(&mut self, minute: &str) {
        if let Some(name) = self.scenario.clone() {
            self.adopt_scenario_named(&name, minute);
        }
    }

    /// Makes a scenario the baseline, which is edited from then on.
    pub fn adopt_scenario_named(&mut self, name: &str, minute: &str) {
        if self.is_read_only() || self.form.scenario(name).is_none() {
            return;
        }
        self.turn_to(None);
        let (time, detail) = (minute.to_owned(), name.to_owned());
        let event = Event { time, kind: EventKind::Adopted, detail };
        self.edit_once(Edit::Adopt(name.to_owned()), |form| {
            form.adopt(name);
            form.remember(event);
        });
        self.tell(words::adopted(name), false);
    }

    /// Sets an answer of the edited scenario back to the baseline's.
    pub fn field_to_baseline(&mut self, field: FieldId) {
        let answer = self.form.case.answers.get(field).cloned();
        let slot = self.rulebook()[field].id;
        self.keep_draft(slot, None);
        self.answer_once(field, answer);
    }

    /// Sets a reference of the edited scenario back to the baseline's.
    pub fn reference_to_baseline(&mut self, metric: MetricId) {
        let reference = self.form.case.references.get(metric).cloned();
        self.seal();
        self.refer(metric, reference);
        self.seal();
    }

    /// Sets what the document leaves open in the edited scenario back to how the
    /// baseline reads it.
    pub fn reading_to_baseline(&mut self, asked: Asked) {
        match asked {
            Asked::Base => self.set_base(self.form.case.base(self.rulebook())),
            Asked::Reading(id) => self.set_reading(id, self.form.case.readings.get(id)),
        }
    }

    /// Sets all of an indicator in the edited scenario back to the baseline's.
    pub fn indicator_to_baseline(&mut self, id: IndicatorId) {
        let Some(name) = self.scenario.clone() else { return };
        self.edit_once(Edit::ToBaseline(id), |form: &mut Form| {
            let rulebook = form.edition.0;
            let indicator = &rulebook[id];
            for scenario in form.scenarios.iter_mut().filter(|scenario| scenario.name == name) {
                scenario.answers.retain(|field, _| !indicator.fields.contains(field));
                scenario.references.retain(|metric, _| !indicator.metrics.contains(metric));
                scenario.readings.retain(|reading, _| !rulebook.moves(*reading, id));
            }
        });
    }

    /// The indicators that differ from the baseline in the edited scenario.
    pub fn supposed(&self) -> Vec<IndicatorId> {
        match self.scenario() {
            Some(_) => self.rulebook().indicator_ids().filter(|id| self.differs(*id)).collect(),
            None => Vec::new(),
        }
    }

    /// Whether an indicator differs from the baseline in the edited scenario.
    pub fn differs(&self, id: IndicatorId) -> bool {
        let scenario = self.scenario().and_then(|name| self.form.scenario(name));
        scenario.is_some_and(|scenario| {
            let indicator = &self.rulebook()[id];
            scenario.answers.iter().any(|(field, _)| indicator.fields.contains(field))
                || scenario.references.iter().any(|(metric, _)| indicator.metrics.contains(metric))
                || scenario.readings.iter().any(|(reading, _)| self.rulebook().moves(*reading, id))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Answer;

    const MINUTE: &str = "2022-07-20T09:30";

    /// A session with two scenarios; the second is edited.
    fn session() -> Session {
        let mut session = Session::new(Form::blank().unwrap(), "own".into());
        session.begin_scenario();
        session.begin_scenario();
        session
    }

    fn names(session: &Session) -> Vec<&str> {
        session.form().scenarios.iter().map(|scenario| scenario.name.as_str()).collect()
    }

    #[test]
    fn a_scenario_in_the_list_goes_and_the_edited_one_stays() {
        let mut session = session();
        assert_eq!(session.scenario(), Some("情景 2"));
        session.remove_scenario("情景 1");
        assert_eq!((names(&session), session.scenario()), (vec!["情景 2"], Some("情景 2")));
        session.remove_scenario("情景 2");
        assert_eq!((names(&session), session.scenario()), (vec![], None));
        session.step(true);
        session.step(true);
        assert_eq!(names(&session), ["情景 1", "情景 2"]);
    }

    #[test]
    fn a_copy_has_a_name_of_its_own_and_is_edited() {
        let mut session = session();
        session.copy_scenario("情景 1");
        assert_eq!(names(&session), ["情景 1", "情景 2", "情景 1 2"]);
        assert_eq!(session.scenario(), Some("情景 1 2"));
    }

    #[test]
    fn an_adopted_scenario_is_the_baseline_and_can_be_undone() {
        let mut session = session();
        let field = session.rulebook().field("2.model").unwrap();
        session.answer(field, Some(Answer::YesNo(true)));
        session.edit_scenario(Some("情景 1"));
        session.adopt_scenario_named("情景 2", MINUTE);
        assert_eq!((names(&session), session.scenario()), (vec!["情景 1"], None));
        assert_eq!(session.form().case.answers.get(field), Some(&Answer::YesNo(true)));
        session.step(true);
        assert_eq!(session.form().case.answers.get(field), None);
        assert_eq!(names(&session), ["情景 1", "情景 2"]);
    }

    #[test]
    fn names_are_not_blank_and_not_taken() {
        let mut session = session();
        assert_eq!(session.rename_scenario(" "), Err(words::NAME_BLANK));
        assert_eq!(session.rename_scenario("情景 1"), Err(words::NAME_TAKEN));
        assert_eq!(session.rename_scenario(" 新名 "), Ok(()));
        assert_eq!((names(&session), session.scenario()), (vec!["情景 1", "新名"], Some("新名")));
        session.step(true);
        assert_eq!(session.scenario(), Some("情景 2"), "the step back stays in it");
    }

    #[test]
    fn a_reading_is_chosen_in_the_case_that_is_edited() {
        let mut session = session();
        let rulebook = session.rulebook();
        let reading = rulebook.reading("11").unwrap();
        let id = rulebook.indicator("11").unwrap();
        session.set_reading(reading, 9);
        assert!(!session.differs(id), "an option that there is not changes nothing");
        session.set_reading(reading, 1);
        let chosen = |session: &Session| {
            let case = session.form().case_under(session.scenario());
            (session.form().case.readings.get(reading), case.readings.get(reading))
        };
        assert_eq!(chosen(&session), (0, 1));
        assert!(session.differs(id));
        session.reading_to_baseline(Asked::Reading(reading));
        assert_eq!((chosen(&session), session.differs(id)), ((0, 0), false));
        session.set_reading(reading, 2);
        session.indicator_to_baseline(id);
        assert_eq!((chosen(&session), session.differs(id)), ((0, 0), false));
        session.edit_scenario(None);
        session.choose_reading(Asked::Reading(reading), 2);
        assert_eq!(chosen(&session), (2, 2));
        let edit = Edit::Reading(reading);
        assert_eq!(edit.indicator(session.form()), Some(id));
        assert_eq!(session.undoable(), Some(&edit));
        session.step(true);
        assert_eq!(chosen(&session), (0, 0));
    }

    #[test]
    fn the_base_is_chosen_like_a_reading() {
        let mut session = session();
        let bases = session.rulebook().bases;
        session.choose_reading(Asked::Base, 9);
        assert_eq!(session.form().scenarios[1].base, None);
        session.choose_reading(Asked::Base, 1);
        assert_eq!(session.form().scenarios[1].base, Some(bases[1]));
        session.reading_to_baseline(Asked::Base);
        assert_eq!(session.form().scenarios[1].base, None);
    }

    #[test]
    fn a_plan_is_kept_without_leaving_the_case() {
        let mut session = session();
        session.edit_scenario(None);
        session.keep_scenario(Scenario::named("方案".into()));
        assert_eq!((names(&session).len(), session.scenario()), (3, None));
    }
}
