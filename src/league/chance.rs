//! How often one is among the first if all that is open is filled at random.
//!
//! 口径: every rule that is open gives one of the points that it can still give,
//! each as likely as the other; an efficacy score any thousandth between its
//! ends. Rules are drawn one by one, of all ranked members. The seed is fixed, so
//! that the same forms always give the same answer. This is no forecast.

use super::line::{Source, inputs, replaced};
use super::model::Terms;
use super::reference::Taken;
use super::table::Table;
use crate::rulebook::{IndicatorId, Rule, Rulebook};
use crate::score::{Range, indicator, round};
use fastrand::Rng;
use rust_decimal::Decimal;

/// How many times all is filled.
pub const TIMES: usize = 1000;
/// The seed that makes the draws repeatable; any would do.
pub const SEED: u64 = 2022;

/// How often one is among the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    pub times: usize,
    /// How often one held a recognised place.
    pub within: usize,
    /// The best and the worst rank that were drawn.
    pub best: usize,
    pub worst: usize,
}

/// What an open indicator can still come to.
struct Open {
    /// What its settled rules give.
    settled: Decimal,
    /// What each open rule may give.
    rules: Vec<Outcomes>,
    most: Decimal,
}

/// The points that an open rule may give.
enum Outcomes {
    OneOf(Vec<Decimal>),
    Between(Range),
}

/// A member: what is settled, and what is open.
struct Drawn {
    settled: Decimal,
    open: Vec<Open>,
}

/// How often a member is among the first `recognised` in so many draws; none
/// for a vetoed one.
pub fn chance(
    rulebook: &Rulebook,
    sources: &[Source],
    terms: &Terms,
    table: &Table,
    own: usize,
    recognised: usize,
    (times, seed): (usize, u64),
) -> Option<Chance> {
    let mine = table.lines.get(own).filter(|line| !line.vetoed)?.total;
    let drawn = |at: usize| Drawn::new(rulebook, *sources.get(at)?, terms, &table.taken);
    let me = drawn(own)?;
    let mut always = 0;
    let mut rivals = Vec::new();
    for (at, line) in table.lines.iter().enumerate() {
        if at == own || line.vetoed || line.total.high <= mine.low {
            continue;
        }
        if line.total.low > mine.high {
            always += 1;
        } else {
            rivals.extend(drawn(at));
        }
    }
    let places = rulebook.places(&terms.readings);
    let mut rng = Rng::with_seed(seed);
    let ranks: Vec<usize> = (0..times)
        .map(|_| {
            let points = me.draw(&mut rng, places);
            let above = rivals.iter().filter(|rival| rival.draw(&mut rng, places) > points);
            1 + always + above.count()
        })
        .collect();
    Some(Chance {
        times,
        within: ranks.iter().filter(|rank| **rank <= recognised).count(),
        best: *ranks.iter().min()?,
        worst: *ranks.iter().max()?,
    })
}

impl Drawn {
    fn new(rulebook: &Rulebook, source: Source, terms: &Terms, taken: &[Taken]) -> Option<Drawn> {
        let mut drawn = Drawn { settled: Decimal::ZERO, open: Vec::new() };
        match source {
            Source::Form(form, case) => {
                let references = replaced(&case.references, taken);
                let inputs = inputs(form, case, &references, terms);
                for id in rulebook.indicator_ids() {
                    let score = indicator(rulebook, id, &inputs);
                    if score.range.is_settled() {
                        drawn.settled += score.range.low;
                        continue;
                    }
                    let rules = rulebook.rules(id, &terms.readings);
                    let gave = score.findings.iter().map(|finding| finding.gave);
                    drawn.open.push(Open::new(rulebook, id, rules.iter().zip(gave)));
                }
            }
            Source::Points(line) => {
                for (range, indicator) in line.indicators.iter().zip(rulebook.indicators) {
                    let rules = vec![Outcomes::Between(*range)];
                    let most = indicator.points;
                    drawn.open.push(Open { settled: Decimal::ZERO, rules, most });
                }
            }
        }
        Some(drawn)
    }

    fn draw(&self, rng: &mut Rng, places: Option<u32>) -> Decimal {
        let mut sum = self.settled;
        for open in &self.open {
            let rules = open.rules.iter().map(|outcomes| outcomes.draw(rng)).sum::<Decimal>();
            let points = (open.settled + rules).min(open.most);
            sum += places.map_or(points, |places| round(points, places));
        }
        sum
    }
}

impl Open {
    fn new<'r>(
        rulebook: &Rulebook,
        id: IndicatorId,
        rules: impl Iterator<Item = (&'r Rule, Range)>,
    ) -> Open {
        let most = rulebook[id].points;
        let mut open = Open { settled: Decimal::ZERO, rules: Vec::new(), most };
        for (rule, range) in rules {
            if range.is_settled() {
                open.settled += range.low;
            } else {
                open.rules.push(Outcomes::of(rulebook, rule, range));
            }
        }
        open
    }
}

impl Outcomes {
    /// What a rule may give within a range.
    fn of(rulebook: &Rulebook, rule: &Rule, range: Range) -> Outcomes {
        let mut all: Vec<Decimal> = match rule {
            Rule::Efficacy { .. } => return Outcomes::Between(range),
            Rule::Choice { points, .. } => points.to_vec(),
            Rule::Brackets { steps, .. } => steps.iter().map(|step| step.points).collect(),
            Rule::Tiers { tiers } => tiers.iter().map(|tier| tier.points).collect(),
            Rule::PerItem { points, .. } => multiples(*points, range),
            Rule::Honours { points, .. } => {
                multiples(points.iter().min().copied().unwrap_or_default(), range)
            }
            Rule::MissingCosts { field, points, cost } => {
                let missing = 0..=rulebook[*field].options.len();
                missing.map(|n| *points - *cost * Decimal::from(n)).collect()
            }
            Rule::Yes { .. } | Rule::Status { .. } | Rule::Met { .. } => Vec::new(),
        };
        all.retain(|points| range.low < *points && *points < range.high);
        all.extend([range.low, range.high]);
        all.sort_unstable();
        all.dedup();
        Outcomes::OneOf(all)
    }

    fn draw(&self, rng: &mut Rng) -> Decimal {
        match self {
            Outcomes::OneOf(all) => all.get(rng.usize(..all.len().max(1))).copied(),
            Outcomes::Between(range) => {
                let part = Decimal::new(rng.i64(0..=1000), 3);
                Some(range.low + (range.high - range.low) * part)
            }
        }
        .unwrap_or_default()
    }
}

/// The multiples of some points within a range.
fn multiples(points: Decimal, range: Range) -> Vec<Decimal> {
    if points <= Decimal::ZERO {
        return Vec::new();
    }
    let next = |last: &Decimal| Some(*last + points).filter(|sum| *sum < range.high);
    std::iter::successors(Some(Decimal::ZERO), next).collect()
}
