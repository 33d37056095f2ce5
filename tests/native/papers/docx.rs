//! A `.docx` file, read for what it says: paragraphs with their styles, tables with
//! their rows.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};

/// The parts of a package by their names.
pub struct Package(pub BTreeMap<String, String>);

/// What stands in a document, in its order.
#[derive(Debug, Default)]
pub struct Docx {
    pub paragraphs: Vec<Paragraph>,
    pub tables: Vec<Vec<Row>>,
}

/// A paragraph outside tables.
#[derive(Debug, Default)]
pub struct Paragraph {
    pub style: String,
    pub text: String,
}

/// A row of a table.
#[derive(Debug, Default)]
pub struct Row {
    /// Whether it is repeated on each page.
    pub is_head: bool,
    /// Whether it stays on one page.
    pub is_whole: bool,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Default, PartialEq)]
pub struct Cell {
    /// Its paragraphs, a line each.
    pub text: String,
    pub span: usize,
    /// `restart`, `continue` or nothing.
    pub merge: String,
}

impl Package {
    #[track_caller]
    pub fn open(bytes: &[u8]) -> Package {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut parts = BTreeMap::new();
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            parts.insert(part.name().expect("a name").into_owned(), text);
        }
        Package(parts)
    }

    #[track_caller]
    pub fn part(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("no {name}"))
    }

    /// What is wrong with the XML of any part: tags that do not match, characters
    /// that XML 1.0 forbids.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (name, text) in &self.0 {
            let is_bad = |c: &char| match c {
                '\t' | '\n' | '\r' => false,
                '\u{FFFE}' | '\u{FFFF}' => true,
                c => c.is_control(),
            };
            faults.extend(text.chars().find(is_bad).map(|c| format!("{name}: holds {c:?}")));
            let mut reader = Reader::from_str(text);
            let mut depth = 0;
            loop {
                match reader.read_event() {
                    Ok(Event::Start(_)) => depth += 1,
                    Ok(Event::End(_)) => depth -= 1,
                    Ok(Event::GeneralRef(name)) => {
                        let known = ["amp", "lt", "gt", "quot", "apos"].contains(&&*name);
                        if !known && !name.starts_with('#') {
                            faults.push(format!("unknown &{};", &*name));
                        }
                    }
                    Ok(Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => {
                        faults.push(format!("{name}: {error}"));
                        break;
                    }
                }
            }
            if depth != 0 {
                faults.push(format!("{name}: {depth} tags are open at its end"));
            }
        }
        faults
    }
}

impl Docx {
    /// Reads the document of a package.
    #[track_caller]
    pub fn open(bytes: &[u8]) -> Docx {
        Docx::read(Package::open(bytes).part("word/document.xml"))
    }

    #[track_caller]
    pub fn read(xml: &str) -> Docx {
        let mut docx = Docx::default();
        let mut reader = Reader::from_str(xml);
        let mut in_table = false;
        let (mut style, mut text, mut in_text) = (String::new(), String::new(), false);
        loop {
            match reader.read_event().expect("XML") {
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "w:br" => {
                    text.push(if value(&tag, "w:type") == "page" { '\u{c}' } else { '\n' });
                }
                Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                    "w:tbl" => {
                        in_table = true;
                        docx.tables.push(Vec::new());
                    }
                    "w:tr" => docx.rows().push(Row::default()),
                    "w:tblHeader" => docx.row().is_head = true,
                    "w:cantSplit" => docx.row().is_whole = true,
                    "w:tc" => docx.row().cells.push(Cell { span: 1, ..Cell::default() }),
                    "w:gridSpan" => {
                        docx.cell().span = value(&tag, "w:val").parse().expect("a number");
                    }
                    "w:vMerge" => docx.cell().merge = value(&tag, "w:val"),
                    "w:p" => (style, text) = Default::default(),
                    "w:pStyle" => style = value(&tag, "w:val"),
                    "w:t" => in_text = true,
                    _ => {}
                },
                Event::Text(part) if in_text => {
                    text.push_str(&part);
                }
                Event::GeneralRef(name) if in_text => {
                    let name = format!("&{};", &*name);
                    text.push_str(&escape::unescape(&name).expect("a character"));
                }
                Event::End(tag) => match tag.name().as_ref() {
                    "w:tbl" => in_table = false,
                    "w:t" => in_text = false,
                    "w:p" if in_table => {
                        let cell = docx.cell();
                        if !cell.text.is_empty() {
                            cell.text.push('\n');
                        }
                        cell.text.push_str(&text);
                    }
                    "w:p" => docx.paragraphs.push(Paragraph {
                        style: std::mem::take(&mut style),
                        text: std::mem::take(&mut text),
                    }),
                    _ => {}
                },
                Event::Eof => return docx,
                _ => {}
            }
        }
    }

    /// The texts of a style's paragraphs.
    pub fn styled(&self, style: &str) -> Vec<&str> {
        let of = self.paragraphs.iter().filter(|one| one.style == style);
        of.map(|one| one.text.as_str()).collect()
    }

    /// All that the document says, a line a paragraph or cell.
    pub fn text(&self) -> String {
        let cells = self.tables.iter().flatten().flat_map(|row| &row.cells);
        let cells = cells.map(|cell| cell.text.as_str());
        let texts = self.paragraphs.iter().map(|one| one.text.as_str());
        texts.chain(cells).collect::<Vec<_>>().join("\n")
    }

    fn rows(&mut self) -> &mut Vec<Row> {
        self.tables.last_mut().expect("a table")
    }

    fn row(&mut self) -> &mut Row {
        self.rows().last_mut().expect("a row")
    }

    fn cell(&mut self) -> &mut Cell {
        self.row().cells.last_mut().expect("a cell")
    }
}

/// An attribute's value.
fn value(tag: &BytesStart, name: &str) -> String {
    let attribute = tag.try_get_attribute(name).expect("attributes");
    let value = attribute.map(|one| one.value.into_owned());
    value.unwrap_or_default()
}
