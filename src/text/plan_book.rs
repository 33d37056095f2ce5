//! The plan as a workbook, in words: what its table holds.

use super::explain::answer_text;
use super::page;
use super::plan::{CANNOT, PlanLine, how_text, plan_title};
use super::report::supposed;
use super::table::Table;
use crate::form::Form;
use crate::plan::{Plan, Step};
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::shown;

pub const SAVE: &str = "下载表格";
/// The name of its sheet.
pub const NAME: &str = "提分方案";
/// The last column is ticked by hand; indicators that were refused have it filled.
const HEAD: [&str; 9] =
    ["序号", "指标", "怎么做", "现在", "改到", "增加", "责任单位", "完成时限", CANNOT];

/// A plan as the table of its workbook: a line a step, then the indicators that were
/// said to be beyond reach. `lines` are the plan's steps in words; `over` is the
/// scenario that it was made for, if any.
pub fn plan_book(
    form: &Form,
    over: Option<&str>,
    plan: &Plan,
    lines: &[PlanLine],
    kept: &[IndicatorId],
) -> Table {
    let rulebook = form.edition.0;
    let mut table = Table::new(plan_title(form, plan), &HEAD);
    for (line, step) in lines.iter().zip(&plan.steps) {
        let (from, to) = values(rulebook, step);
        table.rows.push(vec![
            line.number.to_owned(),
            line.title.to_owned(),
            how_text(rulebook, step),
            from,
            to,
            shown(step.gain, 2),
            line.units.clone(),
            line.deadline.clone(),
            String::new(),
        ]);
    }
    for id in kept {
        let indicator = &rulebook[*id];
        let mut row = vec![String::new(); HEAD.len()];
        for (cell, text) in row.iter_mut().zip([indicator.id, indicator.title]) {
            text.clone_into(cell);
        }
        if let Some(last) = row.last_mut() {
            CANNOT.clone_into(last);
        }
        table.rows.push(row);
    }
    match over {
        Some(name) => supposed::table(table, name),
        None => table,
    }
}

/// What the workbook is, in the name of its file.
pub fn file_part(over: Option<&str>) -> String {
    match over {
        Some(name) => supposed::file_part(NAME, name),
        None => NAME.to_owned(),
    }
}

/// The answers of a step as they are and as they have to be, a line a change.
fn values(rulebook: &Rulebook, step: &Step) -> (String, String) {
    let changes = step.changes.iter();
    let from = changes.clone().map(|change| match &change.from {
        Some(answer) => answer_text(rulebook, change.field, answer),
        None => page::NOT_ANSWERED.to_owned(),
    });
    let to = changes.map(|change| answer_text(rulebook, change.field, &change.to));
    (from.collect::<Vec<_>>().join("\n"), to.collect::<Vec<_>>().join("\n"))
}
