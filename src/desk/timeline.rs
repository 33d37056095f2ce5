//! Deadlines and stages on one line, moved to the form's year.

use super::Desk;
use super::standing::Due;
use crate::rulebook::{Day, IndicatorId, Rulebook};

/// The deadlines and stages of a form between its first and its last date.
/// Places on the line are per mille of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The first date, at place 0.
    pub first: Day,
    /// The last date, at place 1000.
    pub last: Day,
    /// The rulebook's stages, in its order.
    pub stages: Vec<StageMark>,
    /// The dates on which something is due, the earliest first.
    pub dates: Vec<DateMark>,
    /// The place of today; none before the first and after the last date.
    pub today: Option<u16>,
}

/// A stage of work on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageMark {
    /// The position of the stage in its rulebook.
    pub stage: usize,
    /// The first day; none when the document gives only an end.
    pub from: Option<Day>,
    /// The last day.
    pub to: Day,
    /// The place where it begins; without a first day, that of the end of the
    /// stage before, or of the line's beginning.
    pub begins: u16,
    /// The place of its last day.
    pub ends: u16,
    /// Whether it is over, under way or to come.
    pub phase: Phase,
}

/// How a stage lies to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Its last day is before today.
    Past,
    /// Today is one of its days.
    Now,
    /// Its first day is after today.
    Coming,
}

/// A date on which something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMark {
    /// The date.
    pub day: Day,
    /// Its place on the line, per mille.
    pub place: u16,
    /// Everything due on this day, in the rulebook's order.
    pub indicators: Vec<IndicatorId>,
    /// How many of them are not done.
    pub left: usize,
}

/// A date of the rulebook, moved by whole years to the form's year; none for an
/// empty text. 29 February becomes the 28th in a common year.
pub fn deadline(rulebook: &Rulebook, date: &str, year: u16) -> Option<Day> {
    rulebook.moved(date, year)
}

impl Desk<'_> {
    /// The deadlines and stages; none in a rulebook without any date.
    pub fn timeline(&self) -> Option<Timeline> {
        let moved = |date: &str| deadline(self.rulebook(), date, self.form.year());
        let mut dates: Vec<DateMark> = Vec::new();
        for standing in &self.standings {
            let Some(day) = standing.deadline else { continue };
            let left = usize::from(standing.due != Due::Done);
            let at = dates.iter().position(|mark| mark.day >= day).unwrap_or(dates.len());
            match dates.get_mut(at) {
                Some(mark) if mark.day == day => {
                    mark.indicators.push(standing.id);
                    mark.left += left;
                }
                _ => {
                    let mark = DateMark { day, place: 0, indicators: vec![standing.id], left };
                    dates.insert(at, mark);
                }
            }
        }
        let mut stages: Vec<StageMark> = Vec::new();
        for (stage, definition) in self.rulebook().stages.iter().enumerate() {
            let from = moved(definition.from);
            let Some(to) = moved(definition.to) else { continue };
            let begun = match (from, stages.last()) {
                (Some(from), _) => from <= self.today,
                (None, Some(before)) => before.to < self.today,
                (None, None) => true,
            };
            let phase = match begun {
                _ if to < self.today => Phase::Past,
                true => Phase::Now,
                false => Phase::Coming,
            };
            stages.push(StageMark { stage, from, to, begins: 0, ends: 0, phase });
        }
        let all = || {
            let due = dates.iter().map(|mark| mark.day);
            let ends = stages.iter().map(|mark| mark.to);
            due.chain(ends).chain(stages.iter().filter_map(|mark| mark.from))
        };
        let (first, last) = (all().min()?, all().max()?);
        let place = |day: Day| place(first, last, day);
        for mark in &mut dates {
            mark.place = place(mark.day);
        }
        let mut end = 0;
        for mark in &mut stages {
            mark.begins = mark.from.map_or(end, place);
            mark.ends = place(mark.to);
            end = mark.ends;
        }
        let today = (first..=last).contains(&self.today).then(|| place(self.today));
        Some(Timeline { first, last, stages, dates, today })
    }
}

/// The place of a day between two others, per mille, rounded down.
fn place(first: Day, last: Day, day: Day) -> u16 {
    let thousandths = i64::from(first.until(day)) * 1000;
    let place = thousandths.checked_div(i64::from(first.until(last))).unwrap_or_default();
    u16::try_from(place).unwrap_or_default()
}
