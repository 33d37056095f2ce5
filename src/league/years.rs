//! One county over several years.

use super::line::{MemberScore, ScoreSource, line};
use super::model::Terms;
use super::reference::TakenEnds;
use crate::form::Form;
use crate::rulebook::{IndicatorId, Rulebook};
use rust_decimal::Decimal;

/// What a county came to in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year of assessment.
    pub year: u16,
    /// Its points in that year.
    pub line: MemberScore,
}

/// What a county's forms come to by year, the earliest first, all under the same
/// terms and, where a league gives them, the same ends.
pub fn years(
    rulebook: &Rulebook,
    forms: &[&Form],
    terms: &Terms,
    taken: &[TakenEnds],
) -> Vec<Year> {
    let year = |form: &&Form| Year {
        year: form.year(),
        line: line(rulebook, ScoreSource::Form(form, &form.case), terms, taken),
    };
    let mut all: Vec<Year> = forms.iter().map(year).collect();
    all.sort_by_key(|one| one.year);
    all
}

/// The indicators whose secured points changed, with what was gained (above
/// zero) or lost, the largest gain first.
pub fn changes(before: &MemberScore, after: &MemberScore) -> Vec<(IndicatorId, Decimal)> {
    let mut all = super::strip::lost_to(before, after);
    all.retain(|(_, change)| !change.is_zero());
    all
}
