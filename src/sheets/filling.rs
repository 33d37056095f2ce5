//! One unit's sheet read into its slice: valid entries are taken, and of everything else
//! the user is told, cell by cell.
//!
//! * A line is taken only where its key, its label and its unit agree.
//! * A blank says nothing: what was sent stays.
//! * Every cell with something in it is read, is the sheet's own, or is told.

use super::columns::{Columns, HeadKind, LOCKED, cell_name};
use super::lines::{Line, Look};
use super::lists::{Lists, SheetRow};
use super::read::{RemarkKind, Sheet};
use crate::form::Form;
use crate::rulebook::{FieldId, IndicatorId, MetricId};
use crate::text::cell::{Said, seen};
use crate::text::returned::{Message, Weight};
use crate::text::sheets as words;
use std::collections::{HashMap, HashSet};

/// A slice as a sheet fills it in.
#[derive(Debug)]
pub struct Filled {
    pub part: Form,
    pub messages: Vec<Message>,
    pub partly: Vec<Partly>,
}

/// A set of which a sheet answers some options only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partly {
    pub field: FieldId,
    /// Options said yes and no, a bit each.
    pub yes: u32,
    pub no: u32,
    /// The message that tells it.
    pub message: Message,
}

/// The cells of a line: label, answer, unit, help.
pub(super) const LABEL: usize = 1;
pub(super) const VALUE: usize = 2;
pub(super) const UNIT: usize = 3;
pub(super) const HELP: usize = 4;

/// Fills a slice in from a sheet. `keys` has the key of each row, blank where it
/// has none; `key_column` the column that they stand in.
pub fn fill(
    sent: &Form,
    lines: &[Line],
    sheet: &Sheet,
    keys: &[String],
    key_column: Option<usize>,
) -> Filled {
    let mut filling = Filling::new(sent, lines, sheet);
    filling.walk(keys, key_column);
    filling.finish(key_column)
}

/// A slice that is being filled in.
pub struct Filling<'a> {
    /// As it was sent.
    pub sent: &'a Form,
    pub part: Form,
    pub indicators: Vec<IndicatorId>,
    pub sheet: &'a Sheet,
    pub lists: Lists,
    pub(super) messages: Vec<Message>,
    pub(super) partly: Vec<Partly>,
    pub(super) lines: HashMap<&'a str, Known<'a>>,
    /// The sheet's own texts, by which its lines are told from what was written.
    pub(super) own: HashSet<String>,
    pub(super) headings: HashSet<String>,
    /// Labels that more than one line has.
    pub(super) ambiguous: HashSet<&'a str>,
    pub(super) heads: Vec<(usize, Columns)>,
    pub(super) sets: Vec<SetCells>,
    pub(super) references: Vec<ReferenceCells>,
    /// Cells that were read, are the sheet's own, or were told.
    pub(super) settled: HashSet<(usize, usize)>,
}

/// A line of the sheet as it was sent, and the heading above it.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) line: &'a Line,
    pub(super) heading: &'a str,
}

/// What the cells of a set say.
pub(super) struct SetCells {
    pub(super) field: FieldId,
    pub(super) yes: u32,
    pub(super) no: u32,
    pub(super) open: Vec<String>,
}

/// What the cells of a reference say: row and text, by end.
pub(super) struct ReferenceCells {
    pub(super) metric: MetricId,
    pub(super) cells: [Option<(usize, usize, String)>; 3],
}

impl<'a> Filling<'a> {
    fn new(sent: &'a Form, lines: &'a [Line], sheet: &'a Sheet) -> Filling<'a> {
        let mut known = HashMap::new();
        let (mut own, mut headings) = (HashSet::new(), HashSet::new());
        let (mut labels, mut ambiguous) = (HashSet::new(), HashSet::new());
        let mut heading = "";
        for line in lines {
            match line.look {
                Look::Heading => {
                    heading = &line.cells[0];
                    headings.insert(label(heading));
                }
                Look::Entry if !labels.insert(line.cells[LABEL].as_str()) => {
                    ambiguous.insert(line.cells[LABEL].as_str());
                }
                _ => {}
            }
            let is_own = |at: usize| match line.look {
                Look::Row => false,
                Look::Entry => at != VALUE,
                _ => true,
            };
            let cells = line.cells.iter().enumerate().filter(|(at, _)| is_own(*at));
            own.extend(cells.map(|(_, cell)| label(cell)));
            if !line.key.is_empty() {
                known.insert(line.key.as_str(), Known { line, heading });
            }
        }
        let heads = sheet.rows.iter().enumerate();
        let heads = heads.filter_map(|(row, cells)| Some((row, Columns::of_row(cells)?)));
        let indicators = sent.slice.as_ref().map(|slice| slice.indicators.clone());
        Filling {
            sent,
            part: sent.clone(),
            indicators: indicators.unwrap_or_default(),
            sheet,
            lists: Lists::default(),
            messages: Vec::new(),
            partly: Vec::new(),
            lines: known,
            own,
            headings,
            ambiguous,
            heads: heads.collect(),
            sets: Vec::new(),
            references: Vec::new(),
            settled: HashSet::new(),
        }
    }

    fn walk(&mut self, keys: &[String], key_column: Option<usize>) {
        let mut rows_of: HashMap<&str, Vec<usize>> = HashMap::new();
        for (row, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
            rows_of.entry(key).or_default().push(row);
        }
        let mut heading = String::new();
        let mut list: Option<String> = None;
        for row in 0..self.sheet.rows.len() {
            self.settled.extend(key_column.map(|column| (row, column)));
            let key = keys.get(row).map_or("", String::as_str);
            let is_head = self.heads.iter().any(|(at, _)| *at == row);
            if key.is_empty() {
                if let Some(found) = self.heading_in(row) {
                    heading = found;
                    list = None;
                }
                if is_head || self.has_own_text(row) {
                    list = list.filter(|_| is_head);
                    self.settle_own(row);
                } else if let Some(key) = &list {
                    let key = key.clone();
                    self.row(row, &key, None);
                }
                continue;
            }
            let plain = key.strip_prefix(LOCKED).unwrap_or(key);
            let (kind, name) = plain.split_once(':').unwrap_or((plain, ""));
            let twice = rows_of.get(key).filter(|rows| rows.len() > 1);
            if matches!(kind, "row" | "evidence") {
                let at = name.rsplit(':').next().and_then(|at| at.parse().ok());
                let is_first = twice.is_none_or(|rows| rows.first() == Some(&row));
                list = Some(key.to_owned());
                let is_shifted = is_head || self.has_own_text(row);
                if is_shifted && self.heading_in(row).is_some() {
                    list = None;
                }
                self.row(row, key, at.filter(|_| is_first));
                continue;
            }
            list = None;
            match twice.and_then(|rows| Some((*rows.first()?, *rows.get(1)?))) {
                Some((first, second)) => self.twice(row, key, first, second),
                None => self.entry(row, key, &heading),
            }
        }
    }

    /// The heading of the sheet's own that a row holds.
    fn heading_in(&self, row: usize) -> Option<String> {
        let cells = self.sheet.rows.get(row)?;
        cells.iter().map(|cell| label(cell)).find(|cell| self.headings.contains(cell))
    }

    /// Whether a row holds a text of the sheet's own, such as a label or a hint.
    pub fn has_own_text(&self, row: usize) -> bool {
        let cells = self.sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
        let is_own = |cell: &String| {
            let cell = label(cell);
            // Units and numbers of rows are too short to tell.
            cell.chars().count() > 2 && self.own.contains(&cell)
        };
        cells.iter().any(is_own)
    }

    fn settle_own(&mut self, row: usize) {
        let cells = self.sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
        for (column, cell) in cells.iter().enumerate() {
            if self.own.contains(&label(cell)) {
                self.settled.insert((row, column));
            }
        }
    }

    /// The columns that hold in a row: of the head above, else of the next below.
    pub fn columns(&mut self, row: usize, kind: HeadKind) -> Option<Columns> {
        let mut of_kind = self.heads.iter().filter(|(_, columns)| columns.kind == kind);
        let above = of_kind.clone().rfind(|(at, _)| *at < row);
        let found = above.or_else(|| of_kind.next()).copied();
        let needed: &[usize] = match kind {
            HeadKind::Entry => &[LABEL, VALUE],
            HeadKind::List => &[1, 2, 3, 4],
            HeadKind::Evidence => &[0, 1, 2, 3, 4, 5],
        };
        let has_all =
            |(_, columns): &(usize, Columns)| needed.iter().all(|cell| columns.of(*cell).is_some());
        if let Some((_, columns)) = found.filter(has_all) {
            return Some(columns);
        }
        let at = found.map_or(row, |(at, _)| at);
        let message = Message {
            weight: Weight::Refused,
            sheet: self.sheet.name.clone(),
            cell: cell_name(at, 0),
            found: String::new(),
            said: words::NO_HEAD.to_owned(),
        };
        if !self.messages.contains(&message) {
            self.messages.push(message);
        }
        None
    }

    /// Tells something about a cell.
    pub fn say(&mut self, weight: Weight, row: usize, column: usize, said: String) {
        let found = seen(self.sheet.cell(row, column));
        self.say_of(weight, cell_name(row, column), found, said);
        self.settled.insert((row, column));
    }

    /// Tells something about cells.
    pub fn say_of(&mut self, weight: Weight, cell: String, found: String, said: String) {
        let sheet = self.sheet.name.clone();
        self.messages.push(Message { weight, sheet, cell, found, said });
    }

    /// Tells what was made of a cell, if anything; returns what it says.
    pub fn told<T>(&mut self, row: usize, column: usize, said: Said<T>) -> Option<T> {
        if let Some(told) = said.told {
            self.say(Weight::Taken, row, column, told);
        }
        said.value
    }

    /// How many answers were not taken so far.
    pub fn refused(&self) -> usize {
        self.messages.iter().filter(|one| one.weight == Weight::Refused).count()
    }

    pub fn settle(&mut self, row: usize, column: usize) {
        self.settled.insert((row, column));
    }

    /// The text of a cell that is read; none where it must not be, which is told.
    pub fn readable(&mut self, row: usize, column: usize) -> Option<String> {
        self.settle(row, column);
        let said = match self.sheet.hidden_text(row, column) {
            None | Some(RemarkKind::Comment(_)) => {
                return Some(self.sheet.cell(row, column).to_owned());
            }
            Some(RemarkKind::NoResult) => words::NO_RESULT.to_owned(),
            Some(RemarkKind::Failed(error)) => words::failed(error),
            Some(RemarkKind::Disguised(number)) => words::disguised(number),
        };
        self.say(Weight::Refused, row, column, said);
        None
    }

    /// A field of the slice, by name.
    pub fn asked(&self, name: &str) -> Option<FieldId> {
        let id = self.sent.edition.field(name)?;
        let owner = self.sent.edition.owner(id);
        owner.is_none_or(|owner| self.indicators.contains(&owner)).then_some(id)
    }

    /// A row of a list or of evidence; `at` is its place among those sent.
    fn row(&mut self, row: usize, key: &str, at: Option<usize>) {
        let locked = key.starts_with(LOCKED);
        let key = key.strip_prefix(LOCKED).unwrap_or(key);
        let mut parts = key.splitn(3, ':');
        match (parts.next(), parts.next()) {
            (Some("row"), Some(field)) => {
                let Some(id) = self.asked(field) else { return };
                self.list_row(SheetRow { row, at, locked }, id);
            }
            (Some("evidence"), _) => self.proof(SheetRow { row, at, locked }),
            _ => {}
        }
    }

    /// The slice as it was filled in, and everything that is to be told.
    fn finish(mut self, key_column: Option<usize>) -> Filled {
        self.finish_lists();
        self.finish_sets();
        self.finish_references();
        self.finish_evidence();
        self.tell_rest(key_column);
        // From top to bottom; what is about no cell comes last.
        self.messages.sort_by_key(|one| row_of(&one.cell));
        Filled { part: self.part, messages: self.messages, partly: self.partly }
    }
}

/// The row of the first cell that a message names.
fn row_of(cell: &str) -> u32 {
    let digits = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end).and_then(|row| row.parse().ok()).unwrap_or(u32::MAX)
}

/// A text of the sheet's own, as it is compared.
pub fn label(text: &str) -> String {
    crate::score::fold(text).split_whitespace().collect()
}
