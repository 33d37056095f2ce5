//! How one indicator stands: points, answers, proofs, deadline.

use super::timeline::deadline;
use crate::form::{Case, Form};
use crate::rulebook::{Day, FieldId, IndicatorId, Kind, Readings, Rule, Rulebook};
use crate::score::{Finding, Ground, IndicatorScore, Range, RowVerdict, State};
use rust_decimal::Decimal;

/// Days before a deadline in which it counts as due soon.
pub const SOON: i32 = 30;

/// How one indicator, or task, stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The indicator or task.
    pub id: IndicatorId,
    /// What counts, adjustment included; nothing for a task.
    pub range: Range,
    /// The most that it can give; 0 for a task.
    pub max: Decimal,
    /// The state of a task; none in a rulebook of points.
    pub state: Option<State>,
    /// Whether its points were set by hand.
    pub adjusted: bool,
    /// Answered fields among those that it reads, shared figures included.
    pub answered: usize,
    /// Fields that it reads, shared figures included.
    pub fields: usize,
    /// Its rows of evidence.
    pub proofs: Proofs,
    /// The last day, in the form's year; none when the document gives only words.
    pub deadline: Option<Day>,
    /// How its deadline stands today.
    pub due: Due,
}

/// Rows of evidence (佐证材料).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proofs {
    /// Rows that are ticked as ready.
    pub ready: usize,
    /// All rows, ready or not.
    pub all: usize,
}

/// How a deadline stands today.
///
/// The last day itself is in time. Late can only be what somebody still has to
/// do or to hand in: a figure that is not filled in, a thing answered with no,
/// a missing item, a lower option than the best, an incomplete row, a task that
/// is not met. An indicator with its full points is done whatever else is open,
/// and so is one that was adjusted by hand. Counts, comparisons and honours
/// that are filled in but give less than the maximum are done too: they are
/// results, and more cannot be ordered by a date. The list of gaps has them. A
/// missing reference value makes nothing late: it is not the unit's to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// The day has passed and something is left to do.
    Overdue,
    /// Something is left to do, and at most [`SOON`] days to do it.
    Soon,
    /// Something is left to do, and more than [`SOON`] days to do it.
    Later,
    /// Nothing is left to do.
    Done,
    /// No date: words such as 根据实际情况推进 or 定期 are never overdue.
    Undated,
}

impl Standing {
    /// Whether nothing more can be got: full points, or a task that is met or
    /// does not apply.
    pub fn is_full(&self) -> bool {
        match self.state {
            Some(state) => matches!(state, State::Met | State::NotApplicable),
            None => self.range.low >= self.max,
        }
    }

    /// Whether points are claimed, or that a task is met.
    pub fn is_claimed(&self) -> bool {
        match self.state {
            Some(state) => state == State::Met,
            None => self.range.low > Decimal::ZERO,
        }
    }

    /// Whether something is claimed and no row of evidence is ready (已得分无佐证).
    pub fn is_unproved(&self) -> bool {
        self.is_claimed() && self.proofs.ready == 0
    }

    /// Points that are lost for sure.
    pub fn lost(&self) -> Decimal {
        (self.max - self.range.high).max(Decimal::ZERO)
    }

    /// Points that are neither secured nor lost.
    pub fn open(&self) -> Decimal {
        self.range.high - self.range.low
    }
}

/// How an indicator stands.
pub fn standing(
    form: &Form,
    case: &Case,
    id: IndicatorId,
    score: &IndicatorScore,
    today: Day,
) -> Standing {
    let rulebook = form.edition.0;
    let indicator = &rulebook[id];
    let mut fields = Vec::new();
    reads(rulebook, &case.readings, id, &mut fields);
    let rows = form.evidence.get(&id).map_or(&[][..], Vec::as_slice);
    let mut standing = Standing {
        id,
        range: score.range,
        max: indicator.points,
        state: match rulebook.kind {
            Kind::Points => None,
            Kind::Checklist => Some(score.state.unwrap_or(State::NotStarted)),
        },
        adjusted: score.adjusted,
        answered: answered(case, &fields),
        fields: fields.len(),
        proofs: Proofs {
            ready: rows.iter().filter(|row| row.ready == Some(true)).count(),
            all: rows.len(),
        },
        deadline: deadline(rulebook, indicator.deadline.date, form.year()),
        due: Due::Undated,
    };
    let is_done = standing.is_full()
        || standing.adjusted
        || standing.state.is_none()
            && !score.findings.iter().any(|finding| {
                let rule = rulebook.rules(id, &case.readings).get(finding.rule);
                rule.is_some_and(|rule| leaves_work(rulebook, rule, finding))
            });
    if let Some(last) = standing.deadline {
        let days = today.until(last);
        standing.due = if is_done {
            Due::Done
        } else if days < 0 {
            Due::Overdue
        } else if days <= SOON {
            Due::Soon
        } else {
            Due::Later
        };
    }
    standing
}

/// Whether somebody still has to do or to hand in what a rule asks.
fn leaves_work(rulebook: &Rulebook, rule: &Rule, finding: &Finding) -> bool {
    match (rule, &finding.ground) {
        (_, Ground::Unanswered(_)) => true,
        (_, Ground::Yes(yes)) => !yes,
        (Rule::Choice { points, .. }, _) => points.iter().any(|p| *p > finding.gave.low),
        (_, Ground::Lacking { missing, .. }) => *missing > 0,
        // The items of a set can be missing, those of a count cannot.
        (Rule::PerItem { field, .. }, Ground::Counted { number, .. }) => {
            (*number as usize) < rulebook[*field].options.len()
        }
        (_, Ground::Tiers { reached, .. }) => *reached != Some(0),
        (_, Ground::Efficacy(how)) => how.value.known().is_none(),
        (_, Ground::Honours { rows, .. }) => rows.contains(&RowVerdict::Incomplete),
        _ => false,
    }
}

/// Adds the fields that an indicator reads, shared figures included, and each
/// only once: its own, and what its rules read under some readings.
pub fn reads(rulebook: &Rulebook, readings: &Readings, id: IndicatorId, all: &mut Vec<FieldId>) {
    let indicator = &rulebook[id];
    let mut add = |fields: &[FieldId]| {
        for field in fields {
            if !all.contains(field) {
                all.push(*field);
            }
        }
    };
    add(indicator.fields);
    for rule in rulebook.rules(id, readings) {
        add(&rule.fields());
    }
    for metric in rulebook.metrics_under(id, readings) {
        add(&rulebook.metric_under(metric, readings).formula.fields());
    }
}

/// How many of the fields are answered.
pub fn answered(case: &Case, fields: &[FieldId]) -> usize {
    fields.iter().filter(|field| case.answers.get(**field).is_some()).count()
}
