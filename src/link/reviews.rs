//! What links since version 5 hold after the rest: what reviewers say of the points.

use super::copy::{Copyist, Flag};
use super::figure::Figure;
use crate::form::{Form, Review, ReviewFinding, ReviewStage, Reviews, Verdict};
use rust_decimal::Decimal;

impl Copyist<'_> {
    /// Adds to a form what version 5 holds.
    pub fn reviews(&mut self, form: &mut Form, given: &Reviews) {
        let year = form.year();
        for stage in ReviewStage::ALL {
            let review = self
                .optional(Flag::Round, given.get(&stage), |this, given| this.review(year, given));
            if let Some(review) = review {
                form.reviews.insert(stage, review);
            }
        }
    }

    fn review(&mut self, year: u16, given: Option<&Review>) -> Review {
        let blank = Review::default();
        let given = given.unwrap_or(&blank);
        let by = self.text(&given.by);
        let on = self.optional(Flag::SignedOn, given.on.as_ref(), |this, on| {
            this.date(year, on.map_or("", |date| date))
        });
        let signed = self.flag(Flag::Signed, given.signed);
        let ids = self.rulebook.indicator_ids();
        let rows = self.map(ids, &given.rows, |this, _, given| this.finding(given));
        Review { by, on, signed, rows }
    }

    fn finding(&mut self, given: Option<&ReviewFinding>) -> ReviewFinding {
        let place = |verdict: Verdict| Verdict::ALL.iter().position(|one| *one == verdict);
        let at = given.and_then(|given| place(given.verdict)).unwrap_or_default();
        let of = u32::try_from(Verdict::ALL.len()).unwrap_or_default();
        let at = self.coder.uniform(of, u32::try_from(at).unwrap_or_default());
        let verdict = usize::try_from(at).ok().and_then(|at| Verdict::ALL.get(at));
        let points = given.and_then(|given| given.points.as_ref());
        ReviewFinding {
            verdict: verdict.copied().unwrap_or(Verdict::Confirmed),
            points: self.optional(Flag::Given, points, |this, points| {
                let points = points.copied().unwrap_or(Decimal::ZERO);
                this.decimal(Figure::Points, None, points).0
            }),
            reason: self.text(given.map_or("", |given| &given.reason)),
        }
    }
}
