//! 申请表.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::{Cell, Grid};
use crate::desk::Desk;
use crate::text::papers as words;

/// The columns in relation to each other: labels stand in the first.
const SHARES: [u32; 4] = [30, 23, 25, 25];
/// The heights of the rows that are signed, and of all others, in twentieths of a point.
const SIGNED: u32 = 1_060;
const ROW: u32 = 400;

/// The application, which fits on one page as a rule; promise and signatures stand together always.
pub fn document(desk: &Desk, mark: Option<&str>) -> WordDocument {
    let basics = words::basics(desk);
    let mut document = WordDocument::new(desk.today, PageShape::Upright, mark);
    document.title(&basics.title, false);
    let (width, _) = document.inner();
    let mut grid = Grid::new(width, &SHARES, &[0, 1, 2, 3], 24);
    for (name, value) in basics.facts {
        grid.tall(ROW, vec![name.into(), Cell::wide(value, 3)]);
    }
    grid.band(basics.head.map(Cell::from).into());
    for row in basics.scores {
        grid.tall(ROW, row.map(Cell::from).into());
    }
    grid.row(vec![words::STATE.into(), Cell::wide(basics.state, 3)]);
    grid.kept(2 * ROW, vec![words::PROMISE_HEAD.into(), Cell::wide(words::PROMISE, 3)]);
    grid.tall(SIGNED, vec![words::SIGN_HEAD.into(), Cell::signed(words::LINES.join("\n"), 3)]);
    for name in words::OPINIONS {
        let lines = [words::SEAL, words::DATE].join("\n");
        grid.tall(SIGNED, vec![name.into(), Cell::signed(lines, 3)]);
    }
    document.table(grid);
    document.paragraph(TextLook::Small, words::FORM_HINT);
    document
}
