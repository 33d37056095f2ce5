//! What links since version 4 hold after the rest: what the form calls units, whom
//! to call there, and in a slice whom the unit may call about it.

use super::copy::Copyist;
use crate::form::{Form, SENDER, UnitPart, Units};
use crate::rulebook::{Map, Text};

impl Copyist<'_> {
    /// Adds to a form what version 4 holds.
    pub fn units(&mut self, form: &mut Form, given: &Units) {
        let mut all = self.rulebook.units();
        let set = |part| -> Map<Text, String> {
            let texts = given.iter().filter(|(other, ..)| *other == part);
            texts.map(|(_, unit, text)| (unit, text.to_owned())).collect()
        };
        let (wholes, number) = (all.clone(), |at: usize| u32::try_from(at).unwrap_or_default());
        let merged = self.map(all.iter().copied(), &set(UnitPart::Whole), |this, _, given| {
            // What is part of none has the place after the last one.
            let place = |whole: &String| wholes.iter().position(|one| one == whole);
            let at = given.and_then(place).unwrap_or(wholes.len());
            let at = this.coder.uniform(number(wholes.len() + 1), number(at));
            let whole = usize::try_from(at).ok().and_then(|at| wholes.get(at).copied());
            whole.unwrap_or_default().to_owned()
        });
        let mut put = |part, texts: Map<Text, String>| {
            for (unit, text) in texts.iter() {
                form.units.put(part, unit, text.clone());
            }
        };
        put(UnitPart::Whole, merged);
        for part in [UnitPart::Name, UnitPart::Person, UnitPart::Telephone] {
            if part == UnitPart::Person {
                all.push(SENDER);
            }
            let texts = self.map(all.iter().copied(), &set(part), |this, _, given| {
                this.text(given.map_or("", |text| text))
            });
            put(part, texts);
        }
    }
}
