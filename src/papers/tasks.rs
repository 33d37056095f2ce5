//! 任务完成情况表.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::{Cell, Grid};
use crate::desk::Desk;
use crate::text::papers as words;

/// The tasks by leading unit, on A4 across.
pub fn document(desk: &Desk, mark: Option<&str>) -> WordDocument {
    let (title, whole, units) = words::unit_tasks(desk);
    let mut document = WordDocument::new(desk.today, PageShape::Wide, mark);
    document.title(&title, false);
    document.paragraph(TextLook::Small, &whole);
    let (width, _) = document.inner();
    let mut grid =
        Grid::new(width, &[12, 36, 78, 18, 46, 42, 32], &[0, 3, 6], 20).head(&words::TASK_HEAD);
    for unit in units {
        grid.band(vec![Cell::wide(unit.name, words::TASK_HEAD.len())]);
        for line in unit.lines {
            grid.texts(line);
        }
    }
    document.table(grid);
    document.paragraph(TextLook::Small, &words::tasks_note(desk));
    document
}
