//! What a plan is asked for, as it is kept with the form.

use crate::rulebook::{FieldId, IndicatorId, Map, Rulebook};
use rust_decimal::Decimal;

/// The target of a plan, and what bounds it.
///
/// It gives no points and concerns nobody else, so it stands in the form file alone: not in
/// links, snapshots or slices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanSettings {
    /// The total to be secured; none while none is set.
    pub target: Option<Decimal>,
    /// Indicators that stay as they are, each once, in the rulebook's order.
    pub fixed: Vec<IndicatorId>,
    /// How hard an indicator is, from 1 to 5, where it is not the usual.
    pub efforts: Map<IndicatorId, u8>,
    /// The furthest that a figure may go.
    pub limits: Map<FieldId, Decimal>,
    /// Figures of past years that a plan may change nevertheless.
    pub released: Vec<FieldId>,
}

impl PlanSettings {
    /// The bounds of an effort.
    pub const EFFORTS: std::ops::RangeInclusive<u8> = 1..=5;

    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        *self == PlanSettings::default()
    }

    /// Sets whether an indicator stays as it is.
    pub fn fix(&mut self, id: IndicatorId, fixed: bool) {
        hold(&mut self.fixed, id, fixed);
    }

    /// Sets whether a plan may change a figure of a past year.
    pub fn release(&mut self, field: FieldId, released: bool) {
        hold(&mut self.released, field, released);
    }

    /// Figures of past years that no plan changes.
    pub fn closed(&self, rulebook: &Rulebook) -> Vec<FieldId> {
        let stays = |field: &FieldId| rulebook[*field].past && !self.released.contains(field);
        rulebook.field_ids().filter(stays).collect()
    }
}

/// Puts an item into a list in order, or takes it out.
fn hold<T: Ord + Copy>(list: &mut Vec<T>, item: T, held: bool) {
    match (list.binary_search(&item), held) {
        (Err(at), true) => list.insert(at, item),
        (Ok(at), false) => drop(list.remove(at)),
        _ => {}
    }
}
