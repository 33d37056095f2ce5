//! The sheet of steps: a row for each rule, in words and as a formula.

use super::page::{Cell, Computed, Entered, Looks, Page};
use super::{Writing, honours};
use crate::text::formulas as words;
use rust_xlsxwriter::{Workbook, XlsxError};

const WIDTHS: [u16; 5] = [6, 26, 70, 12, 14];
/// The column of points.
const POINTS: char = 'D';

pub fn write(book: &mut Workbook, writing: &mut Writing) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let mut sheet = Page::new(book, words::STEPS, &looks, &WIDTHS)?;
    sheet.title(words::STEPS)?;
    sheet.hint(words::STEPS_HINT)?;
    sheet.head(&words::STEPS_HEAD)?;
    sheet.freeze(0)?;
    let rulebook = writing.form.edition.0;
    for (id, indicator) in rulebook.indicator_ids().zip(rulebook.indicators) {
        let rules: Vec<_> = writing
            .rules(id)
            .into_iter()
            .map(|(rule, finding)| (rule, finding.gave.points()))
            .collect();
        for (at, (rule, gave)) in rules.into_iter().enumerate() {
            let name = writing.vocabulary.names.step(id, at);
            let rows = honours::sum(writing, id, at);
            let formula = writing.vocabulary.rule(rule, &rows);
            sheet.body(&[
                Cell::text(indicator.id),
                Cell::text(indicator.title),
                Cell::text(words::rule_text(rulebook, writing.vocabulary.readings, rule)),
                Cell::PointsFormula(Computed { formula, result: Entered::Number(gave) }),
                Cell::text(name.as_str()),
            ])?;
            writing.define(name, sheet.last(POINTS));
        }
    }
    sheet.end();
    Ok(())
}
