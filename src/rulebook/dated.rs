//! Labels that name the form's own years.
//!
//! In labels and hints of fields `{year}` stands for the year of assessment,
//! `{year-1}` for the year before, and so on. The document's own words
//! have none.

use super::fixed::{Text, list};
use super::model::Rulebook;
use std::ptr;
use std::sync::{Mutex, PoisonError};

/// How far back a text may look.
#[allow(dead_code, reason = "the page reads no rulebook")]
pub const FURTHEST: u16 = 9;

/// A text with its year placeholders replaced by what `say` returns. `say` is given how
/// many years before the year of assessment a placeholder means. Other braces stay as they
/// are.
pub fn dated(text: &str, say: &dyn Fn(u16) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        out.push_str(before);
        let year = after.split_once('}').and_then(|(back, after)| Some((back_of(back)?, after)));
        match year {
            Some((back, after)) => {
                out.push_str(&say(back));
                rest = after;
            }
            None => {
                out.push_str(OPEN);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

const OPEN: &str = "{year";

fn back_of(text: &str) -> Option<u16> {
    if text.is_empty() { Some(0) } else { text.strip_prefix('-')?.parse().ok() }
}

/// Whether every brace of a text belongs to a year placeholder that is allowed.
#[allow(dead_code, reason = "the page reads no rulebook")]
pub fn is_dated_well(text: &str) -> bool {
    let rest = dated(text, &|back| if back <= FURTHEST { String::new() } else { OPEN.to_owned() });
    !rest.contains(['{', '}'])
}

/// A cache of editions whose texts are filled in for a year: the edition as its file has
/// it, the year, and the result.
static SAID: Mutex<Vec<(&'static Rulebook, u16, &'static Rulebook)>> = Mutex::new(Vec::new());

impl Rulebook {
    /// This edition as its file has it, with `{year}` in its texts.
    pub fn written(&self) -> &Rulebook {
        self.written.unwrap_or(self)
    }

    /// This edition with its texts filled in for a year of assessment. It scores the same.
    ///
    /// Each is made once and kept for the life of the program.
    pub fn of_year(&'static self, year: u16) -> &'static Rulebook {
        let written = self.written.unwrap_or(self);
        let mut all = SAID.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.iter().find(|one| ptr::eq(one.0, written) && one.1 == year);
        if let Some((.., said)) = known {
            return said;
        }
        let said: &'static Rulebook = Box::leak(Box::new(written.said(written, year)));
        all.push((written, year, said));
        said
    }

    fn said(&self, written: &'static Rulebook, year: u16) -> Rulebook {
        let text = |text: Text| -> Text {
            if !text.contains(OPEN) {
                return text;
            }
            dated(text, &|back| year.saturating_sub(back).to_string()).leak()
        };
        let mut fields = self.fields.to_vec();
        for field in &mut fields {
            field.label = text(field.label);
            field.hint = text(field.hint);
        }
        Rulebook { written: Some(written), fields: list(fields), ..self.clone() }
    }
}
