//! One table as a workbook of its own.

use super::book;
use super::lines::beginning;
use crate::text::sheets as words;
use crate::text::table::Table;
use rust_xlsxwriter::{Workbook, XlsxError};

/// A table as a workbook with one sheet: its title, the head and the rows. Columns of
/// figures hold numbers, all others texts.
///
/// Errors: why there is none, for the user.
pub fn table_book(table: &Table, name: &str) -> Result<Vec<u8>, String> {
    made(table, name).map_err(|_| words::TOO_LARGE.to_owned())
}

fn made(table: &Table, name: &str) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name(name)?;
    sheet.write_string_with_format(0, 0, beginning(&table.title), &book::title())?;
    book::table(sheet, 1, table)?;
    workbook.save_to_buffer()
}
