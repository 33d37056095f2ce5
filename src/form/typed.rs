//! What people type: full-width digits, percent signs, grouping commas, units
//! and spaces are understood; what is no value is refused with its reason.

use super::limits::{self, COUNT, DecimalFault, Digits, FIGURE, REFERENCE, YEAR};
use crate::rulebook::{Adjustment, Answer, Field, FieldKind, Metric, Reference};
use crate::score::{contradicts, ends};
use rust_decimal::Decimal;

/// Why a typed text is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// No number at all.
    NoNumber,
    /// Commas that do not group digits by three.
    Grouping,
    /// A count with decimals.
    NoWholeNumber,
    TooManyDigits(Digits),
    Between(Option<Decimal>, Option<Decimal>),
    Year,
    /// Both ends and peers are given.
    EndsAndPeers,
    /// The ends stand the wrong way round, or are equal.
    EndsInOrder {
        unacceptable: Decimal,
        satisfactory: Decimal,
    },
    /// No day of the calendar.
    Date,
    /// Evidence without a title.
    Title,
    /// An adjustment without points, or without a reason.
    Points,
    Reason,
}

/// A figure that was typed into a field; none when the box is empty.
pub fn figure(field: &Field, text: &str) -> Result<Option<Answer>, TypedFault> {
    let plain = plain(text, field.unit)?;
    if plain.is_empty() {
        return Ok(None);
    }
    if field.kind == FieldKind::Count {
        if plain.contains('.') {
            return Err(TypedFault::NoWholeNumber);
        }
        let value =
            decimal(&plain, Digits { places: 0, ..FIGURE }).map_err(|fault| match fault {
                TypedFault::NoNumber => TypedFault::NoWholeNumber,
                other => other,
            })?;
        return u32::try_from(value)
            .ok()
            .filter(|n| COUNT.contains(n))
            .map(|n| Some(Answer::Count(n)))
            .ok_or(TypedFault::Between(
                Some((*COUNT.start()).into()),
                Some((*COUNT.end()).into()),
            ));
    }
    let value = decimal(&plain, FIGURE)?;
    let (least, most) = limits::bounds(field.kind);
    if least.is_some_and(|least| value < least) || most.is_some_and(|most| value > most) {
        return Err(TypedFault::Between(least, most));
    }
    Ok(Some(Answer::Figure(value)))
}

/// A year; none when the box is empty.
pub fn year(text: &str) -> Result<Option<u16>, TypedFault> {
    let plain = plain(text, "年")?;
    if plain.is_empty() {
        return Ok(None);
    }
    let year = plain.parse().ok().filter(|y| YEAR.contains(y));
    year.map(Some).ok_or(TypedFault::Year)
}

/// A day, as `YYYY-MM-DD`, however people write it: 2022-3-1, 2022.3.1,
/// 2022年3月1日 or 20220301; none when the box is empty.
pub fn date(text: &str) -> Result<Option<String>, TypedFault> {
    let text: String = text.trim().chars().map(narrow).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let joined = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = match joined {
        true => vec![text.get(..4), text.get(4..6), text.get(6..)].into_iter().flatten().collect(),
        false => text.trim_end_matches('日').split(['-', '.', '/', '年', '月']).collect(),
    };
    let [year, month, day] = parts.as_slice() else { return Err(TypedFault::Date) };
    let written = format!("{:0>4}-{:0>2}-{:0>2}", year.trim(), month.trim(), day.trim());
    if limits::is_date(&written) { Ok(Some(written)) } else { Err(TypedFault::Date) }
}

/// An adjustment from its two boxes, judged together; none when both are empty.
pub fn adjustment(
    most: Decimal,
    points: &str,
    reason: &str,
) -> Result<Option<Adjustment>, TypedFault> {
    match (self::points(points, most)?, reason.trim().is_empty()) {
        (None, true) => Ok(None),
        (None, false) => Err(TypedFault::Points),
        (Some(_), true) => Err(TypedFault::Reason),
        (Some(points), false) => Ok(Some(Adjustment { points, reason: reason.to_owned() })),
    }
}

/// The reference of a metric from its three boxes, judged together; none when
/// all are empty.
pub fn reference(
    metric: &Metric,
    unacceptable: &str,
    satisfactory: &str,
    peers: &str,
) -> Result<Option<Reference>, TypedFault> {
    let end = |text: &str| {
        let plain = plain(text, metric.unit)?;
        if plain.is_empty() { Ok(None) } else { decimal(&plain, REFERENCE).map(Some) }
    };
    let (unacceptable, satisfactory) = (end(unacceptable)?, end(satisfactory)?);
    let typed = unacceptable.is_some() || satisfactory.is_some();
    let peers = self::peers(metric, peers)?;
    let reference = match (typed, peers.is_empty()) {
        (false, true) => return Ok(None),
        (true, false) => return Err(TypedFault::EndsAndPeers),
        (true, true) => Reference::Ends { unacceptable, satisfactory },
        (false, false) => Reference::Peers(peers),
    };
    let both = ends(metric, Some(&reference));
    match (both.unacceptable.value(), both.satisfactory.value()) {
        (Some(unacceptable), Some(satisfactory)) if contradicts(metric, &both) => {
            Err(TypedFault::EndsInOrder { unacceptable, satisfactory })
        }
        _ => Ok(Some(reference)),
    }
}

/// Whether a text can stand in a box of a reference, whatever the other boxes say.
pub fn is_reference_text(metric: &Metric, text: &str, of_peers: bool) -> bool {
    if of_peers {
        return peers(metric, text).is_ok();
    }
    plain(text, metric.unit)
        .and_then(
            |plain| if plain.is_empty() { Ok(()) } else { decimal(&plain, REFERENCE).map(drop) },
        )
        .is_ok()
}

/// Values separated by line breaks, tabs, spaces, 、 or ；, as a spreadsheet's
/// column is pasted.
fn peers(metric: &Metric, text: &str) -> Result<Vec<Decimal>, TypedFault> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '、' | '；' | ';'))
        .filter(|part| !part.is_empty())
        .map(|part| decimal(&plain(part, metric.unit)?, REFERENCE))
        .collect()
}

/// Points of an adjustment, up to the indicator's maximum.
pub fn points(text: &str, most: Decimal) -> Result<Option<Decimal>, TypedFault> {
    let plain = plain(text, "分")?;
    if plain.is_empty() {
        return Ok(None);
    }
    let value = decimal(&plain, FIGURE)?;
    if value < Decimal::ZERO || value > most {
        return Err(TypedFault::Between(Some(Decimal::ZERO), Some(most)));
    }
    Ok(Some(value))
}

/// A figure with a unit, of any size that a form holds; none when the box is empty.
pub fn decimal_in(text: &str, unit: &str) -> Result<Option<Decimal>, TypedFault> {
    let plain = plain(text, unit)?;
    if plain.is_empty() { Ok(None) } else { decimal(&plain, FIGURE).map(Some) }
}

fn decimal(plain: &str, digits: Digits) -> Result<Decimal, TypedFault> {
    limits::decimal(plain, digits).map_err(|fault| match fault {
        DecimalFault::NoNumber => TypedFault::NoNumber,
        DecimalFault::TooManyDigits => TypedFault::TooManyDigits(digits),
    })
}

/// The text in ASCII digits, without spaces around it, a unit behind it,
/// grouping commas and needless zeros in front.
fn plain(text: &str, unit: &str) -> Result<String, TypedFault> {
    let mut plain: String = text.trim().chars().map(narrow).collect();
    for suffix in [unit, "%"] {
        if !suffix.is_empty()
            && let Some(rest) = plain.strip_suffix(suffix)
        {
            plain = rest.trim_end().to_owned();
        }
    }
    if plain.contains(',') {
        plain = ungrouped(&plain)?;
    }
    if let Some(rest) = plain.strip_prefix('+') {
        plain = rest.to_owned();
    }
    // "07" and "-0" are what people type; form files are stricter.
    let (minus, body) = match plain.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, plain.as_str()),
    };
    let kept = body.trim_start_matches('0');
    let lead = if body.len() > kept.len() && !kept.starts_with(|c: char| c.is_ascii_digit()) {
        "0"
    } else {
        ""
    };
    let nothing = kept.chars().all(|c| c == '0' || c == '.');
    let sign = if minus && !nothing { "-" } else { "" };
    if body.is_empty() {
        return Ok(plain);
    }
    Ok(format!("{sign}{lead}{kept}"))
}

/// A full-width character as its ASCII twin.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '％' | '＋' | '－' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '−' | '–' => '-',
        '。' => '.',
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}

/// Digits without the commas that group them by three.
fn ungrouped(text: &str) -> Result<String, TypedFault> {
    let (whole, places) = match text.split_once('.') {
        Some((whole, places)) => (whole, Some(places)),
        None => (text, None),
    };
    let body = whole.trim_start_matches(['-', '+']);
    let mut groups = body.split(',');
    let first = groups.next().unwrap_or_default();
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let fits = (1..=3).contains(&first.len())
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
        && places.is_none_or(|p| !p.contains(','));
    if !fits {
        return Err(TypedFault::Grouping);
    }
    Ok(text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FieldKind, unit: &'static str) -> Field {
        Field {
            id: "1.x",
            label: "x",
            hint: "",
            kind,
            unit,
            options: &[],
            suggestions: &[],
            past: false,
        }
    }

    #[track_caller]
    fn check(
        kind: FieldKind,
        unit: &'static str,
        text: &str,
        expected: Result<Option<&str>, TypedFault>,
    ) {
        let got = figure(&field(kind, unit), text);
        let expected = expected.map(|value| {
            value.map(|v| match kind {
                FieldKind::Count => Answer::Count(v.parse().unwrap()),
                _ => Answer::Figure(v.parse().unwrap()),
            })
        });
        assert_eq!(got, expected, "{text:?}");
    }

    #[test]
    fn what_people_type_is_understood() {
        use FieldKind::*;
        check(Amount, "亿元", " 1115.6 ", Ok(Some("1115.6")));
        check(Amount, "亿元", "１，１１５．６", Ok(Some("1115.6")));
        check(Amount, "亿元", "1,234,567.5亿元", Ok(Some("1234567.5")));
        check(Percent, "%", "96.5％", Ok(Some("96.5")));
        check(Percent, "%", "１００ %", Ok(Some("100")));
        check(Percent, "%", "96。5", Ok(Some("96.5")));
        check(Rate, "%", "－3.2", Ok(Some("-3.2")));
        check(Rate, "%", "-0", Ok(Some("0")));
        check(Rate, "%", "-0.50", Ok(Some("-0.5")));
        check(Count, "项", "０３项", Ok(Some("3")));
        check(Count, "项", "0", Ok(Some("0")));
        check(Count, "项", "000", Ok(Some("0")));
        check(Count, "项", "　", Ok(None));
        check(Amount, "万元", "0.5", Ok(Some("0.5")));
        check(Amount, "万元", "00.5", Ok(Some("0.5")));
    }

    #[test]
    fn what_is_no_value_says_why() {
        use FieldKind::*;
        use TypedFault::*;
        check(Amount, "亿元", "一百", Err(NoNumber));
        check(Amount, "亿元", "1.", Err(NoNumber));
        check(Amount, "亿元", "-", Err(NoNumber));
        check(Amount, "亿元", "1,5", Err(Grouping));
        check(Amount, "亿元", "1e3", Err(NoNumber));
        check(Amount, "亿元", "1.23456", Err(TooManyDigits(FIGURE)));
        check(Amount, "亿元", "-1", Err(Between(Some(Decimal::ZERO), None)));
        check(Percent, "%", "100.1", Err(Between(Some(Decimal::ZERO), Some(Decimal::ONE_HUNDRED))));
        check(Count, "项", "2.5", Err(NoWholeNumber));
        check(Count, "项", "12345678901", Err(TooManyDigits(Digits { whole: 9, places: 0 })));
    }

    #[test]
    fn a_day_is_understood_however_it_is_written() {
        for text in [
            "2022-03-01",
            "2022.3.1",
            "2022/3/1",
            "2022年3月1日",
            "２０２２－０３－０１",
            "20220301",
        ] {
            assert_eq!(date(text), Ok(Some("2022-03-01".to_owned())), "{text:?}");
        }
        assert_eq!(date(" "), Ok(None));
        for text in [
            "2022-02-30",
            "3月1日",
            "2022",
            "2022-3-1-2",
            "昨天",
            "2022030",
            "２０２２年１３月１日",
        ] {
            assert_eq!(date(text), Err(TypedFault::Date), "{text:?}");
        }
    }

    #[test]
    fn an_adjustment_needs_points_and_a_reason() {
        let most = Decimal::from(2);
        assert_eq!(adjustment(most, "", " "), Ok(None));
        assert_eq!(adjustment(most, "1.5", ""), Err(TypedFault::Reason));
        assert_eq!(adjustment(most, "", "未推广"), Err(TypedFault::Points));
        let between = TypedFault::Between(Some(Decimal::ZERO), Some(most));
        assert_eq!(adjustment(most, "2.1", "未推广"), Err(between));
        let taken = adjustment(most, "１．５分", "未推广").unwrap().unwrap();
        assert_eq!((taken.points, taken.reason.as_str()), (Decimal::new(15, 1), "未推广"));
    }

    #[test]
    fn a_year_is_a_year() {
        assert_eq!(year("２０２１年"), Ok(Some(2021)));
        assert_eq!(year("21"), Err(TypedFault::Year));
        assert_eq!(year(""), Ok(None));
    }
}
