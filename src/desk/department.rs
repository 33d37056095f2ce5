//! Departments: the responsible units, named as the document names them.
//!
//! The documents end some lists of units with words: 其他成员单位 and 其他各成员单位 mean the members of
//! the county's task force (专班) that the list does not name, 各成员单位 means all of them. Such
//! an indicator belongs to the units that it names, and to an entry of the words
//! themselves. A named unit that it reaches only by the words has it under `as_member`,
//! outside its sums. The form may rename units, treat several as one, and hide the words
//! beside named units. Everything here goes by official names, for which the form has the
//! shown ones. 市质量强市及品牌领导小组成员单位 and the like, which stand in the lists themselves, are
//! names.

use super::Desk;
use super::standing::{Due, answered, reads};
use crate::form::Form;
use crate::rulebook::{Day, Indicator, IndicatorId, Text};
use crate::score::{Range, Tally};
use rust_decimal::Decimal;

/// What a unit is to an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Responsible, or leading.
    Leads,
    /// Supporting (配合单位).
    Supports,
    /// Not a unit but words for the members that are not named.
    Members,
}

/// A unit, with what is its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// The official name, as the rulebook has it.
    pub name: Text,
    /// It is no unit, but words such as 其他成员单位.
    pub is_word: bool,
    /// What it is responsible for or leads, alone or with others.
    pub leads: Share,
    /// What it supports and does not lead.
    pub supports: Share,
    /// What reaches it only by words such as 其他成员单位; in none of its sums.
    pub as_member: Vec<IndicatorId>,
}

/// Some indicators, and how they stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// In the rulebook's order.
    pub indicators: Vec<IndicatorId>,
    /// Secured points, and the most that is still possible.
    pub range: Range,
    /// The most that they can give.
    pub max: Decimal,
    /// States of tasks; all 0 in a rulebook of points.
    pub tasks: Tally,
    /// Answered fields; a shared figure counts once.
    pub answered: usize,
    /// Fields that they read; a shared figure counts once.
    pub fields: usize,
    /// Claimed without evidence that is ready.
    pub unproved: usize,
    /// How many are past their deadline and not done.
    pub overdue: usize,
    /// How many are due within [`SOON`](super::SOON) days and not done.
    pub soon: usize,
    /// The earliest deadline of what is not done.
    pub deadline: Option<Day>,
}

/// All units of an indicator in the order of the document, each once: responsible,
/// supporting, and the words for others. Units that the form treats as one stand once.
pub fn units(form: &Form, id: IndicatorId) -> Vec<(Text, Role)> {
    let indicator = &form.edition[id];
    let mut all: Vec<(Text, Role)> = Vec::new();
    let mut add = |name: Text, role: Role| {
        let name = form.units.of(form.edition.0, name);
        if !all.iter().any(|(known, _)| *known == name) {
            all.push((name, role));
        }
    };
    indicator.units.iter().for_each(|name| add(name, Role::Leads));
    indicator.support.iter().for_each(|name| add(name, Role::Supports));
    if has_others(form, indicator) {
        add(indicator.others, Role::Members);
    }
    all
}

/// All units of a form, as [`Desk::departments`] has them in order.
pub fn all_units(form: &Form) -> Vec<Text> {
    let named: Vec<Text> =
        form.edition.indicator_ids().flat_map(|id| units(form, id)).map(|(name, _)| name).collect();
    let mut all = form.edition.units();
    all.retain(|name| named.contains(name));
    all
}

/// Whether an indicator's words for others are shown. Hidden ones are shown where no unit
/// is named.
fn has_others(form: &Form, indicator: &Indicator) -> bool {
    let is_hidden = form.units.hides(indicator.others) && !indicator.units.is_empty();
    !indicator.others.is_empty() && !is_hidden
}

impl Desk<'_> {
    /// All units: those that lead something, those that only support, and the
    /// words for others; each kind in the order of the document.
    pub fn departments(&self) -> Vec<Department> {
        all_units(self.form).into_iter().map(|name| self.of(name)).collect()
    }

    /// The unit of this name; none if the rulebook does not name it.
    pub fn department(&self, name: &str) -> Option<Department> {
        let name = all_units(self.form).into_iter().find(|known| *known == name)?;
        Some(self.of(name))
    }

    fn of(&self, name: Text) -> Department {
        let (mut leads, mut supports, mut as_member) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_word = true;
        for (id, indicator) in self.rulebook().indicator_ids().zip(self.rulebook().indicators) {
            let units = units(self.form, id);
            match units.iter().find(|(unit, _)| *unit == name) {
                Some((_, Role::Supports)) => {
                    is_word = false;
                    supports.push(id);
                }
                Some((_, role)) => {
                    is_word &= *role == Role::Members;
                    leads.push(id);
                }
                None if has_others(self.form, indicator) => as_member.push(id),
                None => {}
            }
        }
        if is_word {
            as_member.clear();
        }
        Department {
            name,
            is_word,
            leads: self.share(leads),
            supports: self.share(supports),
            as_member,
        }
    }

    /// How some indicators stand together.
    pub fn share(&self, indicators: Vec<IndicatorId>) -> Share {
        let mut share = Share::default();
        let mut fields = Vec::new();
        for standing in indicators.iter().filter_map(|id| self.standing(*id)) {
            reads(self.rulebook(), &self.case.readings, standing.id, &mut fields);
            share.range += standing.range;
            share.max += standing.max;
            if let Some(state) = standing.state {
                share.tasks.count(state);
            }
            share.unproved += usize::from(standing.is_unproved());
            share.overdue += usize::from(standing.due == Due::Overdue);
            share.soon += usize::from(standing.due == Due::Soon);
            if standing.due < Due::Done
                && share.deadline.is_none_or(|day| standing.deadline < Some(day))
            {
                share.deadline = standing.deadline;
            }
        }
        share.answered = answered(self.case, &fields);
        share.fields = fields.len();
        share.indicators = indicators;
        share
    }
}
