//! Spreadsheets both ways: a form as a workbook, and a returned workbook as
//! departments' slices.
//!
//! This room is a module of its own that the page fetches only when it is asked
//! for (`src/sheets/main.rs`): the crates that know Excel's format weigh more
//! than all of the page.
//!
//! A sheet to be filled in is a list of [`Line`]s. Each line that takes an entry
//! has a key in a hidden column, so that it is found again wherever it was moved
//! to. A hidden sheet carries the form that the sheets were made from: what
//! comes back becomes a slice of that form, and is merged like any other.
//!
//! The workbook of formulas (计算表, `formulas/`) goes one way only: every point in
//! it is a formula over cells with the answers.
//!
//! What comes back was edited by people in a spreadsheet. A cell counts as it is
//! shown (`shown.rs`), columns are found by their heads (`columns.rs`), a line is
//! read where its key and its label agree (`filling.rs`), and whatever was not
//! read is a [`Message`](crate::text::returned::Message) that names its cell.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `book`, `lines` | writing: [`workbook`], and the [`Line`]s of a unit's sheet |
//! | `formulas`, `single` | writing: [`calculation`], [`table_book`] |
//! | `height` | how high a row has to be |
//! | `read`, `shown`, `comments`, `guard` | a workbook's cells as texts: [`sheets`]; what is refused before |
//! | `returned` | reading: [`returned`](returned()), which finds the form that each sheet was made from |
//! | `columns`, `filling`, `agree` | where a sheet has its columns; which of its rows is which line |
//! | `answers`, `lists`, `rest` | what the cells of a line say, rows of lists and evidence, what was not read |

mod agree;
mod answers;
mod book;
mod columns;
mod comments;
mod filling;
mod formulas;
mod guard;
mod height;
mod lines;
mod lists;
mod read;
mod rest;
mod returned;
mod shown;
mod single;

pub use book::workbook;
pub use formulas::calculation;
pub use guard::UNPACKED;
pub use lines::{Line, Look, lines};
pub use read::{Remark, RemarkKind, Sheet, sheets};
pub use returned::{Own, ReadWorkbook, returned, returned_sheets};
pub use single::table_book;

use crate::desk;
use crate::form::{Form, slice};
use crate::rulebook::IndicatorId;

/// What a workbook is made for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The one unit that it is for; for all when there is none.
    pub unit: Option<&'a str>,
    /// The day at which it is made, `YYYY-MM-DD`.
    pub today: &'a str,
    /// The minute, `YYYY-MM-DDTHH:MM`, at which it is made.
    pub sent: &'a str,
    /// The id under which the form is kept.
    pub parent: &'a str,
}

/// In the first cell of a unit's sheet, before the unit's name.
const MARK: &str = "qiangxian.unit ";

/// In the first cell of the hidden sheet that carries the form.
const CARRIED: &str = "qiangxian.form";

/// All units of the form's edition, in the order of the document.
fn all_units(form: &Form) -> Vec<&'static str> {
    let mut all = Vec::new();
    for id in form.edition.indicator_ids() {
        for (name, _) in desk::units(form, id) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}

/// The slice of a form that a unit's sheet asks for; none if the unit has nothing.
/// The unit is known by its official name, or else as the form calls it.
///
/// A form that is a slice already is its unit's own part.
fn part(form: &Form, unit: &str, sent: &str, parent: &str) -> Option<Form> {
    if let Some(own) = &form.slice {
        return (own.unit == unit || form.slice_unit() == unit).then(|| form.clone());
    }
    let all = all_units(form);
    let official = all.iter().find(|one| **one == unit);
    let unit = *official.or_else(|| all.iter().find(|one| form.unit(one) == unit))?;
    let has = |id: &IndicatorId| desk::units(form, *id).iter().any(|(name, _)| *name == unit);
    let asked: Vec<IndicatorId> = form.edition.indicator_ids().filter(has).collect();
    (!asked.is_empty()).then(|| slice(form, unit, &asked, sent, parent))
}
