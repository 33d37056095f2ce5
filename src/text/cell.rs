//! What stands in the cells of an entry of a spreadsheet, and what a cell says that
//! came back or was pasted.

use super::page;
use crate::form::limits::{self, FIGURE, REFERENCE};
use crate::form::{Form, typed};
use crate::rulebook::{Answer, Field, FieldId, FieldKind, Metric, MetricId, Reference, Row};
use crate::score::{fold, visible};
use rust_decimal::{Decimal, RoundingStrategy};

pub mod words;

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T> {
    /// None where nothing is said.
    pub value: Option<T>,
    /// A message for the user, where the cell was taken as it was meant and not as it is
    /// written.
    pub told: Option<String>,
}

impl<T> Said<T> {
    fn plainly(value: T) -> Said<T> {
        Said { value: Some(value), told: None }
    }

    fn as_meant(value: T, told: String) -> Said<T> {
        Said { value: Some(value), told: Some(told) }
    }

    fn nothing(cell: &str) -> Said<T> {
        let told = (!cell.is_empty()).then(|| words::taken_as_blank(cell));
        Said { value: None, told }
    }

    fn map<U>(self, change: impl FnOnce(T) -> U) -> Said<U> {
        Said { value: self.value.map(change), told: self.told }
    }
}

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

/// The text of a cell without invisible characters, and without blanks around it.
pub fn seen(cell: &str) -> String {
    visible(cell).trim().to_owned()
}

/// Whether a cell says as much as if nothing stood in it: `/`, `—` and the like.
pub fn is_nothing(cell: &str) -> bool {
    let cell: String = seen(cell).chars().map(dash).collect();
    cell.is_empty() || words::NOTHING_WORDS.contains(&cell.as_str())
}

fn dash(c: char) -> char {
    match c {
        '—' | '–' | '―' | '－' | '─' | '−' | '‐' | '‑' | 'ー' => '-',
        '／' | '∕' | '⁄' => '/',
        c => c,
    }
}

/// The answer that a cell holds. Errors: why it holds none, for the user.
pub fn answer(form: &Form, id: FieldId, cell: &str) -> Result<Said<Answer>, String> {
    let field = &form.edition[id];
    let cell = seen(cell);
    if is_nothing(&cell) {
        return Ok(Said::nothing(&cell));
    }
    match field.kind {
        FieldKind::YesNo => Ok(yes_or_no(&cell)?.map(Answer::YesNo)),
        FieldKind::Choice => {
            let labels: Vec<&str> = field.options.iter().map(|option| option.label).collect();
            Ok(choice(&labels, &cell)?.map(Answer::Choice))
        }
        _ => figure(field, &cell),
    }
}

/// A figure, which may have more decimals than a form holds, or stand in words.
fn figure(field: &Field, cell: &str) -> Result<Said<Answer>, String> {
    let text = match number_word(cell).filter(|_| field.kind == FieldKind::Count) {
        Some(number) => number,
        None => cell.to_owned(),
    };
    let told = (text != cell).then(|| words::taken_as(cell, &text));
    match typed::figure(field, &text) {
        Ok(Some(answer)) => {
            let converted = typed::converted(&text, field.unit);
            let converted =
                converted.map(|value| words::converted(cell, &plain(&value), field.unit));
            Ok(Said { value: Some(answer), told: told.or(converted) })
        }
        Ok(None) => Ok(Said::nothing("")),
        Err(fault) => match rounded(field, &text) {
            Some(value) => {
                let told = words::rounded(cell, &plain(&value));
                Ok(Said::as_meant(Answer::Figure(value), told))
            }
            None => Err(page::typed_fault_alone(&fault, cell)),
        },
    }
}

/// A figure with more decimals than a form holds, as spreadsheets compute them,
/// rounded half away from zero.
fn rounded(field: &Field, text: &str) -> Option<Decimal> {
    if field.kind == FieldKind::Count {
        return None;
    }
    let value = typed::precise(text, field.unit)?;
    let places = u32::try_from(FIGURE.places).ok()?;
    let value = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let (least, most) = limits::bounds(field.kind);
    let fits = value.trunc().abs().to_string().len() <= FIGURE.whole
        && least.is_none_or(|least| value >= least)
        && most.is_none_or(|most| value <= most);
    fits.then_some(value)
}

/// A number from 0 to 10 in words.
fn number_word(cell: &str) -> Option<String> {
    if cell == words::TWO {
        return Some("2".to_owned());
    }
    words::NUMBER_WORDS.iter().position(|word| *word == cell).map(|number| number.to_string())
}

/// 是 and 否, as people write them.
pub fn yes_or_no(cell: &str) -> Result<Said<bool>, String> {
    let cell = seen(cell);
    if is_nothing(&cell) {
        return Ok(Said::nothing(&cell));
    }
    let word = bare(&cell);
    let told = |yes: bool| match yes_no(yes) {
        same if same == cell => Said::plainly(yes),
        other => Said::as_meant(yes, words::taken_as(&cell, other)),
    };
    if words::YES_WORDS.contains(&word.as_str()) {
        Ok(told(true))
    } else if words::NO_WORDS.contains(&word.as_str()) {
        Ok(told(false))
    } else {
        Err(words::one_of(&cell, &[page::YES, page::NO]))
    }
}

/// The word for a yes or no.
pub fn yes_no(yes: bool) -> &'static str {
    if yes { page::YES } else { page::NO }
}

/// One of some labels: the one that the cell holds to the letter, or the only one that
/// begins with it, or the only one that a plain no can mean.
pub fn choice(labels: &[&str], cell: &str) -> Result<Said<u8>, String> {
    let cell = seen(cell);
    if is_nothing(&cell) {
        return Ok(Said::nothing(&cell));
    }
    let word = bare(&cell);
    if let Some(at) = labels.iter().position(|label| *label == cell) {
        return Ok(Said::plainly(position(at)));
    }
    let told = |at: usize| {
        let label = labels.get(at).copied().unwrap_or_default();
        Said::as_meant(position(at), words::taken_as(&cell, label))
    };
    let folded: Vec<String> = labels.iter().map(|label| bare(label)).collect();
    if let Some(at) = folded.iter().position(|label| *label == word) {
        return Ok(told(at));
    }
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = folded.iter().enumerate().filter(|(_, label)| fits(label));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Some(at),
            _ => None,
        }
    };
    let is_word = word.chars().count() >= 2;
    let begins = || only(&|label| is_word && label.starts_with(word.as_str()));
    let no = || {
        let is_no = |text: &str| words::NO_WORDS.contains(&text);
        if is_no(&word) { only(&is_no) } else { None }
    };
    match begins().or_else(no) {
        Some(at) => Ok(told(at)),
        None => Err(words::one_of(&cell, labels)),
    }
}

fn position(at: usize) -> u8 {
    u8::try_from(at).unwrap_or_default()
}

/// A word in its plainest form: folded, in lower case, without punctuation and
/// blanks around it.
fn bare(word: &str) -> String {
    let folded = fold(word).to_lowercase();
    let around = |c: char| c.is_whitespace() || "。.，,；;！!、：:“”\"'‘’()（）".contains(c);
    folded.trim_matches(around).to_owned()
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

/// The year in a cell.
pub fn year(cell: &str) -> Result<Said<u16>, String> {
    let cell = seen(cell);
    if is_nothing(&cell) {
        return Ok(Said::nothing(&cell));
    }
    let year = typed::year(&cell).map_err(|fault| page::typed_fault_alone(&fault, &cell))?;
    Ok(Said { value: year, told: None })
}

/// When a proof was made, as a cell says it.
pub fn date(cell: &str) -> Result<Said<String>, String> {
    let cell = seen(cell);
    if is_nothing(&cell) {
        return Ok(Said::nothing(&cell));
    }
    let date = typed::date(&cell).map_err(|fault| page::typed_fault_alone(&fault, &cell))?;
    Ok(Said { value: date, told: None })
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

/// Why one cell of a reference cannot stand, whatever the others say; `of_peers`
/// for the values of peers.
pub fn reference_cell(metric: &Metric, cell: &str, of_peers: bool) -> Result<(), String> {
    let read = match of_peers {
        true => typed::reference(metric, "", "", cell),
        false => match typed::precise(cell, metric.unit) {
            Some(_) if typed::is_reference_text(metric, cell, false) => return Ok(()),
            _ => typed::reference(metric, cell, "", ""),
        },
    };
    match read {
        // A single end may contradict a default: both are judged together.
        Ok(_) | Err(typed::TypedFault::EndsInOrder { .. }) => Ok(()),
        Err(fault) => Err(page::typed_fault_alone(&fault, &seen(cell))),
    }
}

/// The reference that three cells hold.
pub fn reference(metric: &Metric, cells: &[String; 3]) -> Result<Option<Reference>, String> {
    let [unacceptable, satisfactory, peers] = cells;
    typed::reference(metric, unacceptable, satisfactory, peers)
        .map_err(|fault| page::typed_fault_alone(&fault, &cells.concat()))
}

/// A reference with more decimals than a form holds, rounded.
pub fn reference_rounded(cell: &str, unit: &str) -> Option<String> {
    let value = typed::precise(cell, unit)?;
    let places = u32::try_from(REFERENCE.places).ok()?;
    (value.normalize().scale() > places).then(|| {
        plain(&value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    })
}

/// A text that came back, or the text that was sent when it is the same but for
/// blanks around it and the way lines end.
pub fn same_or_new(sent: &str, cell: &str) -> String {
    if is_same(sent, cell) { sent.to_owned() } else { cell.trim().to_owned() }
}

/// Whether two texts are the same but for blanks around them and the way lines
/// end.
pub fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.replace('\r', "").trim().to_owned();
    plain(one) == plain(other)
}

/// Whether two texts of the sheet's own are the same to the eye.
pub fn is_same_label(one: &str, other: &str) -> bool {
    let plain = |text: &str| fold(text).split_whitespace().collect::<String>();
    plain(one) == plain(other)
}

fn plain(value: &Decimal) -> String {
    value.normalize().to_string()
}
