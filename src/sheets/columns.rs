//! Where a sheet has its columns: by the names in the rows of heads, as columns
//! may have been put in or taken out.

use super::lines::CELLS;
use super::read::Sheet;
use crate::score::fold;
use crate::text::sheets as words;

/// What kind of rows stand below a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadKind {
    /// Entries of one cell.
    Entry,
    /// Rows of a list.
    List,
    /// Rows of evidence.
    Evidence,
}

impl HeadKind {
    const ALL: [HeadKind; 3] = [HeadKind::Entry, HeadKind::List, HeadKind::Evidence];

    /// The names of the columns, by cell of a line; blank where there is none.
    pub fn names(self) -> [&'static str; CELLS] {
        match self {
            HeadKind::Entry => words::HEAD,
            HeadKind::List => words::LIST_HEAD,
            HeadKind::Evidence => words::EVIDENCE_HEAD,
        }
    }
}

/// The columns of a sheet that hold the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    pub kind: HeadKind,
    /// By cell of a line; none where the head has no name, or the name is missing
    /// or stands twice.
    pub cells: [Option<usize>; CELLS],
}

impl Columns {
    /// The columns that a row of heads names; none of any other row. Two names of a kind
    /// are enough for a head. One that is missing is told later.
    pub fn of_row(row: &[String]) -> Option<Columns> {
        let named = |kind: HeadKind| {
            let names = kind.names();
            let cells = names.map(|name| {
                let mut found = row.iter().enumerate().filter(|(_, cell)| is_name(cell, name));
                match (name.is_empty(), found.next(), found.next()) {
                    (false, Some((column, _)), None) => Some(column),
                    _ => None,
                }
            });
            Columns { kind, cells }
        };
        let all = HeadKind::ALL.map(named);
        let most = all.into_iter().max_by_key(Columns::known)?;
        (most.known() >= 2).then_some(most)
    }

    fn known(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    /// The column of a cell of a line.
    pub fn of(&self, cell: usize) -> Option<usize> {
        self.cells.get(cell).copied().flatten()
    }

    /// Whether every name of the kind was found.
    pub fn is_whole(&self) -> bool {
        self.kind.names().iter().zip(&self.cells).all(|(name, at)| name.is_empty() || at.is_some())
    }

    /// The text of a cell of a line.
    pub fn text<'s>(&self, sheet: &'s Sheet, row: usize, cell: usize) -> &'s str {
        self.of(cell).map_or("", |column| sheet.cell(row, column))
    }
}

fn is_name(cell: &str, name: &str) -> bool {
    !name.is_empty() && fold(cell) == name
}

/// What a key of a line begins with.
const KINDS: [&str; 7] = ["field:", "option:", "none:", "row:", "reference:", "note:", "evidence:"];
/// Before the key of a cell that is too long to be edited in a sheet.
pub const LOCKED: &str = "locked:";

/// Whether a cell holds the key of a line.
pub fn is_key(cell: &str) -> bool {
    let key = cell.strip_prefix(LOCKED).unwrap_or(cell);
    KINDS.iter().any(|kind| key.starts_with(kind))
}

/// The column of the keys; none where there is not one key.
pub fn key_column(sheet: &Sheet) -> Option<usize> {
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let keys = |column: usize| {
        (0..sheet.rows.len()).filter(|row| is_key(sheet.cell(*row, column).trim())).count()
    };
    let (most, column) = (0..columns).map(|column| (keys(column), column)).max_by(|a, b| {
        // Of equals the first.
        a.0.cmp(&b.0).then(b.1.cmp(&a.1))
    })?;
    (most > 0).then_some(column)
}

/// The name of a cell, such as `D113`.
pub fn cell_name(row: usize, column: usize) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}
