//! 排名情况: where the county stands among others.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::{Cell, Grid};
use crate::rulebook::Day;
use crate::text::league_report::{Block, Report};

/// The report as the bytes of a `.docx` file; none if it could not be packed.
pub fn league(report: &Report, today: Day) -> Option<Vec<u8>> {
    let mut document = WordDocument::new(today, PageShape::Upright, None);
    document.title(&report.title, false);
    document.paragraph(TextLook::Small, &report.about);
    for block in &report.blocks {
        match block {
            Block::Heading(text) => document.heading(1, text),
            Block::Text(text) => document.paragraph(TextLook::Body, text),
            Block::Note(text) => document.paragraph(TextLook::Small, text),
            Block::Table(columns, table) => {
                document.paragraph_with_next(TextLook::Small, &table.title);
                let (width, _) = document.inner();
                let head: Vec<&str> = table.head.iter().map(String::as_str).collect();
                let (widths, figures) = (columns.widths(), columns.figures());
                let mut grid = Grid::new(width, widths, figures, 21).head(&head);
                for (at, row) in table.rows.iter().enumerate() {
                    match table.bands.contains(&at) {
                        true => grid.band(row.iter().cloned().map(Cell::from).collect()),
                        false => grid.texts(row.iter().cloned()),
                    }
                }
                document.table(grid);
            }
        }
    }
    document.bytes()
}
