//! One table as a workbook of its own.

use super::book::{body, figure, head, paper, title};
use super::height::{height, lines_of};
use super::lines::beginning;
use crate::text::plan_book;
use crate::text::sheets as words;
use crate::text::table::Table;
use rust_xlsxwriter::{Workbook, XlsxError};

/// A table as a workbook with one sheet: its title and the head, which are repeated
/// on each page, and the rows. Columns of figures hold numbers, all others texts.
///
/// Errors: why there is none, for the user.
pub fn table_book(table: &Table, name: &str) -> Result<Vec<u8>, String> {
    made(table, name).map_err(|_| words::TOO_LARGE.to_owned())
}

fn made(table: &Table, name: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(name)?;
    let widths: Vec<u16> = table.head.iter().map(|name| width(name)).collect();
    for (column, width) in (0u16..).zip(&widths) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.write_string_with_format(0, 0, beginning(&table.title), &title())?;
    let (head, body) = (head(), body());
    for (row, cells) in (1u32..).zip(std::iter::once(&table.head).chain(&table.rows)) {
        for ((column, cell), name) in (0u16..).zip(cells).zip(&table.head) {
            let number = figure(cell).filter(|_| row > 1 && is_figure(name));
            match number {
                Some(number) => sheet.write_number_with_format(row, column, number, &body)?,
                None => {
                    let format = if row == 1 { &head } else { &body };
                    sheet.write_string_with_format(row, column, beginning(cell), format)?
                }
            };
        }
        let lines = cells.iter().zip(&widths).map(|(cell, width)| lines_of(cell, (*width).into()));
        sheet.set_row_height(row, height(lines.max().unwrap_or(1)))?;
    }
    sheet.set_freeze_panes(2, 2)?;
    sheet.set_repeat_rows(0, 1)?;
    paper(sheet, true);
    book.save_to_buffer()
}

fn is_figure(name: &str) -> bool {
    words::FIGURES.contains(&name) || name == plan_book::GAIN
}

fn width(name: &str) -> u16 {
    match name {
        plan_book::GAIN | plan_book::CANNOT => 8,
        plan_book::FROM | plan_book::TO => 16,
        name => words::width(name),
    }
}
