//! 自评报告.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::Grid;
use super::scores::numbered;
use crate::desk::Desk;
use crate::text::papers::{self as words, Paper};
use crate::text::report;

/// The report in chapters.
pub fn document(desk: &Desk, mark: Option<&str>) -> WordDocument {
    let mut document = WordDocument::new(desk.today, PageShape::Upright, mark);
    let name = words::county(desk);
    document.title(&words::titled(desk, Paper::Report), false);
    document.paragraph(TextLook::Body, &words::opening(desk));
    document.heading(1, words::WHOLE);
    for text in words::whole(desk) {
        document.paragraph(TextLook::Body, &text);
    }
    document.heading(1, words::DIMENSIONS);
    for at in 0..desk.rulebook().dimensions.len() {
        let section = words::dimension_section(desk, at);
        document.heading(2, &section.heading);
        for text in &section.paragraphs {
            document.paragraph(TextLook::Body, text);
        }
        if let Some(lead) = &section.lead {
            document.paragraph_with_next(TextLook::Body, lead);
        }
        for text in &section.below {
            document.paragraph(TextLook::Body, text);
        }
    }
    document.heading(1, words::GAPS);
    let gaps = words::gap_lines(desk);
    if gaps.is_empty() {
        document.paragraph(TextLook::Body, words::NO_GAPS);
    } else {
        document.paragraph_with_next(TextLook::Body, &words::gaps_lead(gaps.len()));
        let (width, _) = document.inner();
        let mut grid =
            Grid::new(width, &[12, 20, 41, 41, 24, 19], &[0, 5], 20).head(&words::GAP_HEAD);
        for gap in gaps {
            grid.texts(gap);
        }
        document.table(grid);
    }
    document.heading(1, words::READINGS);
    for text in words::readings(desk) {
        document.paragraph(TextLook::Body, &text);
    }
    document.paragraph_with_next(TextLook::End, "");
    document.paragraph_with_next(TextLook::End, &name);
    document.paragraph(TextLook::End, &words::day(desk));
    document.appendix(words::EFFICACY);
    document.paragraph(TextLook::Small, words::EFFICACY_HINT);
    for (name, lines) in words::efficacy(desk) {
        document.item(&name, &lines);
    }
    document.appendix(words::READINGS_LIST);
    for line in numbered(&report::assumptions(desk)) {
        document.paragraph(TextLook::Small, &line);
    }
    document
}
