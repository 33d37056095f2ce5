//! A form as a workbook.

use super::columns::LOCKED;
use super::height::{height, lines_of};
use super::lines::{CELLS, Line, Look, beginning, fits, lines};
use super::{CARRIED, MARK, Request, all_units, guard, part};
use crate::desk::Desk;
use crate::form::{Form, write};
use crate::rulebook::Day;
use crate::text::report::{cover, dimension_table, reference_table, scenario_table, whole_table};
use crate::text::review;
use crate::text::sheets as words;
use crate::text::table::Table;
use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

/// Characters of the form in a cell of the hidden sheet: a cell holds 32,767, of
/// which some count as two.
const PIECE: usize = 16_000;

/// The workbook of a form: a summary, the table of indicators, and a sheet to be
/// filled in for each unit, or the sheet of one unit alone.
///
/// Errors: why there is none, for the user.
pub fn workbook(form: &Form, request: &Request) -> Result<Vec<u8>, String> {
    let units = match (request.unit, &form.slice) {
        (Some(unit), _) => vec![unit],
        (None, Some(slice)) => vec![slice.unit.as_str()],
        (None, None) => all_units(form),
    };
    let parts: Vec<Form> =
        units.iter().filter_map(|unit| part(form, unit, request.sent, request.parent)).collect();
    if parts.is_empty() {
        return Err(words::NO_UNIT.to_owned());
    }
    let whole = request.unit.is_none();
    // A workbook for one unit carries that unit's slice only. That of a whole form carries
    // no snapshots and no history.
    let carried = match &parts[..] {
        [part] if !whole || form.slice.is_some() => part.clone(),
        _ => Form { units: form.units.public(false), ..form.content() },
    };
    let too_large = || words::TOO_LARGE.to_owned();
    let book = book(form, whole, &parts, &carried, request).map_err(|_| too_large())?;
    // The checks for what comes back: what goes out has to pass them.
    guard::check(&book).map_err(|_| too_large())?;
    Ok(book)
}

fn book(
    form: &Form,
    whole: bool,
    parts: &[Form],
    carried: &Form,
    request: &Request,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut names = [words::SUMMARY, words::TABLE, words::DIFFERENCES].map(str::to_owned).to_vec();
    if whole && let Some(today) = Day::parse(request.today) {
        let card = form.scorecard();
        let desk = Desk::new(form, &form.case, &card, today);
        summary(book.add_worksheet(), &desk)?;
        table(book.add_worksheet().set_name(words::TABLE)?, 0, &whole_table(&desk))?;
        if !form.reviews.is_empty() {
            let differences = review::differences(form, &card);
            table(book.add_worksheet().set_name(words::DIFFERENCES)?, 0, &differences)?;
        }
    }
    let mut choices: Vec<Vec<&'static str>> = Vec::new();
    for part in parts {
        let unit = part.slice.as_ref().map_or("", |slice| slice.unit.as_str());
        let name = sheet_name(part.unit(unit), &names);
        unit_sheet(book.add_worksheet().set_name(&name)?, unit, &lines(part), &mut choices)?;
        names.push(name);
    }
    options(&mut book, &choices)?;
    let sheet = book.add_worksheet();
    sheet.set_name(CARRIED)?.set_very_hidden(true);
    for (row, text) in (0u32..).zip([CARRIED, request.sent, request.parent]) {
        sheet.write_string(row, 0, text)?;
    }
    let text: Vec<char> = write(carried).chars().collect();
    for (row, piece) in (3u32..).zip(text.chunks(PIECE)) {
        sheet.write_string(row, 0, piece.iter().collect::<String>())?;
    }
    book.save_to_buffer()
}

/// The hidden sheet of the words that cells offer, a column for each choice.
pub(super) fn options(book: &mut Workbook, choices: &[Vec<&str>]) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(words::OPTIONS)?.set_hidden(true);
    for (column, choice) in (0u16..).zip(choices) {
        for (row, word) in (0u32..).zip(choice) {
            sheet.write_string(row, column, *word)?;
        }
    }
    Ok(())
}

fn summary(sheet: &mut Worksheet, desk: &Desk) -> Result<(), XlsxError> {
    sheet.set_name(words::SUMMARY)?;
    sheet.set_column_width(0, 28)?.set_column_width(1, 44)?;
    sheet.set_column_width(2, 14)?.set_column_width(3, 14)?;
    let mut row = 0;
    for (name, value) in cover(desk) {
        sheet.write_string_with_format(row, 0, name, &head())?;
        sheet.write_string_with_format(row, 1, &value, &body())?;
        row += 1;
    }
    for table in [dimension_table(desk), scenario_table(desk), reference_table(desk)] {
        row += 1;
        sheet.write_string_with_format(row, 0, &table.title, &title())?;
        row = rows(sheet, row + 1, &table)?;
    }
    paper(sheet, false);
    Ok(())
}

/// Writes a table as a whole sheet, the head in the row `first`. The rows above and
/// the head stay in sight and are repeated on each page.
pub(super) fn table(sheet: &mut Worksheet, first: u32, table: &Table) -> Result<(), XlsxError> {
    let widths: Vec<u16> = table.head.iter().map(|name| words::width(name)).collect();
    for (column, width) in (0u16..).zip(&widths) {
        sheet.set_column_width(column, *width)?;
    }
    let last = rows(sheet, first, table)?.saturating_sub(1);
    for (row, cells) in (first..).zip(std::iter::once(&table.head).chain(&table.rows)) {
        let lines = cells.iter().zip(&widths).map(|(cell, width)| lines_of(cell, (*width).into()));
        sheet.set_row_height(row, height(lines.max().unwrap_or(1)))?;
    }
    sheet.set_freeze_panes(first + 1, 1)?;
    sheet.set_repeat_rows(0, first)?;
    // All columns on one page would print too small to be read.
    let printed = table.head.iter().rposition(|name| words::PRINTED_UP_TO.contains(&name.as_str()));
    if let Some(column) = printed.and_then(|column| u16::try_from(column).ok()) {
        sheet.set_print_area(0, 0, last, column)?;
    }
    paper(sheet, true);
    Ok(())
}

/// Writes a table; returns the row below it. Only columns of figures hold numbers:
/// what users wrote stays text, whatever it looks like.
fn rows(sheet: &mut Worksheet, first: u32, table: &Table) -> Result<u32, XlsxError> {
    let (head, body) = (head(), body());
    for (column, name) in (0u16..).zip(&table.head) {
        sheet.write_string_with_format(first, column, name, &head)?;
    }
    let mut row = first;
    for cells in &table.rows {
        row += 1;
        for ((column, cell), name) in (0u16..).zip(cells).zip(&table.head) {
            let is_figure = words::FIGURES.contains(&name.as_str());
            match figure(cell).filter(|_| is_figure) {
                Some(number) => sheet.write_number_with_format(row, column, number, &body)?,
                None => sheet.write_string_with_format(row, column, beginning(cell), &body)?,
            };
        }
    }
    Ok(row + 1)
}

/// A cell that is a plain figure and nothing else.
fn figure(cell: &str) -> Option<f64> {
    let plain = cell.bytes().all(|b| b.is_ascii_digit() || b == b'.') && cell.len() < 16;
    cell.parse().ok().filter(|_| plain)
}

/// Widths of a unit's columns, A to G, in characters; A is hidden.
const WIDTHS: [u16; CELLS + 1] = [10, 10, 46, 30, 18, 34, 10];

fn unit_sheet(
    sheet: &mut Worksheet,
    unit: &str,
    lines: &[Line],
    choices: &mut Vec<Vec<&'static str>>,
) -> Result<(), XlsxError> {
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_column_hidden(0)?;
    let text = [MARK, unit].concat();
    sheet.write_string(0, 0, &text)?;
    let formats = Formats::new();
    for (row, line) in (0u32..).zip(lines) {
        self::line(sheet, row, line, &formats)?;
        if let Some((cell, words)) = &line.choice {
            let at = choices.iter().position(|known| known == words).unwrap_or_else(|| {
                choices.push(words.clone());
                choices.len() - 1
            });
            let column = *cell as u16 + 1;
            sheet.add_data_validation(row, column, row, column, &list(at, words.len()))?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    paper(sheet, true);
    Ok(())
}

/// The cell formats of a unit's sheet.
struct Formats {
    title: Format,
    hint: Format,
    heading: Format,
    head: Format,
    body: Format,
    input: Format,
    locked: Format,
}

impl Formats {
    fn new() -> Formats {
        Formats {
            title: title(),
            hint: hint(),
            heading: heading(),
            head: head(),
            body: body(),
            input: input(),
            locked: body().set_num_format("@").set_background_color(Color::RGB(0xE4E7EB)),
        }
    }
}

/// Writes a line, as high as its longest cell needs: a cell that wraps is not made
/// higher by every program that opens it.
fn line(sheet: &mut Worksheet, row: u32, line: &Line, formats: &Formats) -> Result<(), XlsxError> {
    let is_whole = line.cells.iter().all(|cell| fits(cell));
    // A text that no cell holds cannot come back: its key says so.
    if !line.key.is_empty() {
        let locked = if is_whole { "" } else { LOCKED };
        sheet.write_string(row, 0, [locked, &line.key].concat())?;
    }
    if matches!(line.look, Look::Title | Look::Hint) {
        let format = if line.look == Look::Title { &formats.title } else { &formats.hint };
        let width = WIDTHS.iter().skip(1).sum::<u16>();
        sheet.merge_range(row, 1, row, CELLS as u16, &beginning(&line.cells[0]), format)?;
        let lines = lines_of(&line.cells[0], width.into());
        // Titles are set larger.
        let lines = if line.look == Look::Title { lines + 1 } else { lines };
        sheet.set_row_height(row, height(lines))?;
        return Ok(());
    }
    let mut lines = 1;
    for ((column, cell), width) in (1u16..).zip(&line.cells).zip(&WIDTHS[1..]) {
        let format = match (line.look, column) {
            (Look::Heading, _) => &formats.heading,
            (Look::Head, _) => &formats.head,
            (Look::Entry, 3) | (Look::Row, _) if is_whole => &formats.input,
            (Look::Entry, 3) | (Look::Row, _) => &formats.locked,
            _ => &formats.body,
        };
        sheet.write_string_with_format(row, column, beginning(cell), format)?;
        if line.look != Look::Heading {
            lines = lines.max(lines_of(cell, (*width).into()));
        }
        if !is_whole && (line.look == Look::Row || column == 3) {
            sheet.add_data_validation(row, column, row, column, &never())?;
        }
    }
    sheet.set_row_height(row, height(lines))?;
    Ok(())
}

/// Takes no entry: the cell shows a part of its text only.
fn never() -> DataValidation {
    let rule = DataValidation::new().allow_custom(Formula::new("FALSE"));
    // Both texts are far below what a message may have.
    let titled = rule.clone().set_error_title(words::LOCKED_TITLE).unwrap_or(rule);
    titled.clone().set_error_message(words::LOCKED).unwrap_or(titled)
}

/// Only the words in a column of the sheet of options.
pub(super) fn list(column: usize, words: usize) -> DataValidation {
    let letters = match column / 26 {
        0 => String::new(),
        first => char::from(b'A' + (first - 1).min(25) as u8).to_string(),
    };
    let letter = char::from(b'A' + (column % 26) as u8);
    let range = format!("{}!${letters}{letter}$1:${letters}{letter}${words}", words::OPTIONS);
    DataValidation::new().allow_list_formula(Formula::new(range))
}

/// A name for a sheet that is not taken: at most 31 characters, without those that are not
/// allowed.
fn sheet_name(unit: &str, taken: &[String]) -> String {
    let plain: String = unit.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(26).collect();
    let plain = if plain.trim().is_empty() { words::TABLE.to_owned() } else { plain };
    let mut name = plain.clone();
    let mut number = 2;
    while taken.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
        name = format!("{plain} {number}");
        number += 1;
    }
    name
}

/// A4, as wide as the paper.
pub(super) fn paper(sheet: &mut Worksheet, landscape: bool) {
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    if landscape {
        sheet.set_landscape();
    }
}

pub(super) fn body() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin)
}

pub(super) fn head() -> Format {
    body().set_bold().set_background_color(Color::RGB(0xE3EEF7))
}

fn heading() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0xDFE4EA))
}

pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

pub(super) fn hint() -> Format {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    wrapped.set_font_color(Color::RGB(0x4A5666))
}

/// A cell to fill in: text, so that nothing typed turns into a day or loses digits.
fn input() -> Format {
    body().set_num_format("@").set_background_color(Color::RGB(0xFDF6DC))
}
