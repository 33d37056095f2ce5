//! Tables: columns of fixed width, a head that is repeated on each page, rows that
//! stay whole.

use super::document::CELL;
use super::{clean, fonts, packed};
use docx_rs::{
    AlignmentType, HeightRule, Paragraph, Run, Shading, ShdType, Table, TableAlignmentType,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType, WidthType,
};

/// Between a cell's line and its text, in twentieths of a point.
const MARGIN: usize = 60;
/// The ground of heads and sums.
const GROUND: &str = "F2F2F2";

/// A table that is being written.
pub struct Grid {
    /// The widths of the columns, in twentieths of a point.
    widths: Vec<usize>,
    /// The columns whose texts stand in the middle.
    centred: Vec<usize>,
    /// The size of the text, in half points.
    size: usize,
    rows: Vec<Row>,
}

struct Row {
    cells: Vec<Cell>,
    kind: Kind,
    /// At least this tall, in twentieths of a point.
    height: u32,
    /// Whether it is kept on one page with the next row.
    is_kept: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Plain,
    /// A sum, or the name of what follows.
    Band,
}

/// A cell of a row.
pub struct Cell {
    text: String,
    /// How many columns it takes.
    span: usize,
    merge: Merge,
    /// Whether its lines stand at the right and at the foot: a place to sign.
    is_signed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    Alone,
    /// The first of several cells that are merged vertically.
    First,
    Next,
}

impl Cell {
    /// A cell that takes several columns.
    pub fn wide(text: impl Into<String>, span: usize) -> Cell {
        Cell { span, ..Cell::from(text) }
    }

    /// A cell of several columns that is signed and sealed.
    pub fn signed(text: impl Into<String>, span: usize) -> Cell {
        Cell { span, is_signed: true, ..Cell::from(text) }
    }

    /// A cell that is merged with the cells beneath it that continue it.
    pub fn merged(text: impl Into<String>, is_first: bool) -> Cell {
        let merge = if is_first { Merge::First } else { Merge::Next };
        Cell { merge, ..Cell::from(text) }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell { text: text.into(), span: 1, merge: Merge::Alone, is_signed: false }
    }
}

impl Grid {
    /// A table without rows. `shares` are the widths of the columns in relation to
    /// each other; `width` is what they fill, in twentieths of a point; `size` is
    /// the text's, in half points.
    pub fn new(width: u32, shares: &[u32], centred: &[usize], size: usize) -> Grid {
        let all = shares.iter().sum::<u32>().max(1);
        let widths = shares.iter().map(|share| (width * share / all) as usize).collect();
        Grid { widths, centred: centred.to_vec(), size, rows: Vec::new() }
    }

    /// The row that is repeated on each page.
    pub fn head(mut self, names: &[&str]) -> Grid {
        let cells = names.iter().map(|name| Cell::from(*name)).collect();
        self.rows.push(Row { cells, kind: Kind::Head, height: 0, is_kept: false });
        self
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: Kind::Plain, height: 0, is_kept: false });
    }

    /// Adds a row of at least a height, in twentieths of a point.
    pub fn tall(&mut self, height: u32, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: Kind::Plain, height, is_kept: false });
    }

    /// Adds such a row that stands on the page of the next one.
    pub fn kept(&mut self, height: u32, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: Kind::Plain, height, is_kept: true });
    }

    /// Adds a row of texts.
    pub fn texts(&mut self, texts: impl IntoIterator<Item = String>) {
        self.row(texts.into_iter().map(Cell::from).collect());
    }

    /// Adds a sum, or the name of the rows that follow.
    pub fn band(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: Kind::Band, height: 0, is_kept: false });
    }

    /// The table. Rows stay whole on a page of this height, in twentieths of a
    /// point, unless they are longer than the page.
    pub fn table(self, height: usize) -> Table {
        let rows = self.rows.iter().map(|row| self.built(row, height)).collect();
        let margins = TableCellMargins::new().margin(MARGIN / 2, MARGIN, MARGIN / 2, MARGIN);
        Table::new(rows)
            .set_grid(self.widths.clone())
            .layout(TableLayoutType::Fixed)
            .width(self.widths.iter().sum(), WidthType::Dxa)
            .align(TableAlignmentType::Center)
            .margins(margins)
    }

    fn built(&self, row: &Row, height: usize) -> TableRow {
        let mut at = 0;
        let mut tallest = 0;
        let mut cells = Vec::new();
        for cell in &row.cells {
            let width: usize = self.widths.iter().skip(at).take(cell.span).sum();
            let lines = clean::lines(&cell.text);
            tallest = tallest.max(self.height(&lines, width));
            cells.push(self.cell(cell, row, at, width, lines));
            at += cell.span;
        }
        let mut built = TableRow::new(cells);
        if row.height > 0 {
            built = built.row_height(row.height as f32).height_rule(HeightRule::AtLeast);
        }
        match row.kind {
            Kind::Head => {
                built.cant_split().row_height(packed::HEAD_HEIGHT).height_rule(HeightRule::Auto)
            }
            // Word breaks such a row, other programs cut it off.
            _ if tallest * 10 > height * 8 => built,
            _ => built.cant_split(),
        }
    }

    fn cell(
        &self,
        cell: &Cell,
        row: &Row,
        at: usize,
        width: usize,
        lines: Vec<String>,
    ) -> TableCell {
        let kind = row.kind;
        let is_centred = kind == Kind::Head || self.centred.contains(&at) && cell.span == 1;
        let mut built = TableCell::new().width(width, WidthType::Dxa);
        if cell.span > 1 {
            built = built.grid_span(cell.span);
        }
        if kind != Kind::Plain && cell.merge == Merge::Alone {
            built =
                built.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(GROUND));
        }
        built = match cell.merge {
            Merge::Alone if cell.is_signed => built.vertical_align(VAlignType::Bottom),
            Merge::Alone => built.vertical_align(VAlignType::Center),
            // At the top, so that the text is seen where the cell goes on for pages.
            Merge::First => built.vertical_merge(VMergeType::Restart),
            Merge::Next => built.vertical_merge(VMergeType::Continue),
        };
        for line in lines {
            let mut run = Run::new().add_text(line).size(self.size);
            if kind != Kind::Plain && cell.merge == Merge::Alone {
                run = run.fonts(fonts::BLACK.fonts());
            }
            let mut paragraph = Paragraph::new().style(CELL).add_run(run);
            if row.is_kept {
                paragraph = paragraph.keep_next(true);
            }
            if is_centred {
                paragraph = paragraph.align(AlignmentType::Center);
            } else if cell.is_signed {
                let edge = Some(self.size as i32 * 20);
                paragraph = paragraph.align(AlignmentType::Right).indent(None, None, edge, None);
            }
            built = built.add_paragraph(paragraph);
        }
        built
    }

    /// About how tall a text is in a cell of a width, in twentieths of a point.
    fn height(&self, lines: &[String], width: usize) -> usize {
        // A Chinese character is as wide as it is tall, a letter half of it.
        let full = self.size * 10;
        let room = width.saturating_sub(2 * MARGIN).max(full);
        let length = |line: &String| -> usize {
            line.chars().map(|c| if c.is_ascii() { full / 2 } else { full }).sum()
        };
        let rows: usize = lines.iter().map(|line| length(line).div_ceil(room).max(1)).sum();
        rows * full * 13 / 10
    }
}
