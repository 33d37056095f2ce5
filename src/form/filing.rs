//! The files behind the evidence (佐证归档): copies, pages, and of each file its name,
//! size and SHA-256. What is in the files is never kept.
//!
//! The record is stored in the form file under the key `files`. The form reader keeps that
//! key as raw text, so a form opens even where the record cannot be read. Links, slices and
//! comparisons leave it out.
//!
//! Rows of evidence have no id. A record is stored under the number of its row, with the
//! row's title as a check. A row that was moved is found by its title. Where no row has the
//! title any more, the row of that number keeps the record, and [`Filed::was`] says the old
//! title. Records of rows that are gone are kept in [`Filing::lost`].

use super::json::Node;
use super::model::Form;
use super::parse::object;
use crate::rulebook::IndicatorId;

/// The key in the form's file.
const KEY: &str = "files";
/// Characters of a fingerprint.
const FINGERPRINT: usize = 64;

/// What is on file of one proof.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filed {
    /// How many copies are handed in.
    pub copies: Option<u32>,
    /// How many pages one copy has.
    pub pages: Option<u32>,
    /// The files, in the order in which they were added.
    pub files: Vec<FileMark>,
    /// The title that the row had when this was filed, where it has another now.
    pub was: Option<String>,
}

/// What identifies a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileMark {
    /// The file's own name, without its folder.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of what is in it, 64 digits of base 16.
    pub sha256: String,
}

/// All that is on file, by indicator and the position of the row of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filing {
    rows: Vec<(IndicatorId, usize, Filed)>,
    /// Records of rows that are gone, with their titles.
    pub lost: Vec<(IndicatorId, String, Filed)>,
}

impl Filed {
    /// Whether nothing is on file.
    pub fn is_empty(&self) -> bool {
        *self == Filed::default()
    }

    /// Adds a file. It replaces one of the same name or content.
    pub fn add(&mut self, file: FileMark) {
        self.files.retain(|one| one.name != file.name && one.sha256 != file.sha256);
        self.files.push(file);
    }
}

impl FileMark {
    /// The first digits of the fingerprint, by which people compare.
    pub fn short(&self) -> &str {
        self.sha256.get(..8).unwrap_or(&self.sha256)
    }
}

impl Filing {
    /// What is on file of a row of evidence.
    pub fn get(&self, id: IndicatorId, row: usize) -> Option<&Filed> {
        self.iter().find(|(of, at, _)| (*of, *at) == (id, row)).map(|(.., filed)| filed)
    }

    /// Sets what is on file of a row; an empty record removes it.
    pub fn set(&mut self, id: IndicatorId, row: usize, filed: Filed) {
        self.put(id, row, Filed { was: None, ..filed });
    }

    fn put(&mut self, id: IndicatorId, row: usize, filed: Filed) {
        self.rows.retain(|(of, at, _)| (*of, *at) != (id, row));
        if !filed.is_empty() {
            self.rows.push((id, row, filed));
            self.rows.sort_by_key(|(of, at, _)| (*of, *at));
        }
    }

    /// All of it in the order of the rulebook.
    pub fn iter(&self) -> impl Iterator<Item = (IndicatorId, usize, &Filed)> {
        self.rows.iter().map(|(id, row, filed)| (*id, *row, filed))
    }

    /// Every file with the row that it is filed under.
    pub fn files(&self) -> impl Iterator<Item = (IndicatorId, usize, &FileMark)> {
        self.iter().flat_map(|(id, row, filed)| filed.files.iter().map(move |one| (id, row, one)))
    }
}

impl Form {
    /// What is on file. None where the stored value cannot be read as such a record: a
    /// later version may have written it.
    pub fn filing(&self) -> Option<Filing> {
        match self.extra.iter().find(|(key, _)| key == KEY) {
            Some((_, raw)) => read(self, raw),
            None => Some(Filing::default()),
        }
    }

    /// Replaces the stored record. Does nothing where that could not be read.
    pub fn set_filing(&mut self, filing: &Filing) {
        if self.filing().is_none() {
            return;
        }
        self.extra.retain(|(key, _)| key != KEY);
        if !filing.rows.is_empty() || !filing.lost.is_empty() {
            self.extra.push((KEY.to_owned(), write(self, filing).compact()));
        }
    }
}

/// The title of a row of evidence.
fn title(form: &Form, id: IndicatorId, row: usize) -> Option<&str> {
    form.evidence.get(&id)?.get(row).map(|row| row.title.as_str())
}

fn read(form: &Form, raw: &str) -> Option<Filing> {
    let mut filing = Filing::default();
    for (indicator, node) in object(raw)? {
        let id = form.edition.indicator(&indicator)?;
        let Node::Object(records) = node else { return None };
        let mut moved = Vec::new();
        for (number, node) in records {
            let row = number.parse::<usize>().ok()?.checked_sub(1)?;
            let (witness, filed) = record(&node)?;
            if title(form, id, row) == Some(witness.as_str()) {
                filing.set(id, row, filed);
            } else {
                moved.push((row, witness, filed));
            }
        }
        let count = form.evidence.get(&id).map_or(0, Vec::len);
        let mut renamed = Vec::new();
        for (row, witness, filed) in moved {
            let is_free = |row: &usize| {
                title(form, id, *row) == Some(&witness) && filing.get(id, *row).is_none()
            };
            match (0..count).find(is_free) {
                Some(row) => filing.set(id, row, filed),
                None => renamed.push((row, witness, filed)),
            }
        }
        for (row, witness, filed) in renamed {
            if row < count && filing.get(id, row).is_none() {
                filing.put(id, row, Filed { was: Some(witness), ..filed });
            } else {
                filing.lost.push((id, witness, filed));
            }
        }
    }
    Some(filing)
}

/// The title of a row, and its record.
fn record(node: &Node) -> Option<(String, Filed)> {
    let Node::Object(parts) = node else { return None };
    let part = |key: &str| parts.iter().find(|(name, _)| name == key).map(|(_, node)| node);
    let text = |node: Option<&Node>| match node {
        Some(Node::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let count = |key: &str| match part(key) {
        Some(Node::Integer(count)) => u32::try_from(*count).ok().map(Some),
        None => Some(None),
        _ => None,
    };
    let mut filed = Filed { copies: count("copies")?, pages: count("pages")?, ..Filed::default() };
    if let Some(node) = part("files") {
        let Node::List(files) = node else { return None };
        for node in files {
            let Node::Object(parts) = node else { return None };
            let part = |key: &str| parts.iter().find(|(name, _)| name == key).map(|(_, n)| n);
            let sha256 = text(part("sha256"))?;
            let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
            if sha256.len() != FINGERPRINT || !sha256.bytes().all(is_digit) {
                return None;
            }
            let Some(Node::Integer(bytes)) = part("bytes") else { return None };
            filed.files.push(FileMark { name: text(part("name"))?, bytes: *bytes, sha256 });
        }
    }
    Some((text(part("title"))?, filed))
}

fn write(form: &Form, filing: &Filing) -> Node {
    let mut all = Vec::new();
    for id in form.edition.indicator_ids() {
        let mut rows: Vec<(String, Node)> = Vec::new();
        for (of, row, filed) in filing.iter().filter(|(of, ..)| *of == id) {
            if let Some(title) = title(form, of, row) {
                let title = filed.was.as_deref().unwrap_or(title);
                rows.push(((row + 1).to_string(), entry(title, filed)));
            }
        }
        // Records without a row get the numbers after the last row.
        let behind = form.evidence.get(&id).map_or(0, Vec::len) + 1;
        let lost = filing.lost.iter().filter(|(of, ..)| *of == id);
        for (number, (_, title, filed)) in (behind..).zip(lost) {
            rows.push((number.to_string(), entry(title, filed)));
        }
        if !rows.is_empty() {
            all.push((form.edition[id].id.to_owned(), Node::Object(rows)));
        }
    }
    Node::Object(all)
}

fn entry(title: &str, filed: &Filed) -> Node {
    let text = |key: &str, value: &str| (key.to_owned(), Node::Text(value.to_owned()));
    let mut parts = vec![text("title", title)];
    for (key, count) in [("copies", filed.copies), ("pages", filed.pages)] {
        if let Some(count) = count {
            parts.push((key.to_owned(), Node::Integer(count.into())));
        }
    }
    if !filed.files.is_empty() {
        let file = |one: &FileMark| {
            Node::Object(vec![
                text("name", &one.name),
                ("bytes".to_owned(), Node::Integer(one.bytes)),
                text("sha256", &one.sha256),
            ])
        };
        parts.push(("files".to_owned(), Node::List(filed.files.iter().map(file).collect())));
    }
    Node::Object(parts)
}
