//! Honours in a list: which rows count, and why the others do not.

use super::fold::fold;
use crate::rulebook::Row;

/// What became of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowVerdict {
    /// It counts at its level.
    Counts { level: u8 },
    /// A cell is blank.
    Incomplete,
    /// Its year is not among the years that count.
    OutOfYears,
    /// The same honour counts at a higher level.
    LowerLevel,
    /// The same honour of the same year stands in an earlier row.
    Repeated,
}

/// Judges every row, in the order of the list.
///
/// `years` is the number of years before `year` that count; `lifetime` lists
/// the awards that count whatever their year, each with all its names. Levels
/// are positions, the highest first.
pub fn verdicts(rows: &[Row], year: u16, years: u16, lifetime: &[Vec<String>]) -> Vec<RowVerdict> {
    let mut verdicts: Vec<RowVerdict> = Vec::with_capacity(rows.len());
    // Title, recipient, level and year of each row that is still in.
    let mut keys: Vec<Option<(String, String, u8, u16)>> = Vec::with_capacity(rows.len());
    for row in rows {
        let (title, recipient) = (fold(&row.title), fold(&row.recipient));
        let (Some(level), Some(row_year), false, false) =
            (row.level, row.year, title.is_empty(), recipient.is_empty())
        else {
            verdicts.push(RowVerdict::Incomplete);
            keys.push(None);
            continue;
        };
        let award = lifetime.iter().find(|names| names.iter().any(|n| fold(n) == title));
        let in_years = row_year < year && row_year.saturating_add(years) >= year;
        if award.is_none() && !in_years {
            verdicts.push(RowVerdict::OutOfYears);
            keys.push(None);
            continue;
        }
        let title = award.and_then(|names| names.first()).map_or(title, |name| fold(name));
        verdicts.push(RowVerdict::Counts { level });
        keys.push(Some((title, recipient, level, row_year)));
    }
    for at in 0..keys.len() {
        let Some((title, recipient, level, row_year)) = &keys[at] else { continue };
        let same = |other: &&(String, String, u8, u16)| other.0 == *title && other.1 == *recipient;
        if keys.iter().flatten().filter(same).any(|other| other.2 < *level) {
            verdicts[at] = RowVerdict::LowerLevel;
        } else if keys[..at]
            .iter()
            .flatten()
            .filter(same)
            .any(|other| other.2 == *level && other.3 == *row_year)
        {
            verdicts[at] = RowVerdict::Repeated;
        }
    }
    verdicts
}
