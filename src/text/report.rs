//! The self-assessment report (自评报告) in words: for paper, for a spreadsheet,
//! for a message.

mod scoring;
mod summary;
pub mod supposed;
mod tables;

pub use scoring::scoring_table;
pub use summary::{cover, summary};
pub use tables::{
    dimension_table, gaps_table, paper_table, reference_table, scenario_table, whole_table,
};

use super::explain::{Explanation, answer_text, explain};
use super::{page, reading};
use crate::desk::{Desk, reads};
use crate::form::Evidence;
use crate::rulebook::{IndicatorId, Kind};
use crate::score::{is_blank, upright};

pub const TITLE: &str = "自评报告";
pub const HINT: &str = "按 A4 纸排版。点「打印」，在打印窗口里选“另存为 PDF”即可存成文件。";
pub const CONTENTS: &str = "报告包含";
pub const OVERVIEW: &str = "总体情况";
pub const TABLE: &str = "逐项得分";
pub const SCORING: &str = "自评打分表";
pub const SUM: &str = "合计";
pub const TABLE_OF_TASKS: &str = "逐项任务";
pub const GAPS: &str = "失分与下一步";
pub const GAPS_OF_TASKS: &str = "未完成任务";
pub const FILL_FIRST: &str = "先补齐没填的内容";
pub const SCENARIOS: &str = "情景";
pub const NOTES: &str = "本工具口径";
pub const NOTES_HINT: &str = "官方文件没有写明的地方，本工具按下列口径计算。这些口径不是官方规定，如与上级解释不同，以上级为准。";
pub const REFERENCES: &str = "参考值及来源";
pub const SIGNATURES: &str = "签字";
pub const PRINT: &str = "打印报告";
pub const COPY_SUMMARY: &str = "复制摘要";
pub const SAVE_CSV: &str = "存为 CSV 表";
pub const SAVE_FORM: &str = "存为填报文件";
pub const SUMMARY_COPIED: &str = "摘要已复制，可粘贴到聊天窗口。";

pub const WORKBOOK: &str = "工作簿";
pub const SAVE_WORKBOOK: &str = "存为 Excel 工作簿";
pub const WORKBOOK_FOR: &str = "填报表给";
pub const FOR_ALL_UNITS: &str = "全部单位";
pub const FOR_ALL: &str = "全部单位（附汇总和逐项得分）";
pub const WORKBOOK_HINT: &str = "各单位在 Excel 或 WPS 里填好发回后，用「打开文件」选它，就能看到并合并进来。只给一个单位时，工作簿里没有其他单位的内容。";
pub const PREPARING: &str = "正在准备表格，请稍候…";
pub const READING: &str = "正在读取表格，请稍候…";
pub const SAVED: &str = "已生成，请到浏览器的下载文件夹里找。";
pub const NO_SHEETS: &str = "表格功能没有运行成功，请刷新后再试，或改用 CSV 表和填报文件。";

/// Who signs, in the order of the lines.
pub const SIGNERS: [&str; 4] = ["填报人", "审核人", "分管负责同志", "单位（盖章）"];
pub const SIGNED_ON: &str = "日期";

/// What the report says about one indicator, or task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Every figure that it reads, with what was entered.
    pub entered: Vec<String>,
    /// How its points came about.
    pub how: Explanation,
    /// Rows of evidence, then the note.
    pub proofs: Vec<String>,
}

/// What the report says about an indicator.
pub fn item(desk: &Desk, id: IndicatorId) -> Item {
    let (form, rulebook) = (desk.form, desk.rulebook());
    let mut fields = Vec::new();
    reads(rulebook, &desk.case.readings, id, &mut fields);
    let entered = fields.into_iter().map(|field| {
        let answer = desk.case.answers.get(field);
        let said = answer.map(|answer| answer_text(rulebook, field, answer));
        page::named(rulebook[field].label, said.as_deref().unwrap_or(page::NOT_ANSWERED))
    });
    let score = desk.card.indicators.get(usize::from(id.0));
    let how =
        score.map(|score| explain(rulebook, desk.case, &form.adjustments, form.year(), id, score));
    let rows = form.evidence.get(&id).map_or(&[][..], Vec::as_slice);
    let mut proofs: Vec<String> = rows.iter().map(evidence_text).collect();
    if let Some(note) = form.notes.get(&id) {
        proofs.push(page::named(page::NOTE, note));
    }
    Item { entered: entered.collect(), how: how.unwrap_or_default(), proofs }
}

/// A row of evidence: `区委文件（区委〔2022〕5号，2022-03-01，档案室）已备齐`.
pub fn evidence_text(row: &Evidence) -> String {
    let mut text = upright(&row.title).into_owned();
    let about = [&row.number, &row.date, &row.place];
    let about = about.into_iter().filter_map(Option::as_deref);
    let about: Vec<_> = about.filter(|text| !is_blank(text)).map(upright).collect();
    if !about.is_empty() {
        text.push('（');
        text.push_str(&about.join("，"));
        text.push('）');
    }
    text.push_str(if row.ready == Some(true) { "，已备齐" } else { "，未备齐" });
    text
}

/// What is still possible of points.
pub fn still_possible(high: &str) -> String {
    format!("可到 {high} 分")
}

/// Tasks met of those that apply.
pub fn met_of(met: usize, applicable: usize) -> String {
    format!("{met}/{applicable} 项已达到")
}

/// Assumptions of ours (口径) that the form's edition makes, each with the
/// indicators that it concerns.
pub fn assumptions(desk: &Desk) -> Vec<String> {
    let rulebook = desk.rulebook();
    let mut all: Vec<String> = rulebook.notes.iter().map(|note| (*note).to_owned()).collect();
    if rulebook.kind == Kind::Points && !rulebook.bases.is_empty() {
        let base = desk.case.base(rulebook).normalize().to_string();
        all.push(page::named(page::BASE, &base));
    }
    let readings = &desk.case.readings;
    for id in rulebook.reading_ids().filter(|id| rulebook.is_general(*id)) {
        all.push(page::named(rulebook[id].title, &reading::note(rulebook, id, readings)));
    }
    for (id, indicator) in rulebook.indicator_ids().zip(rulebook.indicators) {
        let notes = indicator.notes.iter().map(|note| (*note).to_owned());
        let own = rulebook.readings_of(id).map(|one| reading::note(rulebook, one, readings));
        for note in notes.chain(own) {
            all.push(format!("{} {}：{note}", indicator.id, indicator.title));
        }
    }
    all
}

/// The name of a file that leaves the page: county, year, what it is, the day.
pub fn file_name(desk: &Desk, what: &str, kind: &str) -> String {
    page::file_named(desk.form, what, &super::desk::day_text(desk.today), kind)
}
