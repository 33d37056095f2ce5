//! Words of the workbooks that leave the page and come back. The page itself
//! knows none of them: they are in the module for spreadsheets.

use super::page;
use crate::rulebook::FieldKind;

pub const SUMMARY: &str = "汇总";
pub const TABLE: &str = "逐项得分";
pub const OPTIONS: &str = "选项";
pub const HOW_TO_FILL: &str = "只填黄色格子；不清楚的留空，留空不会覆盖别人填好的内容。请不要删改灰色隐藏列，填好后原样发回。";
pub const EVIDENCE_HINT: &str = "每行写一份材料，先写它证明的指标序号。行数不够可在下面接着写。";
pub const SET_HINT: &str = "有填“是”，没有填“否”";
pub const NONE_HINT: &str = "没有时填“是”，有则在下面逐行填写";
pub const REFERENCE_HINT: &str = "不清楚可留空";
pub const NOT_OURS: &str =
    "这个工作簿里没有本工具的填报表。请用自评报告页「存为 Excel 工作簿」导出的文件填写。";
pub const NOTHING_FILLED: &str = "这个工作簿里的填报表没有改动，没有可合并的内容。";
pub const NO_UNIT: &str = "没有找到这个单位。";
pub const TOO_LARGE: &str = "内容太多，放不进一个工作簿。";

pub const HEAD: [&str; 6] = ["", "填报内容", "填写", "单位", "说明", ""];
pub const LIST_HEAD: [&str; 6] =
    ["行", page::TITLE, page::RECIPIENT, page::LEVEL, page::ROW_YEAR, ""];
pub const EVIDENCE_HEAD: [&str; 6] = [
    "指标序号",
    page::EVIDENCE_TITLE,
    page::EVIDENCE_NUMBER,
    page::EVIDENCE_DATE,
    page::EVIDENCE_PLACE,
    page::EVIDENCE_READY,
];

/// Parts of the names of columns that hold long texts.
pub const WIDE: [&str; 5] = ["填", "规则", "过程", "要求", "材料"];

/// The title of a unit's sheet.
pub fn sheet_title(unit: &str, form: &str) -> String {
    format!("{form} 填报表（{unit}）")
}

/// 「（满分 2 分）」.
pub fn worth(points: &str) -> String {
    format!("（满分 {points} 分）")
}

/// Who is responsible, until when.
pub fn who_and_when(units: &[&str], deadline: &str) -> String {
    let units = page::named(page::UNITS, &units.join("、"));
    format!("{units}　{}", page::named(page::DEADLINE, deadline))
}

/// What a field takes.
pub fn kind_hint(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::YesNo | FieldKind::Choice => "从列表中选",
        FieldKind::Count => "填个数",
        FieldKind::Percent => "填百分数，如 96.5",
        _ => "填数字",
    }
}

/// A cell that holds none of its words.
pub fn one_of(cell: &str, words: &[&str]) -> String {
    format!("「{cell}」不在可选之列，请填{}。", words.join("、"))
}

/// A row of evidence that names no indicator of its sheet.
pub fn no_indicator(cell: &str) -> String {
    format!("「{cell}」不是本表的指标序号。")
}

/// What is wrong in a cell.
pub fn wrong_cell(sheet: &str, cell: &str, reason: &str) -> String {
    format!("“{sheet}”表 {cell}：{reason}")
}

/// All that is wrong in a workbook, the first of it in words.
pub fn refused(faults: &[String]) -> String {
    let few = faults.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("");
    match faults.len() {
        0..=5 => few,
        all => format!("{few}共有 {all} 处要改。"),
    }
}
