//! The places of a form, and what stands in each: for comparing forms item by
//! item, and for taking items over.

use super::model::{Evidence, Form, Scenario};
use crate::rulebook::{
    Adjustment, Answer, FieldId, IndicatorId, Kind, MetricId, ReadingId, Reference, TargetId,
};
use crate::score::is_blank;
use rust_decimal::Decimal;

/// One item of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The year of assessment.
    Year,
    /// The base of the efficacy coefficient.
    Base,
    /// A point that the document leaves open.
    Reading(ReadingId),
    /// The answer to a field.
    Field(FieldId),
    /// The reference values of a metric.
    Reference(MetricId),
    /// The points that the user set for an indicator by hand.
    Adjustment(IndicatorId),
    /// The note on an indicator.
    Note(IndicatorId),
    /// All proofs of an indicator.
    Evidence(IndicatorId),
    /// The figure of a target that no field asks.
    Target(TargetId),
    /// All declared veto items.
    Veto,
    /// The scenario of this name.
    Scenario(String),
}

/// What stands in a place, of the place's kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The year of assessment.
    Year(u16),
    /// The base of the efficacy coefficient.
    Base(Decimal),
    /// The position of the option that holds.
    Reading(u8),
    /// The answer to a field, of the field's type.
    Answer(Answer),
    /// The reference values of a metric.
    Reference(Reference),
    /// Points set by hand, with the reason.
    Adjustment(Adjustment),
    /// The note on an indicator; never blank.
    Note(String),
    /// The proofs of an indicator; at least one.
    Evidence(Vec<Evidence>),
    /// The figure of a target, in the target's unit.
    Target(Decimal),
    /// The declared veto items; at least one.
    Veto(Vec<String>),
    /// A scenario with its name.
    Scenario(Scenario),
}

impl Form {
    /// What stands in a place; none where it is blank. A blank note and a list
    /// of no evidence or veto items are blank; an answer `none of them` is not.
    /// Year, base and readings are what holds, whether it was set or not.
    pub fn value(&self, place: &Place) -> Option<Value> {
        match place {
            Place::Year => Some(Value::Year(self.year())),
            Place::Base => (self.edition.kind == Kind::Points)
                .then(|| Value::Base(self.case.base(self.edition.0))),
            Place::Reading(id) => Some(Value::Reading(self.case.readings.get(*id))),
            Place::Field(id) => self.case.answers.get(*id).cloned().map(Value::Answer),
            Place::Reference(id) => self.case.references.get(*id).cloned().map(Value::Reference),
            Place::Adjustment(id) => self.adjustments.get(id).cloned().map(Value::Adjustment),
            Place::Note(id) => {
                let note = self.notes.get(id).filter(|note| !is_blank(note));
                note.cloned().map(Value::Note)
            }
            Place::Evidence(id) => {
                let rows = self.evidence.get(id).filter(|rows| !rows.is_empty());
                rows.cloned().map(Value::Evidence)
            }
            Place::Target(id) => self.targets.get(id).copied().map(Value::Target),
            Place::Veto => (!self.veto.is_empty()).then(|| Value::Veto(self.veto.clone())),
            Place::Scenario(name) => self.scenario(name).cloned().map(Value::Scenario),
        }
    }

    /// Puts a value into a place, or clears it. A value of another kind than the
    /// place's changes nothing.
    pub fn set_value(&mut self, place: &Place, value: Option<Value>) {
        match (place, value) {
            (Place::Year, Some(Value::Year(year))) => self.set_year(Some(year)),
            (Place::Year, None) => self.set_year(None),
            (Place::Base, Some(Value::Base(base))) => self.case.base = Some(base),
            (Place::Base, None) => self.case.base = None,
            (Place::Reading(id), Some(Value::Reading(option))) => {
                self.case.readings.set(*id, option);
            }
            (Place::Reading(id), None) => self.case.readings.set(*id, 0),
            (Place::Field(id), Some(Value::Answer(answer))) => {
                self.case.answers.set(*id, Some(answer));
            }
            (Place::Field(id), None) => self.case.answers.set(*id, None),
            (Place::Reference(id), Some(Value::Reference(reference))) => {
                self.case.references.set(*id, Some(reference));
            }
            (Place::Reference(id), None) => self.case.references.set(*id, None),
            (Place::Adjustment(id), Some(Value::Adjustment(adjustment))) => {
                self.adjustments.insert(*id, adjustment);
            }
            (Place::Adjustment(id), None) => drop(self.adjustments.remove(id)),
            (Place::Note(id), Some(Value::Note(note))) => drop(self.notes.insert(*id, note)),
            (Place::Note(id), None) => drop(self.notes.remove(id)),
            (Place::Evidence(id), Some(Value::Evidence(rows))) => {
                self.evidence.insert(*id, rows);
            }
            (Place::Evidence(id), None) => drop(self.evidence.remove(id)),
            (Place::Target(id), Some(Value::Target(figure))) => {
                self.targets.insert(*id, figure);
            }
            (Place::Target(id), None) => drop(self.targets.remove(id)),
            (Place::Veto, Some(Value::Veto(items))) => self.veto = items,
            (Place::Veto, None) => self.veto.clear(),
            (Place::Scenario(name), Some(Value::Scenario(scenario))) => {
                match self.scenarios.iter_mut().find(|known| known.name == *name) {
                    Some(known) => *known = scenario,
                    None => self.scenarios.push(scenario),
                }
            }
            (Place::Scenario(name), None) => self.scenarios.retain(|known| known.name != *name),
            _ => {}
        }
    }
}
