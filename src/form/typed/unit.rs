//! Units behind typed figures: the box's own, and those that convert to it.

use super::TypedFault;

/// What stands before a unit, and by which power of ten the unit differs from
/// the box's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken<'t> {
    pub number: &'t str,
    pub tens: i32,
}

/// Words for powers of ten before a unit, the longest first.
const SCALES: [(&str, i32); 6] =
    [("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3)];

/// Units that are counted in ten thousands or hundred millions.
const COUNTED: [&str; 2] = ["元", "人"];

/// Takes the unit off a narrowed text.
///
/// The box's unit is left off. Another power of ten of the same unit converts:
/// `62亿元` and `62亿` in a box of 万元, `1023000人` in one of 万人, `1.2万` in one
/// of 项.
///
/// Errors: a percent sign where the unit is not %, or any other unit.
pub fn taken<'t>(text: &'t str, unit: &str) -> Result<Taken<'t>, TypedFault> {
    if !unit.is_empty()
        && let Some(number) = text.strip_suffix(unit)
        && is_number_like(number)
    {
        return Ok(Taken { number: number.trim_end(), tens: 0 });
    }
    if let Some(number) = text.strip_suffix('%') {
        let said =
            if is_number_like(number) { TypedFault::PercentSign } else { TypedFault::NoNumber };
        return Err(said);
    }
    if is_number_like(text) {
        return Ok(Taken { number: text, tens: 0 });
    }
    let at = text.rfind(is_of_figure).map_or(0, |at| at + 1);
    let (number, behind) = text.split_at(at);
    if !is_number_like(number) {
        return Err(TypedFault::NoNumber);
    }
    let behind = behind.trim();
    let (own_tens, own_counted) = split(unit);
    let (tens, counted) = split(behind);
    let is_same = counted == own_counted || counted.is_empty() && tens > 0;
    let is_scaled = COUNTED.contains(&own_counted) || own_tens == 0 && !unit.contains(['/', '%']);
    if unit.is_empty() || unit == "年" || !is_same || !is_scaled {
        return Err(TypedFault::OtherUnit);
    }
    Ok(Taken { number: number.trim_end(), tens: tens - own_tens })
}

/// The power of ten of a unit, and what is counted.
fn split(unit: &str) -> (i32, &str) {
    let scale = SCALES.iter().find_map(|(word, tens)| Some((*tens, unit.strip_prefix(word)?)));
    scale.unwrap_or((0, unit))
}

/// Whether a text ends in a character of a number and has a digit in it.
fn is_number_like(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(is_of_figure) && text.chars().any(|c| c.is_ascii_digit())
}

fn is_of_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+')
}
