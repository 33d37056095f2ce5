//! Whom to call next (下一步找谁): units by what is still missing.

use super::Desk;
use crate::rulebook::{IndicatorId, Kind, Text};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// A unit that still has something to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The unit, as the document names it.
    pub unit: Text,
    /// Points lost or open in what it is responsible for; 0 for tasks. What
    /// several units share counts in full for each.
    pub missing: Decimal,
    /// Indicators below their maximum, or tasks that are not met.
    pub left: usize,
    /// Those of them that are past their deadline.
    pub overdue: usize,
    /// Where most is missing; of tasks, what is due first.
    pub first: IndicatorId,
}

impl Desk<'_> {
    /// All units with something left, those with the most first: points, or
    /// overdue tasks and then tasks. Words such as 其他成员单位 are no unit.
    pub fn calls(&self) -> Vec<Call> {
        let is_points = self.rulebook().kind == Kind::Points;
        let mut calls: Vec<Call> = self
            .departments()
            .into_iter()
            .filter_map(|department| {
                if department.is_word {
                    return None;
                }
                let standings =
                    department.leads.indicators.iter().filter_map(|id| self.standing(*id));
                let left: Vec<_> =
                    standings.filter(|one| !one.is_full() && self.is_asked(one.id)).collect();
                let first = left.iter().min_by_key(|one| {
                    let day = if is_points { None } else { one.deadline };
                    (Reverse(one.lost() + one.open()), !is_points && day.is_none(), day)
                })?;
                Some(Call {
                    unit: department.name,
                    missing: left.iter().map(|one| one.lost() + one.open()).sum(),
                    left: left.len(),
                    overdue: department.leads.overdue,
                    first: first.id,
                })
            })
            .collect();
        calls
            .sort_by_key(|call| (Reverse(call.missing), Reverse(call.overdue), Reverse(call.left)));
        calls
    }
}
