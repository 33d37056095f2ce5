//! 佐证材料目录.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::{Cell, Grid};
use crate::desk::Desk;
use crate::text::papers as words;

/// The catalogue, on A4 across.
pub fn document(desk: &Desk, mark: Option<&str>) -> WordDocument {
    let catalogue = words::catalogue(desk);
    let mut document = WordDocument::new(desk.today, PageShape::Wide, mark);
    document.title(&catalogue.title, false);
    document.paragraph(TextLook::Small, &catalogue.summary);
    let (width, _) = document.inner();
    if catalogue.proofs.is_empty() {
        document.paragraph(TextLook::Small, words::NO_ROWS);
    } else {
        let shares = [36, 14, 60, 32, 20, 11, 11, 30, 15, 19];
        let mut grid = Grid::new(width, &shares, &[1, 4, 5, 6, 8, 9], 20).head(&catalogue.head);
        let mut of = None;
        for proof in &catalogue.proofs {
            let is_first = of != Some(&proof.of);
            of = Some(&proof.of);
            let name = if is_first { proof.of.clone() } else { String::new() };
            let mut row = vec![Cell::merged(name, is_first), proof.number.clone().into()];
            row.extend(proof.cells.iter().cloned().map(Cell::from));
            grid.row(row);
        }
        document.table(grid);
    }
    if let Some((heading, list)) = &catalogue.unproved {
        document.item(heading, std::slice::from_ref(list));
    }
    document
}
