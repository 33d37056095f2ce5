//! The sheet of entries: a cell for each field, and for each option of a set.

use super::page::{Cell, Computed, Entered, Looks, Page};
use super::{Writing, checks, entries, honours};
use crate::form::limits;
use crate::rulebook::{FieldId, FieldKind};
use crate::text::{formulas as words, page};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Workbook, XlsxError};

const WIDTHS: [u16; 7] = [6, 22, 46, 20, 8, 14, 40];
/// The column of entries.
const ENTRY: char = 'D';

pub fn write(book: &mut Workbook, writing: &mut Writing) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let mut sheet = Page::new(book, words::INPUTS, &looks, &WIDTHS)?;
    sheet.title(words::INPUTS)?;
    sheet.hint(words::INPUTS_HINT)?;
    sheet.head(&words::INPUTS_HEAD)?;
    sheet.freeze(0)?;
    let (least, most) = (*limits::YEAR.start(), *limits::YEAR.end());
    sheet.body(&[
        Cell::Blank,
        Cell::Blank,
        Cell::text(page::YEAR),
        Cell::Checked(
            Entered::Number(Decimal::from(writing.form.year())),
            checks::whole(least.into(), most.into()),
        ),
        Cell::Blank,
        Cell::text(words::YEAR_NAME),
        Cell::text(words::YEAR_HINT),
    ])?;
    writing.define(words::YEAR_NAME.to_owned(), sheet.last(ENTRY));
    let rulebook = writing.form.edition.0;
    for id in rulebook.shared() {
        field(&mut sheet, writing, "", page::SHARED, id)?;
    }
    for indicator in rulebook.indicators {
        for id in indicator.fields {
            field(&mut sheet, writing, indicator.id, indicator.title, *id)?;
        }
    }
    sheet.end();
    Ok(())
}

fn field(
    sheet: &mut Page,
    writing: &mut Writing,
    number: &str,
    title: &str,
    id: FieldId,
) -> Result<(), XlsxError> {
    let form = writing.form;
    let field = &form.edition.0[id];
    let name = writing.vocabulary.names.entry(id);
    match field.kind {
        FieldKind::Set => {
            let first = sheet.next();
            let check = writing.yes_or_no();
            for (at, option) in field.options.iter().enumerate() {
                let name = writing.vocabulary.names.option(id, at);
                sheet.body(&[
                    Cell::text(number),
                    Cell::text(title),
                    Cell::text(page::named(field.label, option.label)),
                    Cell::Checked(entries::option(form, id, at), check.clone()),
                    Cell::Blank,
                    Cell::text(name.as_str()),
                    Cell::text(words::SET_HINT),
                ])?;
                writing.define(name, sheet.last(ENTRY));
            }
            let cells = sheet.cells(ENTRY, first, sheet.next() - 1);
            writing.define(name, cells);
        }
        FieldKind::List => {
            let filled = entries::rows(form, id).iter();
            let filled = filled.filter(|row| !crate::score::fold(&row.title).is_empty()).count();
            // Rows of a list count where a rule of honours reads them.
            let formula = honours::filled(writing, id);
            sheet.body(&[
                Cell::text(number),
                Cell::text(title),
                Cell::text(field.label),
                Cell::Formula(Computed { formula, result: Entered::Number(Decimal::from(filled)) }),
                Cell::Blank,
                Cell::text(name.as_str()),
                Cell::text(words::SEE_ROWS),
            ])?;
            writing.define(name, sheet.last(ENTRY));
        }
        _ => {
            let check = writing.check(field);
            sheet.body(&[
                Cell::text(number),
                Cell::text(title),
                Cell::text(field.label),
                Cell::Checked(entries::entered(form, id), check),
                Cell::text(field.unit),
                Cell::text(name.as_str()),
                Cell::text(field.hint),
            ])?;
            writing.define(name, sheet.last(ENTRY));
        }
    }
    Ok(())
}
