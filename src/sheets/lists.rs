//! Rows of lists and of evidence that came back in a unit's sheet.

use super::columns::{Columns, HeadKind, cell_name};
use super::filling::Filling;
use super::lines::{CELLS, beginning, evidence, evidence_cells};
use crate::form::{Evidence, Place, Value};
use crate::rulebook::{self, Answer, FieldId, IndicatorId};
use crate::text::cell::{self, is_nothing, is_same, same_or_new, seen};
use crate::text::returned::Weight;
use crate::text::{page, sheets as words};

/// A row of the sheet, and its place among the rows that were sent.
#[derive(Clone, Copy, Debug)]
pub struct SheetRow {
    pub row: usize,
    pub at: Option<usize>,
    /// Its texts are too long for cells and stay as they were sent.
    pub locked: bool,
}

/// What was gathered of lists and evidence.
#[derive(Debug, Default)]
pub struct Lists {
    lists: Vec<SheetList>,
    evidence: Vec<(Option<usize>, IndicatorId, Evidence)>,
    /// Rows of evidence, by place, that are still in the sheet.
    proofs_seen: Vec<usize>,
    has_evidence: bool,
}

/// One list as its sheet has it.
#[derive(Debug)]
struct SheetList {
    field: FieldId,
    /// Rows that stand in the sheet, in its order.
    rows: Vec<rulebook::Row>,
    /// Places of sent rows that were found, blank or not.
    seen: Vec<usize>,
    /// Sent rows that are blank now, with their cells.
    cleared: Vec<(usize, usize, usize)>,
    /// The first row with something in it.
    first: Option<usize>,
    /// Whether there is said to be none, and in which cell.
    none: Option<(bool, usize, usize)>,
    /// Where that was answered before and is blank now.
    none_cleared: Option<(usize, usize)>,
}

impl Filling<'_> {
    fn list(&mut self, id: FieldId) -> &mut SheetList {
        let lists = &mut self.lists.lists;
        let at = lists.iter().position(|list| list.field == id).unwrap_or_else(|| {
            lists.push(SheetList {
                field: id,
                rows: Vec::new(),
                seen: Vec::new(),
                cleared: Vec::new(),
                first: None,
                none: None,
                none_cleared: None,
            });
            lists.len() - 1
        });
        &mut lists[at]
    }

    fn sent_rows(&self, id: FieldId) -> &[rulebook::Row] {
        match self.sent.case.answers.get(id) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// Whether a list is said to have no rows.
    pub fn none(&mut self, (row, column): (usize, usize), name: &str, text: &str) {
        let Some(id) = self.asked(name) else { return };
        if is_nothing(text) {
            let was_none = matches!(self.sent.case.answers.get(id), Some(Answer::Rows(rows)) if rows.is_empty());
            if was_none {
                self.list(id).none_cleared = Some((row, column));
            } else if !seen(text).is_empty() {
                self.say(Weight::Taken, row, column, cell::words::taken_as_blank(&seen(text)));
            }
            return;
        }
        match cell::yes_or_no(text) {
            Ok(said) => {
                let none = self.told(row, column, said);
                self.list(id).none = none.map(|none| (none, row, column));
            }
            Err(reason) => self.say(Weight::Refused, row, column, reason),
        }
    }

    /// The texts of a row's cells, by cell of a line; none where one must not be
    /// read. Cells that say nothing are blank.
    fn cells(&mut self, row: usize, columns: &Columns, which: &[usize]) -> Option<[String; CELLS]> {
        let mut cells: [String; CELLS] = Default::default();
        let mut is_good = true;
        for cell in which {
            let Some(column) = columns.of(*cell) else { continue };
            match self.readable(row, column) {
                Some(text) => cells[*cell] = text.trim().to_owned(),
                None => is_good = false,
            }
        }
        is_good.then_some(cells)
    }

    pub fn list_row(&mut self, row: SheetRow, id: FieldId) {
        const TITLE: usize = 1;
        const RECIPIENT: usize = 2;
        const LEVEL: usize = 3;
        const YEAR: usize = 4;
        let Some(columns) = self.columns(row.row, HeadKind::List) else { return };
        let sent = row.at.and_then(|at| self.sent_rows(id).get(at).cloned());
        let place = row.at.filter(|_| sent.is_some());
        let keep = |list: &mut SheetList| {
            list.seen.extend(place);
            list.rows.extend(sent.clone());
        };
        // The number of the row tells that its cells were not moved away.
        let number = seen(columns.text(self.sheet, row.row, 0));
        let is_number = number.chars().all(|c| c.is_ascii_digit());
        if row.at.is_some() && (!is_number || self.has_own_text(row.row)) {
            let column = columns.of(0).or(columns.of(TITLE)).unwrap_or_default();
            let expected = row.at.map(|at| (at + 1).to_string()).unwrap_or_default();
            self.say(Weight::Refused, row.row, column, words::wrong_label(&expected, &number));
            self.settle_all(row.row);
            keep(self.list(id));
            return;
        }
        self.settled_number(row.row, &columns);
        let Some(mut cells) = self.cells(row.row, &columns, &[TITLE, RECIPIENT, LEVEL, YEAR])
        else {
            keep(self.list(id));
            return;
        };
        if let Some(sent) = &sent {
            let same = cell::row_cells(self.sent, id, sent);
            let now = [TITLE, RECIPIENT, LEVEL, YEAR].map(|cell| cells[cell].clone());
            let shown = |text: &String| if row.locked { beginning(text) } else { text.clone() };
            if same.iter().zip(&now).all(|(sent, now)| is_same(&shown(sent), now)) {
                let list = self.list(id);
                list.first = list.first.or(Some(row.row));
                keep(list);
                return;
            }
            if row.locked {
                let column = columns.of(TITLE).unwrap_or_default();
                self.say(Weight::Refused, row.row, column, words::LOCKED.to_owned());
                keep(self.list(id));
                return;
            }
        }
        for cell in &mut cells {
            if is_nothing(cell) {
                cell.clear();
            }
        }
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let title_column = columns.of(TITLE).unwrap_or_default();
        if filled == 0 {
            let list = self.list(id);
            if let Some(at) = place {
                list.seen.push(at);
                list.cleared.push((at, row.row, title_column));
            }
            return;
        }
        if row.at.is_none() && (filled < 2 || cells[TITLE].is_empty()) {
            return self.unread(row.row, &columns);
        }
        let before = self.refused();
        let labels: Vec<&str> =
            self.sent.edition[id].options.iter().map(|option| option.label).collect();
        let level = match cell::choice(&labels, &cells[LEVEL]) {
            Ok(said) => self.told(row.row, columns.of(LEVEL).unwrap_or_default(), said),
            Err(reason) => self.fault(row.row, &columns, LEVEL, reason),
        };
        let year = match cell::year(&cells[YEAR]) {
            Ok(said) => self.told(row.row, columns.of(YEAR).unwrap_or_default(), said),
            Err(reason) => self.fault(row.row, &columns, YEAR, reason),
        };
        let is_good = self.refused() == before;
        let list = self.list(id);
        list.first = list.first.or(Some(row.row));
        if !is_good {
            keep(list);
            return;
        }
        list.seen.extend(place);
        let text = |sent: Option<&String>, cell: &String| match sent {
            Some(sent) => same_or_new(sent, cell),
            None => cell.clone(),
        };
        list.rows.push(rulebook::Row {
            title: text(sent.as_ref().map(|row| &row.title), &cells[TITLE]),
            recipient: text(sent.as_ref().map(|row| &row.recipient), &cells[RECIPIENT]),
            level,
            year,
        });
    }

    fn fault<T>(
        &mut self,
        row: usize,
        columns: &Columns,
        cell: usize,
        reason: String,
    ) -> Option<T> {
        self.say(Weight::Refused, row, columns.of(cell).unwrap_or_default(), reason);
        None
    }

    fn settled_number(&mut self, row: usize, columns: &Columns) {
        if let Some(column) = columns.of(0) {
            self.settle(row, column);
        }
    }

    fn settle_all(&mut self, row: usize) {
        for column in 0..self.sheet.rows.get(row).map_or(0, Vec::len) {
            self.settle(row, column);
        }
    }

    /// Tells each filled cell of a row that is no row of the list.
    fn unread(&mut self, row: usize, columns: &Columns) {
        let filled: Vec<usize> = columns
            .cells
            .iter()
            .flatten()
            .copied()
            .filter(|column| !seen(self.sheet.cell(row, *column)).is_empty())
            .collect();
        for column in filled {
            let found = seen(self.sheet.cell(row, column));
            self.say(Weight::Unread, row, column, words::no_title(&found));
        }
    }

    pub fn proof(&mut self, row: SheetRow) {
        const INDICATOR: usize = 0;
        const TITLE: usize = 1;
        const NUMBER: usize = 2;
        const DATE: usize = 3;
        const STORED: usize = 4;
        const READY: usize = 5;
        let Some(columns) = self.columns(row.row, HeadKind::Evidence) else { return };
        self.lists.has_evidence = true;
        let all = evidence(self.sent, &self.indicators);
        let sent = row.at.and_then(|at| all.get(at).map(|(id, row)| (*id, (*row).clone())));
        let place = row.at.filter(|_| sent.is_some());
        self.lists.proofs_seen.extend(place);
        let which = [INDICATOR, TITLE, NUMBER, DATE, STORED, READY];
        let keep = |this: &mut Self| {
            if let Some((id, row)) = sent.clone() {
                this.lists.evidence.push((place, id, row));
            }
        };
        if row.at.is_some() && self.has_own_text(row.row) {
            let column = columns.of(INDICATOR).unwrap_or_default();
            let found = seen(self.sheet.cell(row.row, column));
            let said = words::wrong_label(page::EVIDENCE, &found);
            self.say(Weight::Refused, row.row, column, said);
            self.settle_all(row.row);
            return keep(self);
        }
        let Some(cells) = self.cells(row.row, &columns, &which) else { return keep(self) };
        if let Some((id, before)) = &sent {
            let shown = |text: &String| if row.locked { beginning(text) } else { text.clone() };
            let same = evidence_cells(self.sent, *id, before);
            if same.iter().zip(&cells).all(|(sent, now)| is_same(&shown(sent), now)) {
                return keep(self);
            }
            if row.locked {
                let column = columns.of(TITLE).unwrap_or_default();
                self.say(Weight::Refused, row.row, column, words::LOCKED.to_owned());
                return keep(self);
            }
        }
        let cells = cells.map(|cell| if is_nothing(&cell) { String::new() } else { cell });
        if cells.iter().all(String::is_empty) {
            if let Some((_, before)) = &sent {
                let column = columns.of(TITLE).unwrap_or_default();
                self.say(Weight::Kept, row.row, column, words::cleared(&before.title));
            }
            return keep(self);
        }
        if cells[TITLE].is_empty() || cells[INDICATOR].is_empty() && row.at.is_none() {
            self.unread(row.row, &columns);
            return keep(self);
        }
        let before = self.refused();
        let number = seen(&cells[INDICATOR]);
        let id = self.sent.edition.indicator(&number).filter(|id| self.indicators.contains(id));
        if id.is_none() {
            let _: Option<()> =
                self.fault(row.row, &columns, INDICATOR, words::no_indicator(&number));
        }
        let date = match cell::date(&cells[DATE]) {
            Ok(said) => self.told(row.row, columns.of(DATE).unwrap_or_default(), said),
            Err(reason) => self.fault(row.row, &columns, DATE, reason),
        };
        let ready = match cell::yes_or_no(&cells[READY]) {
            Ok(said) => self.told(row.row, columns.of(READY).unwrap_or_default(), said),
            Err(reason) => self.fault(row.row, &columns, READY, reason),
        };
        let (Some(id), true) = (id, self.refused() == before) else { return keep(self) };
        let text = |cell: &String| (!cell.is_empty()).then(|| cell.clone());
        let new = Evidence {
            title: cells[TITLE].clone(),
            number: text(&cells[NUMBER]),
            date,
            place: text(&cells[STORED]),
            ready,
        };
        self.lists.evidence.push((place, id, new));
    }

    pub fn finish_lists(&mut self) {
        for list in std::mem::take(&mut self.lists.lists) {
            self.finish_list(list);
        }
    }

    fn finish_list(&mut self, mut list: SheetList) {
        let sent = self.sent_rows(list.field).to_vec();
        let title = self.first_title_column();
        if let (Some((true, row, column)), Some(first)) = (list.none, list.first) {
            let names = [cell_name(row, column), cell_name(first, title)];
            let said = words::none_and_rows(&names[0], &names[1]);
            let found = seen(self.sheet.cell(row, column));
            return self.say_of(Weight::Refused, names.join("、"), found, said);
        }
        if let Some((true, ..)) = list.none {
            self.part.case.answers.set(list.field, Some(Answer::Rows(Vec::new())));
            return;
        }
        if let Some((row, column)) = list.none_cleared.filter(|_| list.rows.is_empty()) {
            self.say(Weight::Kept, row, column, words::cleared(page::YES));
            return;
        }
        for (at, row, column) in &list.cleared {
            if let Some(before) = sent.get(*at) {
                self.say(Weight::Kept, *row, *column, words::cleared(&before.title));
            }
        }
        // A row that was cleared, or is no longer there, stays in its place.
        for (at, before) in sent.iter().enumerate() {
            let is_cleared = list.cleared.iter().any(|(cleared, ..)| *cleared == at);
            let is_gone = !list.seen.contains(&at);
            if is_gone {
                let said = words::row_gone(&before.title);
                self.say_of(Weight::Kept, String::new(), before.title.clone(), said);
            }
            if is_gone || is_cleared {
                list.rows.insert(at.min(list.rows.len()), before.clone());
            }
        }
        if let Some((false, row, column)) = list.none.filter(|_| list.rows.is_empty()) {
            self.say(Weight::Refused, row, column, words::SOME_WITHOUT_ROWS.to_owned());
        }
        if !list.rows.is_empty() {
            self.part.case.answers.set(list.field, Some(Answer::Rows(list.rows)));
        }
    }

    fn first_title_column(&mut self) -> usize {
        self.columns(0, HeadKind::List).and_then(|columns| columns.of(1)).unwrap_or_default()
    }

    pub fn finish_evidence(&mut self) {
        if !self.lists.has_evidence {
            return;
        }
        let sent: Vec<(IndicatorId, Evidence)> = evidence(self.sent, &self.indicators)
            .into_iter()
            .map(|(id, row)| (id, row.clone()))
            .collect();
        for (at, (id, before)) in sent.iter().enumerate() {
            if !self.lists.proofs_seen.contains(&at) {
                let said = words::row_gone(&before.title);
                self.say_of(Weight::Kept, String::new(), before.title.clone(), said);
                let all = &mut self.lists.evidence;
                let place = all.iter().position(|(other, ..)| other.is_some_and(|o| o > at));
                let place = place.unwrap_or(all.len());
                all.insert(place, (Some(at), *id, before.clone()));
            }
        }
        for id in self.indicators.clone() {
            let own = self.lists.evidence.iter().filter(|(_, of, _)| *of == id);
            let rows: Vec<Evidence> = own.map(|(.., row)| row.clone()).collect();
            let rows = (!rows.is_empty()).then_some(Value::Evidence(rows));
            self.part.set_value(&Place::Evidence(id), rows);
        }
    }
}
