//! Rounds of reviewing (初审, 核查), and the lock of what is signed off.
//!
//! Every change of the form asks [`Session::refuses`] first, whatever it comes from:
//! typing, undo, what came in. So a slip cannot change what somebody signed.

use super::host::Host;
use super::replacing::Replacement;
use super::state::Session;
use crate::form::{
    Edit, EventKind, Form, Review, ReviewFinding, ReviewProblem, ReviewStage, Verdict,
};
use crate::rulebook::IndicatorId;
use crate::score::round;
use crate::storage::Saved;
use crate::text::{page, review as words};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Decimals of the points that a reviewer confirms, as many as a form file holds.
const PLACES: u32 = 4;

impl Session {
    /// Whether a change would break what is signed. Then the user is told by whom it
    /// was signed, and offered a copy.
    pub(super) fn refuses(&mut self, after: &Form) -> bool {
        let breaks = self.form.breaks_sign_off(after);
        if breaks {
            self.tell_lock();
        }
        breaks
    }

    /// Tells that the open form is signed off, and offers a copy.
    pub(super) fn tell_lock(&mut self) {
        if let Some((stage, review)) = self.form.signed_round() {
            let said = words::locked(stage, review);
            self.tell(said, true);
            self.offer_copy();
        }
    }

    /// Begins a round, or does nothing where it was begun.
    pub fn begin_review(&mut self, stage: ReviewStage) {
        self.review(stage, |_| ());
    }

    /// Says who reviews, letter by letter.
    pub fn set_reviewer(&mut self, stage: ReviewStage, by: String) {
        let before = self.form.reviews.get(&stage).map_or("", |review| &review.by).to_owned();
        if !self.tells_room(&before, &by) {
            return;
        }
        self.review(stage, |review| review.by = by);
    }

    /// Writes the reason of a finding, letter by letter.
    pub fn set_reason(&mut self, stage: ReviewStage, id: IndicatorId, reason: String) {
        let Some(found) = self.finding(stage, id).cloned() else { return };
        if self.tells_room(&found.reason, &reason) {
            self.set_finding(stage, id, Some(ReviewFinding { reason, ..found }));
        }
    }

    /// Sets or drops the points that a finding gives.
    pub fn set_found_points(
        &mut self,
        stage: ReviewStage,
        id: IndicatorId,
        points: Option<Decimal>,
    ) {
        let Some(found) = self.finding(stage, id).cloned() else { return };
        self.set_finding(stage, id, Some(ReviewFinding { points, ..found }));
    }

    /// Sets or drops the finding on an indicator.
    pub fn set_finding(
        &mut self,
        stage: ReviewStage,
        id: IndicatorId,
        finding: Option<ReviewFinding>,
    ) {
        self.review(stage, |review| {
            match finding {
                Some(finding) => review.rows.insert(id, finding),
                None => review.rows.remove(&id),
            };
        });
    }

    /// Gives a verdict on an indicator. Confirmed are the points that count now.
    pub fn judge_points(&mut self, stage: ReviewStage, id: IndicatorId, verdict: Option<Verdict>) {
        let before = self.finding(stage, id).cloned();
        let finding = verdict.map(|verdict| ReviewFinding {
            verdict,
            points: (verdict == Verdict::Confirmed).then(|| self.points_now(stage, id)),
            reason: before.map(|before| before.reason).unwrap_or_default(),
        });
        self.seal();
        self.set_finding(stage, id, finding);
        self.seal();
    }

    /// Confirms every indicator on which there is no finding yet, in one step of undo.
    pub fn confirm_rest(&mut self, stage: ReviewStage) {
        let ids = self.rulebook().indicator_ids();
        let open: Vec<IndicatorId> = ids.filter(|id| self.finding(stage, *id).is_none()).collect();
        let found: Vec<(IndicatorId, ReviewFinding)> = open
            .into_iter()
            .map(|id| {
                let points = Some(self.points_now(stage, id));
                (id, ReviewFinding { verdict: Verdict::Confirmed, points, reason: String::new() })
            })
            .collect();
        self.seal();
        self.review(stage, |review| {
            for (id, finding) in found {
                review.rows.insert(id, finding);
            }
        });
        self.seal();
    }

    /// The finding of a round on an indicator.
    pub fn finding(&self, stage: ReviewStage, id: IndicatorId) -> Option<&ReviewFinding> {
        self.form.reviews.get(&stage)?.rows.get(&id)
    }

    /// The points that a reviewer confirms: those of the round before where it gave
    /// some, else what the form secures.
    fn points_now(&self, stage: ReviewStage, id: IndicatorId) -> Decimal {
        let before = match stage {
            ReviewStage::First => None,
            ReviewStage::Check => {
                self.finding(ReviewStage::First, id).and_then(|found| found.points)
            }
        };
        before.unwrap_or_else(|| {
            let card = self.form.scorecard();
            let score = card.indicators.get(usize::from(id.0));
            round(score.map(|score| score.range.low).unwrap_or_default(), PLACES)
        })
    }

    /// Signs a round off. Errors: what is missing, for the user.
    pub fn sign_off(&mut self, stage: ReviewStage, on: &str) -> Result<(), String> {
        let review = self.form.reviews.get(&stage).cloned().unwrap_or_default();
        if let Some(missing) = words::unsignable(&self.form, &review) {
            return Err(missing);
        }
        let on = on.to_owned();
        self.seal();
        self.review(stage, |review| {
            review.by = review.by.trim().to_owned();
            (review.on, review.signed) = (Some(on), true);
        });
        self.seal();
        Ok(())
    }

    /// Takes the last signature back, on purpose.
    pub fn withdraw_signature(&mut self) {
        let Some(stage) = self.form.signed_round().map(|(stage, _)| stage) else { return };
        if self.is_read_only() {
            return;
        }
        let before = self.form.clone();
        let mut after = Form::clone(&before);
        after.reviews.retain(|one, review| {
            if *one == stage {
                (review.signed, review.on) = (false, None);
            }
            true
        });
        self.undo.note(before, Edit::Review(stage), true);
        self.put(Arc::new(after));
    }

    fn review(&mut self, stage: ReviewStage, change: impl FnOnce(&mut Review)) {
        self.edit(Edit::Review(stage), |form| {
            let mut review = form.reviews.get(&stage).cloned().unwrap_or_default();
            change(&mut review);
            form.reviews.insert(stage, review);
        });
    }

    /// One's own form that the reviews of what came in belong to, or why there is
    /// none. Of several forms one that was given to the reviewer goes first.
    pub fn reviewed_own(&self) -> Option<(Saved, Result<(), ReviewProblem>)> {
        let theirs = &self.received()?.form;
        if theirs.reviews.is_empty() {
            return None;
        }
        let own = self.comparable(theirs);
        let fits = |saved: &&Saved| saved.form.joined_reviews(theirs).is_ok();
        let saved = own.iter().find(fits).or(own.first())?.clone();
        let fit = saved.form.joined_reviews(theirs).map(drop);
        Some((saved, fit))
    }

    /// Takes the reviews of what came in into the user's own form of this id, in one step
    /// of undo. Returns whether it was done; the user is told why not.
    pub fn take_reviews(&mut self, own: &str, host: &impl Host) -> bool {
        let Some(theirs) = self.theirs_beside(own, host) else { return false };
        let reviews = match self.form.joined_reviews(&theirs) {
            Ok(reviews) => reviews,
            Err(problem) => {
                self.tell(words::problem(problem), true);
                return false;
            }
        };
        let from = words::rounds(&theirs);
        self.leave_incoming();
        self.change_own(EventKind::Merged, &from, host, |form| form.reviews = reviews);
        self.tell(words::joined(&from), false);
        true
    }

    /// Opens a copy of the open form that can be edited; whether that was done. What
    /// reviewers said is there, and no longer signed.
    pub fn edit_copy(&mut self, host: &impl Host) -> bool {
        let name = page::copy_name(&page::form_name(&self.name, &self.form));
        let copy = self.form.unsigned();
        let done = self.replace(Replacement::Begin(Box::new(copy)), host);
        if done {
            let id = self.id.clone();
            self.rename(&id, &name, host);
            self.notices.retain(|notice| !notice.offers_copy);
        }
        done
    }
}
