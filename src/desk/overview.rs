//! The overview: the whole in a few figures.

use super::Desk;
use super::gap::{Gap, Order};
use super::standing::{Due, Proofs};
use crate::rulebook::IndicatorId;
use crate::score::{Range, Tally};
use rust_decimal::Decimal;

/// How many gaps the overview names.
const LARGEST: usize = 5;

/// The whole in a few figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    pub total: Part,
    /// One for each dimension, in the rulebook's order.
    pub dimensions: Vec<Part>,
    /// Answered fields of all, shared figures included.
    pub answered: usize,
    pub fields: usize,
    /// Rows of evidence.
    pub proofs: Proofs,
    /// Indicators that claim points, or tasks that are met.
    pub claimed: usize,
    /// Those of them without evidence that is ready (已得分无佐证).
    pub unproved: Vec<IndicatorId>,
    pub overdue: usize,
    pub soon: usize,
    /// The five largest gaps.
    pub largest: Vec<Gap>,
}

/// The whole, or a dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub range: Range,
    /// The most that it can give; 0 in a checklist.
    pub max: Decimal,
    pub tasks: Tally,
}

impl Desk<'_> {
    /// The overview.
    pub fn overview(&self) -> Overview {
        let (rulebook, card) = (self.rulebook(), self.card);
        let (answered, fields) = self.form.answered(self.case);
        let mut largest = self.gaps(Order::Points);
        largest.truncate(LARGEST);
        let mut overview = Overview {
            total: Part { range: card.total.range, max: rulebook.points, tasks: card.total.tasks },
            dimensions: Vec::new(),
            answered,
            fields,
            proofs: Proofs::default(),
            claimed: 0,
            unproved: self.unproved(),
            overdue: 0,
            soon: 0,
            largest,
        };
        for (dimension, part) in rulebook.dimensions.iter().zip(&card.dimensions) {
            let max = dimension.points;
            overview.dimensions.push(Part { range: part.range, max, tasks: part.tasks });
        }
        for standing in &self.standings {
            overview.proofs.ready += standing.proofs.ready;
            overview.proofs.all += standing.proofs.all;
            overview.claimed += usize::from(standing.is_claimed());
            overview.overdue += usize::from(standing.due == Due::Overdue);
            overview.soon += usize::from(standing.due == Due::Soon);
        }
        overview
    }

    /// What claims points, or that it is met, without evidence that is ready
    /// (已得分无佐证), in the rulebook's order.
    pub fn unproved(&self) -> Vec<IndicatorId> {
        let unproved = self.standings.iter().filter(|standing| standing.is_unproved());
        unproved.map(|standing| standing.id).collect()
    }
}
