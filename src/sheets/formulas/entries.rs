//! What a form's answers are in cells.

use super::page::Entered;
use crate::form::Form;
use crate::rulebook::{Answer, FieldId, Row};
use crate::score::fold;
use crate::text::page;
use rust_decimal::Decimal;

/// An entry of one cell.
pub fn entered(form: &Form, id: FieldId) -> Entered {
    match form.case.answers.get(id) {
        Some(Answer::YesNo(yes)) => yes_no(*yes),
        Some(Answer::Choice(chosen)) => {
            let option = form.edition[id].options.get(usize::from(*chosen));
            option.map_or(Entered::Nothing, |option| Entered::Text(option.label.to_owned()))
        }
        Some(answer) => answer.number().map_or(Entered::Nothing, Entered::Number),
        None => Entered::Nothing,
    }
}

/// Whether an option of a set is chosen; nothing where the set is not answered.
pub fn option(form: &Form, id: FieldId, at: usize) -> Entered {
    match form.case.answers.get(id) {
        Some(Answer::Set(chosen)) => yes_no(chosen >> at & 1 == 1),
        _ => Entered::Nothing,
    }
}

/// The rows of a list.
pub fn rows(form: &Form, id: FieldId) -> &[Row] {
    match form.case.answers.get(id) {
        Some(Answer::Rows(rows)) => rows,
        _ => &[],
    }
}

/// The four entries of a row. Texts stand as they are compared, for spreadsheets
/// cannot fold them.
pub fn row(form: &Form, id: FieldId, row: &Row) -> [Entered; 4] {
    let text = |text: &str| match fold(text) {
        folded if folded.is_empty() => Entered::Nothing,
        folded => Entered::Text(folded.into_owned()),
    };
    let level = row.level.and_then(|level| form.edition[id].options.get(usize::from(level)));
    [
        text(&row.title),
        text(&row.recipient),
        level.map_or(Entered::Nothing, |level| Entered::Text(level.label.to_owned())),
        row.year.map_or(Entered::Nothing, |year| Entered::Number(Decimal::from(year))),
    ]
}

fn yes_no(yes: bool) -> Entered {
    Entered::Text(if yes { page::YES } else { page::NO }.to_owned())
}
