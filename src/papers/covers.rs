//! 佐证材料封面: a sheet before the evidence of each indicator.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::Grid;
use crate::desk::Desk;
use crate::text::papers as words;

/// The sheets, each on a page of its own.
pub fn document(desk: &Desk, mark: Option<&str>) -> WordDocument {
    let mut document = WordDocument::new(desk.today, PageShape::Upright, mark);
    let (width, _) = document.inner();
    let covers = words::covers(desk);
    for (at, cover) in covers.iter().enumerate() {
        document.title(&cover.title, at > 0);
        for line in &cover.lines {
            document.paragraph(TextLook::Plain, line);
        }
        let mut grid = Grid::new(width, &[16, 90, 16, 16], &[0, 2, 3], 24).head(&words::COVER_HEAD);
        for row in &cover.rows {
            grid.texts(row.clone());
        }
        document.table(grid);
        document.paragraph(TextLook::Small, &cover.sum);
    }
    if covers.is_empty() {
        document.paragraph(TextLook::Small, words::NO_ROWS);
    }
    document
}
