//! The overview: the whole in a few figures.

use super::Desk;
use super::gap::{Gap, Order};
use super::standing::{Due, Proofs};
use crate::rulebook::IndicatorId;
use crate::score::Score;

/// How many gaps the overview names.
const LARGEST: usize = 5;

/// The whole in a few figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Points of the whole, or the tally of its tasks.
    pub total: Score,
    /// One for each dimension, in the rulebook's order.
    pub dimensions: Vec<Score>,
    /// Answered fields of all, shared figures included.
    pub answered: usize,
    /// All fields, shared figures included.
    pub fields: usize,
    /// Rows of evidence.
    pub proofs: Proofs,
    /// Indicators that claim points, or tasks that are met.
    pub claimed: usize,
    /// Those of them without evidence that is ready (已得分无佐证).
    pub unproved: Vec<IndicatorId>,
    /// How many indicators are past their deadline and not done.
    pub overdue: usize,
    /// How many are due within [`SOON`](super::SOON) days and not done.
    pub soon: usize,
    /// The five largest gaps.
    pub largest: Vec<Gap>,
}

impl Desk<'_> {
    /// The overview.
    pub fn overview(&self) -> Overview {
        let (rulebook, card) = (self.rulebook(), self.card);
        let (answered, fields) = self.form.answered(self.case);
        let mut largest = self.gaps(Order::Points);
        largest.truncate(LARGEST);
        let mut overview = Overview {
            total: card.score_of_all(rulebook),
            dimensions: Vec::new(),
            answered,
            fields,
            proofs: Proofs::default(),
            claimed: 0,
            unproved: self.unproved(),
            overdue: self.overdue(),
            soon: 0,
            largest,
        };
        for at in 0..rulebook.dimensions.len() {
            overview.dimensions.push(card.score_of_dimension(rulebook, at));
        }
        for standing in &self.standings {
            overview.proofs.ready += standing.proofs.ready;
            overview.proofs.all += standing.proofs.all;
            overview.claimed += usize::from(standing.is_claimed());
            overview.soon += usize::from(standing.due == Due::Soon);
        }
        overview
    }

    /// How many indicators are past their deadline with something left to do.
    pub fn overdue(&self) -> usize {
        self.standings.iter().filter(|standing| standing.due == Due::Overdue).count()
    }

    /// What claims points, or that it is met, without evidence that is ready
    /// (已得分无佐证), in the rulebook's order.
    pub fn unproved(&self) -> Vec<IndicatorId> {
        let unproved = self.standings.iter().filter(|standing| standing.is_unproved());
        unproved.map(|standing| standing.id).collect()
    }
}
