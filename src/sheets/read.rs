//! The cells of a workbook, as texts.

use super::returned::Sheet;
use crate::text::{page, sheets as words};
use calamine::{DataRef, Reader, Xlsx};
use std::io::Cursor;

/// Rows and columns beyond these are not ours.
const ROWS: u32 = 20_000;
const COLUMNS: u32 = 8;

/// Decimals of a figure; what a spreadsheet computes has more, all noise.
const PLACES: usize = 10;

/// All sheets of a workbook. Errors: it is none, in words for the user.
pub fn sheets(workbook: &[u8]) -> Result<Vec<Sheet>, String> {
    let not_ours = |_| words::NOT_OURS.to_owned();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).map_err(not_ours)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut sheet = Sheet { name: name.clone(), rows: Vec::new() };
        let mut cells = book.worksheet_cells_reader(&name).map_err(not_ours)?;
        while let Some(cell) = cells.next_cell().map_err(not_ours)? {
            let (row, column) = cell.get_position();
            if row < ROWS && column < COLUMNS {
                put(&mut sheet.rows, row as usize, column as usize, text(cell.get_value()));
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn put(rows: &mut Vec<Vec<String>>, row: usize, column: usize, text: String) {
    if text.is_empty() {
        return;
    }
    if rows.len() <= row {
        rows.resize(row + 1, Vec::new());
    }
    if let Some(cells) = rows.get_mut(row) {
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
    }
}

/// A cell as it would be typed.
fn text(cell: &DataRef) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => {
            let text = format!("{number:.PLACES$}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => page::YES.to_owned(),
        DataRef::Bool(false) => page::NO.to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(moment) => moment.chars().take(10).collect(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
