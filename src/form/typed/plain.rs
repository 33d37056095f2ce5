//! A typed figure made plain: ASCII digits without grouping, in its box's unit.

use super::TypedFault;
use super::unit::{Taken, taken};
use crate::form::limits::{self, DecimalFault, Digits};
use crate::score::is_invisible;
use rust_decimal::Decimal;

/// The figure that a text says, in its box's unit; none when nothing is typed.
///
/// Understood are full-width digits, every minus that keyboards and documents
/// have, blanks behind a sign, commas that group by three, a missing zero before
/// the point, needless zeros at either end, and the box's unit or one that
/// converts to it without doubt. A percent sign is the unit `%` and no other.
///
/// Errors: what is no such figure, or has more digits than `digits`.
pub fn figure(text: &str, unit: &str, digits: Digits) -> Result<Option<Decimal>, TypedFault> {
    let text = narrowed(text);
    if text.is_empty() {
        return Ok(None);
    }
    let Taken { number, tens } = taken(&text, unit)?;
    let plain = canonical(&ungrouped(&unspaced(number))?);
    let read = |digits| {
        limits::decimal(&plain, digits).map_err(|fault| match fault {
            DecimalFault::NoNumber => TypedFault::NoNumber,
            DecimalFault::TooManyDigits => TypedFault::TooManyDigits(digits),
        })
    };
    if tens == 0 {
        return read(digits).map(Some);
    }
    // More digits than the box's own may stand before the conversion.
    let value = read(Digits { whole: 16, places: 12 }).map_err(|fault| match fault {
        TypedFault::TooManyDigits(_) => TypedFault::TooManyDigits(digits),
        other => other,
    })?;
    let moved = shifted(value, tens).ok_or(TypedFault::TooManyDigits(digits))?;
    let (whole, places) = (moved.trunc().abs().to_string().len(), moved.normalize().scale());
    if whole > digits.whole || places as usize > digits.places {
        return Err(TypedFault::TooManyDigits(digits));
    }
    Ok(Some(moved.normalize()))
}

/// Whether a text only begins a figure, as while it is being typed: `-`, `96.`,
/// `1,2` before two more digits, or half of a unit.
pub fn is_unfinished(text: &str, unit: &str) -> bool {
    let text = narrowed(text);
    let body = unsigned(&text);
    if body.is_empty() {
        return !text.is_empty();
    }
    let (number, rest) = body.split_at(body.find(|c| !is_of_number(c)).unwrap_or(body.len()));
    if !rest.is_empty() {
        let begins = number.starts_with(|c: char| c.is_ascii_digit() || c == '.');
        return begins && unit.starts_with(rest.trim_start()) && rest.trim() != unit;
    }
    if number == "." {
        return true;
    }
    let (number, has_point) = match number.strip_suffix('.') {
        Some(number) => (number, true),
        None => (number, false),
    };
    let mut groups = number.split(',');
    let first = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    let all_digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let Some((last, full)) = groups.split_last() else {
        return has_point && !first.is_empty() && all_digits(&first);
    };
    let begun = is_first_group(first) && full.iter().all(|g| g.len() == 3 && all_digits(g));
    match has_point {
        true => begun && last.len() == 3 && all_digits(last),
        false => begun && last.len() < 3 && all_digits(last),
    }
}

/// The text in half-width characters, trimmed, and without invisible characters.
pub fn narrowed(text: &str) -> String {
    let narrow: String = text.chars().filter(|c| !is_invisible(*c)).map(narrow).collect();
    narrow.trim().to_owned()
}

/// A full-width character as its ASCII equivalent, and every kind of minus as `-`.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '％' | '＋' | '－' | '／' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '−' | '–' | '—' | '―' | '‐' | '‑' | '‒' | '﹣' | 'ー' | 'ｰ' | '─' | '⁻' | '₋' | '➖' => {
            '-'
        }
        '﹢' => '+',
        '﹪' | '٪' => '%',
        '﹐' => ',',
        '。' | '｡' | '﹒' => '.',
        c if c.is_whitespace() => ' ',
        other => other,
    }
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// What stands behind a sign and the blanks behind it.
fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).map_or(text, str::trim_start)
}

/// A sign with the blanks behind it left out.
fn unspaced(text: &str) -> String {
    let body = unsigned(text);
    let sign = text.strip_suffix(body).unwrap_or_default().trim_end();
    [sign, body].concat()
}

/// Whether digits can begin a number that is grouped by three: the first group does not
/// begin with 0, so that `0,125` for `0.125` is refused.
fn is_first_group(first: &str) -> bool {
    (1..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_digit())
        && !first.starts_with('0')
}

/// Digits without the commas that group them by three.
fn ungrouped(text: &str) -> Result<String, TypedFault> {
    if !text.contains(',') {
        return Ok(text.to_owned());
    }
    let (whole, places) = match text.split_once('.') {
        Some((whole, places)) => (whole, Some(places)),
        None => (text, None),
    };
    let mut groups = unsigned(whole).split(',');
    let first = groups.next().unwrap_or_default();
    let fits = is_first_group(first)
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
        && places.is_none_or(|p| !p.contains(','));
    if fits { Ok(text.replace(',', "")) } else { Err(TypedFault::Grouping) }
}

/// A number as form files write it, as far as it is one: no plus, no needless
/// zeros, a zero before the point, no minus before zero.
fn canonical(text: &str) -> String {
    let (minus, body) = match text.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, places) = match body.split_once('.') {
        // A point with nothing behind it is a number that is not finished.
        Some((_, "")) => return text.to_owned(),
        Some((whole, places)) => (whole, places.trim_end_matches('0')),
        None if body.is_empty() => return text.to_owned(),
        None => (body, ""),
    };
    let whole = whole.trim_start_matches('0');
    let lead = if whole.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    let point = if places.is_empty() { "" } else { "." };
    let is_zero = whole.is_empty() && places.is_empty();
    let sign = if minus && !is_zero { "-" } else { "" };
    [sign, lead, whole, point, places].concat()
}

/// A value times a power of ten.
fn shifted(value: Decimal, tens: i32) -> Option<Decimal> {
    let power = Decimal::from(10u64.checked_pow(tens.unsigned_abs())?);
    if tens > 0 { value.checked_mul(power) } else { value.checked_div(power) }
}
