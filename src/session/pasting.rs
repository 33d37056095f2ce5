//! Blocks of cells that are pasted from a spreadsheet: rows of evidence, rows of a
//! list, and numbers of indicators with their figures.
//!
//! What is not understood is told, cell by cell; the rest is taken.

use super::slot::{EvidencePart, Slot};
use super::state::Session;
use crate::form::limits::TEXT_CHARACTERS;
use crate::form::{Case, Edit, Evidence, Form};
use crate::rulebook::{Answer, Field, FieldId, FieldKind, IndicatorId, Row};
use crate::score::{fold, is_blank};
use crate::text::cell::{self, Said, is_nothing, is_same_label, seen};
use crate::text::pasted as words;

/// What was read of a block of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted<T> {
    /// What can be taken over, in the order of the block.
    pub taken: Vec<T>,
    /// What was not taken, or not as it is written, a line each, for the user.
    pub told: Vec<String>,
}

/// An answer that is about to be filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedFigure {
    /// The field that is answered.
    pub field: FieldId,
    /// The new answer.
    pub answer: Answer,
    /// The answer before, as a cell shows it; blank for none.
    pub before: String,
    /// The new answer, as a cell shows it.
    pub after: String,
}

impl PastedFigure {
    /// An answer in the place of what a form has.
    fn new(form: &Form, field: FieldId, answer: Answer) -> PastedFigure {
        let before = cell::written(form, field);
        let mut after = form.clone();
        after.case.answers.set(field, Some(answer.clone()));
        PastedFigure { field, answer, before, after: cell::written(&after, field) }
    }
}

/// Whether a text is more than one cell, as spreadsheets put cells on the
/// clipboard: tabs between columns, line ends between rows.
pub fn is_block(text: &str) -> bool {
    let text = text.trim_end_matches(['\r', '\n']);
    text.contains(['\t', '\n'])
}

/// The cells of a block, row by row. A cell with a tab, a line end or a quotation
/// mark stands in quotation marks, which are doubled within.
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut rest = text.trim_end_matches('\n');
    loop {
        let (cell, end) = first_cell(rest);
        row.push(cell);
        match rest.get(end..).and_then(|rest| rest.chars().next()) {
            Some('\t') => {}
            Some(_) => rows.push(std::mem::take(&mut row)),
            None => break,
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    rows.push(row);
    rows
}

/// The first cell of a text, and where it ends.
fn first_cell(text: &str) -> (String, usize) {
    let plain_end = text.find(['\t', '\n']).unwrap_or(text.len());
    let plain = || (text.get(..plain_end).unwrap_or_default().to_owned(), plain_end);
    let Some(inner) = text.strip_prefix('"') else { return plain() };
    let mut cell = String::new();
    let mut letters = inner.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter != '"' {
            cell.push(letter);
            continue;
        }
        match letters.peek() {
            Some((_, '"')) => {
                cell.push('"');
                letters.next();
            }
            Some((_, '\t' | '\n')) | None => return (cell, at + 2),
            // A quotation mark that is the text's own.
            Some(_) => return plain(),
        }
    }
    plain()
}

/// A block whose cells stand under names, or follow each other.
struct Block<'b> {
    rows: &'b [Vec<String>],
    /// The row after the head.
    first: usize,
    /// By name: the column of its cells.
    columns: Vec<Option<usize>>,
    told: Vec<String>,
}

impl<'b> Block<'b> {
    /// Finds the columns by a row of heads, or takes them as they follow each other
    /// from the cell that is pasted into.
    fn new(rows: &'b [Vec<String>], names: &[&[&str]], start: usize) -> Block<'b> {
        let is_named = |cell: &String, names: &[&str]| names.contains(&fold(cell).trim());
        let head = rows.first().filter(|row| {
            let known = row.iter().filter(|cell| names.iter().any(|all| is_named(cell, all)));
            known.count() >= 2.min(row.len())
        });
        let columns = match head {
            Some(head) => {
                let column = |all: &&[&str]| head.iter().position(|cell| is_named(cell, all));
                names.iter().map(column).collect()
            }
            None => {
                let skipped = usize::from(is_counted(rows));
                let column = |at: usize| at.checked_sub(start).map(|at| at + skipped);
                (0..names.len()).map(column).collect()
            }
        };
        Block { rows, first: usize::from(head.is_some()), columns, told: Vec::new() }
    }

    /// Rows that hold something: their numbers in the block, from 1, and their cells
    /// by name.
    fn rows(&mut self) -> Vec<(usize, Vec<String>)> {
        let mut all = Vec::new();
        for (at, row) in self.rows.iter().enumerate().skip(self.first) {
            let number = at + 1;
            let read = |column: &Option<usize>| {
                let cell = column.and_then(|column| row.get(column));
                cell.filter(|cell| !is_nothing(cell)).map(|cell| seen(cell)).unwrap_or_default()
            };
            let mut cells: Vec<String> = self.columns.iter().map(read).collect();
            // Under a head, columns with other names are ignored.
            let last = self.columns.iter().flatten().max().copied().unwrap_or_default();
            if self.first == 0 {
                let more = row.iter().skip(last + 1).filter(|cell| !is_nothing(cell));
                let more: Vec<String> = more.map(|cell| words::beyond(&seen(cell))).collect();
                for what in more {
                    self.tell(number, &what);
                }
            }
            for cell in &mut cells {
                let characters = cell.chars().count();
                if characters > TEXT_CHARACTERS {
                    self.tell(number, &words::too_long(characters));
                    cell.clear();
                }
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                all.push((number, cells));
            }
        }
        all
    }

    fn tell(&mut self, number: usize, what: &str) {
        self.told.push(words::line(number, what));
    }

    /// What a cell says, or nothing where it is not understood, which is told.
    fn value<T>(&mut self, number: usize, said: Result<Said<T>, String>) -> Option<T> {
        match said {
            Ok(said) => {
                if let Some(told) = said.told {
                    self.tell(number, &told);
                }
                said.value
            }
            Err(reason) => {
                self.tell(number, &words::left_out(&reason));
                None
            }
        }
    }
}

/// Whether the first column only counts the rows.
fn is_counted(rows: &[Vec<String>]) -> bool {
    let numbers: Option<Vec<u32>> = rows
        .iter()
        .map(|row| row.first().and_then(|cell| fold(cell).trim().parse().ok()))
        .collect();
    rows.len() >= 2
        && rows.iter().all(|row| row.len() >= 2)
        && numbers.is_some_and(|all| {
            all.iter().zip(all.iter().skip(1)).all(|(one, next)| one.checked_add(1) == Some(*next))
        })
}

fn some(text: &str) -> Option<String> {
    (!is_blank(text)).then(|| text.to_owned())
}

/// Rows of evidence; `start` is the cell that is pasted into.
pub fn evidence(rows: &[Vec<String>], start: EvidencePart) -> Pasted<Evidence> {
    let at = EvidencePart::ALL.iter().position(|part| *part == start).unwrap_or_default();
    let mut block = Block::new(rows, &words::EVIDENCE_NAMES, at);
    let mut taken = Vec::new();
    for (number, cells) in block.rows() {
        let [title, document, date, place, ready] = cells.as_slice() else { continue };
        if is_blank(title) {
            let filled: Vec<String> = cells.iter().filter(|c| !c.is_empty()).cloned().collect();
            block.tell(number, &words::no_title(&filled));
            continue;
        }
        taken.push(Evidence {
            title: title.clone(),
            number: some(document),
            date: block.value(number, cell::date(date)),
            place: some(place),
            ready: block.value(number, cell::yes_or_no(ready)),
        });
    }
    Pasted { taken, told: block.told }
}

/// Rows of a list field; `start` is the position of the cell that is pasted into:
/// title, recipient, level, year.
pub fn honours(field: &Field, rows: &[Vec<String>], start: usize) -> Pasted<Row> {
    let labels: Vec<&str> = field.options.iter().map(|option| option.label).collect();
    let mut block = Block::new(rows, &words::ROW_NAMES, start);
    let mut taken = Vec::new();
    for (number, cells) in block.rows() {
        let [title, recipient, level, year] = cells.as_slice() else { continue };
        taken.push(Row {
            title: title.clone(),
            recipient: recipient.clone(),
            level: block.value(number, cell::choice(&labels, level)),
            year: block.value(number, cell::year(year)),
        });
    }
    Pasted { taken, told: block.told }
}

/// Numbers of indicators with their figures, as answers of a case that differ from
/// what stands there.
pub fn figures(form: &Form, case: &Case, rows: &[Vec<String>]) -> Pasted<PastedFigure> {
    let shown = Form { case: case.clone(), ..form.clone() };
    let (mut taken, mut told) = (Vec::<PastedFigure>::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let mut tell = |what: &str| told.push(words::line(at + 1, what));
        let Some((first, values)) = row.split_first() else { continue };
        if row.iter().all(|cell| is_nothing(cell)) {
            continue;
        }
        let number = fold(first);
        let number = number.trim().trim_end_matches(['.', '、', '．']);
        let is_asked = |id: &IndicatorId| {
            form.slice.as_ref().is_none_or(|slice| slice.indicators.contains(id))
        };
        let Some(id) = form.edition.indicator(number).filter(is_asked) else {
            // A row of column names is skipped.
            if at > 0 || number.chars().any(|letter| letter.is_ascii_digit()) {
                tell(&words::no_indicator(&seen(first)));
            }
            continue;
        };
        let (entries, values) = match entries(form, id, values) {
            Ok(found) => found,
            Err(reason) => {
                tell(&reason);
                continue;
            }
        };
        // If one cell of a row is not understood, its columns may be shifted: none of the
        // row is taken.
        let said: Result<Vec<_>, String> = entries
            .into_iter()
            .zip(values)
            .map(|(field, value)| Ok((field, cell::answer(&shown, field, value)?)))
            .collect();
        let said = match said {
            Ok(said) => said,
            Err(reason) => {
                tell(&words::row_left_out(&reason));
                continue;
            }
        };
        for (field, Said { value, told: meant }) in said {
            let Some(answer) = value else { continue };
            if let Some(what) = meant {
                tell(&what);
            }
            if case.answers.get(field) != Some(&answer) {
                taken.retain(|one| one.field != field);
                taken.push(PastedFigure::new(&shown, field, answer));
            }
        }
    }
    Pasted { taken, told }
}

/// The entries that the cells behind an indicator's number are for, and their
/// values. Errors: why there are none, for the user.
fn entries<'r>(
    form: &Form,
    id: IndicatorId,
    cells: &'r [String],
) -> Result<(Vec<FieldId>, Vec<&'r String>), String> {
    let indicator = &form.edition[id];
    let takes_a_cell =
        |field: &&FieldId| !matches!(form.edition[**field].kind, FieldKind::Set | FieldKind::List);
    let all: Vec<FieldId> = indicator.fields.iter().filter(takes_a_cell).copied().collect();
    let mut values: Vec<&String> = cells.iter().collect();
    while values.last().is_some_and(|cell| is_nothing(cell)) {
        values.pop();
    }
    if let [label, value] = values.as_slice()
        && let Some(field) = labelled(form, &all, label)
    {
        return Ok((vec![field], vec![*value]));
    }
    if values.first().is_some_and(|cell| is_same_label(indicator.title, cell)) {
        values.remove(0);
    }
    if values.len() <= all.len() {
        return Ok((all, values));
    }
    Err(match all.is_empty() {
        true => words::no_cells(indicator.id),
        false => words::too_many(indicator.id, values.len(), all.len()),
    })
}

/// The entry that a label names: its own, or a part of one that no other has.
fn labelled(form: &Form, entries: &[FieldId], label: &str) -> Option<FieldId> {
    /// Characters of a part by which a label is known.
    const ENOUGH: usize = 4;
    let same = |field: &&FieldId| is_same_label(form.edition[**field].label, label);
    let part = seen(label);
    let holds = |field: &&FieldId| {
        part.chars().count() >= ENOUGH && form.edition[**field].label.contains(&part)
    };
    let mut parts = entries.iter().filter(holds);
    let only = parts.next().filter(|_| parts.next().is_none());
    entries.iter().find(same).or(only).copied()
}

impl Session {
    /// Adds rows of evidence that were pasted, before one that is only begun.
    pub fn paste_evidence(&mut self, id: IndicatorId, new: Vec<Evidence>) {
        let kept = self.form().evidence.get(&id).map_or(0, Vec::len);
        for part in EvidencePart::ALL {
            let name = |row| Slot::Evidence(id, row, part).name(self.rulebook());
            let (here, there) = (name(kept), name(kept + new.len()));
            if let Some(waiting) = self.draft(&here).map(str::to_owned) {
                self.keep_draft(&here, None);
                self.keep_draft(&there, Some(waiting));
            }
        }
        self.add_evidence(id, new);
    }

    /// Fills in answers that were pasted, in one step of undo.
    pub fn paste_figures(&mut self, figures: Vec<PastedFigure>) {
        for figure in &figures {
            let name = self.rulebook()[figure.field].id;
            self.keep_draft(name, None);
        }
        let scenario = self.scenario.clone();
        self.edit_once(Edit::Answers(figures.len()), |form| {
            for PastedFigure { field, answer, .. } in figures {
                form.set_answer(scenario.as_deref(), field, Some(answer));
            }
        });
    }
}
