//! Answers, options of sets, references and notes as a sheet's cells say them.

use super::columns::cell_name;
use super::filling::{Filling, Partly, ReferenceCells, SetCells};
use crate::form::{Place, Value};
use crate::rulebook::Answer;
use crate::text::cell::{self, is_nothing, is_same, same_or_new, seen};
use crate::text::returned::{Message, Weight};
use crate::text::sheets as words;

impl Filling<'_> {
    pub(super) fn field(&mut self, (row, column): (usize, usize), name: &str, text: &str) {
        let Some(id) = self.asked(name) else { return };
        match cell::answer(self.sent, id, text) {
            Ok(said) => {
                if let Some(answer) = self.told(row, column, said) {
                    self.part.case.answers.set(id, Some(answer));
                }
            }
            Err(reason) => self.say(Weight::Refused, row, column, reason),
        }
    }

    pub(super) fn option(
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
            self.sets.push(SetCells { field: id, yes: 0, no: 0, open: Vec::new() });
            self.sets.len() - 1
        });
        let said = match cell::yes_or_no(text) {
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

    pub(super) fn reference(
        &mut self,
        (row, column): (usize, usize),
        name: &str,
        end: &str,
        text: &str,
    ) {
        let Some(id) = self.sent.edition.metric(name) else { return };
        let ends = ["unacceptable", "satisfactory", "peers"];
        let Some(end) = ends.iter().position(|one| *one == end) else { return };
        let at = self.references.iter().position(|one| one.metric == id).unwrap_or_else(|| {
            self.references.push(ReferenceCells { metric: id, cells: [None, None, None] });
            self.references.len() - 1
        });
        if let Some(one) = self.references.get_mut(at) {
            one.cells[end] = Some((row, column, text.trim().to_owned()));
        }
    }

    pub(super) fn note(&mut self, name: &str, text: &str) {
        let Some(id) = self.sent.edition.indicator(name) else { return };
        if self.indicators.contains(&id) {
            let sent = self.sent.notes.get(&id).map_or("", String::as_str);
            let note = Value::Note(same_or_new(sent, text));
            self.part.set_value(&Place::Note(id), Some(note));
        }
    }

    pub(super) fn finish_sets(&mut self) {
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

    pub(super) fn finish_references(&mut self) {
        for one in std::mem::take(&mut self.references) {
            self.finish_reference(&one);
        }
    }

    pub(super) fn finish_reference(&mut self, one: &ReferenceCells) {
        const PEERS: usize = 2;
        let metric = &self.sent.edition[one.metric];
        let sent = cell::reference_cells(self.sent, one.metric);
        let mut cells = sent.clone();
        let mut first_changed = None;
        for (end, said) in one.cells.iter().enumerate() {
            let Some((row, column, text)) = said else { continue };
            if is_nothing(text) || is_same(&sent[end], text) {
                continue;
            }
            let mut text = seen(text);
            if end != PEERS
                && let Some(rounded) = cell::reference_rounded(&text, metric.unit)
            {
                self.say(Weight::Taken, *row, *column, cell::words::rounded(&text, &rounded));
                text = rounded;
            }
            match cell::reference_cell(metric, &text, end == PEERS) {
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
        match cell::reference(metric, &cells) {
            Ok(reference) => self.part.case.references.set(one.metric, reference),
            Err(reason) => self.say(Weight::Refused, row, column, reason),
        }
    }
}
