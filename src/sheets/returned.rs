//! A workbook that came back, as departments' slices.

use super::entry::{self, same_or_new};
use super::lines::{CELLS, evidence, evidence_cells};
use super::read::sheets;
use super::{CARRIED, MARK, part};
use crate::form::{self, Evidence, Form, Place, Value, typed};
use crate::rulebook::{Answer, FieldId, IndicatorId, MetricId, Row};
use crate::text::{form_problem, page, sheets as words};

/// A sheet: its name and its cells, by row and column from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

/// The slices of a returned workbook that say something else than what was
/// sent. Errors: why there are none, for the user.
pub fn returned(workbook: &[u8]) -> Result<Vec<Form>, String> {
    returned_sheets(&sheets(workbook)?)
}

/// The same from sheets that are read already.
pub fn returned_sheets(sheets: &[Sheet]) -> Result<Vec<Form>, String> {
    let (form, sent, parent) = sheets.iter().find_map(carried).ok_or(words::NOT_OURS)?;
    let form = form::read(&form).map_err(|problem| form_problem(&problem))?;
    let (mut slices, mut faults, mut found) = (Vec::new(), Vec::new(), false);
    for sheet in sheets {
        let Some(unit) = cell(sheet, 0, 0).strip_prefix(MARK) else { continue };
        let Some(part) = part(&form, unit, sent, parent) else { continue };
        found = true;
        let mut filling = Filling::new(&part);
        filling.fill(sheet);
        let (filled, wrong) = filling.finish();
        faults.extend(wrong.into_iter().map(|(row, column, reason)| {
            let place = [char::from(b'A' + column as u8).into(), (row + 1).to_string()].concat();
            words::wrong_cell(&sheet.name, &place, &reason)
        }));
        if filled != part {
            slices.push(filled);
        }
    }
    match (faults.is_empty(), found) {
        (false, _) => Err(words::refused(&faults)),
        (true, false) => Err(words::NOT_OURS.to_owned()),
        (true, true) if slices.is_empty() => Err(words::NOTHING_FILLED.to_owned()),
        _ => Ok(slices),
    }
}

/// The form that a workbook carries in its hidden sheet, when it was sent, and
/// the id of the whole form.
fn carried(sheet: &Sheet) -> Option<(String, &str, &str)> {
    (cell(sheet, 0, 0) == CARRIED).then(|| {
        let text = sheet.rows.iter().skip(3).map(|row| row.first().map_or("", String::as_str));
        (text.collect(), cell(sheet, 1, 0), cell(sheet, 2, 0))
    })
}

fn cell(sheet: &Sheet, row: usize, column: usize) -> &str {
    sheet.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
}

/// A cell that is wrong: its row, its column, why.
type Fault = (usize, usize, String);

/// The column of the one cell of an entry.
const VALUE: usize = 3;

/// A slice that is being filled from its sheet.
struct Filling<'a> {
    /// As it was sent.
    sent: &'a Form,
    part: Form,
    indicators: Vec<IndicatorId>,
    faults: Vec<Fault>,
    /// Rows of lists, by field, and whether it was said that there are none.
    lists: Vec<(FieldId, Vec<Row>, bool)>,
    /// Cells of references, and the row of the sheet that they were last in.
    references: Vec<(MetricId, usize, [String; 3])>,
    evidence: Vec<(IndicatorId, Evidence)>,
    /// Whether the sheet still has its rows of evidence.
    has_evidence: bool,
}

impl<'a> Filling<'a> {
    fn new(sent: &'a Form) -> Filling<'a> {
        let indicators = sent.slice.as_ref().map(|slice| slice.indicators.clone());
        Filling {
            sent,
            part: sent.clone(),
            indicators: indicators.unwrap_or_default(),
            faults: Vec::new(),
            lists: Vec::new(),
            references: Vec::new(),
            evidence: Vec::new(),
            has_evidence: false,
        }
    }

    fn fill(&mut self, sheet: &Sheet) {
        // Rows that were put in below a list have no key: they belong to it.
        let mut list = String::new();
        for (at, row) in sheet.rows.iter().enumerate().skip(1) {
            let text = |column: usize| row.get(column).map_or("", String::as_str);
            let cells: [&str; CELLS] = std::array::from_fn(|cell| text(cell + 1));
            let key = text(0).trim();
            if key.is_empty() {
                let blank = cells.iter().all(|cell| cell.trim().is_empty());
                if !list.is_empty() && !blank {
                    self.line(at, &list, cells);
                }
                continue;
            }
            let mut parts = key.splitn(3, ':');
            list = match (parts.next(), parts.next()) {
                (Some("row"), Some(field)) => ["row:", field].concat(),
                (Some("evidence"), _) => "evidence".to_owned(),
                _ => String::new(),
            };
            self.line(at, key, cells);
        }
    }

    /// Takes a line; a key that nothing answers to is passed over.
    fn line(&mut self, at: usize, key: &str, cells: [&str; CELLS]) {
        let mut parts = key.splitn(3, ':');
        let kind = parts.next().unwrap_or_default();
        let name = parts.next().unwrap_or_default();
        let rest = parts.next().unwrap_or_default();
        let value = cells[VALUE - 1];
        match kind {
            "field" => self.field(at, name, value),
            "option" => self.option(at, name, rest, value),
            "none" => self.none(at, name, value),
            "row" => self.row(at, name, rest, cells),
            "reference" => self.reference(at, name, rest, value),
            "note" => self.note(name, value),
            "evidence" => self.proof(at, name, cells),
            _ => {}
        }
    }

    fn fault(&mut self, row: usize, column: usize, reason: String) {
        self.faults.push((row, column, reason));
    }

    fn field(&mut self, at: usize, name: &str, value: &str) {
        let Some(id) = self.asked(name) else { return };
        match entry::answer(self.sent, id, value) {
            Ok(answer) => self.part.case.answers.set(id, answer),
            Err(reason) => self.fault(at, VALUE, reason),
        }
    }

    /// A set is answered once an option is said yes or no; one of which every
    /// option is blank is open.
    fn option(&mut self, at: usize, name: &str, option: &str, value: &str) {
        let Some(id) = self.asked(name) else { return };
        let options = self.sent.edition[id].options;
        let Some(place) = options.iter().position(|one| one.id == option) else { return };
        let said = match value.trim() {
            "" => Ok(None),
            word => entry::yes_or_no(word).map(Some),
        };
        let (mut chosen, mut known) = match self.part.case.answers.get(id) {
            Some(Answer::Set(chosen)) => (*chosen, true),
            _ => (0, false),
        };
        if place == 0 {
            (chosen, known) = (0, false);
        }
        match said {
            Ok(None) => chosen &= !(1 << place),
            Ok(Some(yes)) => {
                known = true;
                chosen = chosen & !(1 << place) | u32::from(yes) << place;
            }
            Err(reason) => return self.fault(at, VALUE, reason),
        }
        self.part.case.answers.set(id, known.then_some(Answer::Set(chosen)));
    }

    fn none(&mut self, at: usize, name: &str, value: &str) {
        let Some(id) = self.asked(name) else { return };
        let said = match value.trim() {
            "" => Ok(false),
            word => entry::yes_or_no(word),
        };
        match said {
            Ok(none) => self.list(id).2 = none,
            Err(reason) => self.fault(at, VALUE, reason),
        }
    }

    fn row(&mut self, at: usize, name: &str, place: &str, cells: [&str; CELLS]) {
        let Some(id) = self.asked(name) else { return };
        let [_, title, recipient, level, year, _] = cells;
        match entry::row(self.sent, id, [title, recipient, level, year]) {
            Ok(row) => {
                let sent = match self.sent.case.answers.get(id) {
                    Some(Answer::Rows(rows)) => {
                        place.parse().ok().and_then(|at: usize| rows.get(at))
                    }
                    _ => None,
                };
                let row = row.map(|row| match sent {
                    Some(sent) => Row {
                        title: same_or_new(&sent.title, &row.title),
                        recipient: same_or_new(&sent.recipient, &row.recipient),
                        ..row
                    },
                    None => row,
                });
                self.list(id).1.extend(row);
            }
            Err(reason) => self.fault(at, 2, reason),
        }
    }

    fn list(&mut self, id: FieldId) -> &mut (FieldId, Vec<Row>, bool) {
        let at = self.lists.iter().position(|(field, ..)| *field == id).unwrap_or_else(|| {
            self.lists.push((id, Vec::new(), false));
            self.lists.len() - 1
        });
        &mut self.lists[at]
    }

    fn reference(&mut self, at: usize, name: &str, end: &str, value: &str) {
        let Some(id) = self.sent.edition.metric(name) else { return };
        let Some(end) =
            ["unacceptable", "satisfactory", "peers"].iter().position(|one| *one == end)
        else {
            return;
        };
        let known = self.references.iter().position(|(metric, ..)| *metric == id);
        let known = known.unwrap_or_else(|| {
            self.references.push((id, at, entry::reference_cells(self.sent, id)));
            self.references.len() - 1
        });
        if let Some((_, row, cells)) = self.references.get_mut(known) {
            (*row, cells[end]) = (at, value.trim().to_owned());
        }
    }

    fn note(&mut self, name: &str, value: &str) {
        let Some(id) = self.sent.edition.indicator(name) else { return };
        if self.indicators.contains(&id) {
            let sent = self.sent.notes.get(&id).map_or("", String::as_str);
            let note = same_or_new(sent, value);
            let note = (!note.trim().is_empty()).then_some(Value::Note(note));
            self.part.set_value(&Place::Note(id), note);
        }
    }

    fn proof(&mut self, at: usize, place: &str, cells: [&str; CELLS]) {
        self.has_evidence = true;
        let cells = cells.map(str::trim);
        let [number, title, document, date, stored, ready] = cells;
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        let sent = evidence(self.sent, &self.indicators);
        let sent = place.parse().ok().and_then(|at: usize| sent.get(at).copied());
        if let Some((id, row)) = sent
            && evidence_cells(self.sent, id, row).iter().zip(cells).all(|(a, b)| a.trim() == b)
        {
            self.evidence.push((id, row.clone()));
            return;
        }
        let id = self.sent.edition.indicator(number).filter(|id| self.indicators.contains(id));
        let Some(id) = id else { return self.fault(at, 1, words::no_indicator(number)) };
        if title.is_empty() {
            let fault = typed::TypedFault::Title;
            return self.fault(at, 2, page::typed_fault_alone(&fault, ""));
        }
        let date = match typed::date(date) {
            Ok(day) => day,
            Err(fault) => return self.fault(at, 4, page::typed_fault_alone(&fault, date)),
        };
        let ready = match ready {
            "" => None,
            word => match entry::yes_or_no(word) {
                Ok(ready) => Some(ready),
                Err(reason) => return self.fault(at, 6, reason),
            },
        };
        let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
        let row = Evidence {
            title: title.to_owned(),
            number: text(document),
            date,
            place: text(stored),
            ready,
        };
        self.evidence.push((id, row));
    }

    /// A field of the slice, by name.
    fn asked(&self, name: &str) -> Option<FieldId> {
        let id = self.sent.edition.field(name)?;
        let owner = self.sent.edition.owner(id);
        owner.is_none_or(|owner| self.indicators.contains(&owner)).then_some(id)
    }

    /// The slice as it was filled in, and what is wrong with it.
    fn finish(mut self) -> (Form, Vec<Fault>) {
        for (id, rows, none) in std::mem::take(&mut self.lists) {
            let answer = (none || !rows.is_empty()).then_some(Answer::Rows(rows));
            self.part.case.answers.set(id, answer);
        }
        for (id, at, cells) in std::mem::take(&mut self.references) {
            if cells == entry::reference_cells(self.sent, id) {
                continue;
            }
            match entry::reference(&self.sent.edition[id], &cells) {
                Ok(reference) => self.part.case.references.set(id, reference),
                Err(reason) => self.fault(at, VALUE, reason),
            }
        }
        if self.has_evidence {
            for id in &self.indicators {
                let own = self.evidence.iter().filter(|(of, _)| of == id);
                let rows: Vec<Evidence> = own.map(|(_, row)| row.clone()).collect();
                let rows = (!rows.is_empty()).then_some(Value::Evidence(rows));
                self.part.set_value(&Place::Evidence(*id), rows);
            }
        }
        (self.part, self.faults)
    }
}
