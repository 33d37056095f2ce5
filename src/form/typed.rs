//! What people type: full-width digits, percent signs, grouping commas, units
//! and spaces are understood; what is no value is refused with its reason.

mod date;
mod plain;
mod unit;

pub use date::{date, day, is_unfinished as is_unfinished_date, is_unfinished_year, year};
pub use plain::is_unfinished;

use super::limits::{self, COUNT, Digits, FIGURE, REFERENCE};
use crate::rulebook::{Adjustment, Answer, Field, FieldKind, Metric, Reference};
use crate::score::{contradicts, ends, is_blank};
use plain::narrowed;
use rust_decimal::Decimal;

/// Why a typed text is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// No number at all.
    NoNumber,
    /// Commas that do not group digits by three.
    Grouping,
    /// A percent sign where the unit is not %.
    PercentSign,
    /// A unit that does not convert to the box's.
    OtherUnit,
    /// A comma between the values of peers: it may separate or group.
    PeersByComma,
    /// A count with decimals.
    NoWholeNumber,
    /// More digits than the box takes.
    TooManyDigits(Digits),
    /// Outside the bounds, the least and the most; a missing one is no bound.
    Between(Option<Decimal>, Option<Decimal>),
    /// No year, or one outside the years of forms.
    Year,
    /// Both ends and peers are given.
    EndsAndPeers,
    /// The ends stand the wrong way round, or are equal.
    EndsInOrder {
        /// The unacceptable value that was typed or is the default.
        unacceptable: Decimal,
        /// The satisfactory value that was typed or is the default.
        satisfactory: Decimal,
    },
    /// No day of the calendar, nor a month or a year.
    Date,
    /// Evidence without a title.
    Title,
    /// An adjustment with a reason and without points.
    Points,
    /// An adjustment with points and without a reason.
    Reason,
    /// More text than a box takes, or than the form's file has room for: so many
    /// characters.
    TooLong(usize),
}

/// A figure that was typed into a field; none when the box is empty.
pub fn figure(field: &Field, text: &str) -> Result<Option<Answer>, TypedFault> {
    if field.kind == FieldKind::Count {
        return count(field.unit, text);
    }
    let Some(value) = plain::figure(text, field.unit, FIGURE)? else { return Ok(None) };
    let (least, most) = limits::bounds(field.kind);
    if least.is_some_and(|least| value < least) || most.is_some_and(|most| value > most) {
        return Err(TypedFault::Between(least, most));
    }
    Ok(Some(Answer::Figure(value)))
}

fn count(unit: &str, text: &str) -> Result<Option<Answer>, TypedFault> {
    // Decimals that are not zero are told apart from too many digits.
    let value = plain::figure(text, unit, FIGURE).map_err(|fault| match fault {
        TypedFault::NoNumber => TypedFault::NoWholeNumber,
        TypedFault::TooManyDigits(digits) => {
            TypedFault::TooManyDigits(Digits { places: 0, ..digits })
        }
        other => other,
    })?;
    let Some(value) = value else { return Ok(None) };
    if !value.fract().is_zero() {
        return Err(TypedFault::NoWholeNumber);
    }
    u32::try_from(value)
        .ok()
        .filter(|n| COUNT.contains(n))
        .map(|n| Some(Answer::Count(n)))
        .ok_or(TypedFault::Between(Some((*COUNT.start()).into()), Some((*COUNT.end()).into())))
}

/// The value of a text whose unit is another than the box's and was converted,
/// so that the user can be told what was taken; none where nothing was.
pub fn converted(text: &str, unit: &str) -> Option<Decimal> {
    let text = narrowed(text);
    unit::taken(&text, unit).ok().filter(|taken| taken.tens != 0)?;
    plain::figure(&text, unit, REFERENCE).ok()?
}

/// An adjustment from its two boxes, judged together; none when both are empty.
pub fn adjustment(
    most: Decimal,
    points: &str,
    reason: &str,
) -> Result<Option<Adjustment>, TypedFault> {
    match (self::points(points, most)?, is_blank(reason)) {
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
    let end = |text: &str| plain::figure(text, metric.unit, REFERENCE);
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

/// A figure with as many digits as can be computed with, as spreadsheets have
/// them: for rounding to what a form holds. None where it is no figure.
pub fn precise(text: &str, unit: &str) -> Option<Decimal> {
    plain::figure(text, unit, Digits { whole: 16, places: 20 }).ok().flatten()
}

/// Whether a text can stand in a box of a reference, whatever the other boxes say.
pub fn is_reference_text(metric: &Metric, text: &str, of_peers: bool) -> bool {
    if of_peers {
        return peers(metric, text).is_ok();
    }
    plain::figure(text, metric.unit, REFERENCE).is_ok()
}

/// Values separated by line breaks, tabs, spaces, 、 or ；, as a spreadsheet's
/// column is pasted. A comma is refused, whatever stands around it: between
/// peers it may group or separate.
fn peers(metric: &Metric, text: &str) -> Result<Vec<Decimal>, TypedFault> {
    let mut all = Vec::new();
    for part in text.split(is_between_peers) {
        if narrowed(part).contains(',') {
            return Err(TypedFault::PeersByComma);
        }
        all.extend(plain::figure(part, metric.unit, REFERENCE)?);
    }
    Ok(all)
}

/// Whether a list of peers only ends in a figure that is begun, as while it is
/// being typed.
pub fn is_unfinished_peers(metric: &Metric, text: &str) -> bool {
    let end = text.rfind(is_between_peers).map_or(0, |at| at + 1);
    // The separator may be longer than a byte.
    let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let (before, last) = text.split_at(end);
    is_unfinished(last, metric.unit) && !last.contains([',', '，']) && peers(metric, before).is_ok()
}

fn is_between_peers(c: char) -> bool {
    c.is_whitespace() || matches!(c, '、' | '；' | ';')
}

/// Points of an adjustment, up to the indicator's maximum.
pub fn points(text: &str, most: Decimal) -> Result<Option<Decimal>, TypedFault> {
    let Some(value) = plain::figure(text, "分", FIGURE)? else { return Ok(None) };
    if value < Decimal::ZERO || value > most {
        return Err(TypedFault::Between(Some(Decimal::ZERO), Some(most)));
    }
    Ok(Some(value))
}

/// A figure with a unit, of any size that a form holds; none when the box is empty.
pub fn decimal_in(text: &str, unit: &str) -> Result<Option<Decimal>, TypedFault> {
    plain::figure(text, unit, FIGURE)
}
