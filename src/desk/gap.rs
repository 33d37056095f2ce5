//! The list of gaps (失分清单): every indicator below its maximum, and why.

use super::Desk;
use super::department::units;
use super::standing::{Due, Standing};
use crate::rulebook::{Condition, Day, FieldId, IndicatorId, Kind, MetricId, Rule, Rulebook};
use crate::score::{Finding, Ground, IndicatorScore, MetricValue, RowVerdict, State};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// An indicator below its maximum, or a task that is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The indicator or task.
    pub id: IndicatorId,
    /// Points that are lost for sure; 0 for a task.
    pub lost: Decimal,
    /// Points that are still open; 0 for a task.
    pub open: Decimal,
    /// The last day, in the form's year; none where the document gives only words.
    pub deadline: Option<Day>,
    /// How the deadline stands today.
    pub due: Due,
    /// Why the points are missing.
    pub why: Why,
}

/// Why an indicator is below its maximum. Empty lists and unset flags say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// The state of a task.
    pub state: Option<State>,
    /// Its points were adjusted by hand; nothing else counts then.
    pub adjusted: bool,
    /// Fields that are not answered and could give points.
    pub unanswered: Vec<FieldId>,
    /// Answered with no where a yes is asked.
    pub denied: Vec<FieldId>,
    /// Answered with less than the most that gives points: a count, a lower
    /// option, a set with missing items, a bound that is not reached.
    pub below: Vec<FieldId>,
    /// Rows of a list with a blank cell.
    pub incomplete_rows: usize,
    /// Metrics below the floor where nothing is given.
    pub below_floor: Vec<MetricId>,
    /// Metrics that do not reach the satisfactory value.
    pub unsatisfactory: Vec<MetricId>,
    /// Metrics without the reference values that they need.
    pub without_reference: Vec<MetricId>,
    /// Metrics that cannot be formed: something is divided by 0, or too large.
    pub unknown: Vec<MetricId>,
}

/// In which order gaps stand. Equal ones stand in the rulebook's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The most points missing first, lost and open together. Tasks have no
    /// points: the earliest deadline stands first.
    Points,
    /// By the first responsible unit, in the order of [`Desk::departments`].
    Department,
    /// The earliest deadline first, those without a date last.
    Deadline,
}

impl Desk<'_> {
    /// Why an indicator is below its maximum; none if it is not.
    pub fn gap(&self, id: IndicatorId) -> Option<Gap> {
        let (standing, score) = (self.standing(id)?, self.card.indicators.get(usize::from(id.0))?);
        let rules = self.rulebook().rules(id, &self.case.readings);
        (!standing.is_full()).then(|| gap(self.rulebook(), rules, standing, score))
    }

    /// Every indicator below its maximum, or every task that is not met.
    pub fn gaps(&self, order: Order) -> Vec<Gap> {
        let names = super::all_units(self.form);
        let mut gaps: Vec<Gap> = Vec::new();
        for (standing, score) in self.standings.iter().zip(&self.card.indicators) {
            if standing.is_full() || !self.is_asked(standing.id) {
                continue;
            }
            let rules = self.rulebook().rules(standing.id, &self.case.readings);
            let gap = gap(self.rulebook(), rules, standing, score);
            let after = |other: &Gap| self.compare(&gap, other, order, &names) != Ordering::Less;
            let at = gaps.iter().rposition(after).map_or(0, |before| before + 1);
            gaps.insert(at, gap);
        }
        gaps
    }

    fn compare(&self, one: &Gap, other: &Gap, order: Order, names: &[&str]) -> Ordering {
        let first_unit = |gap: &Gap| {
            let first = units(self.form, gap.id).first().map(|(name, _)| *name);
            names.iter().position(|name| Some(*name) == first)
        };
        match order {
            Order::Points if self.rulebook().kind == Kind::Points => {
                (other.lost + other.open).cmp(&(one.lost + one.open))
            }
            Order::Department => first_unit(one).cmp(&first_unit(other)),
            Order::Points | Order::Deadline => {
                let key = |gap: &Gap| (gap.deadline.is_none(), gap.deadline);
                key(one).cmp(&key(other))
            }
        }
    }
}

fn gap(rulebook: &Rulebook, rules: &[Rule], standing: &Standing, score: &IndicatorScore) -> Gap {
    Gap {
        id: standing.id,
        lost: standing.lost(),
        open: standing.open(),
        deadline: standing.deadline,
        due: standing.due,
        why: why(rulebook, rules, standing, score),
    }
}

fn why(rulebook: &Rulebook, rules: &[Rule], standing: &Standing, score: &IndicatorScore) -> Why {
    let mut why = Why { state: standing.state, adjusted: standing.adjusted, ..Why::default() };
    if !standing.adjusted {
        for finding in &score.findings {
            if let Some(rule) = rules.get(finding.rule) {
                why.add(rulebook, rule, finding);
            }
        }
    }
    why
}

impl Why {
    fn add(&mut self, rulebook: &Rulebook, rule: &Rule, finding: &Finding) {
        match (rule, &finding.ground) {
            (_, Ground::Unanswered(field)) => push(&mut self.unanswered, &[*field]),
            (Rule::Yes { field, .. }, Ground::Yes(false)) => self.denied.push(*field),
            (Rule::Choice { field, points }, Ground::Chosen(_))
                if points.iter().any(|p| *p > finding.gave.low) =>
            {
                self.below.push(*field);
            }
            (Rule::PerItem { field, at_most, .. }, Ground::Counted { number, sum }) => {
                let options = rulebook[*field].options.len();
                let is_all = options > 0 && *number as usize >= options;
                if !is_all && at_most.is_none_or(|most| *sum < most) {
                    self.below.push(*field);
                }
            }
            (Rule::Brackets { field, steps }, Ground::Reached { step, .. })
                if step.is_none_or(|step| step + 1 < steps.len()) =>
            {
                self.below.push(*field);
            }
            (Rule::MissingCosts { field, .. }, Ground::Lacking { missing: 1.., .. }) => {
                self.below.push(*field);
            }
            (Rule::Tiers { tiers }, Ground::Tiers { holds, .. }) => {
                self.conditions(tiers.first().map_or(&[][..], |tier| tier.when), holds);
            }
            (Rule::Met { when, .. }, Ground::Task { holds, .. }) => self.conditions(when, holds),
            (Rule::Efficacy { .. }, Ground::Efficacy(how)) => match (&how.value, how.coefficient) {
                (MetricValue::Missing(fields), _) => push(&mut self.unanswered, fields),
                (MetricValue::Zero(_) | MetricValue::TooLarge, _) => self.unknown.push(how.metric),
                (MetricValue::Known(_), _) if how.below_floor => self.below_floor.push(how.metric),
                (MetricValue::Known(_), None) => self.without_reference.push(how.metric),
                (MetricValue::Known(_), Some(d)) if d < Decimal::ONE_HUNDRED => {
                    self.unsatisfactory.push(how.metric);
                }
                _ => {}
            },
            (Rule::Honours { field, at_most, .. }, Ground::Honours { rows, sum }) => {
                self.incomplete_rows +=
                    rows.iter().filter(|row| **row == RowVerdict::Incomplete).count();
                if sum < at_most {
                    self.below.push(*field);
                }
            }
            _ => {}
        }
    }

    fn conditions(&mut self, when: &[Condition], holds: &[Option<bool>]) {
        for (condition, holds) in when.iter().zip(holds) {
            match holds {
                None => push(&mut self.unanswered, &[condition.field]),
                Some(false) if condition.asks_yes() => self.denied.push(condition.field),
                Some(false) => self.below.push(condition.field),
                Some(true) => {}
            }
        }
    }
}

/// Adds fields that are not there yet: two metrics may miss the same figure.
fn push(all: &mut Vec<FieldId>, fields: &[FieldId]) {
    for field in fields {
        if !all.contains(field) {
            all.push(*field);
        }
    }
}
