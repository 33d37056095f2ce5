//! The sheet of references, with the values of metrics that are compared with them;
//! and the sheet of readings.

use super::page::{Cell, Computed, Entered, Looks, Page};
use super::{Writing, checks};
use crate::rulebook::{IndicatorId, Rule};
use crate::score::{Asked, Ground};
use crate::text::{end_text, formulas as words, page, reading};
use rust_decimal::Decimal;
use rust_xlsxwriter::{DataValidation, DataValidationRule, Workbook, XlsxError};

const WIDTHS: [u16; 10] = [6, 34, 10, 16, 14, 14, 10, 10, 48, 36];
const READINGS_WIDTHS: [u16; 4] = [14, 26, 50, 60];

pub fn write(book: &mut Workbook, writing: &mut Writing) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let mut sheet = Page::new(book, words::REFERENCES, &looks, &WIDTHS)?;
    sheet.title(words::REFERENCES)?;
    sheet.hint(&[words::REFERENCES_HINT, &words::too_large()].concat())?;
    sheet.head(&words::METRICS_HEAD)?;
    sheet.freeze(0)?;
    base(&mut sheet, writing)?;
    let rulebook = writing.form.edition.0;
    for id in rulebook.indicator_ids() {
        metrics(&mut sheet, writing, id)?;
    }
    sheet.end();
    Ok(())
}

/// The base of the efficacy coefficient.
fn base(sheet: &mut Page, writing: &mut Writing) -> Result<(), XlsxError> {
    let rulebook = writing.form.edition.0;
    let base = writing.form.case.base(rulebook);
    let chosen = rulebook.bases.iter().position(|one| *one == base);
    let label = chosen.map(|at| reading::option_label(rulebook, Asked::Base, at));
    sheet.body(&[
        Cell::Blank,
        Cell::text(page::BASE),
        Cell::Blank,
        Cell::Checked(Entered::Number(base), bases(rulebook.bases)),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::text(words::BASE_NAME),
        Cell::text(label.unwrap_or_default()),
        Cell::text(reading::question(rulebook, Asked::Base)),
    ])?;
    writing.define(words::BASE_NAME.to_owned(), sheet.last('D'));
    Ok(())
}

/// One of the edition's bases.
fn bases(bases: &[Decimal]) -> Box<DataValidation> {
    let words: Vec<String> = bases.iter().map(|base| base.normalize().to_string()).collect();
    let any =
        || DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 100.0));
    // A handful of numbers always fits into a list.
    Box::new(DataValidation::new().allow_list_strings(&words).unwrap_or_else(|_| any()))
}

/// The metrics of an indicator that are scored under the readings.
fn metrics(sheet: &mut Page, writing: &mut Writing, id: IndicatorId) -> Result<(), XlsxError> {
    let rulebook = writing.form.edition.0;
    let below = rulebook.below(writing.vocabulary.readings);
    let scored: Vec<_> = writing
        .rules(id)
        .into_iter()
        .filter_map(|(rule, finding)| match (rule, &finding.ground) {
            (Rule::Efficacy { metric, floor, .. }, Ground::Efficacy(how)) => {
                Some((*metric, *floor, how.clone()))
            }
            _ => None,
        })
        .collect();
    for (metric, floor, how) in scored {
        let definition = rulebook.metric_under(metric, writing.vocabulary.readings);
        let end = |value: Option<Decimal>| value.map_or(Entered::Nothing, Entered::Number);
        let unknown = || Entered::Text(words::UNKNOWN.to_owned());
        let value = how.value.known().map_or_else(unknown, Entered::Number);
        let coefficient = match how.coefficient {
            _ if how.below_floor => Entered::Text(words::BELOW_FLOOR.to_owned()),
            Some(d) => Entered::Number(d),
            None => unknown(),
        };
        let unacceptable = end_text(definition, how.ends.unacceptable, false);
        let satisfactory = end_text(definition, how.ends.satisfactory, true);
        let vocabulary = &writing.vocabulary;
        sheet.body(&[
            Cell::text(rulebook[id].id),
            Cell::text(definition.label),
            Cell::text(definition.unit),
            Cell::Formula(Computed { formula: vocabulary.metric(definition), result: value }),
            Cell::Checked(end(how.ends.unacceptable.value()), checks::any_number()),
            Cell::Checked(end(how.ends.satisfactory.value()), checks::any_number()),
            Cell::PointsFormula(Computed {
                formula: vocabulary.coefficient(metric, definition, floor, below),
                result: coefficient,
            }),
            Cell::text(vocabulary.names.suffix(metric)),
            Cell::text(words::metric_text(rulebook, definition)),
            Cell::text(words::origin(&unacceptable, &satisfactory)),
        ])?;
        let names = &vocabulary.names;
        for (name, column) in [
            (names.value(metric), 'D'),
            (names.unacceptable(metric), 'E'),
            (names.satisfactory(metric), 'F'),
            (names.coefficient(metric), 'G'),
        ] {
            writing.defined.push((name, sheet.last(column)));
        }
    }
    Ok(())
}

/// The sheet of readings: how the document is read, which the formulas follow.
pub fn readings(book: &mut Workbook, writing: &Writing) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let rulebook = writing.form.edition.0;
    let mut sheet = Page::new(book, words::READINGS, &looks, &READINGS_WIDTHS)?;
    sheet.title(words::READINGS)?;
    sheet.hint(words::READINGS_HINT)?;
    sheet.head(&words::READINGS_HEAD)?;
    sheet.freeze(0)?;
    for id in rulebook.reading_ids() {
        let asked = Asked::Reading(id);
        sheet.body(&[
            Cell::text(reading::where_text(rulebook, asked)),
            Cell::text(reading::title(rulebook, asked)),
            Cell::text(reading::note(rulebook, id, writing.vocabulary.readings)),
            Cell::text(reading::question(rulebook, asked)),
        ])?;
    }
    for note in rulebook.notes {
        sheet.hint(note)?;
    }
    sheet.end();
    Ok(())
}
