//! The workbook of formulas (计算表): every point is a formula over cells with the
//! answers and references, and the total is a sum.
//!
//! The formulas are made from the rulebook's vocabulary (`rules.rs`) under the
//! readings of the form; two forms of the same readings have the same formulas. What
//! they give is the lower end of the range, what is secured. Each formula carries the
//! engine's own result, for previews that compute nothing; `tests/native/formulas.rs` lets
//! LibreOffice compute all of them afresh and compares.

mod checks;
mod entries;
mod honours;
mod inputs;
mod names;
mod page;
mod references;
mod rules;
mod scores;
mod steps;

use super::book;
use crate::form::Form;
use crate::rulebook::{IndicatorId, Kind, Rule};
use crate::score::{Finding, Scorecard};
use crate::text::formulas as words;
use names::Names;
use rules::Vocabulary;
use rust_xlsxwriter::{Workbook, XlsxError};

/// The workbook of formulas of a form. `today` is `YYYY-MM-DD`.
///
/// Errors: why there is none, for the user.
pub fn calculation(form: &Form, today: &str) -> Result<Vec<u8>, String> {
    if form.edition.kind != Kind::Points {
        return Err(words::NO_POINTS.to_owned());
    }
    made(form, today).map_err(|_| words::TOO_LARGE.to_owned())
}

fn made(form: &Form, today: &str) -> Result<Vec<u8>, XlsxError> {
    let mut writing = Writing::new(form);
    let mut book = Workbook::new();
    scores::write(&mut book, &mut writing, today)?;
    inputs::write(&mut book, &mut writing)?;
    references::write(&mut book, &mut writing)?;
    steps::write(&mut book, &mut writing)?;
    honours::write(&mut book, &mut writing)?;
    references::readings(&mut book, &writing)?;
    if !writing.choices.is_empty() {
        book::options(&mut book, &writing.choices)?;
    }
    for (name, cells) in &writing.defined {
        book.define_name(name, cells)?;
    }
    book.save_to_buffer()
}

/// What the sheets are written from, and what they collect to be written after them.
struct Writing<'a> {
    form: &'a Form,
    card: Scorecard,
    vocabulary: Vocabulary<'a>,
    /// Names of cells, each with its cells.
    defined: Vec<(String, String)>,
    /// Words that cells offer, a column of the sheet of options each.
    choices: Vec<Vec<&'static str>>,
}

impl<'a> Writing<'a> {
    fn new(form: &'a Form) -> Writing<'a> {
        let rulebook = form.edition.0;
        let readings = &form.case.readings;
        Writing {
            form,
            card: form.scorecard(),
            vocabulary: Vocabulary { rulebook, readings, names: Names::new(rulebook) },
            defined: Vec::new(),
            choices: Vec::new(),
        }
    }

    /// Gives cells a name.
    fn define(&mut self, name: String, cells: String) {
        self.defined.push((name, cells));
    }

    /// The rules of an indicator in force, each with what it found.
    fn rules(&self, id: IndicatorId) -> Vec<(&'static Rule, &Finding)> {
        let rules = self.form.edition.0.rules(id, self.vocabulary.readings);
        let findings = self.card.indicators.get(usize::from(id.0));
        rules.iter().zip(findings.into_iter().flat_map(|score| &score.findings)).collect()
    }
}
