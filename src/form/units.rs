//! What units are called in a form, which are one, and whom to call there.
//!
//! Everything goes by the official name of a unit, as the rulebook has it. What
//! is shown is [`UnitSettings::name`].

use super::limits::UNIT_CHARACTERS;
use super::plan::hold;
use crate::rulebook::{Indicator, IndicatorId, Map, Rulebook, Text};
use crate::score::is_blank;

/// What a county has otherwise than the document, by the units' official names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitSettings {
    /// What units are called here. No two units that are shown have one name.
    pub names: Map<Text, String>,
    /// Units that are part of another here: the other is none of them.
    pub merged: Map<Text, Text>,
    /// Words for others (其他成员单位) that are not shown beside named units, each once,
    /// in order.
    pub hidden: Vec<Text>,
    /// Whom to call in a unit; none is empty.
    pub contacts: Map<Text, Contact>,
    /// Whom units call about what they were sent.
    pub sender: Contact,
}

/// A person to call. Either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub person: String,
    pub telephone: String,
}

/// A text of the settings that is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitText {
    /// A unit's name; empty for the official one.
    Name(Text),
    /// The person to call in a unit, or the sender.
    Person(Option<Text>),
    Telephone(Option<Text>),
}

impl UnitSettings {
    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        *self == UnitSettings::default()
    }

    /// What a unit is called.
    pub fn name<'a>(&'a self, unit: &'a str) -> &'a str {
        self.names.get(unit).map_or(unit, String::as_str)
    }

    /// The unit that a unit is part of, or itself.
    pub fn of(&self, unit: Text) -> Text {
        self.merged.get(unit).copied().unwrap_or(unit)
    }

    /// The contact of a unit, or the sender.
    pub fn contact(&self, unit: Option<&str>) -> Option<&Contact> {
        match unit {
            Some(unit) => self.contacts.get(unit),
            None => Some(&self.sender),
        }
    }

    /// Makes a unit, with all that is part of it, part of another.
    pub fn merge(&mut self, unit: Text, into: Text) {
        let into = self.of(into);
        if into != unit {
            let parts = self.merged.iter().filter(|(_, whole)| **whole == unit);
            let parts: Vec<Text> = parts.map(|(part, _)| *part).chain([unit]).collect();
            for part in parts {
                self.merged.insert(part, into);
            }
        }
    }

    /// Makes a unit one of its own again, under its official name; another that
    /// took this name goes back to its own.
    pub fn split(&mut self, unit: Text) {
        self.merged.remove(unit);
        self.names.remove(unit);
        self.names.retain(|_, name| name != unit);
    }

    /// Hides words for others beside named units, or no longer.
    pub fn hide(&mut self, words: Text, hidden: bool) {
        hold(&mut self.hidden, words, hidden);
    }

    /// Whether a unit can be called so: no other that is shown is.
    pub(super) fn is_free(&self, rulebook: &Rulebook, unit: &str, name: &str) -> bool {
        let shown = |other: &Text| *other != unit && !self.merged.contains_key(*other);
        !rulebook.units().iter().any(|other| shown(other) && self.name(other) == name)
    }

    /// Writes a typed text without the blanks around it. Where it is no such text
    /// nothing changes, and false comes back.
    pub fn write(&mut self, rulebook: &Rulebook, part: UnitText, typed: &str) -> bool {
        let Some(text) = unit_text(part, typed) else { return false };
        match part {
            UnitText::Name(unit) => {
                let name = if text.is_empty() { unit } else { &text };
                if !self.is_free(rulebook, unit, name) {
                    return false;
                }
                if name == unit {
                    self.names.remove(unit);
                } else {
                    self.names.insert(unit, text);
                }
            }
            UnitText::Person(unit) => self.call(unit, |contact| contact.person = text),
            UnitText::Telephone(unit) => self.call(unit, |contact| contact.telephone = text),
        }
        true
    }

    fn call(&mut self, unit: Option<Text>, change: impl FnOnce(&mut Contact)) {
        let Some(unit) = unit else { return change(&mut self.sender) };
        let mut contact = self.contacts.remove(unit).unwrap_or_default();
        change(&mut contact);
        if contact != Contact::default() {
            self.contacts.insert(unit, contact);
        }
    }

    /// What everybody may see: all but whom to call.
    pub fn without_contacts(&self) -> UnitSettings {
        UnitSettings { contacts: Map::new(), sender: Contact::default(), ..self.clone() }
    }

    /// What a unit is sent along with these indicators: what concerns the units
    /// that they name, and the sender.
    pub fn of_indicators(&self, rulebook: &Rulebook, asked: &[IndicatorId]) -> UnitSettings {
        let mut part = UnitSettings { sender: self.sender.clone(), ..self.without_contacts() };
        let names = |unit: Text| asked.iter().any(|id| named(&rulebook[*id], unit));
        part.merged.retain(|unit, whole| names(unit) || names(whole));
        part.hidden.retain(|unit| names(unit));
        let wholes: Vec<Text> = part.merged.values().copied().collect();
        part.names.retain(|unit, _| names(unit) || wholes.contains(unit));
        // A name may be free only because the unit that has it by right has another.
        let is_sound = part.names.iter().all(|(unit, name)| {
            part.merged.contains_key(*unit) || part.is_free(rulebook, unit, name)
        });
        if !is_sound {
            part.names = self.names.clone();
            part.merged = self.merged.clone();
        }
        part
    }
}

/// Whether an indicator names a unit.
fn named(indicator: &Indicator, unit: Text) -> bool {
    indicator.units.contains(&unit) || indicator.support.contains(&unit) || indicator.others == unit
}

/// A typed text of the settings as it is kept: without the blanks around it, and
/// a number in ASCII; none where it is no such text.
pub fn unit_text(part: UnitText, typed: &str) -> Option<String> {
    let text = if is_blank(typed) { "" } else { typed.trim() };
    let is_short = text.chars().count() <= UNIT_CHARACTERS && !text.chars().any(char::is_control);
    let UnitText::Telephone(_) = part else { return is_short.then(|| text.to_owned()) };
    let text: String = text.chars().map(narrow).collect();
    let signs = |c: char| c.is_ascii_digit() || "+-*#()/,、转 ".contains(c);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (is_short && text.chars().all(signs) && (text.is_empty() || digits >= LEAST_DIGITS))
        .then_some(text)
}

/// The shortest telephone numbers are those of emergencies.
const LEAST_DIGITS: usize = 3;

/// A character of a number as ASCII has it.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '＋' | '－' | '（' | '）' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '—' | '–' => '-',
        '，' => ',',
        c => c,
    }
}
