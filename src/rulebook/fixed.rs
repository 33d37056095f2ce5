//! Texts and lists with the lifetime `'static`. In the page they are constants;
//! what is read from a source, at build time and in tests, is never freed.

use serde::{Deserialize, Deserializer};

/// A text.
pub type Text = &'static str;
/// A list.
pub type List<T> = &'static [T];

/// Leaks a list, so that it lives as long as the program.
pub fn list<T>(all: Vec<T>) -> List<T> {
    all.leak()
}

/// Reading a text.
pub mod text {
    use super::*;

    /// Reads a text.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Text, D::Error> {
        Ok(String::deserialize(input)?.leak())
    }
}

/// Reading a list.
pub mod items {
    use super::*;

    /// Reads a list.
    pub fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
        input: D,
    ) -> Result<List<T>, D::Error> {
        Ok(list(Vec::deserialize(input)?))
    }
}

/// Reading lists of texts.
pub mod texts {
    use super::*;

    /// Reads a list of texts.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<List<Text>, D::Error> {
        Ok(list(Vec::<Kept>::deserialize(input)?.into_iter().map(|kept| kept.0).collect()))
    }
}

/// Reading lists of lists of texts.
pub mod names {
    use super::*;

    /// Reads a list of lists of texts.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<List<List<Text>>, D::Error> {
        Ok(list(Vec::<KeptAll>::deserialize(input)?.into_iter().map(|kept| kept.0).collect()))
    }
}

#[derive(Deserialize)]
struct Kept(#[serde(with = "text")] Text);

#[derive(Deserialize)]
struct KeptAll(#[serde(with = "texts")] List<Text>);
