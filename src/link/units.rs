//! What links since version 4 hold after the rest: what the form calls units, whom
//! to call there, and in a slice whom the unit may call about it.

use super::copy::{Copyist, Flag};
use crate::form::{Contact, Form, UnitSettings};
use crate::rulebook::{Map, Text};

impl Copyist<'_> {
    /// Adds to a form what version 4 holds.
    pub fn units(&mut self, form: &mut Form, given: &UnitSettings) {
        let all = self.rulebook.units();
        let place = |unit: Text| all.iter().position(|one| *one == unit).unwrap_or_default();
        let number = |at: usize| u32::try_from(at).unwrap_or_default();
        let units = &mut form.units;
        units.names = self.map(all.iter().copied(), &given.names, |this, _, given| {
            this.text(given.map_or("", |name| name))
        });
        units.merged = self.map(all.iter().copied(), &given.merged, |this, unit, given| {
            let into = given.map_or(0, |into| place(into));
            let into = this.coder.uniform(number(all.len()), number(into));
            usize::try_from(into).ok().and_then(|at| all.get(at).copied()).unwrap_or(unit)
        });
        let hidden: Map<Text, ()> = given.hidden.iter().map(|words| (*words, ())).collect();
        let words = all.iter().filter_map(|unit| self.rulebook.words_for_others(unit));
        let words: Vec<Text> = words.collect();
        let hidden = self.map(words.into_iter(), &hidden, |_, _, _| ());
        units.hidden = hidden.iter().map(|(words, ())| *words).collect();
        let is_called = (given.sender != Contact::default()).then_some(&given.sender);
        let sender = self.optional(Flag::Sender, is_called, |this, given| this.contact(given));
        units.sender = sender.unwrap_or_default();
        units.contacts =
            self.map(all.iter().copied(), &given.contacts, |this, _, given| this.contact(given));
    }

    fn contact(&mut self, given: Option<&Contact>) -> Contact {
        Contact {
            person: self.text(given.map_or("", |one| &one.person)),
            telephone: self.text(given.map_or("", |one| &one.telephone)),
        }
    }
}
