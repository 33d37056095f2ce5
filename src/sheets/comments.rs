//! Comments on cells. No answer is read from them, but the user is told of each.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A comment: the sheet it is on, its row and column from 0, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub sheet: String,
    pub at: (usize, usize),
    pub text: String,
}

/// How many comments of one workbook are told.
const MOST: usize = 1000;

/// All comments of a workbook. What cannot be followed is left out: nothing else
/// is lost with it.
pub fn comments(workbook: &[u8]) -> Vec<Comment> {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(workbook)) else { return Vec::new() };
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let book = part("xl/workbook.xml").unwrap_or_default();
    let links = relations(&part("xl/_rels/workbook.xml.rels").unwrap_or_default());
    let mut all = Vec::new();
    for (sheet, id) in sheets(&book) {
        let Some((_, target, _)) = links.iter().find(|(known, ..)| *known == id) else { continue };
        let target = resolved("xl", target);
        let (folder, name) = target.rsplit_once('/').unwrap_or(("", &target));
        let Some(own) = part(&format!("{folder}/_rels/{name}.rels")) else { continue };
        for (_, target, kind) in relations(&own) {
            if !kind.ends_with("/comments") {
                continue;
            }
            let text = part(&resolved(folder, &target)).unwrap_or_default();
            all.extend(read(&sheet, &text).into_iter().take(MOST.saturating_sub(all.len())));
        }
    }
    all
}

/// The path of a part that another names from its folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name);
    let value = found.and_then(|a| a.normalized_value(XmlVersion::Implicit1_0).ok());
    value.map(|value| value.into_owned()).unwrap_or_default()
}

/// Names of sheets, with the relation that leads to each.
fn sheets(book: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    elements(book, |element| {
        if element.local_name().as_ref() == "sheet" {
            all.push((attribute(element, "name"), attribute(element, "id")));
        }
    });
    all
}

/// Relations of a part: id, target and kind.
fn relations(rels: &str) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    elements(rels, |element| {
        if element.local_name().as_ref() == "Relationship" {
            let value = |name| attribute(element, name);
            all.push((value("Id"), value("Target"), value("Type")));
        }
    });
    all
}

fn elements(xml: &str, mut each: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => each(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn read(sheet: &str, xml: &str) -> Vec<Comment> {
    let mut all: Vec<Comment> = Vec::new();
    let (mut reader, mut in_text) = (Reader::from_str(xml), false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "comment" => {
                    if let Some(at) = place(&attribute(&element, "ref")) {
                        let (sheet, text) = (sheet.to_owned(), String::new());
                        all.push(Comment { sheet, at, text });
                    }
                }
                "t" => in_text = true,
                _ => {}
            },
            Ok(Event::End(element)) if element.local_name().as_ref() == "t" => in_text = false,
            Ok(Event::Text(text)) if in_text => {
                if let Some(last) = all.last_mut() {
                    last.text.push_str(&text.xml10_content());
                }
            }
            Ok(Event::GeneralRef(reference)) if in_text => {
                let character = reference.resolve_char_ref().ok().flatten();
                let named = match &*reference.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                };
                if let Some(last) = all.last_mut() {
                    last.text.extend(character.or(named));
                }
            }
            Ok(Event::Eof) | Err(_) => return all,
            Ok(_) => {}
        }
    }
}

/// Row and column of a cell's name, from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let mut column = 0usize;
    for letter in letters.bytes() {
        let value = usize::from(letter.checked_sub(b'A').filter(|at| *at < 26)?) + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
