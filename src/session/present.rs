//! The case that is shown, with its scores.

use crate::form::{Case, Form};
use crate::score::Scorecard;

/// The baseline, or the scenario that is edited, with its scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// What counts: answers, references, base and readings.
    pub case: Case,
    /// What that comes to.
    pub card: Scorecard,
    /// The baseline's scores while a scenario is edited.
    pub baseline: Option<Scorecard>,
}

impl Present {
    /// Scores the form as a scenario changes it, or its baseline. A name that no
    /// scenario of the form has means the baseline.
    pub fn of(form: &Form, scenario: Option<&str>) -> Present {
        let baseline = form.scorecard();
        if scenario.is_some_and(|name| form.scenario(name).is_some()) {
            let case = form.case_under(scenario);
            let card = form.score(&case);
            return Present { case, card, baseline: Some(baseline) };
        }
        Present { case: form.case.clone(), card: baseline, baseline: None }
    }
}
