//! Typed years and days.

use super::TypedFault;
use super::plain::narrowed;
use crate::form::limits::{self, YEAR};

/// A year; none when the box is empty.
pub fn year(text: &str) -> Result<Option<u16>, TypedFault> {
    let text = narrowed(text);
    let text = text.strip_suffix('年').unwrap_or(&text).trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    four_digits(text).map(Some).ok_or(TypedFault::Year)
}

/// A day, as `YYYY-MM-DD`, however people write it: 2022-3-1, 2022.3.1,
/// 2022/3/1, 2022年3月1日, 20220301 or 22.3.1; none when the box is empty.
pub fn day(text: &str) -> Result<Option<String>, TypedFault> {
    match parts(text)?.as_deref() {
        None => Ok(None),
        Some([year, month, day]) => {
            let written = format!("{year:04}-{month:02}-{day:02}");
            if limits::is_date(&written) { Ok(Some(written)) } else { Err(TypedFault::Date) }
        }
        Some(_) => Err(TypedFault::Date),
    }
}

/// When a proof was made: a day as [`day`] takes it, a month (`2024-09`,
/// 2024年9月, 202409) or a year (`2024`, 2024年); none when the box is empty.
pub fn date(text: &str) -> Result<Option<String>, TypedFault> {
    match parts(text)?.as_deref() {
        Some([year]) => Ok(Some(format!("{year:04}"))),
        Some([year, month]) if (1..=12).contains(month) => {
            Ok(Some(format!("{year:04}-{month:02}")))
        }
        Some([_, _, _]) => day(text),
        None => Ok(None),
        Some(_) => Err(TypedFault::Date),
    }
}

/// Whether a text only begins a year, as while it is being typed.
pub fn is_unfinished_year(text: &str) -> bool {
    let text = narrowed(text);
    (1..4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text only begins a day, as while it is being typed.
pub fn is_unfinished(text: &str) -> bool {
    let text = narrowed(text);
    let all: Vec<&str> = text.split(is_separator).collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let Some((last, before)) = all.split_last() else { return false };
    if text.is_empty() || !all.iter().all(digits) || all.len() > 3 {
        return false;
    }
    match before {
        [] => last.len() < 4 || (5..8).contains(&last.len()),
        [year, rest @ ..] => {
            (1..=4).contains(&year.len())
                && rest.iter().all(|part| (1..=2).contains(&part.len()))
                && last.len() <= 2
                && (all.len() == 2 || last.len() < 2)
        }
    }
}

/// Year, month and day as far as they are written; none of an empty box.
fn parts(text: &str) -> Result<Option<Vec<u16>>, TypedFault> {
    let text = narrowed(text);
    if text.is_empty() {
        return Ok(None);
    }
    let joined = text.bytes().all(|b| b.is_ascii_digit()) && matches!(text.len(), 6 | 8);
    let all: Vec<&str> = match joined {
        true => [text.get(..4), text.get(4..6), text.get(6..)]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect(),
        false => {
            let text = text.strip_suffix(['日', '号', '年', '月']).unwrap_or(&text);
            text.split(is_separator).map(str::trim).collect()
        }
    };
    let mut numbers = Vec::new();
    for (at, part) in all.iter().enumerate() {
        let number = match at {
            0 if all.len() > 1 => year_of_date(part),
            0 => four_digits(part),
            _ if part.len() <= 2 => number(part),
            _ => None,
        };
        numbers.push(number.ok_or(TypedFault::Date)?);
    }
    Ok(Some(numbers))
}

fn is_separator(c: char) -> bool {
    matches!(c, '-' | '.' | '/' | '年' | '月')
}

/// A year before a month: of two digits only the years of this century that
/// have passed or are near, never one of the first century.
fn year_of_date(part: &str) -> Option<u16> {
    const LAST_SHORT: u16 = 49;
    match part.len() {
        2 => number(part).filter(|year| *year <= LAST_SHORT).map(|year| 2000 + year),
        _ => four_digits(part),
    }
}

fn four_digits(text: &str) -> Option<u16> {
    number(text).filter(|year| text.len() == 4 && YEAR.contains(year))
}

fn number(text: &str) -> Option<u16> {
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}
