//! 一页纸汇报.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::{Cell, Grid};
use crate::desk::Desk;
use crate::text::papers::{BRIEF_HEAD, Brief, LARGEST_HEAD, brief};

/// The whole on one page.
pub fn document(desk: &Desk, mark: Option<&str>) -> WordDocument {
    let brief = brief(desk);
    let mut document = WordDocument::new(desk.today, PageShape::Upright, mark);
    document.title(&brief.title, false);
    document.heading(3, Brief::WHOLE);
    document.paragraph(TextLook::Tight, &brief.whole);
    let (width, _) = document.inner();
    let mut grid = Grid::new(width, &[30, 12, 15, 12, 12], &[1, 2, 3, 4], 21).head(&BRIEF_HEAD);
    for row in brief.dimensions {
        grid.texts(row);
    }
    grid.band(brief.sum.map(Cell::from).into());
    document.table(grid);
    document.heading(3, Brief::GAPS);
    let shares = [8, 32, 9, 9, 26, 20];
    let mut grid = Grid::new(width, &shares, &[0, 2, 3, 5], 21).head(&LARGEST_HEAD);
    for gap in brief.gaps {
        grid.texts(gap);
    }
    document.table(grid);
    document.heading(3, Brief::ASKS);
    for line in &brief.asks {
        document.paragraph(TextLook::Tight, line);
    }
    document
}
