//! The sheet of references and readings: the values of metrics and what they are
//! compared with, and how the document is read.

use super::page::{Cell, Computed, Entered, Looks, Page, RowLook};
use super::{Writing, checks};
use crate::rulebook::{IndicatorId, Rule};
use crate::score::{Asked, Ground};
use crate::text::{end_text, formulas as words, page, reading};
use rust_decimal::Decimal;
use rust_xlsxwriter::{DataValidation, DataValidationRule, Workbook, XlsxError};

const WIDTHS: [u16; 9] = [12, 30, 44, 14, 14, 14, 14, 46, 40];

pub fn write(book: &mut Workbook, writing: &mut Writing) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let mut sheet = Page::new(book, words::REFERENCES, &looks, &WIDTHS)?;
    sheet.title(words::REFERENCES)?;
    sheet.hint(&[words::REFERENCES_HINT, &words::too_large()].concat())?;
    sheet.head(&words::METRICS_HEAD)?;
    sheet.freeze()?;
    base(&mut sheet, writing)?;
    let rulebook = writing.form.edition.0;
    for id in rulebook.indicator_ids() {
        metrics(&mut sheet, writing, id)?;
    }
    readings(&mut sheet, writing)?;
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
        Cell::text(words::BASE_NAME),
        Cell::Checked(Entered::Number(base), bases(rulebook.bases)),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::text(label.unwrap_or_default()),
        Cell::text(reading::question(rulebook, Asked::Base)),
    ])?;
    writing.define(words::BASE_NAME.to_owned(), sheet.last('D'));
    Ok(())
}

/// One of the edition's bases.
fn bases(bases: &[Decimal]) -> Box<DataValidation> {
    let words: Vec<String> = bases.iter().map(|base| base.normalize().to_string()).collect();
    let any = || DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 100.0));
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
            Cell::Formula(Computed {
                formula: vocabulary.coefficient(metric, definition, floor, below),
                result: coefficient,
            }),
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

/// How the document is read.
fn readings(sheet: &mut Page, writing: &Writing) -> Result<(), XlsxError> {
    let rulebook = writing.form.edition.0;
    sheet.heading(words::READINGS)?;
    sheet.hint(words::READINGS_HINT)?;
    for note in rulebook.notes {
        sheet.hint(note)?;
    }
    sheet.spread(RowLook::Head, &words::READINGS_HEAD)?;
    for id in rulebook.reading_ids() {
        let asked = Asked::Reading(id);
        let note = reading::note(rulebook, id, writing.vocabulary.readings);
        let texts = [
            &*reading::where_text(rulebook, asked),
            reading::title(rulebook, asked),
            &note,
            reading::question(rulebook, asked),
        ];
        sheet.spread(RowLook::Body, &texts)?;
    }
    Ok(())
}
