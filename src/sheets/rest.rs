//! What stands in a sheet and was not read.

use super::filling::{Filling, label};
use super::read::RemarkKind;
use crate::text::cell::seen;
use crate::text::returned::Weight;
use crate::text::sheets as words;
use std::collections::{HashMap, HashSet};

impl Filling<'_> {
    /// Tells comments, and every cell with something in it that is not settled.
    pub(super) fn tell_rest(&mut self, key_column: Option<usize>) {
        let sheet = self.sheet;
        for remark in &sheet.remarks {
            let (row, column) = (remark.row, remark.column);
            let said = match &remark.kind {
                RemarkKind::Comment(text) => words::comment(text),
                _ if self.settled.contains(&(row, column)) => continue,
                RemarkKind::NoResult => words::NO_RESULT.to_owned(),
                RemarkKind::Failed(error) => words::failed(error),
                RemarkKind::Disguised(number) => words::disguised(number),
            };
            self.say(Weight::Unread, row, column, said);
        }
        let named: HashSet<usize> =
            self.heads.iter().flat_map(|(_, c)| c.cells).flatten().chain(key_column).collect();
        let (first, last) = (named.iter().min().copied(), named.iter().max().copied());
        let mut foreign: HashMap<usize, Vec<usize>> = HashMap::new();
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                if seen(cell).is_empty()
                    || self.settled.contains(&(row, column))
                    || self.own.contains(&label(cell))
                {
                    continue;
                }
                let is_between = first < Some(column) && Some(column) < last;
                if is_between && !named.contains(&column) {
                    foreign.entry(column).or_default().push(row);
                } else {
                    let said = words::beside(&seen(cell));
                    self.say(Weight::Unread, row, column, said);
                }
            }
        }
        let mut foreign: Vec<_> = foreign.into_iter().collect();
        foreign.sort_unstable();
        for (column, rows) in foreign {
            let head = rows.iter().find(|row| self.heads.iter().any(|(at, _)| at == *row));
            let name = head.map(|row| seen(sheet.cell(*row, column))).unwrap_or_default();
            let at = rows.first().copied().unwrap_or_default();
            self.say(Weight::Unread, at, column, words::foreign_column(&name, rows.len()));
        }
    }
}
