//! Undo and redo: whole forms, since a form is small and its parts hang together.

use super::model::Form;

/// How many steps are kept.
const DEPTH: usize = 200;

/// The forms before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct Undo<K> {
    past: Vec<Form>,
    future: Vec<Form>,
    /// What the last step edited: an edit of the same thing joins it.
    last: Option<K>,
}

impl<K: PartialEq> Undo<K> {
    /// Nothing to undo.
    pub fn new() -> Undo<K> {
        Undo { past: Vec::new(), future: Vec::new(), last: None }
    }

    /// Notes the form as it is before an edit of `key`. Edits of one key in a
    /// row are one step; an edit without a key is always a step of its own.
    pub fn note(&mut self, before: &Form, key: Option<K>) {
        self.future.clear();
        if key.is_some() && key == self.last {
            return;
        }
        self.last = key;
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(before.clone());
    }

    /// The next edit is a step of its own, whatever it edits.
    pub fn seal(&mut self) {
        self.last = None;
    }

    /// Takes one step back from `present`.
    pub fn undo(&mut self, present: &Form) -> Option<Form> {
        let before = self.past.pop()?;
        self.future.push(present.clone());
        self.last = None;
        Some(before)
    }

    /// Takes one step forward again.
    pub fn redo(&mut self, present: &Form) -> Option<Form> {
        let after = self.future.pop()?;
        self.past.push(present.clone());
        self.last = None;
        Some(after)
    }

    /// Changes every form that a step leads to, such as by what they remember.
    pub fn each(&mut self, change: &dyn Fn(&mut Form)) {
        self.past.iter_mut().chain(&mut self.future).for_each(change);
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(county: &str) -> Form {
        Form { county: county.into(), ..Form::blank().unwrap() }
    }

    #[test]
    fn steps_back_and_forth() {
        let mut undo = Undo::new();
        undo.note(&named("甲"), Some(1));
        undo.note(&named("甲乙"), Some(1));
        undo.note(&named("甲乙丙"), Some(2));
        let back = undo.undo(&named("丁")).unwrap();
        assert_eq!(back.county, "甲乙丙");
        assert_eq!(undo.undo(&back).unwrap().county, "甲");
        assert!(!undo.can_undo());
        assert_eq!(undo.redo(&named("甲")).unwrap().county, "甲乙丙");
        assert_eq!(undo.redo(&named("甲乙丙")).unwrap().county, "丁");
        assert!(!undo.can_redo());
    }

    #[test]
    fn an_edit_drops_what_was_undone() {
        let mut undo = Undo::new();
        undo.note(&named("甲"), Some(1));
        undo.undo(&named("乙"));
        undo.note(&named("甲"), Some(1));
        assert!(!undo.can_redo());
    }

    #[test]
    fn a_sealed_step_is_not_joined() {
        let mut undo = Undo::new();
        undo.note(&named("甲"), Some(1));
        undo.seal();
        undo.note(&named("乙"), Some(1));
        assert_eq!(undo.undo(&named("丙")).unwrap().county, "乙");
    }
}
