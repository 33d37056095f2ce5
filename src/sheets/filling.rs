//! One unit's sheet read into its slice: what is good is taken, everything else
//! is told, cell by cell.
//!
//! * A line is taken only where its key, its label and its unit agree.
//! * A blank says nothing: what was sent stays.
//! * Every cell with something in it is read, is the sheet's own, or is told.

use super::columns::{Columns, HeadKind, LOCKED, cell_name};
use super::entry::{self, Said, is_nothing, is_same, is_same_label, same_or_new, seen};
use super::lines::{Line, Look, beginning};
use super::lists::{Lists, Row};
use super::read::{RemarkKind, Sheet};
use crate::form::{Form, Place, Value};
use crate::rulebook::{Answer, FieldId, IndicatorId, MetricId};
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
const LABEL: usize = 1;
pub const VALUE: usize = 2;
const UNIT: usize = 3;
const HELP: usize = 4;

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
    messages: Vec<Message>,
    partly: Vec<Partly>,
    lines: HashMap<&'a str, Known<'a>>,
    /// The sheet's own texts, by which its lines are told from what was written.
    own: HashSet<String>,
    headings: HashSet<String>,
    /// Labels that more than one line has.
    ambiguous: HashSet<&'a str>,
    heads: Vec<(usize, Columns)>,
    sets: Vec<Set>,
    references: Vec<References>,
    /// Cells that were read, are the sheet's own, or were told.
    settled: HashSet<(usize, usize)>,
}

/// A line of the sheet as it was sent, and the heading above it.
#[derive(Clone, Copy)]
struct Known<'a> {
    line: &'a Line,
    heading: &'a str,
}

/// What the cells of a set say.
struct Set {
    field: FieldId,
    yes: u32,
    no: u32,
    open: Vec<String>,
}

/// What the cells of a reference say: row and text, by end.
struct References {
    metric: MetricId,
    cells: [Option<(usize, usize, String)>; 3],
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
                Look::Entry => {
                    if !labels.insert(line.cells[LABEL].as_str()) {
                        ambiguous.insert(line.cells[LABEL].as_str());
                    }
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

    fn twice(&mut self, row: usize, key: &str, first: usize, second: usize) {
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
    fn entry(&mut self, row: usize, key: &str, heading: &str) {
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

    /// Nothing is said where something was sent, or a sign for nothing stands.
    fn blank(&mut self, (row, column): (usize, usize), sent: &str, text: &str) {
        if !sent.trim().is_empty() {
            self.say(Weight::Kept, row, column, words::cleared(sent));
        } else if !seen(text).is_empty() {
            self.say(Weight::Taken, row, column, words::taken_as_blank(&seen(text)));
        }
    }

    /// A key that this sheet was not sent with.
    fn unknown(&mut self, row: usize, key: &str) {
        let cells = self.sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
        let filled = |(_, cell): &(usize, &String)| !seen(cell).is_empty() && **cell != key;
        let columns: Vec<usize> =
            cells.iter().enumerate().filter(filled).map(|(at, _)| at).collect();
        if let Some(first) = columns.first() {
            self.say(Weight::Refused, row, *first, words::UNKNOWN_ROW.to_owned());
        }
        self.settled.extend(columns.into_iter().map(|column| (row, column)));
    }

    /// Whether a row's label and unit are those of its key. Where they part, it is
    /// told and nothing of the row is read.
    fn agrees(&mut self, row: usize, known: Known, columns: &Columns, heading: &str) -> bool {
        let expected = known.line.cells[LABEL].as_str();
        let found = columns.text(self.sheet, row, LABEL);
        let is_elsewhere = self.ambiguous.contains(expected)
            && !heading.is_empty()
            && heading != label(known.heading);
        if !is_same_label(expected, found) || is_elsewhere {
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

    fn field(&mut self, (row, column): (usize, usize), name: &str, text: &str) {
        let Some(id) = self.asked(name) else { return };
        match entry::answer(self.sent, id, text) {
            Ok(said) => {
                if let Some(answer) = self.told(row, column, said) {
                    self.part.case.answers.set(id, Some(answer));
                }
            }
            Err(reason) => self.say(Weight::Refused, row, column, reason),
        }
    }

    fn option(
        &mut self,
        (row, column): (usize, usize),
        name: &str,
        option: &str,
        sent: &str,
        text: &str,
    ) {
        let Some(id) = self.asked(name) else { return };
        let options = self.sent.edition[id].options;
        let Some(bit) = options.iter().position(|one| one.id == option) else { return };
        let at = self.sets.iter().position(|set| set.field == id).unwrap_or_else(|| {
            self.sets.push(Set { field: id, yes: 0, no: 0, open: Vec::new() });
            self.sets.len() - 1
        });
        let said = match entry::yes_or_no(text) {
            Ok(_) if is_nothing(text) => {
                self.blank((row, column), sent, text);
                None
            }
            Ok(said) => self.told(row, column, said),
            Err(reason) => {
                self.say(Weight::Refused, row, column, reason);
                None
            }
        };
        let Some(set) = self.sets.get_mut(at) else { return };
        match said {
            Some(true) => set.yes |= 1 << bit,
            Some(false) => set.no |= 1 << bit,
            None => set.open.push(cell_name(row, column)),
        }
    }

    fn reference(&mut self, (row, column): (usize, usize), name: &str, end: &str, text: &str) {
        let Some(id) = self.sent.edition.metric(name) else { return };
        let ends = ["unacceptable", "satisfactory", "peers"];
        let Some(end) = ends.iter().position(|one| *one == end) else { return };
        let at = self.references.iter().position(|one| one.metric == id).unwrap_or_else(|| {
            self.references.push(References { metric: id, cells: [None, None, None] });
            self.references.len() - 1
        });
        if let Some(one) = self.references.get_mut(at) {
            one.cells[end] = Some((row, column, text.trim().to_owned()));
        }
    }

    fn note(&mut self, name: &str, text: &str) {
        let Some(id) = self.sent.edition.indicator(name) else { return };
        if self.indicators.contains(&id) {
            let sent = self.sent.notes.get(&id).map_or("", String::as_str);
            let note = Value::Note(same_or_new(sent, text));
            self.part.set_value(&Place::Note(id), Some(note));
        }
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
                self.list_row(Row { row, at, locked }, id);
            }
            (Some("evidence"), _) => self.proof(Row { row, at, locked }),
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
        Filled { part: self.part, messages: self.messages, partly: self.partly }
    }

    fn finish_sets(&mut self) {
        for set in std::mem::take(&mut self.sets) {
            let field = &self.sent.edition[set.field];
            let all = (0..field.options.len()).fold(0u32, |all, bit| all | 1 << bit);
            let said = set.yes | set.no;
            let answer = match self.sent.case.answers.get(set.field) {
                Some(Answer::Set(sent)) => Some(sent & !set.no | set.yes),
                _ if said == all => Some(set.yes),
                _ => None,
            };
            if let Some(chosen) = answer {
                self.part.case.answers.set(set.field, Some(Answer::Set(chosen)));
            } else if said != 0 {
                let (known, open) = (said.count_ones() as usize, (all & !said).count_ones());
                let message = Message {
                    weight: Weight::Refused,
                    sheet: self.sheet.name.clone(),
                    cell: set.open.join("、"),
                    found: String::new(),
                    said: words::partly(field.label, known, open as usize),
                };
                let (field, yes, no) = (set.field, set.yes, set.no);
                self.partly.push(Partly { field, yes, no, message });
            }
        }
    }

    fn finish_references(&mut self) {
        for one in std::mem::take(&mut self.references) {
            self.finish_reference(&one);
        }
    }

    fn finish_reference(&mut self, one: &References) {
        const PEERS: usize = 2;
        let metric = &self.sent.edition[one.metric];
        let sent = entry::reference_cells(self.sent, one.metric);
        let mut cells = sent.clone();
        let mut first_changed = None;
        for (end, said) in one.cells.iter().enumerate() {
            let Some((row, column, text)) = said else { continue };
            if is_nothing(text) || is_same(&sent[end], text) {
                continue;
            }
            let mut text = seen(text);
            if end != PEERS
                && let Some(rounded) = entry::reference_rounded(&text, metric.unit)
            {
                self.say(Weight::Taken, *row, *column, words::rounded(&text, &rounded));
                text = rounded;
            }
            match entry::reference_cell(metric, &text, end == PEERS) {
                Ok(()) => {
                    first_changed = first_changed.or(Some((*row, *column)));
                    cells[end] = text;
                }
                Err(reason) => self.say(Weight::Refused, *row, *column, reason),
            }
        }
        // One way of giving a reference takes the place of the other, where the
        // other was cleared.
        let blank = |end: usize| one.cells[end].as_ref().is_none_or(|(.., t)| is_nothing(t));
        let changed = |end: usize| cells[end] != sent[end];
        if changed(PEERS) && blank(0) && blank(1) {
            (cells[0], cells[1]) = (String::new(), String::new());
        } else if (changed(0) || changed(1)) && blank(PEERS) {
            cells[PEERS] = String::new();
        }
        for (end, said) in one.cells.iter().enumerate() {
            let Some((row, column, text)) = said else { continue };
            if is_nothing(text) && (sent[end].is_empty() || !cells[end].is_empty()) {
                self.blank((*row, *column), &sent[end], text);
            }
        }
        let Some((row, column)) = first_changed else { return };
        match entry::reference(metric, &cells) {
            Ok(reference) => self.part.case.references.set(one.metric, reference),
            Err(reason) => self.say(Weight::Refused, row, column, reason),
        }
    }

    /// Tells comments, and every cell with something in it that is not settled.
    fn tell_rest(&mut self, key_column: Option<usize>) {
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

/// A text of the sheet's own, as it is compared.
pub fn label(text: &str) -> String {
    crate::score::fold(text).split_whitespace().collect()
}
