//! Reviews of a form (初审, 核查): what reviewers say of each indicator's points.
//!
//! Reviews never change what the form itself comes to. Once a round is signed, what the
//! form says must not change: see [`Form::breaks_sign_off`].

use super::model::Form;
use crate::rulebook::{IndicatorId, Map};
use rust_decimal::Decimal;

/// A round of reviewing. A form has at most one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewStage {
    /// 初审.
    First,
    /// 核查, which goes by what the first review found.
    Check,
}

/// What a reviewer says of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 确认: the points stand.
    Confirmed,
    /// 核减: the reviewer's own points hold.
    Reduced,
    /// 待补: something is to be handed in first.
    Pending,
}

/// The verdict on an indicator, with what goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFinding {
    /// Whether the points stand.
    pub verdict: Verdict,
    /// The points that the reviewer saw and confirmed, or gives; missing while they are not
    /// typed yet, and for [`Verdict::Pending`].
    pub points: Option<Decimal>,
    /// Why; may be empty.
    pub reason: String,
}

/// One round, finished or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Who reviews.
    pub by: String,
    /// The day of signing, `YYYY-MM-DD`.
    pub on: Option<String>,
    /// Whether it is signed off. Then name and day are there.
    pub signed: bool,
    /// What is said of each indicator; those that nothing is said of are absent.
    pub rows: Map<IndicatorId, ReviewFinding>,
}

/// Why the reviews of a form that came in do not belong to the user's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewProblem {
    /// It has none.
    None,
    /// It is of another edition.
    OtherEdition,
    /// The reviewer saw other answers than those that stand now.
    OtherAnswers,
    /// The round is signed here already, and says something else.
    Signed(ReviewStage),
}

/// All rounds of a form.
pub type Reviews = Map<ReviewStage, Review>;

impl ReviewStage {
    /// All rounds in their order.
    pub const ALL: [ReviewStage; 2] = [ReviewStage::First, ReviewStage::Check];

    /// The name in files and in `data-stage`.
    pub fn name(self) -> &'static str {
        match self {
            ReviewStage::First => "first",
            ReviewStage::Check => "check",
        }
    }
}

impl Verdict {
    /// All verdicts in the order of the page.
    pub const ALL: [Verdict; 3] = [Verdict::Confirmed, Verdict::Reduced, Verdict::Pending];

    /// The name in files and in `data-verdict`.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Confirmed => "confirmed",
            Verdict::Reduced => "reduced",
            Verdict::Pending => "pending",
        }
    }
}

impl Form {
    /// The last round that is signed.
    pub fn signed_round(&self) -> Option<(ReviewStage, &Review)> {
        let mut rounds = self.reviews.iter().rev();
        rounds.find(|(_, review)| review.signed).map(|(stage, review)| (*stage, review))
    }

    /// Whether another state of this form changes what was signed: the signed rounds,
    /// or anything that the form says but its scenarios.
    pub fn breaks_sign_off(&self, after: &Form) -> bool {
        let is_other = |(stage, review): (&ReviewStage, &Review)| {
            review.signed && after.reviews.get(stage) != Some(review)
        };
        self.signed_round().is_some()
            && (self.reviews.iter().any(is_other) || !self.says_the_same(after))
    }

    /// Whether two forms say the same, apart from scenarios, reviews and what they
    /// remember.
    pub fn says_the_same(&self, other: &Form) -> bool {
        self.edition == other.edition
            && self.county == other.county
            && self.year() == other.year()
            && self.case == other.case
            && self.adjustments == other.adjustments
            && self.notes == other.notes
            && self.evidence == other.evidence
            && self.veto == other.veto
            && self.targets == other.targets
    }

    /// Whether two forms have the same score by the same answers. Notes and evidence may
    /// differ: a link need not carry them.
    pub fn scores_the_same(&self, other: &Form) -> bool {
        self.edition == other.edition
            && self.year() == other.year()
            && self.case == other.case
            && self.adjustments == other.adjustments
            && self.veto == other.veto
            && self.targets == other.targets
    }

    /// The reviews of this form merged with those of a copy that came back. A signed round
    /// is taken as it is. Of a round that nobody signed, what came back is added; it holds
    /// where both say something.
    ///
    /// Errors: the reviews that came belong to other answers, or differ from what is
    /// signed here.
    pub fn joined_reviews(&self, theirs: &Form) -> Result<Reviews, ReviewProblem> {
        if theirs.reviews.is_empty() {
            return Err(ReviewProblem::None);
        }
        if self.edition != theirs.edition {
            return Err(ReviewProblem::OtherEdition);
        }
        if !self.scores_the_same(theirs) {
            return Err(ReviewProblem::OtherAnswers);
        }
        let mut all = self.reviews.clone();
        for (stage, round) in theirs.reviews.iter() {
            let joined = match self.reviews.get(stage) {
                Some(mine) if mine.signed && mine != round => {
                    return Err(ReviewProblem::Signed(*stage));
                }
                Some(mine) if !mine.signed && !round.signed => mine.with(round),
                _ => round.clone(),
            };
            all.insert(*stage, joined);
        }
        Ok(all)
    }

    /// What a reviewer says of an indicator last: 核查 goes before 初审.
    pub fn last_finding(&self, id: IndicatorId) -> Option<(ReviewStage, &ReviewFinding)> {
        let mut rounds = self.reviews.iter().rev();
        rounds.find_map(|(stage, review)| Some((*stage, review.rows.get(&id)?)))
    }

    /// A copy that can be edited: what reviewers said is there, and no longer signed.
    pub fn unsigned(&self) -> Form {
        let mut copy = self.clone();
        copy.reviews.retain(|_, review| {
            (review.signed, review.on) = (false, None);
            true
        });
        copy
    }
}

impl Review {
    /// Both states of a round that nobody signed.
    fn with(&self, other: &Review) -> Review {
        let mut both = self.clone();
        for (id, finding) in other.rows.iter() {
            both.rows.insert(*id, finding.clone());
        }
        if both.by.is_empty() {
            both.by.clone_from(&other.by);
        }
        both
    }
}
