//! Reviews of a form (初审, 核查): what reviewers say of each indicator's points.
//!
//! Reviews never change what the form itself comes to. A round that is signed binds
//! what the form says: see [`Form::breaks_sign_off`].

use super::model::Form;
use crate::rulebook::{IndicatorId, Map};
use rust_decimal::Decimal;

/// A round of reviewing. A form has at most one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
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
pub struct Finding {
    pub verdict: Verdict,
    /// The points that the reviewer saw and confirmed, or gives; missing while they
    /// are still to be typed, and of what is pending.
    pub points: Option<Decimal>,
    /// Why; may be empty.
    pub reason: String,
}

/// One round, as far as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Who reviews.
    pub by: String,
    /// The day of signing, `YYYY-MM-DD`.
    pub on: Option<String>,
    /// Whether it is signed off. Then name and day are there.
    pub signed: bool,
    pub rows: Map<IndicatorId, Finding>,
}

/// All rounds of a form.
pub type Reviews = Map<Stage, Review>;

impl Stage {
    /// All rounds in their order.
    pub const ALL: [Stage; 2] = [Stage::First, Stage::Check];

    /// The name in files and in `data-stage`.
    pub fn name(self) -> &'static str {
        match self {
            Stage::First => "first",
            Stage::Check => "check",
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
    pub fn signed_round(&self) -> Option<(Stage, &Review)> {
        let mut rounds = self.reviews.iter().rev();
        rounds.find(|(_, review)| review.signed).map(|(stage, review)| (*stage, review))
    }

    /// Whether another state of this form changes what was signed: the signed rounds,
    /// or anything that the form says but its scenarios.
    pub fn breaks_sign_off(&self, after: &Form) -> bool {
        let is_other = |(stage, review): (&Stage, &Review)| {
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
}
