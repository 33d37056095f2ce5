//! The units that an edition names.

use super::fixed::Text;
use super::model::{Indicator, Rulebook};

impl Rulebook {
    /// All units, each once: those that lead something, those that only support,
    /// and the words for others (其他成员单位); each kind in the order of the document.
    pub fn units(&self) -> Vec<Text> {
        let parts: [fn(&Indicator) -> &[Text]; 3] =
            [|one| one.units, |one| one.support, |one| std::slice::from_ref(&one.others)];
        let mut names: Vec<Text> = Vec::new();
        for part in parts {
            for name in self.indicators.iter().flat_map(part) {
                if !name.is_empty() && !names.contains(name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The unit of this name, as the document writes it.
    pub fn unit(&self, name: &str) -> Option<Text> {
        self.units().into_iter().find(|unit| *unit == name)
    }

    /// Whether a unit is none, but words for others.
    pub fn is_words(&self, name: &str) -> bool {
        let names = |one: &Indicator| one.units.contains(&name) || one.support.contains(&name);
        !self.indicators.iter().any(names)
    }
}
