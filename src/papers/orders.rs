//! 任务交办单.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::Grid;
use crate::desk::Desk;
use crate::text::page;
use crate::text::papers::{self as words, UnitOrder};

/// Orders, each on a page of its own.
pub fn document(desk: &Desk, orders: &[UnitOrder], mark: Option<&str>) -> WordDocument {
    let mut document = WordDocument::new(desk.today, PageShape::Upright, mark);
    let (width, _) = document.inner();
    for (at, order) in orders.iter().enumerate() {
        document.title(&order.title, at > 0);
        document.paragraph(TextLook::Plain, &page::named(&order.unit, ""));
        document.paragraph(TextLook::Body, &order.lead);
        let mut grid =
            Grid::new(width, &[10, 32, 11, 11, 60, 32], &[0, 2, 3, 5], 21).head(&words::ORDER_HEAD);
        for line in &order.lines {
            grid.texts(line.clone());
        }
        document.table(grid);
        document.paragraph(TextLook::Body, &order.ask);
        document.paragraph_with_next(TextLook::Body, &order.contact);
        document.paragraph_with_next(TextLook::End, words::OFFICE);
        document.paragraph(TextLook::End, &words::day(desk));
    }
    if orders.is_empty() {
        document.paragraph(TextLook::Body, words::NOTHING_TO_DO);
    }
    document
}
