//! Exact decimals in a rulebook: written as text or whole numbers in its
//! source, as mantissa and scale in its compact form. Never as binary floats.

use rust_decimal::Decimal;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Writes a decimal.
pub fn serialize<S: Serializer>(value: &Decimal, out: S) -> Result<S::Ok, S::Error> {
    if out.is_human_readable() {
        return out.collect_str(value);
    }
    let mantissa = i64::try_from(value.mantissa()).map_err(serde::ser::Error::custom)?;
    (mantissa, value.scale()).serialize(out)
}

/// Reads a decimal.
pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Decimal, D::Error> {
    if input.is_human_readable() {
        return input.deserialize_any(Written);
    }
    let (mantissa, scale) = <(i64, u32)>::deserialize(input)?;
    Decimal::try_new(mantissa, scale).map_err(D::Error::custom)
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

#[derive(Serialize, Deserialize)]
struct Exact(#[serde(with = "self")] Decimal);

/// Lists of decimals.
pub mod list {
    use super::*;

    /// Writes a list.
    pub fn serialize<S: Serializer>(all: &[Decimal], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(all.iter().map(|d| Exact(*d)))
    }

    /// Reads a list.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<Decimal>, D::Error> {
        Ok(Vec::<Exact>::deserialize(input)?.into_iter().map(|e| e.0).collect())
    }
}

/// Decimals that may be missing.
pub mod option {
    use super::*;

    /// Writes a decimal that may be missing.
    pub fn serialize<S: Serializer>(value: &Option<Decimal>, out: S) -> Result<S::Ok, S::Error> {
        value.map(Exact).serialize(out)
    }

    /// Reads a decimal that may be missing.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<Exact>::deserialize(input)?.map(|e| e.0))
    }
}
