//! A sheet that is written from top to bottom, and how its cells look.

use crate::sheets::book::{body, head, hint, paper, title};
use crate::sheets::height::{height, lines_of};
use crate::sheets::lines::beginning;
use crate::text::formulas as words;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, Formula, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};

/// The looks of cells.
pub struct Looks {
    title: Format,
    hint: Format,
    head: Format,
    text: Format,
    figure: Format,
    points: Format,
    entry: Format,
    mark: Format,
    sum: Format,
    sum_points: Format,
    sum_mark: Format,
}

/// Points have two decimals.
const POINTS: &str = "0.00";

impl Looks {
    pub fn new() -> Looks {
        let figure = || body().set_align(FormatAlign::Right);
        let sum = || body().set_bold().set_background_color(Color::RGB(0xDFE4EA));
        Looks {
            title: title(),
            hint: hint(),
            head: head(),
            text: body(),
            figure: figure(),
            points: figure().set_num_format(POINTS),
            // Cells that may be changed although the sheet is protected.
            entry: body().set_background_color(Color::RGB(0xFDF6DC)).set_unlocked(),
            mark: body().set_align(FormatAlign::Center),
            sum: sum(),
            sum_points: sum().set_align(FormatAlign::Right).set_num_format(POINTS),
            sum_mark: sum().set_align(FormatAlign::Center),
        }
    }
}

/// A cell of a row.
pub enum Cell {
    /// An empty cell.
    Blank,
    Text(String),
    /// A number without a fixed number of decimals.
    Figure(Decimal),
    /// Points, shown with two decimals.
    Points(Decimal),
    /// A formula with the result that it had when it was written.
    Formula(Computed),
    /// A formula of points.
    PointsFormula(Computed),
    /// A formula whose result is a word in the middle of its cell.
    Mark(Computed),
    /// A cell that may be changed.
    Entry(Entered),
    /// A cell that may be changed, with what it takes.
    Checked(Entered, Box<DataValidation>),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }
}

/// A formula and its result: a preview that computes nothing shows the result.
pub struct Computed {
    pub formula: String,
    pub result: Entered,
}

/// What stands in a cell.
#[derive(Clone)]
pub enum Entered {
    Nothing,
    Text(String),
    Number(Decimal),
}

impl Entered {
    fn result(&self) -> String {
        match self {
            // A formula never gives nothing.
            Entered::Nothing => words::NOTHING.to_owned(),
            Entered::Text(text) => text.clone(),
            Entered::Number(number) => float(*number).to_string(),
        }
    }
}

/// A number as a cell holds it.
fn float(number: Decimal) -> f64 {
    // The text of a decimal is always a number.
    number.to_string().parse().unwrap_or_default()
}

/// How a row looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RowLook {
    Body,
    Head,
    /// A sum.
    Sum,
}

/// A sheet that is written from top to bottom.
pub struct Page<'b> {
    sheet: &'b mut Worksheet,
    name: String,
    looks: &'b Looks,
    widths: &'static [u16],
    /// The next row, counted from 0.
    row: u32,
}

impl<'b> Page<'b> {
    /// A new sheet with columns of some widths, in characters.
    pub fn new(
        book: &'b mut Workbook,
        name: &str,
        looks: &'b Looks,
        widths: &'static [u16],
    ) -> Result<Page<'b>, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        for (column, width) in (0u16..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(Page { sheet, name: name.to_owned(), looks, widths, row: 0 })
    }

    /// The number of the next row, as formulas have it.
    pub fn next(&self) -> u32 {
        self.row + 1
    }

    /// A cell of the row that was written last, as names are defined.
    pub fn last(&self, column: char) -> String {
        reference(&self.name, column, self.row, self.row)
    }

    /// Cells of a column between two rows, as names are defined.
    pub fn cells(&self, column: char, first: u32, last: u32) -> String {
        reference(&self.name, column, first, last)
    }

    /// A line over all columns.
    fn line(&mut self, text: &str, format: &Format, more: usize) -> Result<(), XlsxError> {
        let last = self.widths.len().saturating_sub(1) as u16;
        self.sheet.merge_range(self.row, 0, self.row, last, &beginning(text), format)?;
        let lines = lines_of(text, self.widths.iter().sum::<u16>().into()) + more;
        self.sheet.set_row_height(self.row, height(lines))?;
        self.row += 1;
        Ok(())
    }

    pub fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        // Titles are set larger.
        self.line(text, &self.looks.title, 1)
    }

    pub fn hint(&mut self, text: &str) -> Result<(), XlsxError> {
        self.line(text, &self.looks.hint, 0)
    }

    /// The names of the columns.
    pub fn head(&mut self, names: &[&str]) -> Result<(), XlsxError> {
        let cells: Vec<Cell> = names.iter().map(|name| Cell::text(*name)).collect();
        self.write(RowLook::Head, &cells)
    }

    /// A row of cells.
    pub fn body(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        self.write(RowLook::Body, cells)
    }

    /// A row of cells that sums others up.
    pub fn sum(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        self.write(RowLook::Sum, cells)
    }

    /// Freezes the rows that are written so far, and repeats the head on each printed page.
    /// `below` is how many rows stand below the head by now.
    pub fn freeze(&mut self, below: u32) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(self.row, 0)?;
        let head = self.row.saturating_sub(below + 1);
        self.sheet.set_repeat_rows(head, head)?;
        Ok(())
    }

    fn write(&mut self, look: RowLook, cells: &[Cell]) -> Result<(), XlsxError> {
        let looks = self.looks;
        let (text_look, figure, points) = match look {
            RowLook::Body => (&looks.text, &looks.figure, &looks.points),
            RowLook::Head => (&looks.head, &looks.head, &looks.head),
            RowLook::Sum => (&looks.sum, &looks.sum, &looks.sum_points),
        };
        let mark = if look == RowLook::Sum { &looks.sum_mark } else { &looks.mark };
        let row = self.row;
        let mut lines = 1;
        for ((column, cell), width) in (0u16..).zip(cells).zip(self.widths) {
            let sheet = &mut *self.sheet;
            match cell {
                Cell::Blank => {
                    sheet.write_blank(row, column, text_look)?;
                }
                Cell::Text(text) => {
                    lines = lines.max(lines_of(text, (*width).into()));
                    sheet.write_string_with_format(row, column, beginning(text), text_look)?;
                }
                Cell::Figure(number) => {
                    sheet.write_number_with_format(row, column, float(*number), figure)?;
                }
                Cell::Points(number) => {
                    sheet.write_number_with_format(row, column, float(*number), points)?;
                }
                Cell::Formula(Computed { formula, result })
                | Cell::PointsFormula(Computed { formula, result })
                | Cell::Mark(Computed { formula, result }) => {
                    let format = match (cell, result) {
                        (Cell::PointsFormula(_), _) => points,
                        (Cell::Mark(_), _) => mark,
                        (_, Entered::Number(_)) => figure,
                        _ => text_look,
                    };
                    if let Entered::Text(text) = result {
                        lines = lines.max(lines_of(text, (*width).into()));
                    }
                    let formula = Formula::new(formula).set_result(result.result());
                    sheet.write_formula_with_format(row, column, formula, format)?;
                }
                Cell::Entry(entered) | Cell::Checked(entered, _) => {
                    let format = &looks.entry;
                    match entered {
                        Entered::Nothing => sheet.write_blank(row, column, format)?,
                        Entered::Number(number) => {
                            sheet.write_number_with_format(row, column, float(*number), format)?
                        }
                        Entered::Text(text) => {
                            lines = lines.max(lines_of(text, (*width).into()));
                            let text = beginning(text);
                            sheet.write_string_with_format(row, column, text, format)?
                        }
                    };
                    if let Cell::Checked(_, rule) = cell {
                        sheet.add_data_validation(row, column, row, column, rule)?;
                    }
                }
            }
        }
        self.sheet.set_row_height(row, height(lines))?;
        self.row += 1;
        Ok(())
    }

    /// Ends the sheet: it prints on A4, and only entries can be changed, until the
    /// protection, which has no password, is taken off.
    pub fn end(self) {
        paper(self.sheet, true);
        let options = ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        };
        self.sheet.protect_with_options(&options);
    }
}

/// Cells of a column of a sheet, as names are defined.
fn reference(sheet: &str, column: char, first: u32, last: u32) -> String {
    let cells = format!("='{sheet}'!${column}${first}");
    if first == last { cells } else { format!("{cells}:${column}${last}") }
}
