//! An earlier year's answers that are to be confirmed.

use super::answer_text;
use crate::form::Form;
use crate::rulebook::FieldId;

pub const UNCONFIRMED: &str = "待核对";
pub const TAKE: &str = "沿用";
pub const DROP: &str = "不沿用";
pub const TAKE_ALL: &str = "全部沿用";
pub const NEXT_YEAR: &str = "开始下一年的表";

/// What a step of undo took over, or dropped.
pub fn edit(count: usize) -> String {
    format!("往年的 {count} 项数据")
}

/// The year that the answers are from.
fn year(form: &Form) -> String {
    form.earlier.year.map_or_else(|| "往年".to_owned(), |year| format!(" {year} 年"))
}

/// What a field had, beside its empty box: 「待核对：2021 年填的是“3 项”」.
pub fn held(form: &Form, field: FieldId) -> String {
    let answer = form.earlier.answers.get(field);
    let answer = answer.map(|answer| answer_text(form.edition.0, field, answer));
    format!("{UNCONFIRMED}：{}填的是“{}”", year(form).trim_start(), answer.unwrap_or_default())
}

/// How many boxes there are, and that they do not count yet.
pub fn count(form: &Form, count: usize) -> String {
    format!("{count} 格有{}的数待核对，确认前算未填。", year(form))
}

/// What a new form begins with.
pub fn begun(form: &Form) -> String {
    let now = form.year();
    match form.earlier.len() {
        0 => format!("已开始 {now} 年的表。"),
        count => format!(
            "已开始 {now} 年的表。{}不随年度变化的 {count} 格带来待核对，点“沿用”后才计分；按年度统计的数请重新填。",
            year(form).trim_start()
        ),
    }
}
