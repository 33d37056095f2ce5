//! A unit's sheet, line by line.

use crate::desk::units;
use crate::form::{Evidence, Form};
use crate::rulebook::{Answer, Field, FieldId, FieldKind, IndicatorId, Kind, MetricId};
use crate::score::shown;
use crate::text::cell;
use crate::text::{page, sheets as words};

/// Cells of a line that people see: B to G.
pub const CELLS: usize = 6;

/// Characters of a text that stand in a cell; a cell holds 32,767, of which some
/// count as two.
const CELL: usize = 16_000;

/// Blank rows below those of a list of honours, and of evidence.
const BLANK_ROWS: usize = 10;

/// A line of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it enters; empty where nothing is entered.
    pub key: String,
    /// How it looks.
    pub look: Look,
    /// The texts of its cells, from column A on.
    pub cells: [String; CELLS],
    /// The cell that takes one of some words, and the words.
    pub choice: Option<(usize, Vec<&'static str>)>,
}

/// How a line looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The title of the sheet.
    Title,
    /// A sentence of help.
    Hint,
    /// An indicator's name.
    Heading,
    /// The names of the columns.
    Head,
    /// One cell, D, is filled in.
    #[default]
    Entry,
    /// Every cell is filled in.
    Row,
}

/// A text as a cell holds it: whole, or its beginning, marked as such.
pub fn beginning(text: &str) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let room = CELL - words::CUT.chars().count();
    text.chars().take(room).chain(words::CUT.chars()).collect()
}

/// Whether a cell holds the whole of a text.
pub fn fits(text: &str) -> bool {
    text.len() < CELL || text.chars().count() < CELL
}

/// The sheet of a slice; nothing for a form that is none.
pub fn lines(part: &Form) -> Vec<Line> {
    let Some(slice) = &part.slice else { return Vec::new() };
    let mut all = vec![
        text(Look::Title, words::sheet_title(part.unit(&slice.unit), &page::form_name("", part))),
        text(Look::Hint, words::HOW_TO_FILL.to_owned()),
    ];
    let shared = part.edition.shared();
    let read = |field: &FieldId| {
        part.edition.readers(*field).iter().any(|id| slice.indicators.contains(id))
    };
    let shared: Vec<FieldId> = shared.into_iter().filter(read).collect();
    if !shared.is_empty() {
        all.push(text(Look::Heading, page::SHARED.to_owned()));
        all.push(head(words::HEAD));
    }
    for field in shared {
        self::field(part, field, &mut all);
    }
    for id in &slice.indicators {
        indicator(part, *id, &mut all);
    }
    all.push(text(Look::Heading, page::EVIDENCE.to_owned()));
    all.push(text(Look::Hint, words::EVIDENCE_HINT.to_owned()));
    all.push(head(words::EVIDENCE_HEAD));
    let rows = evidence(part, &slice.indicators);
    for at in 0..rows.len() + BLANK_ROWS {
        let cells = rows.get(at).map(|(id, row)| evidence_cells(part, *id, row));
        all.push(Line {
            key: format!("evidence:{at}"),
            look: Look::Row,
            cells: cells.unwrap_or_default(),
            choice: Some((5, vec![page::YES, page::NO])),
        });
    }
    all
}

/// The rows of evidence of some indicators, in their order.
pub fn evidence<'a>(
    part: &'a Form,
    indicators: &[IndicatorId],
) -> Vec<(IndicatorId, &'a Evidence)> {
    let rows = |id: &IndicatorId| {
        let rows = part.evidence.get(id).map_or(&[][..], Vec::as_slice);
        rows.iter().map(|row| (*id, row)).collect::<Vec<_>>()
    };
    indicators.iter().flat_map(rows).collect()
}

/// The cells of a row of evidence, the indicator's number first.
pub fn evidence_cells(part: &Form, id: IndicatorId, row: &Evidence) -> [String; CELLS] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let ready = row.ready.map_or("", cell::yes_no).to_owned();
    [
        part.edition[id].id.to_owned(),
        row.title.clone(),
        text(&row.number),
        text(&row.date),
        text(&row.place),
        ready,
    ]
}

fn indicator(part: &Form, id: IndicatorId, all: &mut Vec<Line>) {
    let indicator = &part.edition[id];
    let mut heading = format!("{} {}", indicator.id, indicator.title);
    if part.edition.kind == Kind::Points {
        heading.push_str(&words::worth(&shown(indicator.points, 2)));
    }
    all.push(text(Look::Heading, heading));
    all.push(text(Look::Hint, indicator.wording.to_owned()));
    let units = units(part, id);
    let names: Vec<&str> = units.iter().map(|(name, _)| part.unit(name)).collect();
    all.push(text(Look::Hint, words::who_and_when(&names, indicator.deadline.text)));
    all.push(head(words::HEAD));
    for field in indicator.fields {
        self::field(part, *field, all);
    }
    for metric in part.edition.metrics_under(id, &part.case.readings) {
        reference(part, metric, all);
    }
    let note = part.notes.get(&id).cloned().unwrap_or_default();
    all.push(line(format!("note:{}", indicator.id), page::NOTE, note, "", ""));
}

/// The label that a line of a figure had in sheets of releases whose labels did not
/// speak of the form's own years.
pub fn label_before(part: &Form, key: &str) -> Option<String> {
    let rulebook = part.edition.written();
    let field = rulebook.field(key.strip_prefix("field:")?)?;
    Some(words::label_before(rulebook[field].label))
}

fn field(part: &Form, id: FieldId, all: &mut Vec<Line>) {
    let field = &part.edition[id];
    let help = |text: &str| match field.hint {
        "" => text.to_owned(),
        hint => format!("{text}；{hint}"),
    };
    let answer = part.case.answers.get(id);
    match field.kind {
        FieldKind::Set => options(field, answer, &help(words::SET_HINT), all),
        FieldKind::List => list(part, id, all),
        _ => {
            let mut line = line(
                format!("field:{}", field.id),
                field.label,
                cell::written(part, id),
                field.unit,
                &help(words::kind_hint(field.kind)),
            );
            line.choice = match field.kind {
                FieldKind::YesNo => Some((2, vec![page::YES, page::NO])),
                FieldKind::Choice => {
                    Some((2, field.options.iter().map(|option| option.label).collect()))
                }
                _ => None,
            };
            all.push(line);
        }
    }
}

/// A line for each option of a set.
fn options(field: &Field, answer: Option<&Answer>, help: &str, all: &mut Vec<Line>) {
    for (at, option) in field.options.iter().enumerate() {
        let said = match answer {
            Some(Answer::Set(chosen)) => cell::yes_no(chosen >> at & 1 == 1),
            _ => "",
        };
        let label = page::named(field.label, option.label);
        let key = format!("option:{}:{}", field.id, option.id);
        let mut line = line(key, &label, said.to_owned(), "", help);
        line.choice = Some((2, vec![page::YES, page::NO]));
        all.push(line);
    }
}

/// The rows of a list, with blank ones to go on, and the answer that there are none.
fn list(part: &Form, id: FieldId, all: &mut Vec<Line>) {
    let field = &part.edition[id];
    let rows = match part.case.answers.get(id) {
        Some(Answer::Rows(rows)) => rows.as_slice(),
        _ => &[],
    };
    let none = matches!(part.case.answers.get(id), Some(Answer::Rows(rows)) if rows.is_empty());
    let none = if none { page::YES } else { "" }.to_owned();
    let key = format!("none:{}", field.id);
    let mut line = line(key, page::NO_ROWS, none, "", words::NONE_HINT);
    line.choice = Some((2, vec![page::YES, page::NO]));
    all.push(line);
    all.push(head(words::LIST_HEAD));
    let levels: Vec<&'static str> = field.options.iter().map(|option| option.label).collect();
    for at in 0..rows.len() + BLANK_ROWS {
        let [title, recipient, level, year] =
            rows.get(at).map(|row| cell::row_cells(part, id, row)).unwrap_or_default();
        all.push(Line {
            key: format!("row:{}:{at}", field.id),
            look: Look::Row,
            cells: [(at + 1).to_string(), title, recipient, level, year, String::new()],
            choice: Some((3, levels.clone())),
        });
    }
}

fn reference(part: &Form, id: MetricId, all: &mut Vec<Line>) {
    let metric = part.edition.metric_under(id, &part.case.readings);
    let cells = cell::reference_cells(part, id);
    let names = ["unacceptable", "satisfactory", "peers"];
    let labels = [page::UNACCEPTABLE, page::SATISFACTORY, page::PEERS];
    for ((cell, name), label) in cells.into_iter().zip(names).zip(labels) {
        let key = format!("reference:{}:{name}", metric.id);
        let label = page::named(metric.label, label);
        all.push(line(key, &label, cell, metric.unit, words::REFERENCE_HINT));
    }
}

fn line(key: String, label: &str, value: String, unit: &str, help: &str) -> Line {
    let cells = ["", label, &value, unit, help, ""].map(str::to_owned);
    Line { key, cells, ..Line::default() }
}

fn text(look: Look, text: String) -> Line {
    let mut line = Line { look, ..Line::default() };
    line.cells[0] = text;
    line
}

fn head(names: [&str; CELLS]) -> Line {
    Line { look: Look::Head, cells: names.map(str::to_owned), ..Line::default() }
}
