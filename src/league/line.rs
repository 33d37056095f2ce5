//! What one member comes to: the ranges of its indicators, without findings, so
//! that thousands have room.

use super::model::Terms;
use super::reference::TakenEnds;
use crate::form::{Case, Form};
use crate::rulebook::{IndicatorId, Kind, Reference, References, Rulebook};
use crate::score::{Inputs, Range, State, Subtotal, indicator};

/// What a member is scored from.
#[derive(Clone, Copy, Debug)]
pub enum ScoreSource<'a> {
    /// A form, and the case of it that counts.
    Form(&'a Form, &'a Case),
    /// Points alone.
    Points(&'a MemberScore),
}

/// What a member comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberScore {
    /// The range of each indicator, adjustments included.
    pub indicators: Vec<Range>,
    /// The sum of the indicators, exact.
    pub total: Range,
    /// Indicators whose points are a manual adjustment (自评调整).
    pub adjusted: Vec<IndicatorId>,
    /// The states of a checklist's tasks; empty in a rulebook of points.
    pub states: Vec<State>,
    /// Whether a veto item (一票否决) is declared.
    pub vetoed: bool,
}

impl MemberScore {
    /// A line of points alone.
    pub fn of(indicators: Vec<Range>, adjusted: Vec<IndicatorId>, vetoed: bool) -> MemberScore {
        let total = indicators.iter().copied().sum();
        MemberScore { indicators, total, adjusted, states: Vec::new(), vetoed }
    }

    /// The sum over each group.
    pub fn groups(&self, rulebook: &Rulebook) -> Vec<Subtotal> {
        let mut groups = vec![Subtotal::default(); rulebook.groups.len()];
        for (at, indicator) in rulebook.indicators.iter().enumerate() {
            let Some(group) = groups.get_mut(usize::from(indicator.group)) else { continue };
            group.range += self.indicators.get(at).copied().unwrap_or_default();
            if let Some(state) = self.states.get(at) {
                group.tasks.count(*state);
            }
        }
        groups
    }

    /// The sum over each dimension.
    pub fn dimensions(&self, rulebook: &Rulebook) -> Vec<Subtotal> {
        let mut dimensions = vec![Subtotal::default(); rulebook.dimensions.len()];
        for (group, part) in rulebook.groups.iter().zip(self.groups(rulebook)) {
            if let Some(dimension) = dimensions.get_mut(usize::from(group.dimension)) {
                *dimension += part;
            }
        }
        dimensions
    }

    /// The sum over the whole, tasks counted.
    pub fn all(&self, rulebook: &Rulebook) -> Subtotal {
        let mut all = Subtotal::default();
        self.dimensions(rulebook).into_iter().for_each(|part| all += part);
        all
    }
}

/// A form's references with the ends that are taken from the league in their
/// place. A metric without such ends keeps what the form has.
pub fn replaced(own: &References, taken: &[TakenEnds]) -> References {
    let mut references = own.clone();
    for one in taken {
        let (unacceptable, satisfactory) = (Some(one.unacceptable), Some(one.satisfactory));
        references.set(one.metric, Some(Reference::Ends { unacceptable, satisfactory }));
    }
    references
}

/// What a form's case is scored from under the league's terms.
pub fn inputs<'a>(
    form: &'a Form,
    case: &'a Case,
    references: &'a References,
    terms: &'a Terms,
) -> Inputs<'a> {
    Inputs { references, base: terms.base, readings: &terms.readings, ..form.inputs(case) }
}

/// Scores a member.
pub fn line(
    rulebook: &Rulebook,
    source: ScoreSource,
    terms: &Terms,
    taken: &[TakenEnds],
) -> MemberScore {
    let (form, case) = match source {
        ScoreSource::Form(form, case) => (form, case),
        ScoreSource::Points(line) => return line.clone(),
    };
    let replaced = (!taken.is_empty()).then(|| replaced(&case.references, taken));
    let inputs = inputs(form, case, replaced.as_ref().unwrap_or(&case.references), terms);
    let mut line = MemberScore { vetoed: inputs.vetoed, ..MemberScore::default() };
    for id in rulebook.indicator_ids() {
        let score = indicator(rulebook, id, &inputs);
        if score.adjusted {
            line.adjusted.push(id);
        }
        if rulebook.kind == Kind::Checklist {
            line.states.push(score.state.unwrap_or_default());
        }
        line.indicators.push(score.range);
        line.total += score.range;
    }
    line
}

/// Scores some indicators of all members again, whose ends have moved.
pub fn rescore(
    lines: &mut [MemberScore],
    rulebook: &Rulebook,
    sources: &[ScoreSource],
    terms: &Terms,
    taken: &[TakenEnds],
    moved: &[IndicatorId],
) {
    let metrics = moved.iter().flat_map(|id| rulebook.metrics_under(*id, &terms.readings));
    let all_taken = metrics.into_iter().all(|id| taken.iter().any(|one| one.metric == id));
    // Where nothing of a form's own references counts, all share one.
    let shared = all_taken.then(|| replaced(&References::default(), taken));
    for (line, source) in lines.iter_mut().zip(sources) {
        let ScoreSource::Form(form, case) = source else { continue };
        let own = shared.is_none().then(|| replaced(&case.references, taken));
        let Some(references) = shared.as_ref().or(own.as_ref()) else { continue };
        let inputs = inputs(form, case, references, terms);
        for id in moved {
            if let Some(range) = line.indicators.get_mut(usize::from(id.0)) {
                *range = indicator(rulebook, *id, &inputs).range;
            }
        }
        line.total = line.indicators.iter().copied().sum();
    }
}
