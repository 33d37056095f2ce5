//! Exact decimals in a rulebook's source: texts or whole numbers, never binary
//! floats.

use super::fixed::{self, List};
use rust_decimal::Decimal;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// Reads a decimal.
pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Decimal, D::Error> {
    input.deserialize_any(Written)
}

struct Written;

impl Visitor<'_> for Written {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an exact number: a whole number, or a decimal in quotes such as \"0.5\"")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::from_str_exact(text)
            .map_err(|_| E::invalid_value(serde::de::Unexpected::Str(text), &self))
    }
}

#[derive(Deserialize)]
struct Exact(#[serde(with = "self")] Decimal);

/// Lists of decimals.
pub mod list {
    use super::*;

    /// Reads a list.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<List<Decimal>, D::Error> {
        Ok(fixed::list(Vec::<Exact>::deserialize(input)?.into_iter().map(|e| e.0).collect()))
    }
}

/// Decimals that may be missing.
pub mod option {
    use super::*;

    /// Reads a decimal that may be missing.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<Exact>::deserialize(input)?.map(|e| e.0))
    }
}
