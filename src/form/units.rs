//! What units are called in a form, which are one, whom to call there, and when their
//! slices went out and came back.
//!
//! Everything goes by the official name of a unit, as the rulebook has it. What
//! is shown is [`Units::name`].

use super::limits::{UNIT_CHARACTERS, is_date};
use crate::rulebook::{Indicator, IndicatorId, Map, Rulebook, Text};
use crate::score::is_blank;

/// What a county sets of its units: a text for each unit and part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units(Map<(UnitPart, Text), String>);

/// What there is to say of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitPart {
    /// The unit that it is merged into, which is itself merged into none. Empty for words
    /// for others (其他成员单位) that are not shown beside named units.
    Whole,
    /// What it is called here. No two units that are shown have one name.
    Name,
    /// Whom to call; of [`SENDER`], whom units call about what they were sent.
    Person,
    /// The telephone number of that person, as it was typed.
    Telephone,
    /// The day on which its slice was last sent, `YYYY-MM-DD`; empty where it was noted
    /// that nothing went out.
    Sent,
    /// The day on which its slice was merged, not before it was last sent.
    Returned,
}

impl UnitPart {
    /// The name in `data-unit-text`.
    pub fn name(self) -> &'static str {
        match self {
            UnitPart::Whole => "whole",
            UnitPart::Name => "name",
            UnitPart::Person => "person",
            UnitPart::Telephone => "telephone",
            UnitPart::Sent => "sent",
            UnitPart::Returned => "returned",
        }
    }
}

/// Stands in place of a unit for the one who sends slices out.
pub const SENDER: Text = "";

/// When the slice of a unit went out and came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// The day on which it was last sent, `YYYY-MM-DD`; none where nothing went out.
    pub sent: Option<String>,
    /// The day on which it was merged, `YYYY-MM-DD`; none while it is out.
    pub returned: Option<String>,
}

impl Sending {
    /// How far the slice is, as `data-dispatch` says it.
    pub fn name(&self) -> &'static str {
        match self {
            Sending { returned: Some(_), .. } => "returned",
            Sending { sent: Some(_), .. } => "sent",
            _ => "unsent",
        }
    }
}

impl Units {
    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that is set, in the order of [`UnitPart`].
    pub fn iter(&self) -> impl Iterator<Item = (UnitPart, Text, &str)> {
        self.0.iter().map(|((part, unit), text)| (*part, *unit, text.as_str()))
    }

    /// What is set, where it is.
    pub fn text<'a>(&'a self, part: UnitPart, unit: &'a str) -> Option<&'a str> {
        let texts: &Map<(UnitPart, &str), String> = &self.0;
        texts.get(&(part, unit)).map(String::as_str)
    }

    /// What a unit is called.
    pub fn name<'a>(&'a self, unit: &'a str) -> &'a str {
        self.text(UnitPart::Name, unit).unwrap_or(unit)
    }

    /// The unit that a unit is merged into, or itself.
    pub fn of(&self, rulebook: &Rulebook, unit: Text) -> Text {
        self.text(UnitPart::Whole, unit).and_then(|whole| rulebook.unit(whole)).unwrap_or(unit)
    }

    /// Whether words for others are not shown beside named units.
    pub fn hides(&self, words: &str) -> bool {
        self.text(UnitPart::Whole, words) == Some("")
    }

    /// Units that are merged into a unit.
    pub fn parts(&self, whole: &str) -> Vec<Text> {
        let merged = self.iter().filter(|one| one.0 == UnitPart::Whole && one.2 == whole);
        merged.map(|(_, unit, _)| unit).collect()
    }

    /// When the slice of a unit went out and came back; none where that was not noted.
    pub fn sending(&self, unit: &str) -> Option<Sending> {
        let day = |part| self.text(part, unit).filter(|day| !day.is_empty()).map(str::to_owned);
        let is_noted = [UnitPart::Sent, UnitPart::Returned].iter();
        let is_noted = is_noted.clone().any(|part| self.text(*part, unit).is_some());
        is_noted.then(|| Sending { sent: day(UnitPart::Sent), returned: day(UnitPart::Returned) })
    }

    /// Notes when the slice of a unit went out and came back.
    pub fn note(&mut self, unit: Text, sending: Sending) {
        self.0.insert((UnitPart::Sent, unit), sending.sent.unwrap_or_default());
        match sending.returned {
            Some(day) => drop(self.0.insert((UnitPart::Returned, unit), day)),
            None => drop(self.0.remove(&(UnitPart::Returned, unit))),
        }
    }

    /// Merges a unit, with all that are merged into it, into another.
    pub fn merge(&mut self, rulebook: &Rulebook, unit: Text, into: Text) {
        let into = self.of(rulebook, into);
        if into != unit {
            for part in self.parts(unit).into_iter().chain([unit]) {
                self.0.insert((UnitPart::Whole, part), into.to_owned());
            }
        }
    }

    /// Makes a unit one of its own again, under its official name; another that
    /// took this name goes back to its own.
    pub fn split(&mut self, unit: Text) {
        self.0.remove(&(UnitPart::Whole, unit));
        self.0.remove(&(UnitPart::Name, unit));
        self.0.retain(|(part, _), text| *part != UnitPart::Name || text != unit);
    }

    /// Sets whether words for others are hidden beside named units.
    pub fn hide(&mut self, words: Text, hidden: bool) {
        self.0.remove(&(UnitPart::Whole, words));
        if hidden {
            self.0.insert((UnitPart::Whole, words), String::new());
        }
    }

    /// Writes a typed text without the blanks around it; an empty one takes away what is
    /// set, or notes that nothing went out. Returns false, and changes nothing, for a text
    /// that is not allowed there.
    pub fn write(&mut self, rulebook: &Rulebook, part: UnitPart, unit: Text, typed: &str) -> bool {
        let Some(text) = kept(part, typed) else { return false };
        let mut after = self.clone();
        let is_nothing = text.is_empty() && part != UnitPart::Sent;
        if is_nothing || part == UnitPart::Name && text == unit {
            after.0.remove(&(part, unit));
        } else {
            after.0.insert((part, unit), text);
        }
        let is_sound = after.is_sound(rulebook, part, unit);
        if is_sound {
            *self = after;
        }
        is_sound
    }

    /// Sets a text that was read from a file or link, without checking it.
    pub(crate) fn put(&mut self, part: UnitPart, unit: Text, text: String) {
        self.0.insert((part, unit), text);
    }

    /// Whether what is set of a unit can stand beside the rest.
    pub(super) fn is_sound(&self, rulebook: &Rulebook, part: UnitPart, unit: Text) -> bool {
        let text = self.text(part, unit).unwrap_or_default();
        let is_whole = |unit: &str| self.text(UnitPart::Whole, unit).is_none_or(str::is_empty);
        match part {
            UnitPart::Whole if text.is_empty() => rulebook.is_words(unit),
            UnitPart::Whole => text != unit && rulebook.unit(text).is_some() && is_whole(text),
            UnitPart::Name => {
                let name = self.name(unit);
                let takes =
                    |other: &Text| *other != unit && is_whole(other) && self.name(other) == name;
                !is_whole(unit) || !rulebook.units().iter().any(takes)
            }
            UnitPart::Sent | UnitPart::Returned => {
                // Days as texts are in order.
                let returned = self.text(UnitPart::Returned, unit);
                (text.is_empty() || is_date(text))
                    && returned >= self.text(UnitPart::Sent, unit).filter(|_| returned.is_some())
            }
            UnitPart::Person | UnitPart::Telephone => true,
        }
    }

    /// What everybody may see, and whom to call in the units if `contacts`.
    pub fn public(&self, contacts: bool) -> Units {
        self.only(|part, unit| match part {
            UnitPart::Whole | UnitPart::Name => true,
            UnitPart::Person | UnitPart::Telephone => contacts && unit != SENDER,
            UnitPart::Sent | UnitPart::Returned => false,
        })
    }

    /// What a unit is sent along with these indicators: what concerns the units
    /// that they name, and the sender.
    pub fn of_indicators(&self, rulebook: &Rulebook, asked: &[IndicatorId]) -> Units {
        let is_called = |part, unit| match part {
            UnitPart::Whole | UnitPart::Name => true,
            UnitPart::Person | UnitPart::Telephone => unit == SENDER,
            UnitPart::Sent | UnitPart::Returned => false,
        };
        let all = self.only(is_called);
        let names = |unit: &str| asked.iter().any(|id| is_named(&rulebook[*id], unit));
        let concerns = |unit: Text| {
            names(unit)
                || names(self.of(rulebook, unit))
                || self.parts(unit).iter().any(|part| names(part))
        };
        let concerned = all.only(|_, unit| unit == SENDER || concerns(unit));
        // A name may be free only because the unit with that official name was renamed.
        let is_sound = |(part, unit, _)| concerned.is_sound(rulebook, part, unit);
        if concerned.iter().all(is_sound) { concerned } else { all }
    }

    fn only(&self, keeps: impl Fn(UnitPart, Text) -> bool) -> Units {
        let mut units = self.clone();
        units.0.retain(|(part, unit), _| keeps(*part, unit));
        units
    }

    /// Both sides' changes put together, text by text.
    pub(super) fn reconcile(
        base: &Units,
        mine: &Units,
        theirs: &Units,
        three: &mut super::Three,
    ) -> Units {
        Units(three.map(&base.0, &mine.0, &theirs.0))
    }
}

/// Whether an indicator names a unit.
fn is_named(indicator: &Indicator, unit: &str) -> bool {
    indicator.units.contains(&unit) || indicator.support.contains(&unit) || indicator.others == unit
}

/// A typed text as it is kept: without the blanks around it, and a telephone number
/// in ASCII; none where it is no such text.
pub fn kept(part: UnitPart, typed: &str) -> Option<String> {
    let mut text = typed.trim().to_owned();
    if is_blank(&text) {
        return Some(String::new());
    }
    if part == UnitPart::Telephone {
        text = text.chars().map(narrow).collect();
        let signs = |c: char| c.is_ascii_digit() || SIGNS.contains(&c);
        let digits = text.chars().filter(char::is_ascii_digit).count();
        if digits < LEAST_DIGITS || !text.chars().all(signs) {
            return None;
        }
    }
    let is_short = text.chars().count() <= UNIT_CHARACTERS && !text.chars().any(char::is_control);
    is_short.then_some(text)
}

/// What stands in telephone numbers beside digits; the last but one is 转, before an
/// extension.
const SIGNS: [char; 11] = ['+', '-', '*', '#', '(', ')', '/', ',', '、', '\u{8f6c}', ' '];
/// The shortest telephone numbers are those of emergencies.
const LEAST_DIGITS: usize = 3;

/// A character of a number as ASCII has it.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '＋' | '－' | '（' | '）' | '，' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '—' | '–' => '-',
        c => c,
    }
}
