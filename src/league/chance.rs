//! How often a county is among the first if all that is open is filled at random.
//!
//! 口径: every rule that is open gives one of the points that it can still give,
//! each as likely as the other; an efficacy score any thousandth between its
//! ends. Rules are drawn one by one, of all ranked members. The seed is fixed, so
//! that the same forms always give the same answer. This is no forecast.

use super::line::{ScoreSource, inputs, replaced};
use super::model::Terms;
use super::reference::TakenEnds;
use super::table::LeagueTable;
use super::units::{PointUnits, rounded, units};
use crate::rulebook::{IndicatorId, Rule, Rulebook};
use crate::score::{Range, indicator};
use fastrand::Rng;
use rust_decimal::Decimal;

/// How many times all is filled.
pub const TIMES: usize = 1000;
/// The seed that makes the draws repeatable; any would do.
pub const SEED: u64 = 2022;

/// How often one is among the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// How many times was drawn.
    pub times: usize,
    /// How often one held a recognised place.
    pub within: usize,
    /// The best rank that was drawn.
    pub best: usize,
    /// The worst rank that was drawn.
    pub worst: usize,
}

/// What an open indicator can still come to.
struct OpenIndicator {
    /// What its settled rules give.
    settled: PointUnits,
    /// What each open rule may give.
    rules: Vec<Outcomes>,
    most: PointUnits,
}

/// The points that an open rule may give.
enum Outcomes {
    OneOf(Vec<PointUnits>),
    /// Any value from the first to the second, both included.
    Between(PointUnits, PointUnits),
}

/// A member: what is settled, and what is open.
struct Drawn {
    settled: PointUnits,
    open: Vec<OpenIndicator>,
}

/// How often a member is among the first `recognised` in so many draws; none
/// for a vetoed one.
pub fn chance(
    rulebook: &Rulebook,
    sources: &[ScoreSource],
    terms: &Terms,
    table: &LeagueTable,
    own: usize,
    recognised: usize,
    (times, seed): (usize, u64),
) -> Option<Chance> {
    let mut draws = Draws::new(rulebook, sources, terms, table, own, (times, seed))?;
    while draws.step(rulebook, sources, terms, table) {}
    draws.chance(recognised)
}

/// Draws in the making, step by step, so that a page can answer in between. What
/// they are made from must stay what it is.
pub struct Draws {
    me: Drawn,
    /// Members whose order to the user's own is open, still to be looked at.
    waiting: Vec<usize>,
    rivals: Vec<Drawn>,
    /// How many are above one for sure.
    always: usize,
    rng: Rng,
    places: Option<u32>,
    times: usize,
    steps: (usize, usize),
    ranks: Vec<usize>,
}

impl Draws {
    /// Nothing is drawn yet; none for a vetoed member.
    pub fn new(
        rulebook: &Rulebook,
        sources: &[ScoreSource],
        terms: &Terms,
        table: &LeagueTable,
        own: usize,
        (times, seed): (usize, u64),
    ) -> Option<Draws> {
        let mine = table.lines.get(own).filter(|line| !line.vetoed)?.total;
        let me = Drawn::new(rulebook, *sources.get(own)?, terms, &table.taken)?;
        let mut always = 0;
        let mut waiting = Vec::new();
        for (at, line) in table.lines.iter().enumerate() {
            if at == own || line.vetoed || line.total.high <= mine.low {
                continue;
            }
            if line.total.low > mine.high {
                always += 1;
            } else {
                waiting.push(at);
            }
        }
        waiting.reverse();
        let steps = (0, waiting.len() + times);
        Some(Draws {
            me,
            waiting,
            rivals: Vec::new(),
            always,
            rng: Rng::with_seed(seed),
            places: rulebook.places(&terms.readings),
            times,
            steps,
            ranks: Vec::new(),
        })
    }

    /// Does one step; whether there is another.
    pub fn step(
        &mut self,
        rulebook: &Rulebook,
        sources: &[ScoreSource],
        terms: &Terms,
        table: &LeagueTable,
    ) -> bool {
        self.steps.0 += 1;
        if let Some(at) = self.waiting.pop() {
            let source = sources.get(at);
            let rival = source.and_then(|one| Drawn::new(rulebook, *one, terms, &table.taken));
            self.rivals.extend(rival);
        } else if self.ranks.len() < self.times {
            let points = self.me.draw(&mut self.rng, self.places);
            let mut rank = 1 + self.always;
            for rival in &self.rivals {
                rank += usize::from(rival.draw(&mut self.rng, self.places) > points);
            }
            self.ranks.push(rank);
        }
        !self.waiting.is_empty() || self.ranks.len() < self.times
    }

    /// How many steps are done, of how many.
    pub fn steps(&self) -> (usize, usize) {
        self.steps
    }

    /// What came of the draws, once there is no other step.
    pub fn chance(self, recognised: usize) -> Option<Chance> {
        Some(Chance {
            times: self.times,
            within: self.ranks.iter().filter(|rank| **rank <= recognised).count(),
            best: *self.ranks.iter().min()?,
            worst: *self.ranks.iter().max()?,
        })
    }
}

impl Drawn {
    fn new(
        rulebook: &Rulebook,
        source: ScoreSource,
        terms: &Terms,
        taken: &[TakenEnds],
    ) -> Option<Drawn> {
        let mut drawn = Drawn { settled: 0, open: Vec::new() };
        match source {
            ScoreSource::Form(form, case) => {
                let references = replaced(&case.references, taken);
                let inputs = inputs(form, case, &references, terms);
                for id in rulebook.indicator_ids() {
                    let score = indicator(rulebook, id, &inputs);
                    if score.range.is_settled() {
                        drawn.settled += units(score.range.low);
                        continue;
                    }
                    let rules = rulebook.rules(id, &terms.readings);
                    let gave = score.findings.iter().map(|finding| finding.gave);
                    drawn.open.push(OpenIndicator::new(rulebook, id, rules.iter().zip(gave)));
                }
            }
            ScoreSource::Points(line) => {
                for (range, indicator) in line.indicators.iter().zip(rulebook.indicators) {
                    if range.is_settled() {
                        drawn.settled += units(range.low);
                        continue;
                    }
                    let rules = vec![Outcomes::between(*range)];
                    drawn.open.push(OpenIndicator {
                        settled: 0,
                        rules,
                        most: units(indicator.points),
                    });
                }
            }
        }
        Some(drawn)
    }

    fn draw(&self, rng: &mut Rng, places: Option<u32>) -> PointUnits {
        let mut sum = self.settled;
        for open in &self.open {
            let rules = open.rules.iter().map(|outcomes| outcomes.draw(rng)).sum::<PointUnits>();
            let points = (open.settled + rules).min(open.most);
            sum += places.map_or(points, |places| rounded(points, places));
        }
        sum
    }
}

impl OpenIndicator {
    fn new<'r>(
        rulebook: &Rulebook,
        id: IndicatorId,
        rules: impl Iterator<Item = (&'r Rule, Range)>,
    ) -> OpenIndicator {
        let most = units(rulebook[id].points);
        let mut open = OpenIndicator { settled: 0, rules: Vec::new(), most };
        for (rule, range) in rules {
            if range.is_settled() {
                open.settled += units(range.low);
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
            Rule::Efficacy { .. } => return Outcomes::between(range),
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
        Outcomes::OneOf(all.into_iter().map(units).collect())
    }

    fn between(range: Range) -> Outcomes {
        Outcomes::Between(units(range.low), units(range.high))
    }

    fn draw(&self, rng: &mut Rng) -> PointUnits {
        match self {
            Outcomes::OneOf(all) => {
                all.get(rng.usize(..all.len().max(1))).copied().unwrap_or_default()
            }
            Outcomes::Between(low, high) => low + (high - low) * rng.i64(0..=1000) / 1000,
        }
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
