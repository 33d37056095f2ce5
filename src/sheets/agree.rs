//! Lines of one cell: whether a row is the line that its key says, and what its
//! cell says.

use super::columns::{Columns, HeadKind, LOCKED, cell_name};
use super::filling::{Filling, HELP, Known, LABEL, UNIT, VALUE, label};
use super::lines::{beginning, label_before};
use crate::text::cell::{self, is_nothing, is_same, is_same_label, seen};
use crate::text::returned::Weight;
use crate::text::sheets as words;

impl Filling<'_> {
    pub(super) fn twice(&mut self, row: usize, key: &str, first: usize, second: usize) {
        let own = self.lines.get(key).map_or(key, |known| known.line.cells[LABEL].as_str());
        let own = own.to_owned();
        let Some(columns) = self.columns(row, HeadKind::Entry) else { return };
        for column in columns.cells.into_iter().flatten() {
            self.settle(row, column);
        }
        if row == first {
            let column = columns.of(VALUE).unwrap_or_default();
            let names = [first, second].map(|row| cell_name(row, column));
            let said = words::twice(&own, &names[0], &names[1]);
            let found = [first, second].map(|row| seen(self.sheet.cell(row, column)));
            self.say_of(Weight::Refused, names.join("、"), found.join("、"), said);
        }
    }

    /// A line of one cell.
    pub(super) fn entry(&mut self, row: usize, key: &str, heading: &str) {
        let plain_key = key.strip_prefix(LOCKED).unwrap_or(key);
        let Some(known) = self.lines.get(plain_key).copied() else {
            return self.unknown(row, key);
        };
        let Some(columns) = self.columns(row, HeadKind::Entry) else { return };
        if !self.agrees(row, known, &columns, heading) {
            return;
        }
        let column = columns.of(VALUE).unwrap_or_default();
        let Some(text) = self.readable(row, column) else { return };
        let sent = &known.line.cells[VALUE];
        if key != plain_key {
            if !is_same(&beginning(sent), &text) {
                self.say(Weight::Refused, row, column, words::LOCKED.to_owned());
            }
            return;
        }
        let mut parts = plain_key.splitn(3, ':');
        let kind = parts.next().unwrap_or_default();
        let name = parts.next().unwrap_or_default();
        let rest = parts.next().unwrap_or_default();
        let is_unchanged = is_same(sent, &text);
        let at = (row, column);
        match kind {
            "option" => self.option(at, name, rest, sent, &text),
            "none" => self.none(at, name, &text),
            "reference" => self.reference(at, name, rest, &text),
            _ if is_unchanged => {}
            _ if is_nothing(&text) => self.blank(at, sent, &text),
            "field" => self.field(at, name, &text),
            "note" => self.note(name, &text),
            _ => {}
        }
    }

    /// A cell that says nothing. It is told where something had been sent, or where a sign
    /// such as `/` stands in it.
    pub(super) fn blank(&mut self, (row, column): (usize, usize), sent: &str, text: &str) {
        if !sent.trim().is_empty() {
            self.say(Weight::Kept, row, column, words::cleared(sent));
        } else if !seen(text).is_empty() {
            self.say(Weight::Taken, row, column, cell::words::taken_as_blank(&seen(text)));
        }
    }

    /// A key that this sheet was not sent with.
    pub(super) fn unknown(&mut self, row: usize, key: &str) {
        let cells = self.sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
        let filled = |(_, cell): &(usize, &String)| !seen(cell).is_empty() && **cell != key;
        let columns: Vec<usize> =
            cells.iter().enumerate().filter(filled).map(|(at, _)| at).collect();
        if let Some(first) = columns.first() {
            self.say(Weight::Refused, row, *first, words::UNKNOWN_ROW.to_owned());
        }
        self.settled.extend(columns.into_iter().map(|column| (row, column)));
    }

    /// Whether a row's label and unit are those of its key. Where they differ, it is told
    /// and nothing of the row is read.
    pub(super) fn agrees(
        &mut self,
        row: usize,
        known: Known,
        columns: &Columns,
        heading: &str,
    ) -> bool {
        let expected = known.line.cells[LABEL].as_str();
        let found = columns.text(self.sheet, row, LABEL);
        let is_elsewhere = self.ambiguous.contains(expected)
            && !heading.is_empty()
            && heading != label(known.heading);
        let is_named = is_same_label(expected, found)
            || label_before(self.sent, &known.line.key)
                .is_some_and(|before| is_same_label(&before, found));
        if !is_named || is_elsewhere {
            let said = match is_elsewhere {
                true => words::wrong_label(&[known.heading, "：", expected].concat(), found),
                false => words::wrong_label(expected, &seen(found)),
            };
            let column = columns.of(LABEL).unwrap_or_default();
            let cells = self.sheet.rows.get(row).map_or(0, Vec::len);
            self.settled.extend((0..cells).map(|column| (row, column)));
            self.say(Weight::Refused, row, column, said);
            return false;
        }
        self.settled.extend(columns.of(LABEL).map(|column| (row, column)));
        let unit = known.line.cells[UNIT].as_str();
        let found = columns.text(self.sheet, row, UNIT);
        if let Some(column) = columns.of(UNIT) {
            if seen(found).is_empty() || is_same_label(unit, found) {
                self.settle(row, column);
            } else if !unit.is_empty() {
                let said = words::wrong_unit(unit, &seen(found));
                self.say(Weight::Refused, row, column, said);
                self.settled.extend(columns.of(VALUE).map(|column| (row, column)));
                return false;
            }
        }
        if is_same_label(&known.line.cells[HELP], columns.text(self.sheet, row, HELP)) {
            self.settled.extend(columns.of(HELP).map(|column| (row, column)));
        }
        true
    }
}
