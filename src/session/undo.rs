//! Undo and redo: whole forms, since a form is small and its parts depend on each other.

use crate::form::Form;
use std::sync::Arc;

/// How many steps are kept.
const DEPTH: usize = 200;

/// The forms before and after the present one, each with what the step between
/// them edited.
#[derive(Clone, Debug, Default)]
pub struct Undo<K> {
    past: Vec<(Arc<Form>, K)>,
    future: Vec<(Arc<Form>, K)>,
    /// Whether an edit of the same thing may still join the last step.
    open: bool,
}

impl<K: PartialEq + Clone> Undo<K> {
    /// Nothing to undo.
    pub fn new() -> Undo<K> {
        Undo { past: Vec::new(), future: Vec::new(), open: false }
    }

    /// Notes the form as it is before an edit. Edits of one thing in a row are
    /// one step, unless `alone` keeps them apart.
    pub fn note(&mut self, before: Arc<Form>, edit: K, alone: bool) {
        self.future.clear();
        let joins = self.open && !alone && self.past.last().is_some_and(|(_, last)| *last == edit);
        self.open = !alone;
        if joins {
            return;
        }
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push((before, edit));
    }

    /// Drops the last step if edits that joined it led back to the form before it.
    pub fn drop_empty_step(&mut self, present: &Form) {
        if self.open && self.past.last().is_some_and(|(before, _)| **before == *present) {
            self.past.pop();
            self.open = false;
        }
    }

    /// The next edit is a step of its own, whatever it edits.
    pub fn seal(&mut self) {
        self.open = false;
    }

    /// Takes one step back from `present`.
    pub fn undo(&mut self, present: Arc<Form>) -> Option<(Arc<Form>, K)> {
        let (before, edit) = self.past.pop()?;
        self.future.push((present, edit.clone()));
        self.open = false;
        Some((before, edit))
    }

    /// Takes one step forward again.
    pub fn redo(&mut self, present: Arc<Form>) -> Option<(Arc<Form>, K)> {
        let (after, edit) = self.future.pop()?;
        self.past.push((present, edit.clone()));
        self.open = false;
        Some((after, edit))
    }

    /// Changes every form that a step leads to.
    pub fn each(&mut self, change: &dyn Fn(&mut Form)) {
        for (form, _) in self.past.iter_mut().chain(&mut self.future) {
            change(Arc::make_mut(form));
        }
    }

    /// The form that the next step leads to; none if there is no step.
    pub fn next(&self, back: bool) -> Option<&Arc<Form>> {
        let steps = if back { &self.past } else { &self.future };
        steps.last().map(|(form, _)| form)
    }

    /// What the next step back edited; none if there is no step.
    pub fn next_back(&self) -> Option<&K> {
        self.past.last().map(|(_, edit)| edit)
    }

    /// What the next step forward edits; none if there is no step.
    pub fn next_forward(&self) -> Option<&K> {
        self.future.last().map(|(_, edit)| edit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(county: &str) -> Arc<Form> {
        Arc::new(Form { county: county.into(), ..Form::blank().unwrap() })
    }

    #[test]
    fn steps_back_and_forth() {
        let mut undo = Undo::new();
        undo.note(named("甲"), 1, false);
        undo.note(named("甲乙"), 1, false);
        undo.note(named("甲乙丙"), 2, false);
        let (back, edit) = undo.undo(named("丁")).unwrap();
        assert_eq!((back.county.as_str(), edit), ("甲乙丙", 2));
        assert_eq!(undo.undo(back).unwrap().0.county, "甲");
        assert_eq!(undo.next_back(), None);
        assert_eq!(undo.redo(named("甲")).unwrap().0.county, "甲乙丙");
        assert_eq!(undo.redo(named("甲乙丙")).unwrap().0.county, "丁");
        assert_eq!(undo.next_forward(), None);
    }

    #[test]
    fn an_edit_drops_what_was_undone() {
        let mut undo = Undo::new();
        undo.note(named("甲"), 1, false);
        undo.undo(named("乙"));
        undo.note(named("甲"), 1, false);
        assert_eq!(undo.next_forward(), None);
    }

    #[test]
    fn sealed_steps_and_steps_alone_are_not_joined() {
        let mut undo = Undo::new();
        undo.note(named("甲"), 1, false);
        undo.seal();
        undo.note(named("乙"), 1, false);
        undo.note(named("丙"), 1, true);
        undo.note(named("丁"), 1, false);
        for expected in ["丁", "丙", "乙", "甲"] {
            assert_eq!(undo.undo(named("戊")).unwrap().0.county, expected);
        }
    }
}
