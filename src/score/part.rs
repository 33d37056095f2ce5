//! What a part comes to: an indicator, a group, a dimension or the whole, in a
//! rulebook of points or in a checklist.

use super::card::{Scorecard, Subtotal};
use super::range::Range;
use super::task::{State, Tally};
use crate::rulebook::{IndicatorId, Kind, Rulebook};
use rust_decimal::Decimal;

/// What a part comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// Points of anything.
    Points {
        /// Secured points, and the most that is still possible.
        range: Range,
        /// The maximum that the rulebook gives.
        most: Decimal,
    },
    /// The state of a task.
    Task(State),
    /// The tasks of a group, a dimension or the whole.
    Tasks(Tally),
}

impl Score {
    fn of(rulebook: &Rulebook, part: Subtotal, most: Decimal) -> Score {
        match rulebook.kind {
            Kind::Points => Score::Points { range: part.range, most },
            Kind::Checklist => Score::Tasks(part.tasks),
        }
    }

    /// What is got, what may still be got, and the most: points, or tasks that
    /// are met, begun, and that apply.
    pub fn shares(&self) -> (Decimal, Decimal, Decimal) {
        match self {
            Score::Points { range, most } => (range.low, range.high - range.low, *most),
            Score::Task(state) => {
                let met = u8::from(*state == State::Met);
                let begun = u8::from(*state == State::InProgress);
                (met.into(), begun.into(), Decimal::ONE)
            }
            Score::Tasks(tasks) => {
                (tasks.met.into(), tasks.in_progress.into(), tasks.applicable().into())
            }
        }
    }
}

impl Scorecard {
    /// What an indicator comes to, or the state of a task.
    pub fn score_of(&self, rulebook: &Rulebook, id: IndicatorId) -> Score {
        let score = self.indicators.get(usize::from(id.0));
        match rulebook.kind {
            Kind::Points => Score::Points {
                range: score.map(|score| score.range).unwrap_or_default(),
                most: rulebook[id].points,
            },
            Kind::Checklist => {
                Score::Task(score.and_then(|score| score.state).unwrap_or(State::NotStarted))
            }
        }
    }

    /// What a group comes to, by its place in the rulebook.
    pub fn score_of_group(&self, rulebook: &Rulebook, at: usize) -> Score {
        let most = rulebook.groups.get(at).map_or(Decimal::ZERO, |group| group.points);
        Score::of(rulebook, self.groups.get(at).copied().unwrap_or_default(), most)
    }

    /// What a dimension comes to, by its place in the rulebook.
    pub fn score_of_dimension(&self, rulebook: &Rulebook, at: usize) -> Score {
        let most = rulebook.dimensions.get(at).map_or(Decimal::ZERO, |one| one.points);
        Score::of(rulebook, self.dimensions.get(at).copied().unwrap_or_default(), most)
    }

    /// What the whole comes to.
    pub fn score_of_all(&self, rulebook: &Rulebook) -> Score {
        Score::of(rulebook, self.total, rulebook.points)
    }
}
