//! What the reviews of a form come to.

use crate::form::{Form, ReviewStage, Verdict};
use rust_decimal::Decimal;

/// What reviewers said, counted, and the points of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reviewed {
    /// Indicators whose points were confirmed (确认).
    pub confirmed: usize,
    /// Indicators whose points were reduced (核减).
    pub reduced: usize,
    /// Indicators for which something is to be handed in first (待补).
    pub pending: usize,
    /// Indicators on which nothing was said.
    pub open: usize,
    /// The sum of what reviewers gave. What is pending or open gives nothing.
    pub points: Decimal,
}

/// What all rounds come to: of each indicator the last finding counts.
pub fn reviewed(form: &Form) -> Reviewed {
    let mut all = Reviewed::default();
    for id in form.edition.indicator_ids() {
        all.count(form.last_finding(id).map(|(_, found)| (found.verdict, found.points)));
    }
    all
}

/// What one round comes to by itself.
pub fn reviewed_in(form: &Form, stage: ReviewStage) -> Reviewed {
    let mut all = Reviewed::default();
    let rows = form.reviews.get(&stage).map(|review| &review.rows);
    for id in form.edition.indicator_ids() {
        let found = rows.and_then(|rows| rows.get(&id));
        all.count(found.map(|found| (found.verdict, found.points)));
    }
    all
}

impl Reviewed {
    fn count(&mut self, found: Option<(Verdict, Option<Decimal>)>) {
        let counted = match found {
            None => &mut self.open,
            Some((Verdict::Confirmed, _)) => &mut self.confirmed,
            Some((Verdict::Reduced, _)) => &mut self.reduced,
            Some((Verdict::Pending, _)) => &mut self.pending,
        };
        *counted += 1;
        self.points += found.and_then(|(_, points)| points).unwrap_or_default();
    }
}
