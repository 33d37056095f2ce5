//! One figure: every value of a field that reaches a target, exactly.
//!
//! The values of the field are cut at its breakpoints (`cuts.rs`). Between two of
//! them every rule that reads the field is monotone, so its points inside lie
//! between its points at the two ends. The sums of these bounds either decide the
//! whole interval, or it is halved. Where all rules rise, or all fall, this is plain
//! bisection. It is exact as well where one rises and another falls.

use super::change::{Placeholder, Trial};
use super::cuts;
use super::values::Values;
use crate::form::{Case, Form};
use crate::rulebook::{Answer, FieldId, IndicatorId, Kind};
use crate::score::round;
use rust_decimal::Decimal;

/// The values of one field that reach a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The field.
    pub field: FieldId,
    /// The total that is to be secured: points, or the number of tasks met.
    pub target: Decimal,
    /// In order, none next to another; empty when the target is out of reach.
    pub intervals: Vec<Interval>,
    /// The highest total that a value of the field gives. Where one reader rises
    /// as another falls it may be too low by less than [`CLOSE`].
    pub highest: Decimal,
    /// A value that gives it.
    pub highest_at: Answer,
}

/// Values from one to another, both included. Options are in their order; a set
/// grows by its missing options, a list by rows of its lowest level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first value of the interval.
    pub least: Answer,
    /// The last value of the interval.
    pub most: Answer,
    /// Whether `least` is the least that the field takes.
    pub from_least: bool,
    /// Whether `most` is the most that the field takes.
    pub to_most: bool,
}

/// How close to the highest total the search for it goes.
pub const CLOSE: Decimal = Decimal::from_parts(1, 0, 0, false, 5);

/// So many stretches are halved at most: enough for anything but a total that
/// touches the target without crossing it. What is not decided then is left out.
const MOST_HALVED: u32 = 20_000;

/// Which values of a field reach a target, all else as it is.
pub fn reach(
    form: &Form,
    case: &Case,
    field: FieldId,
    target: Decimal,
    words: Placeholder,
) -> Reach {
    let trial = Trial::new(form, case);
    let readers = match trial.reads().of_field(field) {
        Some(readers) => readers.indicators.clone(),
        None => Vec::new(),
    };
    let all: Vec<IndicatorId> = trial.rulebook.indicator_ids().collect();
    let others = trial.counted(&all) - trial.counted(&readers);
    let values = Values::of(&trial, field, words);
    let mut search = Search { trial, field, readers, others, values, target, left: MOST_HALVED };
    search.run()
}

/// What each rule of each reader gives at a place.
#[derive(Clone)]
struct Point {
    place: i64,
    gives: Vec<Decimal>,
}

struct Search<'a> {
    trial: Trial<'a>,
    field: FieldId,
    readers: Vec<IndicatorId>,
    /// What all other indicators count.
    others: Decimal,
    values: Values,
    target: Decimal,
    left: u32,
}

impl Search<'_> {
    fn run(&mut self) -> Reach {
        let (least, most) = self.values.ends();
        let cuts = match &self.values {
            Values::Listed(_) => (least..=most).collect(),
            Values::Figures(grid) => cuts::cuts(&mut self.trial, self.field, *grid, &self.readers),
        };
        let mut runs: Vec<(i64, i64)> = Vec::new();
        let mut best: Option<(Decimal, i64)> = None;
        let mut stretches = Vec::new();
        for (at, from) in cuts.iter().enumerate() {
            let to = cuts.get(at + 1).map_or(most, |next| next - 1);
            stretches.push((self.point(*from), self.point(to)));
        }
        for stretch in &stretches {
            self.reaching(stretch.clone(), &mut runs);
        }
        self.left = MOST_HALVED;
        for stretch in stretches {
            self.highest(stretch, &mut best);
        }
        // A stretch that was not searched to the end may hold the target.
        for (from, _) in &runs {
            let gives = self.point(*from).gives;
            let total = self.total(&gives, &gives, Decimal::max);
            if best.is_none_or(|(highest, _)| total > highest) {
                best = Some((total, *from));
            }
        }
        let (highest, at) = best.unwrap_or((self.others, least));
        let interval = |(from, to): &(i64, i64)| {
            Some(Interval {
                least: self.values.answer(*from)?,
                most: self.values.answer(*to)?,
                from_least: *from == least,
                to_most: *to == most,
            })
        };
        Reach {
            field: self.field,
            target: self.target,
            intervals: runs.iter().filter_map(interval).collect(),
            highest: highest.normalize(),
            highest_at: self.values.answer(at).unwrap_or(Answer::YesNo(false)),
        }
    }

    /// Adds the places of a stretch that reach the target, in order.
    fn reaching(&mut self, whole: (Point, Point), runs: &mut Vec<(i64, i64)>) {
        let mut open = vec![whole];
        while let Some((a, b)) = open.pop() {
            let (worst, best) = self.bounds(&a, &b);
            if best < self.target {
                continue;
            }
            if worst >= self.target {
                add(runs, a.place, b.place);
                continue;
            }
            match self.halve(&a, &b) {
                Some((left, right)) => {
                    open.push((right, b));
                    open.push((a, left));
                }
                None => {
                    for end in [&a, &b] {
                        if self.total(&end.gives, &end.gives, Decimal::max) >= self.target {
                            add(runs, end.place, end.place);
                        }
                    }
                }
            }
        }
    }

    /// Looks for a higher total in a stretch.
    fn highest(&mut self, whole: (Point, Point), best: &mut Option<(Decimal, i64)>) {
        let mut open = vec![whole];
        while let Some((a, b)) = open.pop() {
            for end in [&a, &b] {
                let total = self.total(&end.gives, &end.gives, Decimal::max);
                if best.is_none_or(|(highest, _)| total > highest) {
                    *best = Some((total, end.place));
                }
            }
            let (_, most) = self.bounds(&a, &b);
            if best.is_some_and(|(highest, _)| most > highest && most - highest >= CLOSE)
                && let Some((left, right)) = self.halve(&a, &b)
            {
                open.push((right, b));
                open.push((a, left));
            }
        }
    }

    /// The two places in the middle of a stretch that has any.
    fn halve(&mut self, a: &Point, b: &Point) -> Option<(Point, Point)> {
        if b.place - a.place < 2 || self.left == 0 {
            return None;
        }
        self.left -= 1;
        let middle = a.place + (b.place - a.place) / 2;
        let next = (middle + 1).min(b.place);
        Some((self.point(middle), self.point(next)))
    }

    /// The least and the most that a stretch can give.
    fn bounds(&self, a: &Point, b: &Point) -> (Decimal, Decimal) {
        (self.total(&a.gives, &b.gives, Decimal::min), self.total(&a.gives, &b.gives, Decimal::max))
    }

    /// The total of the worse or better of two, rule by rule.
    fn total(
        &self,
        a: &[Decimal],
        b: &[Decimal],
        pick: fn(Decimal, Decimal) -> Decimal,
    ) -> Decimal {
        let mut total = self.others;
        let mut rules = a.iter().zip(b);
        for id in &self.readers {
            let mut sum = Decimal::ZERO;
            for (a, b) in rules.by_ref().take(self.rules(*id)) {
                sum += pick(*a, *b);
            }
            total += if self.is_single(*id) {
                sum
            } else {
                let held = sum.min(self.trial.rulebook[*id].points);
                self.trial.places().map_or(held, |places| round(held, places))
            };
        }
        total
    }

    /// Whether an indicator counts as one figure: adjusted, or a task.
    fn is_single(&self, id: IndicatorId) -> bool {
        self.trial.rulebook.kind == Kind::Checklist || self.trial.form.adjustments.contains_key(&id)
    }

    /// How many figures of an indicator stand in a point.
    fn rules(&self, id: IndicatorId) -> usize {
        if self.is_single(id) { 1 } else { self.trial.rules(id).len() }
    }

    fn point(&mut self, place: i64) -> Point {
        self.set(place);
        let mut gives = Vec::new();
        for id in &self.readers {
            if self.is_single(*id) {
                gives.push(self.trial.counted(&[*id]));
            } else {
                let score = self.trial.score(*id);
                gives.extend(score.findings.iter().map(|finding| finding.gave.low));
            }
        }
        Point { place, gives }
    }

    fn set(&mut self, place: i64) {
        let answer = self.values.answer(place);
        self.trial.set(self.field, answer);
    }
}

/// Adds places to runs of places, joined to the last run if they touch it.
fn add(runs: &mut Vec<(i64, i64)>, from: i64, to: i64) {
    match runs.last_mut() {
        Some((_, end)) if *end + 1 >= from => *end = (*end).max(to),
        _ => runs.push((from, to)),
    }
}
