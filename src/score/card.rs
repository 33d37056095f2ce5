//! The scorecard: a form's answers under a rulebook, with reasons.

use super::finding::{Finding, Ground};
use super::range::Range;
use super::rules::apply;
use super::task::{State, Tally, state};
use crate::rulebook::Map;
use crate::rulebook::{Adjustment, Answers, IndicatorId, Kind, Readings, References, Rulebook};
use rust_decimal::Decimal;
use std::ops::AddAssign;

/// Everything that a score depends on.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The answers to fields.
    pub answers: &'a Answers,
    /// The reference values of metrics.
    pub references: &'a References,
    /// The base of the efficacy coefficient.
    pub base: Decimal,
    /// How the document is read.
    pub readings: &'a Readings,
    /// The year of assessment.
    pub year: u16,
    /// Manual adjustments (自评调整), which replace scores.
    pub adjustments: &'a Map<IndicatorId, Adjustment>,
    /// Whether a veto item (一票否决) is declared.
    pub vetoed: bool,
}

/// The scores of a form, never stored: always derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// One for each indicator, in the rulebook's order.
    pub indicators: Vec<IndicatorScore>,
    /// One for each group, in the rulebook's order.
    pub groups: Vec<Subtotal>,
    /// One for each dimension, in the rulebook's order.
    pub dimensions: Vec<Subtotal>,
    /// The sum of all indicators.
    pub total: Subtotal,
    /// The total as if no adjustment were made.
    pub unadjusted: Range,
    /// Whether a veto item is declared; it changes no points.
    pub vetoed: bool,
}

/// The score of one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorScore {
    /// What counts, adjustment included; rounded where the readings say so.
    pub range: Range,
    /// What the rules give, rounded likewise.
    pub computed: Range,
    /// Whether its points were set by hand.
    pub adjusted: bool,
    /// What the rules give, exact, before the indicator's own maximum holds them.
    pub uncapped: Range,
    /// What each rule gave, in the order of the rules.
    pub findings: Vec<Finding>,
    /// The state of a task; none in a rulebook of points.
    pub state: Option<State>,
}

/// The sum over a group, a dimension or the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subtotal {
    /// Secured points, and the most that is still possible; 0 in a checklist.
    pub range: Range,
    /// States of tasks; all 0 in a rulebook of points.
    pub tasks: Tally,
}

impl Subtotal {
    /// Counts one more indicator.
    pub fn take(&mut self, score: &IndicatorScore) {
        self.range += score.range;
        if let Some(state) = score.state {
            self.tasks.count(state);
        }
    }
}

impl AddAssign for Subtotal {
    fn add_assign(&mut self, part: Subtotal) {
        self.range += part.range;
        self.tasks += part.tasks;
    }
}

/// Scores answers under a rulebook.
pub fn score(rulebook: &Rulebook, inputs: &Inputs) -> Scorecard {
    let mut groups = vec![Subtotal::default(); rulebook.groups.len()];
    let mut dimensions = vec![Subtotal::default(); rulebook.dimensions.len()];
    let mut total = Subtotal::default();
    let indicators: Vec<IndicatorScore> =
        rulebook.indicator_ids().map(|id| indicator(rulebook, id, inputs)).collect();
    for (indicator, score) in rulebook.indicators.iter().zip(&indicators) {
        groups[indicator.group as usize].take(score);
    }
    for (group, part) in rulebook.groups.iter().zip(&groups) {
        dimensions[group.dimension as usize] += *part;
    }
    for part in &dimensions {
        total += *part;
    }
    let unadjusted = if inputs.adjustments.is_empty() {
        total.range
    } else {
        indicators.iter().map(|score| score.computed).sum()
    };
    Scorecard { indicators, groups, dimensions, total, unadjusted, vetoed: inputs.vetoed }
}

/// Scores one indicator.
pub fn indicator(rulebook: &Rulebook, id: IndicatorId, inputs: &Inputs) -> IndicatorScore {
    let indicator = &rulebook[id];
    if rulebook.kind == Kind::Checklist {
        return task(indicator.rules.first().and_then(|rule| state(rule, inputs.answers)));
    }
    let rules = rulebook.rules(id, inputs.readings);
    let findings: Vec<Finding> =
        rules.iter().enumerate().map(|(at, rule)| apply(rulebook, at, rule, inputs)).collect();
    let uncapped: Range = findings.iter().map(|f| f.gave).sum();
    let rounded = |range: Range| match rulebook.places(inputs.readings) {
        Some(places) => range.rounded(places),
        None => range,
    };
    let computed = rounded(uncapped.capped(indicator.points));
    let adjustment = inputs.adjustments.get(&id);
    IndicatorScore {
        range: adjustment.map_or(computed, |a| rounded(Range::exactly(a.points))),
        computed,
        adjusted: adjustment.is_some(),
        uncapped,
        findings,
        state: None,
    }
}

fn task(judged: Option<(State, Ground)>) -> IndicatorScore {
    let (state, ground) = match judged {
        Some((state, ground)) => (Some(state), Some(ground)),
        None => (None, None),
    };
    IndicatorScore {
        range: Range::default(),
        computed: Range::default(),
        adjusted: false,
        uncapped: Range::default(),
        findings: ground
            .into_iter()
            .map(|ground| Finding { rule: 0, gave: Range::default(), ground })
            .collect(),
        state,
    }
}
