//! What a cell shows of its number, by its number format (ECMA-376, part 1,
//! 18.8.31): a percent format shows a hundred times the value, others scale it.

use rust_decimal::{Decimal, RoundingStrategy};

/// Digits that spreadsheets keep of a number; the rest is noise of binary floats.
const DIGITS: usize = 15;

/// A number as its cell shows it, in full precision: 0.985 under `0.0%` is
/// `98.5%`, 3 under `0"项"` is `3项`.
///
/// None where the format shows another number than the cell holds (thousands
/// left out, a point put in as text), or nothing.
pub fn shown(value: f64, format: &str) -> Option<String> {
    let number = decimal(value)?;
    let all = sections(format);
    let section = match all.as_slice() {
        [] => return Some(plain(number)),
        all if all.iter().any(|one| one.has_condition) => {
            let is_plain = |one: &Section| !one.changes && one.percents == 0 && one.is_bare();
            return all.iter().all(is_plain).then(|| plain(number));
        }
        [one] => one,
        [positive, negative, ..] if number.is_sign_negative() && !number.is_zero() => {
            let _ = positive;
            negative
        }
        [_, _, zero, ..] if number.is_zero() => zero,
        [positive, ..] => positive,
    };
    if section.changes || section.percents > 1 || !section.has_number {
        return None;
    }
    let number = match section.percents {
        0 => number,
        _ => number.checked_mul(Decimal::ONE_HUNDRED)?,
    };
    let percent = if section.percents == 1 { "%" } else { "" };
    Some([section.before.as_str(), &plain(number), percent, &section.behind].concat())
}

/// A day as its cell shows it: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. None where the
/// format shows no year, as of times and durations.
pub fn shown_day((year, month, day): (u16, u16, u16), format: &str) -> Option<String> {
    let letters = letters(format);
    let has = |letter: char| letters.contains(letter);
    match (has('y') || has('e'), has('m'), has('d')) {
        (true, true, true) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (true, true, false) => Some(format!("{year:04}-{month:02}")),
        (true, false, false) => Some(format!("{year:04}")),
        // A month and a day, whose year the cell holds all the same.
        (false, true, true) if !has('h') => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// A number of a cell as an exact decimal, without the noise of binary floats.
fn decimal(value: f64) -> Option<Decimal> {
    let places = DIGITS - 1;
    let written = format!("{value:.places$e}");
    let exact = Decimal::from_scientific(&written).ok()?;
    // A decimal ends at 28 places.
    Some(exact.round_dp_with_strategy(20, RoundingStrategy::MidpointAwayFromZero))
}

fn plain(number: Decimal) -> String {
    if number.is_zero() { "0".to_owned() } else { number.normalize().to_string() }
}

/// What one part of a format shows.
#[derive(Debug, Default)]
struct Section {
    /// Texts around the number.
    before: String,
    behind: String,
    percents: usize,
    has_number: bool,
    has_condition: bool,
    /// It shows other digits than the value has.
    changes: bool,
}

impl Section {
    fn is_bare(&self) -> bool {
        self.before.is_empty() && self.behind.is_empty()
    }

    /// A text among the digits.
    fn text(&mut self, c: char, digits_follow: bool) {
        // Signs, brackets and currencies are of the format, not of the value.
        if matches!(c, ' ' | '-' | '+' | '(' | ')' | '（' | '）' | '¥' | '￥' | '$' | '€') {
            return;
        }
        match (self.has_number, digits_follow) {
            (true, true) => self.changes = true,
            (true, false) => self.behind.push(c),
            (false, _) => self.before.push(c),
        }
    }
}

fn sections(format: &str) -> Vec<Section> {
    let plain = format.trim();
    let general = ["general", "g/通用格式", "@", "standard"];
    if plain.is_empty() || general.contains(&plain.to_lowercase().as_str()) {
        return Vec::new();
    }
    parts(format).iter().map(|part| section(part)).collect()
}

/// The sections of a format, separated by semicolons outside of texts.
fn parts(format: &str) -> Vec<Vec<char>> {
    let mut all = vec![Vec::new()];
    let (mut in_text, mut in_brackets, mut is_escaped) = (false, false, false);
    for c in format.chars() {
        let is_part = c == ';' && !in_text && !in_brackets && !is_escaped;
        if is_part {
            all.push(Vec::new());
            continue;
        }
        if let Some(last) = all.last_mut() {
            last.push(c);
        }
        if is_escaped {
            is_escaped = false;
        } else if in_text {
            in_text = c != '"';
        } else {
            match c {
                '"' => in_text = true,
                '[' => in_brackets = true,
                ']' => in_brackets = false,
                '\\' | '!' | '_' | '*' => is_escaped = true,
                _ => {}
            }
        }
    }
    all
}

fn section(format: &[char]) -> Section {
    let mut section = Section::default();
    let is_digit = |c: &char| matches!(c, '0' | '#' | '?');
    let mut at = 0;
    while let Some(c) = format.get(at) {
        let rest = format.get(at + 1..).unwrap_or_default();
        let digits_follow = rest.iter().any(is_digit);
        at += 1;
        match c {
            '0' | '#' | '?' | '@' => section.has_number = true,
            '.' => {}
            // A comma before another digit groups; behind the last it divides.
            ',' => section.changes |= section.has_number && !next_is_digit(rest),
            '%' => section.percents += 1,
            '"' => {
                let end = rest.iter().position(|c| *c == '"').unwrap_or(rest.len());
                for c in rest.get(..end).unwrap_or_default() {
                    let follow = rest.get(end..).unwrap_or_default().iter().any(is_digit);
                    section.text(*c, follow);
                }
                at += end + 1;
            }
            '\\' | '!' => {
                if let Some(c) = rest.first() {
                    section.text(*c, rest.get(1..).unwrap_or_default().iter().any(is_digit));
                }
                at += 1;
            }
            '_' | '*' => at += 1,
            '[' => {
                section.has_condition |= matches!(rest.first(), Some('<' | '>' | '='));
                at += rest.iter().position(|c| *c == ']').unwrap_or(rest.len()) + 1;
            }
            // Scientific notation and fractions show the same value.
            'E' | 'e' if section.has_number => {}
            '/' if section.has_number => {}
            'G' | 'g' => {
                let word: String = format.get(at - 1..at + 6).unwrap_or_default().iter().collect();
                if word.eq_ignore_ascii_case("general") {
                    section.has_number = true;
                    at += 6;
                } else {
                    section.text(*c, digits_follow);
                }
            }
            c => section.text(*c, digits_follow),
        }
    }
    section
}

/// Whether a digit comes next, with nothing but commas before it.
fn next_is_digit(rest: &[char]) -> bool {
    rest.iter().find(|c| **c != ',').is_some_and(|c| matches!(c, '0' | '#' | '?'))
}

/// The letters of a format outside of texts and brackets, in lower case.
fn letters(format: &str) -> String {
    let mut out = String::new();
    let first = parts(format).into_iter().next().unwrap_or_default();
    let (mut in_text, mut in_brackets, mut is_escaped) = (false, false, false);
    for c in first {
        if std::mem::take(&mut is_escaped) {
            continue;
        }
        match c {
            '"' => in_text = !in_text,
            '[' if !in_text => in_brackets = true,
            ']' if !in_text => in_brackets = false,
            '\\' | '!' | '_' | '*' if !in_text => is_escaped = true,
            c if !in_text && !in_brackets => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{shown, shown_day};

    #[track_caller]
    fn check(value: f64, format: &str, expected: Option<&str>) {
        assert_eq!(shown(value, format).as_deref(), expected, "{value} {format}");
    }

    #[test]
    fn a_cell_counts_as_it_is_shown() {
        check(0.985, "0.0%", Some("98.5%"));
        check(1.0, "0%", Some("100%"));
        check(-0.032, "0.00%;[Red]-0.00%", Some("-3.2%"));
        check(0.965, "0.0\\%", Some("0.965%"));
        check(96.5, "0.0\"%\"", Some("96.5%"));
        check(0.07, "[$-804]0%", Some("7%"));
        for format in [
            "General",
            "@",
            "0",
            "0.00",
            "#,##0",
            "#,##0.00;(#,##0.00)",
            "G/通用格式",
            "0.00E+00",
            "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
            "# ?/?",
            "[Red]0",
            "¥#,##0.00",
            "0_);(0)",
            "General;[Red]-General",
        ] {
            check(2860.5, format, Some("2860.5"));
        }
        check(3.0, "0\"项\"", Some("3项"));
        check(28.6, "0.0\"亿元\"", Some("28.6亿元"));
        check(3.0, "\"约\"0", Some("约3"));
        check(-3.2, "0.0;(0.0)", Some("-3.2"));
        check(0.1 + 0.2, "General", Some("0.3"));
        check(1e20, "General", Some("100000000000000000000"));
    }

    #[test]
    fn a_format_that_scales_is_not_guessed() {
        for format in [
            "0!.0000,\"万\"",
            "0!.0,\"万\"",
            "0\\.0,",
            "0\".\"0000",
            "#,##0,",
            "0.0,,\"百万\"",
            ";;;",
            "\"是\"",
            "[>=10000]0!.0,\"万\";0",
            "[>1]0%;0",
            "0%%",
        ] {
            check(28_600_000.0, format, None);
        }
        check(5.0, "[>=10000]#,##0;0", Some("5"));
        check(f64::NAN, "0", None);
    }

    #[test]
    fn a_day_counts_as_it_is_shown() {
        let day = (2024, 9, 5);
        for (format, expected) in [
            ("yyyy-mm-dd", Some("2024-09-05")),
            ("yyyy\"年\"m\"月\"d\"日\"", Some("2024-09-05")),
            ("yyyy\"年\"m\"月\"", Some("2024-09")),
            ("yyyy", Some("2024")),
            ("m/d/yy h:mm", Some("2024-09-05")),
            ("[h]:mm:ss", None),
            ("h:mm AM/PM", None),
        ] {
            assert_eq!(shown_day(day, format).as_deref(), expected, "{format}");
        }
    }
}
