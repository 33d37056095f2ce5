//! What readings are worth: the secured total under each option of each
//! reading, and its lowest and highest over all combinations.
//!
//! Some readings are general: they change how every indicator scores. The base of
//! the efficacy coefficient is like them. All combinations of these are tried. The
//! other readings change few indicators each, and the total is a sum over
//! indicators. So two readings that share no indicator do not influence each
//! other, and combinations are tried only among readings that share one, which
//! are called a cluster here. The extremes of the total are the sums of the extremes
//! of the clusters. Source: `docs/scoring.md`, section 6.

use super::card::{Inputs, indicator, score};
use super::range::Range;
use crate::rulebook::{IndicatorId, ReadingId, Readings, Rulebook};
use rust_decimal::Decimal;

/// What the readings of a form are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The secured total under the readings that the form chose.
    pub points: Decimal,
    /// The lowest secured total over all combinations of readings and bases.
    pub lowest: Decimal,
    /// The highest one.
    pub highest: Decimal,
    /// The base, where there is a choice of points at all, then the readings in
    /// the rulebook's order.
    pub readings: Vec<ReadingWorth>,
}

/// A question that the document leaves open. The base counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The base of the efficacy coefficient; its options are the edition's bases.
    Base,
    /// A reading of the edition.
    Reading(ReadingId),
}

/// What the options of one reading are worth, all else as chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingWorth {
    /// The reading.
    pub asked: Asked,
    /// The position of the chosen option.
    pub chosen: usize,
    /// In the rulebook's order, the usual one first.
    pub options: Vec<OptionWorth>,
}

/// What one option is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionWorth {
    /// The secured total under it.
    pub points: Decimal,
    /// The highest total that the form can still reach under it.
    pub high: Decimal,
}

impl ReadingWorth {
    /// The lowest and the highest secured total among the options.
    pub fn ends(&self) -> (Decimal, Decimal) {
        let points = || self.options.iter().map(|option| option.points);
        (points().min().unwrap_or_default(), points().max().unwrap_or_default())
    }

    /// How far the options are apart: what the answer to the question is worth.
    pub fn spread(&self) -> Decimal {
        let (lowest, highest) = self.ends();
        highest - lowest
    }
}

impl Worth {
    /// Where points lie between the lowest and the highest total, in percent. The
    /// middle, where both are the same.
    pub fn place(&self, points: Decimal) -> Decimal {
        let (from, width) = (points - self.lowest, self.highest - self.lowest);
        (from * Decimal::ONE_HUNDRED).checked_div(width).unwrap_or(Decimal::from(50))
    }

    /// The reading whose options are furthest apart; none where none matters.
    pub fn most_asked(&self) -> Option<&ReadingWorth> {
        let mut most: Option<&ReadingWorth> = None;
        for reading in &self.readings {
            let is_more = most.is_none_or(|other| reading.spread() > other.spread());
            if is_more && !reading.spread().is_zero() {
                most = Some(reading);
            }
        }
        most
    }
}

/// What the readings of some inputs are worth. In a checklist all is 0.
pub fn worth(rulebook: &Rulebook, inputs: &Inputs) -> Worth {
    let now = score(rulebook, inputs).total.range;
    let (lowest, highest) = band(rulebook, inputs);
    let readings = asked(rulebook).map(|one| worth_of(rulebook, inputs, now, one)).collect();
    Worth { points: now.points(), lowest, highest, readings }
}

/// Everything that an edition leaves open: the base, where there is a choice of
/// points at all, then the readings in the rulebook's order.
pub fn asked(rulebook: &Rulebook) -> impl Iterator<Item = Asked> + use<> {
    let base = (!rulebook.bases.is_empty()).then_some(Asked::Base);
    base.into_iter().chain(rulebook.reading_ids().map(Asked::Reading))
}

/// What the options of one reading are worth. `now` is the total as it is.
pub fn worth_of(rulebook: &Rulebook, inputs: &Inputs, now: Range, asked: Asked) -> ReadingWorth {
    let total = |inputs: &Inputs| score(rulebook, inputs).total.range;
    match asked {
        Asked::Base => {
            let chosen = rulebook.bases.iter().position(|base| *base == inputs.base);
            let bases = rulebook.bases.iter();
            let options = bases.map(|base| total(&Inputs { base: *base, ..*inputs }));
            let options = options.map(OptionWorth::from).collect();
            ReadingWorth { asked, chosen: chosen.unwrap_or_default(), options }
        }
        Asked::Reading(id) => {
            // A reading that is not general leaves all other indicators as they are.
            let moved: Vec<IndicatorId> =
                rulebook.indicator_ids().filter(|one| rulebook.moves(id, *one)).collect();
            let of = |inputs: &Inputs| -> Range {
                moved.iter().map(|one| indicator(rulebook, *one, inputs).range).sum()
            };
            let before = of(inputs);
            let options = (0u8..).zip(rulebook[id].options).map(|(option, _)| {
                let mut readings = inputs.readings.clone();
                readings.set(id, option);
                let inputs = Inputs { readings: &readings, ..*inputs };
                if rulebook.is_general(id) {
                    return OptionWorth::from(total(&inputs));
                }
                let after = of(&inputs);
                OptionWorth {
                    points: now.points() - before.points() + after.points(),
                    high: now.high - before.high + after.high,
                }
            });
            let options = options.collect();
            ReadingWorth { asked, chosen: usize::from(inputs.readings.get(id)), options }
        }
    }
}

/// The open questions that concern an indicator: first the readings that move it by its own
/// rules, then the base and the general readings that change its figures at `places`
/// decimals.
pub fn asked_of(rulebook: &Rulebook, inputs: &Inputs, id: IndicatorId, places: u32) -> Vec<Asked> {
    let figures = |inputs: &Inputs| indicator(rulebook, id, inputs).range.rounded(places);
    let is_own = |one: &Asked| match one {
        Asked::Base => false,
        Asked::Reading(reading) => rulebook.moves(*reading, id),
    };
    let counts = |one: &Asked| match one {
        Asked::Base => {
            let now = figures(inputs);
            rulebook.bases.iter().any(|base| figures(&Inputs { base: *base, ..*inputs }) != now)
        }
        Asked::Reading(reading) if rulebook.is_general(*reading) => {
            let now = figures(inputs);
            (0u8..).zip(rulebook[*reading].options).any(|(option, _)| {
                let mut readings = inputs.readings.clone();
                readings.set(*reading, option);
                figures(&Inputs { readings: &readings, ..*inputs }) != now
            })
        }
        Asked::Reading(_) => false,
    };
    let own = asked(rulebook).filter(is_own);
    own.chain(asked(rulebook).filter(counts)).collect()
}

impl From<Range> for OptionWorth {
    fn from(range: Range) -> OptionWorth {
        OptionWorth { points: range.points(), high: range.high }
    }
}

/// The lowest and the highest secured total over all combinations, exact.
fn band(rulebook: &Rulebook, inputs: &Inputs) -> (Decimal, Decimal) {
    let (of_method, others) = general(rulebook);
    // The base and the readings of the efficacy coefficient matter only where it scores.
    let (scored, plain): (Vec<Cluster>, Vec<Cluster>) =
        clusters(rulebook).into_iter().partition(|cluster| cluster.has_metrics(rulebook));
    let bases = if rulebook.bases.is_empty() { &[inputs.base] } else { rulebook.bases };
    let mut band: Option<(Decimal, Decimal)> = None;
    each(rulebook, &others, &mut Readings::usual(), &mut |readings| {
        let rest = extremes(&plain, rulebook, inputs, readings);
        for base in bases {
            let inputs = Inputs { base: *base, ..*inputs };
            each(rulebook, &of_method, &mut readings.clone(), &mut |readings| {
                let own = extremes(&scored, rulebook, &inputs, readings);
                let (low, high) = (rest.0 + own.0, rest.1 + own.1);
                let (least, most) = band.unwrap_or((low, high));
                band = Some((least.min(low), most.max(high)));
            });
        }
    });
    band.unwrap_or_default()
}

/// The general readings: those of the efficacy coefficient, and the others.
pub fn general(rulebook: &Rulebook) -> (Vec<ReadingId>, Vec<ReadingId>) {
    let general = rulebook.reading_ids().filter(|id| rulebook.is_general(*id));
    general.partition(|id| rulebook[*id].options.iter().any(|option| option.below.is_some()))
}

/// The lowest and the highest that clusters secure together.
fn extremes(
    clusters: &[Cluster],
    rulebook: &Rulebook,
    inputs: &Inputs,
    general: &Readings,
) -> (Decimal, Decimal) {
    let mut sum = (Decimal::ZERO, Decimal::ZERO);
    for cluster in clusters {
        let (least, most) = cluster.extremes(rulebook, inputs, general);
        sum = (sum.0 + least, sum.1 + most);
    }
    sum
}

/// Indicators that some readings move together, and those readings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// The readings, in the rulebook's order.
    pub readings: Vec<ReadingId>,
    /// The indicators, in the rulebook's order.
    pub indicators: Vec<IndicatorId>,
}

/// The indicators, clustered by the readings that move them.
pub fn clusters(rulebook: &Rulebook) -> Vec<Cluster> {
    let mut all: Vec<Cluster> = Vec::new();
    for id in rulebook.indicator_ids() {
        let mut own = Cluster { readings: Vec::new(), indicators: vec![id] };
        if !rulebook[id].variants.is_empty() {
            own.readings.extend(rulebook.readings_of(id));
        }
        let mut apart = Vec::new();
        for other in all {
            if other.readings.iter().any(|reading| own.readings.contains(reading)) {
                own.readings.extend(other.readings);
                own.indicators.extend(other.indicators);
            } else {
                apart.push(other);
            }
        }
        own.readings.sort_unstable();
        own.readings.dedup();
        apart.push(own);
        all = apart;
    }
    all
}

impl Cluster {
    /// Whether the efficacy coefficient scores any of it.
    pub fn has_metrics(&self, rulebook: &Rulebook) -> bool {
        self.indicators.iter().any(|id| !rulebook[*id].metrics.is_empty())
    }

    /// The lowest and the highest that the indicators secure together.
    fn extremes(
        &self,
        rulebook: &Rulebook,
        inputs: &Inputs,
        general: &Readings,
    ) -> (Decimal, Decimal) {
        let mut extremes: Option<(Decimal, Decimal)> = None;
        each(rulebook, &self.readings, &mut general.clone(), &mut |readings| {
            let inputs = Inputs { readings, ..*inputs };
            let secured = |id: &IndicatorId| indicator(rulebook, *id, &inputs).range.points();
            let sum = self.indicators.iter().map(secured).sum();
            let (least, most) = extremes.unwrap_or((sum, sum));
            extremes = Some((least.min(sum), most.max(sum)));
        });
        extremes.unwrap_or_default()
    }
}

/// Visits every combination of some readings' options, over others as they are.
pub fn each(
    rulebook: &Rulebook,
    readings: &[ReadingId],
    chosen: &mut Readings,
    visit: &mut dyn FnMut(&Readings),
) {
    let Some((first, rest)) = readings.split_first() else { return visit(chosen) };
    for (option, _) in (0u8..).zip(rulebook[*first].options) {
        chosen.set(*first, option);
        each(rulebook, rest, chosen, visit);
    }
}
