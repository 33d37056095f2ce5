//! What stands in the cells of an entry, and what a cell that came back says.

use crate::form::{Form, typed};
use crate::rulebook::{Answer, FieldId, FieldKind, Metric, MetricId, Reference, Row};
use crate::text::page;
use rust_decimal::Decimal;

/// The text of an answer of one cell: a yes or no, a choice, a figure.
pub fn written(form: &Form, id: FieldId) -> String {
    let field = &form.edition[id];
    match form.case.answers.get(id) {
        Some(Answer::YesNo(yes)) => yes_no(*yes).to_owned(),
        Some(Answer::Choice(chosen)) => {
            let option = field.options.get(usize::from(*chosen));
            option.map_or("", |option| option.label).to_owned()
        }
        Some(Answer::Count(number)) => number.to_string(),
        Some(Answer::Figure(value)) => plain(value),
        _ => String::new(),
    }
}

/// The answer that a cell holds; none when it is blank.
pub fn answer(form: &Form, id: FieldId, cell: &str) -> Result<Option<Answer>, String> {
    let field = &form.edition[id];
    let cell = cell.trim();
    if cell.is_empty() {
        return Ok(None);
    }
    match field.kind {
        FieldKind::YesNo => yes_or_no(cell).map(|yes| Some(Answer::YesNo(yes))),
        FieldKind::Choice => {
            let at = field.options.iter().position(|option| option.label == cell);
            let labels = field.options.iter().map(|option| option.label);
            at.map(|at| Some(Answer::Choice(at as u8))).ok_or_else(|| one_of(cell, labels))
        }
        _ => typed::figure(field, cell).map_err(|fault| page::typed_fault_alone(&fault, cell)),
    }
}

/// 是 and 否, as people write them.
pub fn yes_or_no(cell: &str) -> Result<bool, String> {
    match cell.trim() {
        page::YES | "√" | "✓" | "TRUE" => Ok(true),
        page::NO | "×" | "FALSE" => Ok(false),
        other => Err(one_of(other, [page::YES, page::NO].into_iter())),
    }
}

/// The word for a yes or no.
pub fn yes_no(yes: bool) -> &'static str {
    if yes { page::YES } else { page::NO }
}

/// The four cells of a row of a list.
pub fn row_cells(form: &Form, id: FieldId, row: &Row) -> [String; 4] {
    let options = form.edition[id].options;
    let level = row.level.and_then(|level| options.get(usize::from(level)));
    [
        row.title.clone(),
        row.recipient.clone(),
        level.map_or("", |level| level.label).to_owned(),
        row.year.map(|year| year.to_string()).unwrap_or_default(),
    ]
}

/// The row of a list that four cells hold; none when all are blank.
pub fn row(form: &Form, id: FieldId, cells: [&str; 4]) -> Result<Option<Row>, String> {
    let [title, recipient, level, year] = cells.map(str::trim);
    if [title, recipient, level, year].iter().all(|cell| cell.is_empty()) {
        return Ok(None);
    }
    let options = form.edition[id].options;
    let at = options.iter().position(|option| option.label == level);
    if at.is_none() && !level.is_empty() {
        return Err(one_of(level, options.iter().map(|option| option.label)));
    }
    let year = typed::year(year).map_err(|fault| page::typed_fault_alone(&fault, year))?;
    let (title, recipient) = (title.to_owned(), recipient.to_owned());
    Ok(Some(Row { title, recipient, level: at.map(|at| at as u8), year }))
}

/// The three cells of a reference: both ends, and the values of peers.
pub fn reference_cells(form: &Form, id: MetricId) -> [String; 3] {
    match form.case.references.get(id) {
        Some(Reference::Ends { unacceptable, satisfactory }) => {
            let end = |end: &Option<Decimal>| end.as_ref().map(plain).unwrap_or_default();
            [end(unacceptable), end(satisfactory), String::new()]
        }
        Some(Reference::Peers(values)) => {
            let values: Vec<String> = values.iter().map(plain).collect();
            [String::new(), String::new(), values.join("、")]
        }
        None => Default::default(),
    }
}

/// The reference that three cells hold.
pub fn reference(metric: &Metric, cells: &[String; 3]) -> Result<Option<Reference>, String> {
    let [unacceptable, satisfactory, peers] = cells;
    typed::reference(metric, unacceptable, satisfactory, peers)
        .map_err(|fault| page::typed_fault_alone(&fault, &cells.concat()))
}

/// A text that came back, or the text that was sent when it is the same but for
/// blanks around it and the way lines end.
pub fn same_or_new(sent: &str, cell: &str) -> String {
    let plain = |text: &str| text.replace('\r', "").trim().to_owned();
    if plain(sent) == plain(cell) { sent.to_owned() } else { cell.trim().to_owned() }
}

fn plain(value: &Decimal) -> String {
    value.normalize().to_string()
}

fn one_of(cell: &str, labels: impl Iterator<Item = &'static str>) -> String {
    let labels: Vec<&str> = labels.collect();
    crate::text::sheets::one_of(cell, &labels)
}
