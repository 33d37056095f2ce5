//! The band of ranks: the best and the worst rank under every combination of
//! readings and bases, exact.
//!
//! A rank is decided by the signs of the differences between the others' totals
//! and the user's own. Given the base and the general readings, a difference is a sum
//! over clusters of indicators that no common reading moves (`score/worth.rs`),
//! so its least and greatest value are sums, too. A member whose differences
//! have one sign is decided at once; the combinations are searched only as far
//! as they decide the others, and no further than can change the band.

use super::line::{ScoreSource, inputs, replaced};
use super::model::Terms;
use super::reference::KnownValues;
use super::units::{PointUnits, units};
use crate::rulebook::{MetricId, ReadingId, Readings, Rulebook};
use crate::score::{Cluster, clusters, each_combination, general, indicator};
use rust_decimal::Decimal;

/// The best and the worst rank under any readings and base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The best rank, from 1.
    pub best: usize,
    /// Terms that give the best rank.
    pub best_under: Terms,
    /// The worst rank, from 1.
    pub worst: usize,
    /// Terms that give the worst rank.
    pub worst_under: Terms,
}

/// What one cluster gives under one combination of its own readings.
struct Choice {
    readings: Readings,
    /// How far each other ranked member is above the user's own points.
    above: Vec<PointUnits>,
}

/// The band of ranks by secured points of the member at a position; none for a
/// vetoed one. Members of points alone keep their points under all readings.
/// With `references` the ends are taken from the league under each readings.
pub fn band(
    rulebook: &Rulebook,
    sources: &[ScoreSource],
    references: bool,
    own: usize,
) -> Option<Band> {
    let mut banding = Banding::new(rulebook, sources, references, own)?;
    while banding.step(rulebook, sources) {}
    banding.band()
}

/// A band in the making, step by step, so that a page can answer in between. The
/// sources must stay what they are.
pub struct Banding {
    references: bool,
    own: usize,
    /// The other ranked members.
    others: Vec<usize>,
    /// Clusters that base and method do not move, and those that they do.
    plain: Clusters,
    scored: Clusters,
    /// Combinations of general readings that are still to be searched.
    rest: Vec<Readings>,
    /// Bases and readings of the method to be searched for the last of them.
    terms: Vec<Terms>,
    of_method: Vec<ReadingId>,
    steps: (usize, usize),
    band: Option<Band>,
}

/// Clusters, and the choices of as many of them as are known.
struct Clusters {
    clusters: Vec<Cluster>,
    choices: Vec<Vec<Choice>>,
}

impl Clusters {
    /// The next one without choices.
    fn next(&self) -> Option<&Cluster> {
        self.clusters.get(self.choices.len())
    }
}

impl Banding {
    /// Nothing is searched yet; none for a vetoed member.
    pub fn new(
        rulebook: &Rulebook,
        sources: &[ScoreSource],
        references: bool,
        own: usize,
    ) -> Option<Banding> {
        if is_vetoed(sources.get(own)?) {
            return None;
        }
        let others: Vec<usize> = (0..sources.len())
            .filter(|at| *at != own && sources.get(*at).is_some_and(|source| !is_vetoed(source)))
            .collect();
        let (scored, plain): (Vec<Cluster>, Vec<Cluster>) =
            clusters(rulebook).into_iter().partition(|cluster| cluster.has_metrics(rulebook));
        let (of_method, general) = general(rulebook);
        let mut rest = Vec::new();
        each_combination(rulebook, &general, &mut Readings::usual(), &mut |readings| {
            rest.push(readings.clone());
        });
        rest.reverse();
        let mut banding = Banding {
            references,
            own,
            others,
            plain: Clusters { clusters: plain, choices: Vec::new() },
            scored: Clusters { clusters: scored, choices: Vec::new() },
            rest,
            terms: Vec::new(),
            of_method,
            steps: (0, 0),
            band: None,
        };
        banding.begin(rulebook);
        let (plain, scored) = (banding.plain.clusters.len(), banding.scored.clusters.len());
        let each = plain + banding.terms.len() * (scored + 1);
        banding.steps = (0, each * banding.rest.len());
        Some(banding)
    }

    /// Sets out the bases and readings of the method for the next combination.
    fn begin(&mut self, rulebook: &Rulebook) {
        self.plain.choices.clear();
        let Some(readings) = self.rest.last() else { return };
        let bases = if rulebook.bases.is_empty() { &[Decimal::ZERO] } else { rulebook.bases };
        let terms = &mut self.terms;
        for base in bases.iter().rev() {
            each_combination(rulebook, &self.of_method, &mut readings.clone(), &mut |readings| {
                terms.push(Terms { base: *base, readings: readings.clone() });
            });
        }
    }

    /// Does one step; whether there is another.
    pub fn step(&mut self, rulebook: &Rulebook, sources: &[ScoreSource]) -> bool {
        let (Some(readings), Some(terms)) = (self.rest.last(), self.terms.last()) else {
            return false;
        };
        self.steps.0 += 1;
        let (references, own, others) = (self.references, self.own, &self.others);
        let league = Scored { rulebook, sources, references, own, others };
        if let Some(cluster) = self.plain.next() {
            // Base and method matter only where the efficacy coefficient scores.
            let terms = Terms { base: Decimal::ZERO, readings: readings.clone() };
            let choices = league.choices(cluster, &terms);
            self.plain.choices.push(choices);
            return true;
        }
        if let Some(cluster) = self.scored.next() {
            let choices = league.choices(cluster, terms);
            self.scored.choices.push(choices);
            return true;
        }
        let all: Vec<&[Choice]> =
            self.plain.choices.iter().chain(&self.scored.choices).map(Vec::as_slice).collect();
        Search::new(&all, others.len()).run(terms, &mut self.band);
        self.scored.choices.clear();
        self.terms.pop();
        if self.terms.is_empty() {
            self.rest.pop();
            self.begin(rulebook);
        }
        !self.rest.is_empty()
    }

    /// How many steps are done, of how many.
    pub fn steps(&self) -> (usize, usize) {
        self.steps
    }

    /// The band, once there is no other step.
    pub fn band(self) -> Option<Band> {
        self.band
    }
}

fn is_vetoed(source: &ScoreSource) -> bool {
    match source {
        ScoreSource::Form(form, _) => !form.veto.is_empty(),
        ScoreSource::Points(line) => line.vetoed,
    }
}

struct Scored<'a> {
    rulebook: &'a Rulebook,
    sources: &'a [ScoreSource<'a>],
    references: bool,
    own: usize,
    /// The other ranked members.
    others: &'a [usize],
}

impl Scored<'_> {
    /// What a cluster gives under each combination of its readings.
    fn choices(&self, cluster: &Cluster, terms: &Terms) -> Vec<Choice> {
        let mut all = Vec::new();
        let start = &mut terms.readings.clone();
        each_combination(self.rulebook, &cluster.readings, start, &mut |readings| {
            let terms = Terms { base: terms.base, readings: readings.clone() };
            let taken: Vec<_> = if self.references {
                let metrics = |id| self.rulebook.metrics_under(id, readings);
                let metrics = cluster.indicators.iter().flat_map(|id| metrics(*id));
                let known =
                    |id: MetricId| KnownValues::of(self.rulebook, id, readings, self.sources);
                metrics.filter_map(|id| known(id).ends(self.rulebook, None)).collect()
            } else {
                Vec::new()
            };
            let points = |at: usize| match self.sources.get(at) {
                Some(ScoreSource::Form(form, case)) => {
                    let ends = (!taken.is_empty()).then(|| replaced(&case.references, &taken));
                    let inputs =
                        inputs(form, case, ends.as_ref().unwrap_or(&case.references), &terms);
                    let ids = cluster.indicators.iter();
                    let points = |id| indicator(self.rulebook, id, &inputs).range.points();
                    ids.map(|id| units(points(*id))).sum()
                }
                Some(ScoreSource::Points(line)) => {
                    let ranges = cluster.indicators.iter();
                    let ranges = ranges.filter_map(|id| line.indicators.get(usize::from(id.0)));
                    ranges.map(|range| units(range.points())).sum()
                }
                None => 0,
            };
            let own = points(self.own);
            let above = self.others.iter().map(|at| points(*at) - own).collect();
            all.push(Choice { readings: terms.readings, above });
        });
        all
    }
}

/// The search through the combinations of some clusters.
struct Search<'a> {
    /// The clusters under which something may be decided.
    open: Vec<&'a [Choice]>,
    /// For each open cluster and those after it: the least and the greatest that
    /// they add for each other member.
    rest: Vec<Vec<(PointUnits, PointUnits)>>,
    /// What the settled clusters add.
    settled: Vec<PointUnits>,
}

impl<'a> Search<'a> {
    fn new(clusters: &[&'a [Choice]], others: usize) -> Search<'a> {
        let mut settled = vec![0; others];
        let mut open = Vec::new();
        for choices in clusters {
            let Some(first) = choices.first() else { continue };
            if choices.iter().all(|choice| choice.above == first.above) {
                add(&mut settled, &first.above);
            } else {
                open.push(*choices);
            }
        }
        let mut rest = vec![vec![(0, 0); others]];
        for choices in open.iter().rev() {
            let mut sums = rest.last().cloned().unwrap_or_default();
            for (at, (least, most)) in sums.iter_mut().enumerate() {
                let values = || choices.iter().filter_map(|choice| choice.above.get(at).copied());
                *least += values().min().unwrap_or_default();
                *most += values().max().unwrap_or_default();
            }
            rest.push(sums);
        }
        rest.reverse();
        Search { open, rest, settled }
    }

    fn run(&self, terms: &Terms, band: &mut Option<Band>) {
        let all: Vec<(usize, PointUnits)> = self.settled.iter().copied().enumerate().collect();
        self.visit(0, &all, 0, terms, band);
    }

    /// Goes on from a cluster; `undecided` are the members whose order is open,
    /// with how far they are above so far, and `above` how many are above for sure.
    fn visit(
        &self,
        depth: usize,
        undecided: &[(usize, PointUnits)],
        mut above: usize,
        terms: &Terms,
        band: &mut Option<Band>,
    ) {
        let Some(rest) = self.rest.get(depth) else { return };
        let mut open = Vec::new();
        for (at, so_far) in undecided {
            let (least, most) = rest.get(*at).copied().unwrap_or_default();
            if *so_far + least > 0 {
                above += 1;
            } else if *so_far + most > 0 {
                open.push((*at, *so_far));
            }
        }
        let (best, worst) = (1 + above, 1 + above + open.len());
        if band.as_ref().is_some_and(|band| band.best <= best && band.worst >= worst) {
            return;
        }
        let Some(choices) = self.open.get(depth).filter(|_| !open.is_empty()) else {
            return widen(band, best, terms);
        };
        for choice in *choices {
            let more = |(at, so_far): &(usize, PointUnits)| {
                (*at, *so_far + choice.above.get(*at).copied().unwrap_or_default())
            };
            let next: Vec<(usize, PointUnits)> = open.iter().map(more).collect();
            let mut terms = terms.clone();
            for (reading, option) in choice.readings.iter() {
                terms.readings.set(reading, option);
            }
            self.visit(depth + 1, &next, above, &terms, band);
        }
    }
}

fn add(sums: &mut [PointUnits], more: &[PointUnits]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += *more;
    }
}

/// Takes a rank and the terms that give it into the band.
fn widen(band: &mut Option<Band>, rank: usize, terms: &Terms) {
    let band = band.get_or_insert_with(|| Band {
        best: rank,
        best_under: terms.clone(),
        worst: rank,
        worst_under: terms.clone(),
    });
    if rank < band.best {
        (band.best, band.best_under) = (rank, terms.clone());
    }
    if rank > band.worst {
        (band.worst, band.worst_under) = (rank, terms.clone());
    }
}
