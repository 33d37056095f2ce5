//! The bounds of everything a form holds, in one table, so that range errors
//! word themselves. They are documented in `docs/formats/form-file.md`.

use crate::rulebook::{Day, FieldKind};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// Bytes of a form file.
pub const FILE_BYTES: usize = 10_485_760;
/// Bytes of a workbook that is read.
pub const WORKBOOK_BYTES: usize = 2 * FILE_BYTES;
/// Characters that the page takes into one box of text. Files may hold more.
pub const TEXT_CHARACTERS: usize = 100_000;
/// Characters of a unit's name, of a person and of a telephone number.
pub const UNIT_CHARACTERS: usize = 60;
/// Levels of nesting in a form file; the outermost braces are level 1.
pub const LEVELS: usize = 64;
/// A count.
pub const COUNT: RangeInclusive<u32> = 0..=999_999_999;
/// A year.
pub const YEAR: RangeInclusive<u16> = 1949..=2100;
/// Events of a form's history that are kept.
pub const EVENTS: usize = 300;
/// Answers, adjustments and figures of targets.
pub const FIGURE: Digits = Digits { whole: 9, places: 4 };
/// Reference values and peers.
pub const REFERENCE: Digits = Digits { whole: 12, places: 10 };

/// How many digits a decimal may have before and after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    /// Digits before the point.
    pub whole: usize,
    /// Decimals, behind the point.
    pub places: usize,
}

/// The least and the most that a figure field takes, where it is bounded.
pub fn bounds(kind: FieldKind) -> (Option<Decimal>, Option<Decimal>) {
    match kind {
        FieldKind::Percent => (Some(Decimal::ZERO), Some(Decimal::ONE_HUNDRED)),
        FieldKind::Amount | FieldKind::Count => (Some(Decimal::ZERO), None),
        _ => (None, None),
    }
}

/// A decimal as form files write it: `-?[0-9]+(\.[0-9]+)?` in ASCII, no minus
/// before a zero, no more digits than allowed (leading zeros count).
pub fn decimal(text: &str, digits: Digits) -> Result<Decimal, DecimalFault> {
    let (minus, body) = match text.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, text),
    };
    let (whole, places) = match body.split_once('.') {
        Some((whole, places)) => (whole, Some(places)),
        None => (body, None),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !places.is_none_or(all_digits) {
        return Err(DecimalFault::NoNumber);
    }
    if whole.len() > digits.whole || places.is_some_and(|p| p.len() > digits.places) {
        return Err(DecimalFault::TooManyDigits);
    }
    let value =
        of_digits(minus, whole, places.unwrap_or_default()).ok_or(DecimalFault::NoNumber)?;
    if minus && value.is_zero() {
        return Err(DecimalFault::NoNumber);
    }
    Ok(value)
}

/// The decimal of some digits before and after the point, if it can be held.
pub fn of_digits(minus: bool, whole: &str, places: &str) -> Option<Decimal> {
    let mut number: i128 = 0;
    for digit in whole.chars().chain(places.chars()) {
        number = number.checked_mul(10)?.checked_add(digit.to_digit(10)?.into())?;
    }
    let number = if minus { -number } else { number };
    Decimal::try_from_i128_with_scale(number, u32::try_from(places.len()).ok()?).ok()
}

/// Why a text is no decimal of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalFault {
    /// It is no decimal in plain notation.
    NoNumber,
    /// It has more digits than may stand there.
    TooManyDigits,
}

/// Whether a text is a day of the calendar, `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    Day::parse(text).is_some()
}

/// Whether a text says when a proof was made: a day of the calendar, a month
/// `YYYY-MM`, or a year `YYYY`.
pub fn is_date_of_proof(text: &str) -> bool {
    // Completes a month or a year to its first day.
    let rest = match text.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    is_date(&[text, rest].concat())
}

/// Whether a text is a minute of the calendar, `YYYY-MM-DDTHH:MM`.
pub fn is_moment(text: &str) -> bool {
    let part = |part: &str, most: u8| {
        part.len() == 2
            && part.bytes().all(|b| b.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|n| n <= most)
    };
    let Some((date, time)) = text.split_once('T') else { return false };
    let Some((hour, minute)) = time.split_once(':') else { return false };
    is_date(date) && part(hour, 23) && part(minute, 59)
}
