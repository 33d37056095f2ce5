//! The cells of a workbook, as texts: each as it is shown.

use super::comments::comments;
use super::guard;
use super::shown::{shown, shown_day};
use crate::text::{page, sheets as words};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxCellReader, XlsxError};
use std::io::Cursor;

/// A sheet: its name and its cells, by row and column from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// The texts of its cells, as they are shown; rows may differ in length.
    pub rows: Vec<Vec<String>>,
    /// What else is to be told of cells.
    pub remarks: Vec<Remark>,
}

/// Something about a cell that its text does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// What there is to say.
    pub kind: RemarkKind,
}

/// What there is to say about a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// A formula whose result is not in the file.
    NoResult,
    /// A formula that failed, with its error.
    Failed(String),
    /// A number that its format shows as another, or not at all.
    Disguised(String),
    /// A comment.
    Comment(String),
}

impl RemarkKind {
    /// Whether the cell's text must not be read.
    pub fn hides_text(&self) -> bool {
        !matches!(self, RemarkKind::Comment(_))
    }
}

impl Sheet {
    /// The text of a cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// What there is to say about a cell whose text must not be read.
    pub fn hidden_text(&self, row: usize, column: usize) -> Option<&RemarkKind> {
        let here = |one: &&Remark| (one.row, one.column) == (row, column) && one.kind.hides_text();
        self.remarks.iter().find(here).map(|one| &one.kind)
    }

    fn put(&mut self, row: usize, column: usize, text: String) {
        if text.is_empty() {
            return;
        }
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
    }

    fn remark(&mut self, row: usize, column: usize, kind: RemarkKind) {
        self.remarks.push(Remark { row, column, kind });
    }
}

/// Rows and columns beyond these are not read: no sheet of ours has them.
const ROWS: usize = 20_000;
const COLUMNS: usize = 64;

/// All worksheets of a workbook; sheets that hold no cells are passed over.
///
/// Errors: it is none, or more than a page can hold, in words for the user.
pub fn sheets(workbook: &[u8]) -> Result<Vec<Sheet>, String> {
    guard::check(workbook)?;
    let damaged = |_: XlsxError| words::DAMAGED.to_owned();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for one in book.sheets_metadata().to_vec() {
        if one.typ != SheetType::WorkSheet {
            continue;
        }
        let is_hidden = one.visible != SheetVisible::Visible;
        let mut sheet = Sheet { name: one.name.clone(), is_hidden, ..Sheet::default() };
        match book.worksheet_cells_reader(&one.name) {
            Ok(cells) => values(&mut sheet, cells).map_err(damaged)?,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(fault) => return Err(damaged(fault)),
        }
        let cells = book.worksheet_cells_reader(&one.name).map_err(damaged)?;
        formulas(&mut sheet, cells).map_err(damaged)?;
        sheets.push(sheet);
    }
    for comment in comments(workbook) {
        if let Some(sheet) = sheets.iter_mut().find(|sheet| sheet.name == comment.sheet) {
            sheet.remark(comment.at.0, comment.at.1, RemarkKind::Comment(comment.text));
        }
    }
    Ok(sheets)
}

type Cells<'a, 'b> = XlsxCellReader<'a, Cursor<&'b [u8]>>;

fn values(sheet: &mut Sheet, mut cells: Cells) -> Result<(), XlsxError> {
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        let (row, column) = place(cell.get_position());
        if row >= ROWS || column >= COLUMNS {
            continue;
        }
        let format = cells.styles().get(style).map_or("", number_format);
        match text(cell.get_value(), format) {
            Ok(text) => sheet.put(row, column, text),
            Err(kind) => sheet.remark(row, column, kind),
        }
    }
    Ok(())
}

/// Finds formulas whose results the file does not hold.
fn formulas(sheet: &mut Sheet, mut cells: Cells) -> Result<(), XlsxError> {
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        let (row, column) = place(cell.pos);
        if row < ROWS && column < COLUMNS && cell.formula.is_some() && cell.value == DataRef::Empty
        {
            sheet.remark(row, column, RemarkKind::NoResult);
        }
    }
    Ok(())
}

fn place((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}

fn number_format(style: &Style) -> &str {
    style.number_format.as_ref().map_or("", |format| &format.format_code)
}

/// A cell as it would be typed, or why it cannot be.
fn text(cell: &DataRef, format: &str) -> Result<String, RemarkKind> {
    let number =
        |value: f64| shown(value, format).ok_or_else(|| RemarkKind::Disguised(format!("{value}")));
    Ok(match cell {
        DataRef::Int(value) => number(*value as f64)?,
        DataRef::Float(value) => number(*value)?,
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => page::YES.to_owned(),
        DataRef::Bool(false) => page::NO.to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = if moment.is_duration() {
                None
            } else {
                shown_day((year, month.into(), day.into()), format)
            };
            day.ok_or_else(|| RemarkKind::Disguised(moment.as_f64().to_string()))?
        }
        DataRef::DateTimeIso(moment) => moment.chars().take(10).collect(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => return Err(RemarkKind::Failed(error.to_string())),
        DataRef::Empty => String::new(),
    })
}
