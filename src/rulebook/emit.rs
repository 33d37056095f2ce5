//! A rulebook as the Rust expression that makes it, for `build.rs`.

use super::model::*;
use super::reading::{Below, Reading, ReadingId, ReadingOption, Variant};
use super::rule::{BracketStep, Condition, Formula, Rule, Same, Term, Tier};
use rust_decimal::Decimal;
use std::fmt::Write;

/// A value that can be written as a Rust expression.
pub trait Emit {
    /// Writes the expression.
    fn emit(&self, out: &mut String);
}

/// The expression of a value.
pub fn expression(value: &impl Emit) -> String {
    let mut out = String::new();
    value.emit(&mut out);
    out
}

/// Values whose `Debug` is their expression.
macro_rules! as_debug {
    ($($type:ty),*) => {
        $(impl Emit for $type {
            fn emit(&self, out: &mut String) {
                // Writing to memory cannot fail.
                let _ = write!(out, "{self:?}");
            }
        })*
    };
}

as_debug!(&str, bool, u8, u16, u32, FieldId, MetricId, ReadingId);

/// Enums without contents.
macro_rules! names {
    ($($type:ident),*) => {
        $(impl Emit for $type {
            fn emit(&self, out: &mut String) {
                let _ = write!(out, concat!(stringify!($type), "::{:?}"), self);
            }
        })*
    };
}

names!(Kind, FieldKind, Direction, Below, Same);

macro_rules! parts {
    ($out:ident, $($part:ident),*) => {
        $out.push_str(" { ");
        $(
            $out.push_str(concat!(stringify!($part), ": "));
            $part.emit($out);
            $out.push_str(", ");
        )*
        $out.push('}');
    };
}

macro_rules! structs {
    ($($type:ident { $($part:ident),* })*) => {
        $(impl Emit for $type {
            fn emit(&self, out: &mut String) {
                let $type { $($part),* } = self;
                out.push_str(stringify!($type));
                parts!(out, $($part),*);
            }
        })*
    };
}

macro_rules! enums {
    ($($type:ident { $($variant:ident { $($part:ident),* })* })*) => {
        $(impl Emit for $type {
            fn emit(&self, out: &mut String) {
                match self {
                    $($type::$variant { $($part),* } => {
                        out.push_str(concat!(stringify!($type), "::", stringify!($variant)));
                        parts!(out, $($part),*);
                    })*
                }
            }
        })*
    };
}

structs! {
    Rulebook {
        id, title, year, kind, document, bases, points, dimensions, groups, indicators, fields,
        metrics, stages, targets, notes, readings, plausible_times, written
    }
    Document { title, number, issuer, date }
    Dimension { id, title, points }
    Group { id, title, dimension, points }
    Indicator {
        id, title, wording, group, points, rules, capped, fields, metrics, units, support, others,
        deadline, verification, notes, source, variants
    }
    Deadline { text, date }
    Field { id, label, hint, kind, unit, options, suggestions, past, plausible_max, like }
    FieldOption { id, label }
    Metric { id, label, unit, formula, better, unacceptable, satisfactory, plausible_max }
    Stage { title, text, from, to, wording }
    Target { id, section, wording, field, at_least, unit }
    BracketStep { from, points }
    Tier { when, points }
    Condition { field, at_least, more_than, at_most }
    Term { field, weight }
    Reading { id, title, question, options }
    ReadingOption { id, label, reason, below, places }
    Variant { when, rules, metrics }
}

enums! {
    Rule {
        Yes { field, points }
        Choice { field, points }
        PerItem { field, points, at_most }
        Brackets { field, steps }
        MissingCosts { field, points, cost }
        Tiers { tiers }
        Efficacy { metric, points, floor }
        Honours { field, points, at_most, years, until, same, lifetime }
        Status { field }
        Met { when, not_applicable }
    }
    Formula {
        Value { field }
        Ratio { of, to, times }
        Growth { now, before, per }
        ShareChange { now, before, per, times }
        Sum { terms }
    }
}

/// The type of `Rulebook::written` asks for this. In a constant it is always `None`.
impl Emit for &Rulebook {
    fn emit(&self, out: &mut String) {
        Rulebook::emit(self, out);
    }
}

impl Emit for Decimal {
    fn emit(&self, out: &mut String) {
        let parts = self.unpack();
        let _ = write!(
            out,
            "Decimal::from_parts({}, {}, {}, {}, {})",
            parts.lo, parts.mid, parts.hi, parts.negative, parts.scale
        );
    }
}

impl<T: Emit> Emit for Option<T> {
    fn emit(&self, out: &mut String) {
        match self {
            Some(value) => {
                out.push_str("Some(");
                value.emit(out);
                out.push(')');
            }
            None => out.push_str("None"),
        }
    }
}

impl<A: Emit, B: Emit> Emit for (A, B) {
    fn emit(&self, out: &mut String) {
        out.push('(');
        self.0.emit(out);
        out.push_str(", ");
        self.1.emit(out);
        out.push(')');
    }
}

impl<T: Emit> Emit for &[T] {
    fn emit(&self, out: &mut String) {
        out.push_str("&[");
        for one in *self {
            one.emit(out);
            out.push_str(", ");
        }
        out.push(']');
    }
}
