//! 任务交办单.

use super::document::{Document, Look, Sheet};
use super::grid::Grid;
use crate::desk::Desk;
use crate::text::page;
use crate::text::papers::{self as words, Order};

/// Orders, each on a page of its own.
pub fn document(desk: &Desk, orders: &[Order], mark: Option<&str>) -> Document {
    let mut document = Document::new(desk.today, Sheet::Upright, mark);
    let (width, _) = document.inner();
    for (at, order) in orders.iter().enumerate() {
        document.title(&order.title, at > 0);
        document.paragraph(Look::Plain, &page::named(&order.unit, ""));
        document.paragraph(Look::Body, &order.lead);
        let mut grid =
            Grid::new(width, &[10, 32, 11, 11, 60, 32], &[0, 2, 3, 5], 21).head(&words::ORDER_HEAD);
        for line in &order.lines {
            grid.texts(line.clone());
        }
        document.table(grid);
        document.paragraph(Look::Body, &order.ask);
        document.paragraph_with_next(Look::Body, &order.contact);
        document.paragraph_with_next(Look::End, words::OFFICE);
        document.paragraph(Look::End, &words::day(desk));
    }
    if orders.is_empty() {
        document.paragraph(Look::Body, words::NOTHING_TO_DO);
    }
    document
}
