//! Honours in a list: which rows count, and why the others do not.

use super::fold::fold;
#[cfg(doc)]
use crate::rulebook::Rule;
use crate::rulebook::{List, Row, Same, Text};
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// What became of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowVerdict {
    /// It counts at its level.
    Counts {
        /// The position of the level among the field's levels, the highest first.
        level: u8,
    },
    /// A cell is blank.
    Incomplete,
    /// Its year is not among the years that count.
    OutOfYears,
    /// The same honour counts at a higher level.
    LowerLevel,
    /// The same honour of the same year stands in an earlier row.
    Repeated,
    /// The same honour counts once in all, in another row.
    CountedOnce,
}

/// The years that count for a form's year; see [`Rule::Honours`].
pub fn span(year: u16, years: u16, until: u16) -> RangeInclusive<u16> {
    let last = year.saturating_sub(until);
    (last + 1).saturating_sub(years)..=last
}

/// A row that is complete and of a year that counts, made comparable. The order
/// brings the rows of one honour together, the highest level first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Honour<'r> {
    title: Cow<'r, str>,
    recipient: Cow<'r, str>,
    level: u8,
    year: u16,
    /// The position in the list.
    row: usize,
}

/// Judges every row, in the order of the list.
///
/// `years` are those that count; `lifetime` lists the awards that count whatever
/// their year, each with all its names, written as [`fold`] writes them. Levels
/// are positions, the highest first.
pub fn verdicts(
    rows: &[Row],
    years: RangeInclusive<u16>,
    how_often: Same,
    lifetime: &[List<Text>],
) -> Vec<RowVerdict> {
    let mut verdicts = Vec::with_capacity(rows.len());
    let mut honours: Vec<Honour> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let (title, recipient) = (fold(&row.title), fold(&row.recipient));
        let (Some(level), Some(row_year), false, false) =
            (row.level, row.year, title.is_empty(), recipient.is_empty())
        else {
            verdicts.push(RowVerdict::Incomplete);
            continue;
        };
        let award = lifetime.iter().find(|names| names.iter().any(|name| *name == title));
        if award.is_none() && !years.contains(&row_year) {
            verdicts.push(RowVerdict::OutOfYears);
            continue;
        }
        let title = award.and_then(|names| names.first()).map_or(title, |name| (*name).into());
        verdicts.push(RowVerdict::Counts { level });
        honours.push(Honour { title, recipient, level, year: row_year, row: at });
    }
    honours.sort_unstable();
    for same in honours.chunk_by(|a, b| a.title == b.title && a.recipient == b.recipient) {
        for (at, honour) in same.iter().enumerate() {
            if honour.level > same[0].level {
                verdicts[honour.row] = RowVerdict::LowerLevel;
            } else if at > 0 && honour.year == same[at - 1].year {
                verdicts[honour.row] = RowVerdict::Repeated;
            } else if at > 0 && how_often == Same::Once {
                verdicts[honour.row] = RowVerdict::CountedOnce;
            }
        }
    }
    verdicts
}
