//! A document: its page, its styles, its paragraphs.
//!
//! Measures are those of GB/T 9704-2012: margins, 三号 (16 pt) for the body, 28 pt
//! from line to line, page numbers in 四号 (14 pt) between dashes, at the outer side.

use super::clean;
use super::fonts::{self, Font};
use super::grid::Grid;
use super::packed;
use crate::rulebook::Day;
use crate::text::desk::day_text;
use crate::text::papers as words;
use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Header, LineSpacing, LineSpacingType, PageMargin,
    PageNum, PageOrientationType, Paragraph, Run, SpecialIndentType, Style, StyleType, Table,
};

/// Twentieths of a point to a millimetre, times 1,000.
const MILLIMETRE: u32 = 56_693;
/// The distance of lines in the body: 28 pt.
const LINE: i32 = 560;
/// Sizes, in half points.
const BODY: usize = 32;
const TIGHT: usize = 28;
const SMALL: usize = 21;
const NUMBER: usize = 28;
const HEADLINE: usize = 44;

/// How the sheet lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PageShape {
    Upright,
    Wide,
}

/// A document that is being written.
pub struct WordDocument {
    sheet: PageShape,
    docx: Docx,
    parts: Vec<Part>,
}

enum Part {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// How a paragraph looks.
#[derive(Clone, Copy)]
pub enum TextLook {
    /// The body: its first line begins two characters in.
    Body,
    /// The body without an indent: a salutation.
    Plain,
    /// The body where all must stand on one page.
    Tight,
    /// Below a table, or beside a title.
    Small,
    /// The end of a letter: who, and when.
    End,
}

impl PageShape {
    /// Width and height, in twentieths of a point.
    fn size(self) -> (u32, u32) {
        match self {
            PageShape::Upright => (11_906, 16_838),
            PageShape::Wide => (16_838, 11_906),
        }
    }

    /// The margins: above, right, below, left.
    fn margins(self) -> [u32; 4] {
        let millimetres = match self {
            PageShape::Upright => [37, 26, 35, 28],
            PageShape::Wide => [22, 18, 20, 18],
        };
        millimetres.map(|one| one * MILLIMETRE / 1_000)
    }

    /// Width and height of what is written on, in twentieths of a point.
    pub fn inner(self) -> (u32, u32) {
        let ((width, height), [above, right, below, left]) = (self.size(), self.margins());
        (width - left - right, height - above - below)
    }
}

impl WordDocument {
    /// A blank document of a day. `mark` stands on every page.
    pub fn new(today: Day, sheet: PageShape, mark: Option<&str>) -> WordDocument {
        let (width, height) = sheet.size();
        let [above, right, below, left] = sheet.margins().map(|one| one as i32);
        let (header, footer) = match sheet {
            PageShape::Upright => (1_100, 1_500),
            PageShape::Wide => (600, 560),
        };
        let made = format!("{}T00:00:00Z", day_text(today));
        let mut docx = Docx::new()
            .page_size(width, height)
            .page_margin(PageMargin {
                top: above,
                right,
                bottom: below,
                left,
                header,
                footer,
                gutter: 0,
            })
            .default_fonts(fonts::FANGSONG.fonts())
            .default_size(BODY)
            .created_at(&made)
            .updated_at(&made)
            .footer(Footer::new().add_paragraph(page_number(true)))
            .even_footer(Footer::new().add_paragraph(page_number(false)));
        if sheet == PageShape::Wide {
            docx = docx.page_orient(PageOrientationType::Landscape);
        }
        if let Some(mark) = mark {
            let header = || Header::new().add_paragraph(with_text(styled(MARK), mark));
            docx = docx.header(header()).even_header(header());
        }
        for style in styles() {
            docx = docx.add_style(style);
        }
        WordDocument { sheet, docx, parts: Vec::new() }
    }

    /// Width and height of what is written on, in twentieths of a point.
    pub fn inner(&self) -> (u32, u32) {
        self.sheet.inner()
    }

    /// The title, on a new page if asked.
    pub fn title(&mut self, text: &str, on_new_page: bool) {
        self.add(with_text(styled("Title").page_break_before(on_new_page), text));
    }

    /// A heading of a level up to 3, which Word lists in its outline; the third is for
    /// what must stand on one page.
    pub fn heading(&mut self, level: usize, text: &str) {
        let style = match level {
            1 => "Heading1",
            2 => "Heading2",
            _ => "Heading3",
        };
        self.add(with_text(styled(style).keep_next(true), text));
    }

    /// A heading of the first level on a new page.
    pub fn appendix(&mut self, text: &str) {
        self.add(with_text(styled("Heading1").page_break_before(true).keep_next(true), text));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, look: TextLook, text: &str) {
        self.add(with_text(styled(look.style()), text));
    }

    /// A paragraph that stays on the page of the next one.
    pub fn paragraph_with_next(&mut self, look: TextLook, text: &str) {
        self.add(with_text(styled(look.style()).keep_next(true), text));
    }

    /// A name that stands out, and what belongs to it, in the small size.
    pub fn item(&mut self, name: &str, lines: &[String]) {
        self.add(with_text(styled(ITEM).keep_next(true), name));
        for line in lines {
            self.paragraph(TextLook::Small, line);
        }
    }

    /// A table.
    pub fn table(&mut self, grid: Grid) {
        let (_, height) = self.inner();
        self.parts.push(Part::Table(Box::new(grid.table(height as usize))));
    }

    /// The file; none where it cannot be packed.
    pub fn bytes(self) -> Option<Vec<u8>> {
        let docx = self.parts.into_iter().fold(self.docx, |docx, part| match part {
            Part::Paragraph(one) => docx.add_paragraph(*one),
            Part::Table(one) => docx.add_table(*one),
        });
        packed::document(docx)
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.parts.push(Part::Paragraph(Box::new(paragraph)));
    }
}

impl TextLook {
    fn style(self) -> &'static str {
        match self {
            TextLook::Body => "BodyText",
            TextLook::Plain => "Salutation",
            TextLook::Tight => "Tight",
            TextLook::Small => "Small",
            TextLook::End => "Closing",
        }
    }
}

/// The style of the cells of tables.
pub const CELL: &str = "TableText";
/// The styles of the mark on every page, and of names in the appendix.
const MARK: &str = "Supposed";
const ITEM: &str = "Item";
const FOOTER: &str = "Footer";

fn styled(style: &str) -> Paragraph {
    Paragraph::new().style(style)
}

/// A paragraph with a text whose lines stay lines.
fn with_text(paragraph: Paragraph, text: &str) -> Paragraph {
    let mut run = Run::new();
    for (at, line) in clean::lines(text).into_iter().enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    paragraph.add_run(run)
}

/// — 1 —, a character from the outer edge.
fn page_number(is_right: bool) -> Paragraph {
    let [before, behind] = words::PAGE_NUMBER;
    let edge = Some(NUMBER as i32 * 10);
    let paragraph = match is_right {
        true => styled(FOOTER).align(AlignmentType::Right).indent(None, None, edge, None),
        false => styled(FOOTER).align(AlignmentType::Left).indent(edge, None, None, None),
    };
    paragraph
        .add_run(Run::new().add_text(before))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(behind))
}

fn spaced(line: i32) -> LineSpacing {
    LineSpacing::new().line(line).line_rule(LineSpacingType::Exact)
}

/// All styles of the papers.
fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str, font: Font, size: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .fonts(font.fonts())
            .size(size)
            .based_on("Normal")
    };
    let two = |size: usize| Some(SpecialIndentType::FirstLine(size as i32 * 20));
    let body = |id: &str, name: &str, font: Font| {
        let style = style(id, name, font, BODY).line_spacing(spaced(LINE));
        style.indent(None, two(BODY), None, None)
    };
    vec![
        style("Title", "Title", fonts::TITLE, HEADLINE)
            .align(AlignmentType::Center)
            .line_spacing(spaced(700).after(240)),
        body("Heading1", "heading 1", fonts::BLACK).outline_lvl(0).next("BodyText"),
        body("Heading2", "heading 2", fonts::KAI).outline_lvl(1).next("BodyText"),
        style("Heading3", "heading 3", fonts::BLACK, TIGHT)
            .line_spacing(spaced(440).before(120).after(60))
            .indent(None, two(TIGHT), None, None)
            .outline_lvl(2)
            .next("BodyText"),
        body("BodyText", "Body Text", fonts::FANGSONG).align(AlignmentType::Both),
        style("Salutation", "Salutation", fonts::FANGSONG, BODY).line_spacing(spaced(LINE)),
        style("Closing", "Closing", fonts::FANGSONG, BODY)
            .line_spacing(spaced(LINE))
            .align(AlignmentType::Right)
            .indent(None, None, Some(BODY as i32 * 20), None),
        style("Tight", "Body Text 2", fonts::FANGSONG, TIGHT)
            .line_spacing(spaced(440))
            .align(AlignmentType::Both)
            .indent(None, two(TIGHT), None, None),
        style("Small", "Table Note", fonts::FANGSONG, SMALL)
            .line_spacing(spaced(360))
            .align(AlignmentType::Both)
            .indent(None, two(SMALL), None, None),
        style(ITEM, "Item", fonts::BLACK, SMALL).line_spacing(spaced(380).before(80)).indent(
            None,
            two(SMALL),
            None,
            None,
        ),
        style(CELL, "Table Text", fonts::FANGSONG, SMALL)
            .line_spacing(LineSpacing::new().line(240).line_rule(LineSpacingType::Auto)),
        style(MARK, "Supposed", fonts::BLACK, 24).align(AlignmentType::Center),
        style(FOOTER, "footer", fonts::SONG, NUMBER),
    ]
}
