//! A workbook that came back, as departments' slices.

use super::columns::{Columns, HeadKind, is_key, key_column};
use super::filling::{Filled, Partly, fill, label};
use super::lines::{Line, Look, label_before, lines};
use super::read::{Sheet, sheets};
use super::{CARRIED, MARK, all_units, part};
use crate::form::{self, Form};
use crate::rulebook::Answer;
use crate::text::returned::{Message, Returned, Weight};
use crate::text::{page, sheets as words};

/// What was read of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadWorkbook {
    /// The slices that say something else than what was sent.
    pub slices: Vec<Form>,
    /// Everything that was not taken, or not as written, in the order of sheets.
    pub messages: Vec<Message>,
}

impl ReadWorkbook {
    /// What was read, as the page takes it.
    pub fn returned(&self) -> Returned {
        Returned {
            files: self.slices.iter().map(form::write).collect(),
            messages: self.messages.clone(),
        }
    }
}

/// A form of the user's own, for sheets that lost the one that they were made from.
#[derive(Clone, Copy, Debug)]
pub struct Own<'a> {
    /// The id under which it is kept.
    pub id: &'a str,
    /// The form.
    pub form: &'a Form,
}

/// Reads a returned workbook. `own` are the user's forms, the open one first; `now` is the
/// minute, `YYYY-MM-DDTHH:MM`, for slices that do not say when they were sent.
///
/// Errors: it is no workbook of ours at all, in words for the user.
pub fn returned(workbook: &[u8], own: &[Own], now: &str) -> Result<ReadWorkbook, String> {
    returned_sheets(&sheets(workbook)?, own, now)
}

/// The same from sheets that are read already.
pub fn returned_sheets(sheets: &[Sheet], own: &[Own], now: &str) -> Result<ReadWorkbook, String> {
    let carried: Vec<Carried> = sheets.iter().filter_map(carried).collect();
    let mut book = ReadWorkbook::default();
    let mut partly: Vec<(usize, Partly)> = Vec::new();
    let mut parts: Vec<(Form, Form)> = Vec::new();
    let mut is_ours = false;
    for sheet in sheets {
        if self::carried(sheet).is_some() || is_of_ours(sheet) {
            continue;
        }
        if !is_unit_sheet(sheet) {
            if !sheet.is_hidden && sheet.rows.iter().flatten().any(|cell| !cell.trim().is_empty()) {
                book.say(Weight::Unread, sheet, words::OTHER_SHEET.to_owned());
            }
            continue;
        }
        is_ours = true;
        let Some((sent, lines)) = origin(sheet, &carried, own, now, &mut book) else { continue };
        let (keys, column) = match key_column(sheet) {
            Some(column) => (keys(sheet, column), Some(column)),
            None => {
                book.say(Weight::Taken, sheet, words::NO_KEYS.to_owned());
                (restored(&sent, sheet, &lines), None)
            }
        };
        let Filled { part, messages, partly: open } = fill(&sent, &lines, sheet, &keys, column);
        book.messages.extend(messages);
        partly.extend(open.into_iter().map(|one| (parts.len(), one)));
        parts.push((sent, part));
    }
    unite(&mut parts, partly, &mut book);
    let changed = parts.into_iter().filter(|(sent, part)| sent != part);
    book.slices.extend(changed.map(|(_, part)| part));
    if is_ours { Ok(book) } else { Err(words::NOT_OURS.to_owned()) }
}

impl ReadWorkbook {
    fn say(&mut self, weight: Weight, sheet: &Sheet, said: String) {
        let (sheet, cell, found) = (sheet.name.clone(), String::new(), String::new());
        self.messages.push(Message { weight, sheet, cell, found, said });
    }
}

/// Sets of which several units answered some options each, and together all.
fn unite(parts: &mut [(Form, Form)], partly: Vec<(usize, Partly)>, book: &mut ReadWorkbook) {
    let edition = |at: usize| parts.get(at).map(|(sent, _)| sent.edition);
    let mut answers = Vec::new();
    for (at, one) in &partly {
        let Some(edition) = edition(*at) else { continue };
        let same = partly.iter().filter(|(other, set)| {
            set.field == one.field && self::edition_of(parts, *other) == Some(edition)
        });
        let (yes, no) = same.fold((0, 0), |(yes, no), (_, set)| (yes | set.yes, no | set.no));
        let field = &edition[one.field];
        let all = (0..field.options.len()).fold(0u32, |all, bit| all | 1 << bit);
        if yes | no != all {
            book.messages.push(one.message.clone());
            continue;
        }
        answers.push((*at, one.field, yes));
        let said = words::united(field.label);
        book.messages.push(Message { weight: Weight::Taken, said, ..one.message.clone() });
    }
    for (at, field, yes) in answers {
        if let Some((_, part)) = parts.get_mut(at) {
            part.case.answers.set(field, Some(Answer::Set(yes)));
        }
    }
}

fn edition_of(parts: &[(Form, Form)], at: usize) -> Option<form::Edition> {
    parts.get(at).map(|(sent, _)| sent.edition)
}

/// What a hidden sheet carries: the form that the sheets were made from, when
/// they were sent, and the id of the whole form.
struct Carried {
    form: Form,
    sent: String,
    parent: String,
}

fn carried(sheet: &Sheet) -> Option<Carried> {
    if sheet.cell(0, 0) != CARRIED {
        return None;
    }
    let text: String = (3..sheet.rows.len()).map(|row| sheet.cell(row, 0)).collect();
    let (sent, parent) = (sheet.cell(1, 0).to_owned(), sheet.cell(2, 0).to_owned());
    // A damaged form counts as missing: the sheets may fit one of the user's own.
    let form = form::read(&text).ok().filter(|_| form::limits::is_moment(&sent))?;
    Some(Carried { form, sent, parent })
}

/// Whether a sheet is the workbook's own and holds no answers: the summary, the
/// table, the words of choices, or what a damaged hidden sheet left.
fn is_of_ours(sheet: &Sheet) -> bool {
    let names = [words::SUMMARY, words::TABLE, words::DIFFERENCES, words::OPTIONS];
    let is_named = names.iter().any(|name| {
        let rest = sheet.name.strip_prefix(name).map(str::trim);
        // Copies are named 「选项 (2)」.
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    });
    sheet.cell(0, 0) == CARRIED || is_named && key_column(sheet).is_none()
}

fn is_unit_sheet(sheet: &Sheet) -> bool {
    key_column(sheet).is_some() || sheet.cell(0, 0).starts_with(MARK) || title(sheet).is_some() || {
        let heads = sheet.rows.iter().filter_map(|row| Columns::of_row(row));
        heads.filter(|columns| columns.kind == HeadKind::Entry && columns.is_whole()).count() > 1
    }
}

/// The form and the unit that a sheet's title names: `示例县 2022 年`, 区统计局.
fn title(sheet: &Sheet) -> Option<(&str, &str)> {
    let (between, end) = words::TITLE_PARTS;
    let first = sheet.rows.iter().take(3).flatten();
    first.into_iter().find_map(|cell| cell.trim().strip_suffix(end)?.split_once(between))
}

/// The slice that a sheet was made for, and its lines. What the workbook lost is looked for
/// among the user's own forms, and the user is told.
fn origin(
    sheet: &Sheet,
    carried: &[Carried],
    own: &[Own],
    now: &str,
    book: &mut ReadWorkbook,
) -> Option<(Form, Vec<Line>)> {
    let keys: Vec<String> = match key_column(sheet) {
        Some(column) => keys(sheet, column).into_iter().filter(|key| !key.is_empty()).collect(),
        None => Vec::new(),
    };
    let named = title(sheet);
    let mark = sheet.rows.iter().take(3).flatten().find_map(|cell| cell.strip_prefix(MARK));
    let unit = mark.or(named.map(|(_, unit)| unit));
    // The latest of several workbooks that were put together.
    let mut candidates: Vec<(&Form, &str, &str, bool)> = carried
        .iter()
        .map(|one| (&one.form, one.sent.as_str(), one.parent.as_str(), false))
        .collect();
    candidates.sort_by(|a, b| b.1.cmp(a.1));
    let of_title = |form: &Form| named.is_none_or(|(name, _)| page::form_name("", form) == name);
    candidates.sort_by_key(|(form, ..)| !of_title(form));
    let own = own.iter().filter(|one| one.form.slice.is_none() && of_title(one.form));
    candidates.extend(own.map(|one| (one.form, now, one.id, true)));
    let mut is_unit_missing = false;
    let is_named = unit.is_some();
    for (form, sent, parent, is_own) in candidates {
        let units: Vec<&str> = match unit {
            Some(unit) => vec![unit],
            None => match &form.slice {
                Some(slice) => vec![slice.unit.as_str()],
                None => all_units(form),
            },
        };
        let fits = units.into_iter().filter_map(|unit| {
            let part = part(form, unit, sent, parent)?;
            let lines = lines(&part);
            let is_known =
                |key: &String| is_row(key) || lines.iter().any(|line| line.key == plain(key));
            let count = keys.iter().filter(|key| is_known(key)).count();
            // A unit that is named may have a line more, which is then told.
            let least = if is_named { keys.len().div_ceil(2) } else { keys.len() };
            (count >= least).then_some((part, lines))
        });
        // Of several units the one with the fewest lines that has them all.
        let Some((part, lines)) = fits.min_by_key(|(_, lines)| lines.len()) else { continue };
        if !is_named && keys.is_empty() {
            is_unit_missing = true;
            continue;
        }
        if is_own {
            let name = page::form_name("", form);
            book.say(Weight::Taken, sheet, words::hidden_sheet_gone(&name));
        }
        return Some((part, lines));
    }
    let said = match is_unit_missing {
        true => words::UNIT_UNKNOWN.to_owned(),
        false => words::form_unknown(named.map_or("", |(name, _)| name)),
    };
    book.say(Weight::Refused, sheet, said);
    None
}

/// A key without what marks its cell as locked.
fn plain(key: &str) -> &str {
    key.strip_prefix(super::columns::LOCKED).unwrap_or(key)
}

/// Whether a key is that of a row, of which a sheet may have more than were sent.
fn is_row(key: &str) -> bool {
    plain(key).starts_with("row:") || plain(key).starts_with("evidence:")
}

/// The key of each row of a sheet; blank where it has none.
fn keys(sheet: &Sheet, column: usize) -> Vec<String> {
    let key = |row: usize| {
        let cell = sheet.cell(row, column).trim();
        if is_key(cell) { cell.to_owned() } else { String::new() }
    };
    (0..sheet.rows.len()).map(key).collect()
}

/// The keys of a sheet that lost its hidden column, by the headings and labels
/// that people see.
fn restored(part: &Form, sheet: &Sheet, lines: &[Line]) -> Vec<String> {
    let mut known: Vec<(String, String, &str)> = Vec::new();
    let (mut heading, mut headings) = (String::new(), Vec::new());
    for line in lines {
        match line.look {
            Look::Heading => {
                heading = label(&line.cells[0]);
                headings.push(heading.clone());
            }
            Look::Entry => {
                let before = label_before(part, &line.key);
                let labels = before.iter().chain([&line.cells[1]]);
                known.extend(labels.map(|text| (heading.clone(), label(text), line.key.as_str())));
            }
            _ => {}
        }
    }
    let mut keys = Vec::new();
    let mut heading = String::new();
    let mut entry: Option<Columns> = None;
    // The list that the rows below belong to, its columns, and how many there were.
    let mut list: Option<(String, Columns, usize)> = None;
    for (row, cells) in sheet.rows.iter().enumerate() {
        let mut key = String::new();
        if let Some(found) = cells.iter().map(|cell| label(cell)).find(|c| headings.contains(c)) {
            (heading, entry, list) = (found, None, None);
        } else if let Some(found) = Columns::of_row(cells) {
            list = match found.kind {
                HeadKind::Entry => None,
                HeadKind::Evidence => Some(("evidence".to_owned(), found, 0)),
                HeadKind::List => known
                    .iter()
                    .find(|(above, _, key)| *above == heading && key.starts_with("none:"))
                    .map(|(.., key)| (key.replacen("none:", "row:", 1), found, 0)),
            };
            if found.kind == HeadKind::Entry {
                entry = Some(found);
            }
        } else {
            let own = entry.map(|columns| label(columns.text(sheet, row, 1))).unwrap_or_default();
            let found = known.iter().find(|(above, text, _)| *above == heading && *text == own);
            match (found, &mut list) {
                (Some((.., found)), _) => (key, list) = ((*found).to_owned(), None),
                (None, Some((name, columns, count))) => {
                    let number = columns.text(sheet, row, 0).trim();
                    if columns.kind == HeadKind::Evidence || number == (*count + 1).to_string() {
                        key = format!("{name}:{count}");
                        *count += 1;
                    }
                }
                (None, None) => {}
            }
        }
        keys.push(key);
    }
    keys
}
