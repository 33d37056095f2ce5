//! The parts of the whole, at every level.

use super::line::MemberScore;
use super::strip::{Strip, Strips};
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::Range;
use rust_decimal::Decimal;

/// A part of the whole. Groups and dimensions go by their positions in the rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeaguePart {
    /// The whole.
    Total,
    /// A dimension (一级指标).
    Dimension(usize),
    /// A group (二级指标).
    Group(usize),
    /// An indicator.
    Indicator(IndicatorId),
}

impl LeaguePart {
    /// All parts in the order of the document: the whole, then each dimension with its
    /// groups and their indicators.
    pub fn all(rulebook: &Rulebook) -> Vec<LeaguePart> {
        let mut all = vec![LeaguePart::Total];
        for dimension in 0..rulebook.dimensions.len() {
            all.push(LeaguePart::Dimension(dimension));
            let groups = rulebook.groups.iter().enumerate();
            for (group, _) in groups.filter(|(_, one)| usize::from(one.dimension) == dimension) {
                all.push(LeaguePart::Group(group));
                let within = |id: &IndicatorId| usize::from(rulebook[*id].group) == group;
                all.extend(rulebook.indicator_ids().filter(within).map(LeaguePart::Indicator));
            }
        }
        all
    }

    /// Full points.
    pub fn most(self, rulebook: &Rulebook) -> Decimal {
        let points = match self {
            LeaguePart::Total => Some(rulebook.points),
            LeaguePart::Dimension(at) => rulebook.dimensions.get(at).map(|one| one.points),
            LeaguePart::Group(at) => rulebook.groups.get(at).map(|one| one.points),
            LeaguePart::Indicator(id) => Some(rulebook[id].points),
        };
        points.unwrap_or_default()
    }
}

impl Strips {
    /// The strip of a part.
    pub fn of(&self, part: LeaguePart) -> Option<&Strip> {
        match part {
            LeaguePart::Total => Some(&self.total),
            LeaguePart::Dimension(at) => self.dimensions.get(at),
            LeaguePart::Group(at) => self.groups.get(at),
            LeaguePart::Indicator(id) => self.indicators.get(usize::from(id.0)),
        }
    }
}

impl MemberScore {
    /// What a part comes to.
    pub fn part(&self, rulebook: &Rulebook, part: LeaguePart) -> Range {
        let of = |all: Vec<crate::score::Subtotal>, at: usize| all.get(at).map(|one| one.range);
        let range = match part {
            LeaguePart::Total => Some(self.total),
            LeaguePart::Dimension(at) => of(self.dimensions(rulebook), at),
            LeaguePart::Group(at) => of(self.groups(rulebook), at),
            LeaguePart::Indicator(id) => self.indicators.get(usize::from(id.0)).copied(),
        };
        range.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;

    #[test]
    fn each_part_stands_once_and_below_what_it_is_of() {
        let form = Form::blank().unwrap();
        let rulebook = form.edition.0;
        let all = LeaguePart::all(rulebook);
        let (dimensions, groups) = (rulebook.dimensions.len(), rulebook.groups.len());
        assert_eq!(all.len(), 1 + dimensions + groups + rulebook.indicators.len());
        let mut sum = Decimal::ZERO;
        let mut of_dimension = None;
        for part in &all {
            match part {
                LeaguePart::Dimension(at) => of_dimension = Some(*at),
                LeaguePart::Group(at) => {
                    assert_eq!(Some(usize::from(rulebook.groups[*at].dimension)), of_dimension);
                }
                LeaguePart::Indicator(_) => sum += part.most(rulebook),
                LeaguePart::Total => {}
            }
        }
        assert_eq!(sum, LeaguePart::Total.most(rulebook));
    }
}
