//! Two scorecards of one rulebook side by side.

use super::card::{IndicatorScore, Scorecard, Subtotal};
use crate::rulebook::{IndicatorId, Kind, Rulebook};
use rust_decimal::Decimal;

/// Two scorecards, part by part, each list in the rulebook's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether the rulebook gives points or is a checklist.
    pub kind: Kind,
    /// The whole.
    pub total: ScoreDifference,
    /// One for each dimension.
    pub dimensions: Vec<ScoreDifference>,
    /// One for each indicator.
    pub indicators: Vec<ScoreDifference>,
}

/// One part of two scorecards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScoreDifference {
    /// The part in the first scorecard.
    pub before: Subtotal,
    /// The part in the second scorecard.
    pub after: Subtotal,
}

/// One bar of a waterfall: a part that moved, and the running figure around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The position of the indicator.
    pub at: usize,
    /// Points secured, or tasks met, before this part.
    pub from: Decimal,
    /// The same with this part.
    pub to: Decimal,
}

/// A part of two scorecards that is a row of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComparedPart {
    /// The whole.
    Total,
    /// By its position.
    Dimension(usize),
    /// An indicator.
    Indicator(IndicatorId),
}

/// The rows of comparisons with one baseline: the total, the dimensions, and the
/// indicators that differ in any of them, or all.
pub fn parts(rulebook: &Rulebook, all: &[&Comparison], everything: bool) -> Vec<ComparedPart> {
    let differs = |id: &IndicatorId| {
        let part = |one: &&Comparison| one.part(ComparedPart::Indicator(*id));
        all.iter().filter_map(part).any(|part| part.differs())
    };
    let indicators = rulebook.indicator_ids().filter(|id| everything || differs(id));
    std::iter::once(ComparedPart::Total)
        .chain((0..rulebook.dimensions.len()).map(ComparedPart::Dimension))
        .chain(indicators.map(ComparedPart::Indicator))
        .collect()
}

impl ScoreDifference {
    /// Whether anything differs, a task's state included.
    pub fn differs(&self) -> bool {
        self.before != self.after
    }

    /// Points secured before and after, or tasks met in a checklist.
    pub fn counted(&self, kind: Kind) -> (Decimal, Decimal) {
        (self.before.counted(kind), self.after.counted(kind))
    }
}

impl Subtotal {
    /// What a plan or a comparison counts: points secured, or tasks met.
    pub fn counted(&self, kind: Kind) -> Decimal {
        match kind {
            Kind::Points => self.range.points(),
            Kind::Checklist => Decimal::from(self.tasks.met),
        }
    }
}

impl From<&IndicatorScore> for Subtotal {
    fn from(score: &IndicatorScore) -> Subtotal {
        let mut alone = Subtotal::default();
        alone.take(score);
        alone
    }
}

impl Comparison {
    /// A part; none for a position that there is not.
    pub fn part(&self, part: ComparedPart) -> Option<ScoreDifference> {
        match part {
            ComparedPart::Total => Some(self.total),
            ComparedPart::Dimension(at) => self.dimensions.get(at).copied(),
            ComparedPart::Indicator(id) => self.indicators.get(usize::from(id.0)).copied(),
        }
    }

    /// The steps from one total to the other: a bar for each indicator whose counted figure
    /// changed. The first bar starts at the total before, the last ends at the total after,
    /// exactly.
    pub fn waterfall(&self) -> Vec<Bar> {
        let mut bars = Vec::new();
        let mut from = self.total.counted(self.kind).0;
        for (at, part) in self.indicators.iter().enumerate() {
            let (before, after) = part.counted(self.kind);
            if before != after {
                let to = from + (after - before);
                bars.push(Bar { at, from, to });
                from = to;
            }
        }
        bars
    }
}

/// Where the bars of a waterfall are drawn, in percent of its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The value at the left edge.
    zero: Decimal,
    width: Decimal,
}

impl Scale {
    /// The scale of a waterfall between these bars. A sixth of it stays free on
    /// the left, so that the smallest total is seen as a bar.
    pub fn of(total: (Decimal, Decimal), bars: &[Bar]) -> Scale {
        let (before, after) = total;
        let (mut least, mut most) = (before.min(after), before.max(after));
        for end in bars.iter().flat_map(|bar| [bar.from, bar.to]) {
            (least, most) = (least.min(end), most.max(end));
        }
        let width = (most - least).max(Decimal::ONE) * Decimal::new(12, 1);
        Scale { zero: most - width, width }
    }

    /// The left end and the length of a bar between two values.
    pub fn bar(self, from: Decimal, to: Decimal) -> (Decimal, Decimal) {
        let place = |value: Decimal| {
            ((value - self.zero) * Decimal::ONE_HUNDRED).checked_div(self.width).unwrap_or_default()
        };
        let (left, right) = (place(from.min(to)), place(from.max(to)));
        (left, right - left)
    }

    /// The left end and the length of the bar of a whole total.
    pub fn whole(self, total: Decimal) -> (Decimal, Decimal) {
        self.bar(self.zero, total)
    }
}

/// Compares two scorecards of one rulebook.
pub fn compare(rulebook: &Rulebook, before: &Scorecard, after: &Scorecard) -> Comparison {
    let alone = |card: &Scorecard| -> Vec<Subtotal> {
        card.indicators.iter().map(Subtotal::from).collect()
    };
    Comparison {
        kind: rulebook.kind,
        total: ScoreDifference { before: before.total, after: after.total },
        dimensions: pairs(&before.dimensions, &after.dimensions),
        indicators: pairs(&alone(before), &alone(after)),
    }
}

fn pairs(before: &[Subtotal], after: &[Subtotal]) -> Vec<ScoreDifference> {
    let both = before.iter().zip(after);
    both.map(|(before, after)| ScoreDifference { before: *before, after: *after }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: i64) -> Decimal {
        Decimal::from(n)
    }

    #[test]
    fn bars_keep_within_the_scale() {
        let bars = [
            Bar { at: 0, from: number(10), to: number(16) },
            Bar { at: 1, from: number(16), to: number(12) },
        ];
        let scale = Scale::of((number(10), number(12)), &bars);
        // Six points are five sixths of the width.
        let (left, length) = scale.bar(number(16), number(10));
        assert_eq!(left + length, number(100));
        assert_eq!((length * number(6)).round_dp(6), number(500));
        assert_eq!(scale.whole(number(16)), (number(0), number(100)));
        assert!(scale.whole(number(10)).1 > number(0));
    }

    #[test]
    fn equal_totals_still_have_a_width() {
        let scale = Scale::of((number(0), number(0)), &[]);
        assert!(scale.whole(number(0)).1 > number(0));
    }
}
