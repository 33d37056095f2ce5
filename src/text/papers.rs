//! The papers that are handed in, in words: their names, their columns, and the
//! sentences that several of them use.

mod application;
mod brief;
mod covers;
mod evidence;
mod order;
mod report;
mod table;
mod tasks;

pub use application::{
    Basics, DATE, FORM_HINT, LINES, OPINIONS, PROMISE, PROMISE_HEAD, SEAL, SIGN_HEAD, STATE, basics,
};
pub use brief::{BRIEF_HEAD, Brief, LARGEST_HEAD, brief};
pub use covers::{COVER_HEAD, Cover, covers};
pub use evidence::{Catalogue, NO_ROWS, ProofRow, catalogue};
pub use order::{NOTHING_TO_DO, OFFICE, ORDER_HEAD, OrderLine, UnitOrder, orders};
pub use report::{
    DIMENSIONS, EFFICACY, EFFICACY_HINT, GAP_HEAD, GAPS, NO_GAPS, READINGS, READINGS_LIST, Section,
    WHOLE, dimension_section, efficacy, gap_lines, gaps_lead, opening, readings, whole,
};
pub use table::{FORM_NOTES, SCORE_HEAD, ScoreLine, SumLine, lines, notes, table_title};
pub use tasks::{TASK_HEAD, TaskLine, UnitTasks, tasks_note, unit_tasks};

use super::page;
use crate::desk::Desk;
use crate::rulebook::{IndicatorId, Kind};
use crate::score::{is_blank, shown, trimmed};
use rust_decimal::Decimal;

/// A paper that is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 自评打分表: the official table with every score.
    Scores,
    /// 自评报告: the report in chapters.
    Report,
    /// 佐证材料目录: every row of evidence under its number.
    Evidence,
    /// 佐证材料封面: a sheet before the evidence of each indicator.
    Covers,
    /// 任务交办单: what each unit still has to do.
    Orders,
    /// 一页纸汇报: the whole on one page.
    Brief,
    /// 申请表: who applies, with what, and the signatures.
    Application,
    /// 任务完成情况表: the tasks of a checklist by leading unit.
    Tasks,
}

impl Paper {
    /// The papers of a kind of rulebook, in the order of the list.
    pub fn all(kind: Kind) -> &'static [Paper] {
        match kind {
            Kind::Points => &[
                Paper::Scores,
                Paper::Report,
                Paper::Evidence,
                Paper::Covers,
                Paper::Application,
                Paper::Orders,
                Paper::Brief,
            ],
            Kind::Checklist => &[Paper::Tasks, Paper::Evidence, Paper::Covers],
        }
    }

    /// The name in `data-paper`.
    pub fn id(self) -> &'static str {
        match self {
            Paper::Scores => "scores",
            Paper::Report => "report",
            Paper::Evidence => "evidence",
            Paper::Covers => "covers",
            Paper::Orders => "orders",
            Paper::Brief => "brief",
            Paper::Application => "application",
            Paper::Tasks => "tasks",
        }
    }

    /// The name of the paper.
    pub fn name(self) -> &'static str {
        match self {
            Paper::Scores => "自评打分表",
            Paper::Report => "自评报告",
            Paper::Evidence => "佐证材料目录",
            Paper::Covers => "佐证材料封面",
            Paper::Orders => "任务交办单",
            Paper::Brief => "一页纸汇报",
            Paper::Application => "申请表",
            Paper::Tasks => "任务完成情况表",
        }
    }

    /// What it is for, in one sentence.
    pub fn about(self) -> &'static str {
        match self {
            Paper::Scores => {
                "A4 横向，按文件的栏目逐项列出得分、扣分原因和佐证编号，可直接盖章上报。"
            }
            Paper::Report => "各方面得分、差距和整改措施写成报告，附功效系数法的计算过程。",
            Paper::Evidence => {
                "按指标编号（如 14-2）列出每份材料的文号、日期、份数、页数、存放处和是否备齐。"
            }
            Paper::Covers => "每个指标一页，列出这一项的材料，夹在材料前面。",
            Paper::Orders => {
                "每个单位一页，写明还差什么、什么时候办完；打包下载时每个单位一个文件。"
            }
            Paper::Brief => "总分、各方面得分、失分最多的五项和需要协调的事，只占一页，供领导阅。",
            Paper::Application => {
                "申报单位情况、自评得分、承诺和签章栏。式样为本工具口径，以上级印发的为准。"
            }
            Paper::Tasks => "按牵头单位列出每项任务的状态、说明、佐证编号和时限。",
        }
    }
}

pub const PAPERS: &str = "报送材料";
pub const PAPERS_HINT: &str =
    "Word 文件，在 Word 和 WPS 里都能继续修改。得分、期限和本页显示的一致。";
/// Stands above all other ways out of the page.
pub const OTHER_FORMATS: &str = "打印、表格和填报文件";
pub const SAVE_WORD: &str = "下载 Word";
pub const SAVE_ALL: &str = "全部打包下载";
pub const ALL: &str = "报送材料";
pub const MAKING: &str = "正在生成，请稍候…";
pub const MADE: &str = "已生成，请到浏览器的下载文件夹里找。";
pub const NOT_MADE: &str = "没有生成成功，请刷新页面后再试。填报的内容都在。";

/// The name of a unit's order within the packed papers.
pub fn order_file(unit: &str) -> String {
    page::file_part(unit)
}

/// What a paper's button does, as a screen reader says it.
pub fn save_word(paper: Paper) -> String {
    format!("{SAVE_WORD}：{}", paper.name())
}

/// The remark at the end of a text that was cut, as it is too long for a cell of a paper.
pub fn cut(left_out: usize) -> String {
    format!("……（余下 {left_out} 字从略，全文见填报文件）")
}

/// A number at the foot of a page.
pub const PAGE_NUMBER: [&str; 2] = ["— ", " —"];

/// The county, or a line to write it on.
pub fn county(desk: &Desk) -> String {
    match trimmed(&desk.form.county) {
        county if is_blank(county) => "＿＿＿＿".to_owned(),
        county => county.to_owned(),
    }
}

/// 《…》（…〔2022〕11号）
pub fn document(desk: &Desk) -> String {
    let document = &desk.rulebook().document;
    format!("《{}》（{}）", document.title, document.number)
}

/// 「示例县 2022 年」.
fn whose(desk: &Desk) -> String {
    format!("{}{}年", county(desk), desk.form.year())
}

/// 「示例县2022年质量强县创建自评报告」.
pub fn titled(desk: &Desk, paper: Paper) -> String {
    format!("{}质量强县创建{}", whose(desk), paper.name())
}

/// A day as papers write it: 2022年7月1日.
pub fn day(desk: &Desk) -> String {
    let (year, month, day) = desk.today.date();
    format!("{year}年{month}月{day}日")
}

/// Points as the page shows them.
fn points(value: Decimal) -> String {
    shown(value, 2)
}

/// The number of a row of evidence: 14-2.
pub fn proof_number(desk: &Desk, id: IndicatorId, row: usize) -> String {
    format!("{}-{}", desk.rulebook()[id].id, row + 1)
}

/// The numbers of an indicator's evidence, and which of it is not ready; empty
/// where there is none.
fn proof_numbers(desk: &Desk, id: IndicatorId) -> String {
    let rows = desk.form.evidence.get(&id).map_or(&[][..], Vec::as_slice);
    let number = |(at, row): (usize, &crate::form::Evidence)| {
        let number = proof_number(desk, id, at);
        if row.ready == Some(true) { number } else { format!("{number}（未备齐）") }
    };
    rows.iter().enumerate().map(number).collect::<Vec<_>>().join("、")
}

/// A text with a full stop at its end, unless it ends in such a mark already.
fn stopped(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['。', '；', '！', '？']) {
        text.to_owned()
    } else {
        format!("{text}。")
    }
}
