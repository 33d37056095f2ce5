//! Words of the workbooks that leave the page and come back. The page itself
//! knows none of them: they are in the module for spreadsheets.

use super::page;
use crate::rulebook::FieldKind;
use crate::rulebook::dated;

pub const SUMMARY: &str = "汇总";
pub const TABLE: &str = "逐项得分";
pub const DIFFERENCES: &str = "审核差异";
pub const OPTIONS: &str = "选项";
pub const HOW_TO_FILL: &str = "只填黄色格子；不清楚的留空，留空不会覆盖别人填好的内容。请不要删改灰色隐藏列，填好后原样发回。";
pub const EVIDENCE_HINT: &str = "每行写一份材料，先写它证明的指标序号。行数不够可在下面接着写。";
pub const SET_HINT: &str = "有填“是”，没有填“否”";
pub const NONE_HINT: &str = "没有时填“是”，有则在下面逐行填写";
pub const REFERENCE_HINT: &str = "不清楚可留空";
pub const NOT_OURS: &str =
    "这个工作簿里没有本工具的填报表。请用自评报告页「存为 Excel 工作簿」导出的文件填写。";
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

/// Columns that hold figures. All others hold texts, whatever they look like.
pub const FIGURES: [&str; 14] = [
    "序号",
    "满分",
    "已得分",
    "最高可得",
    "增加",
    "适用任务",
    "已达到要求",
    "进行中",
    "已失分",
    "待定",
    "自评得分",
    "初审得分",
    "核查得分",
    "差",
];

/// The last column of the table of indicators, or of tasks, that is printed.
pub const PRINTED_UP_TO: [&str; 2] = ["满分", "状态"];

/// The width of a column of the table, in characters.
pub fn width(name: &str) -> u16 {
    match name {
        "序号" => 6,
        "自评得分" | "初审得分" | "核查得分" | "差" | "已得分" | "最高可得" | "满分" | "增加"
        | "做不到" | "状态" => 8,
        "一级指标" | "二级指标" | "类别" | "完成时限" | "验收方式" => 12,
        "指标" | "任务" | "现在" | "改到" | "责任单位" | "牵头单位" | "配合单位" => {
            16
        }
        _ => 26,
    }
}

/// What stands in the title of a unit's sheet between the form and the unit, and
/// behind the unit.
pub const TITLE_PARTS: (&str, &str) = (" 填报表（", "）");

/// The title of a unit's sheet.
pub fn sheet_title(unit: &str, form: &str) -> String {
    let (between, end) = TITLE_PARTS;
    [form, between, unit, end].concat()
}

/// What labels say behind 近一年 and 近两年: which years these are. Labels of earlier
/// releases did not say it.
const RECENT: [&str; 2] = ["（{year-1}年）", "（{year-2}年、{year-1}年）"];

/// A label with its years as sheets of earlier releases said them.
pub fn label_before(label: &str) -> String {
    let mut label = label.to_owned();
    if label.starts_with('近') {
        for years in RECENT {
            label = label.replace(years, "");
        }
    }
    let label = label.replace("}年", "}");
    dated(&label, &|back| {
        let said = match back {
            0 => "评价当年度",
            1 => "评价当年的前一年度",
            _ => "再前一年度（评价当年往前第二年）",
        };
        said.to_owned()
    })
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

/// A row of evidence that names no indicator of its sheet.
pub fn no_indicator(cell: &str) -> String {
    format!("「{cell}」不是本表的指标序号。")
}

/// Something that was cleared. What was sent stays.
pub fn cleared(before: &str) -> String {
    format!("清空了，仍保留原来的「{}」；要改成没有，请在表里直接改。", short(before))
}

/// A row of a list that is no longer in the sheet.
pub fn row_gone(before: &str) -> String {
    format!("表里没有「{}」这一行了，仍保留；不要的请在表里直接删。", short(before))
}

/// A line whose label is another than that of its key.
pub fn wrong_label(expected: &str, found: &str) -> String {
    let found = if found.is_empty() { "空白" } else { found };
    format!(
        "这一行应当是「{}」，表里是「{}」，可能删过或移过格子，这一行没有读入。",
        short(expected),
        short(found)
    )
}

/// A unit that was overwritten.
pub fn wrong_unit(expected: &str, found: &str) -> String {
    format!("单位应当是「{expected}」，被改成了「{}」，这一行没有读入。", short(found))
}

/// Two rows for one entry.
pub fn twice(label: &str, first: &str, second: &str) -> String {
    format!("「{}」有两行（{first} 和 {second}），不知道用哪一行，都没有读入。", short(label))
}

/// Text where nothing is read.
pub fn beside(found: &str) -> String {
    format!("这里写的「{}」没有读入，答案请填在「填写」一列。", short(found))
}

/// A column that was put in.
pub fn foreign_column(head: &str, cells: usize) -> String {
    let name = if head.is_empty() { String::new() } else { format!("「{}」", short(head)) };
    format!("插入的一列{name}没有读入（{cells} 格有内容）。")
}

/// A comment.
pub fn comment(text: &str) -> String {
    format!("批注没有读入：{}", short(text))
}

/// A sheet that is none of ours.
pub const OTHER_SHEET: &str = "不是填报表，没有读入。";
pub const NO_RESULT: &str = "公式没有结果，请用 Excel 或 WPS 打开后保存一次，再发回。";

/// A formula that failed.
pub fn failed(error: &str) -> String {
    format!("公式出错（{error}），没有读入。")
}

/// A number that is shown as another.
pub fn disguised(number: &str) -> String {
    format!(
        "这一格的数字格式会改变显示的数（实际存的是 {number}），没有读入，请改成常规格式，直接填数。"
    )
}

/// A set of which only some options were answered.
pub fn partly(label: &str, said: usize, open: usize) -> String {
    format!("「{label}」填了 {said} 项，还有 {open} 项空着；空着的不能当作「否」，请补全后再读入。")
}

/// Answers of several units that make a set whole.
pub fn united(label: &str) -> String {
    format!("「{label}」由几个单位的答案合成。")
}

/// Rows where it was said that there are none.
pub fn none_and_rows(none: &str, row: &str) -> String {
    format!("{none} 说没有，{row} 又填了内容，前后不一，没有读入，请改一处。")
}

/// No rows where it was said that there are some.
pub const SOME_WITHOUT_ROWS: &str = "这里说有，下面却没有填，仍按原来的内容。";
/// A cell of a row that is no row of its list, such as a line for a signature.
pub fn no_title(found: &str) -> String {
    format!("「{}」没有读入：这一行没有写全，不是一条材料或荣誉。", short(found))
}
pub const LOCKED: &str = "内容太长，这一格只有开头，已锁定；改动没有读入，请在网页里改。";
/// Behind a text of which a cell holds the beginning only.
pub const CUT: &str = "……（太长，只显示开头；此格已锁定，请在网页里改）";
pub const LOCKED_TITLE: &str = "此格已锁定";
pub const NO_HEAD: &str = "找不到「填报内容、填写」的表头，不知道哪一列是答案，这一段没有读入。";
pub const UNKNOWN_ROW: &str = "这一行不属于这张表，没有读入。";
pub const NO_KEYS: &str = "隐藏的第一列不见了，已按指标和填报内容的名称读入，请核对。";
pub const DAMAGED: &str =
    "文件不完整或已损坏，请让对方重新发送，或用 Excel、WPS 打开后另存为 .xlsx。";
pub const UNPACKS_TO_TOO_MUCH: &str =
    "这个工作簿展开后太大，本工具不读。请只留填报表，另存为新的工作簿后再选。";

/// A file with more bytes than are read.
pub fn file_too_large(bytes: usize, most: usize) -> String {
    format!("文件有 {bytes} 字节，超过上限 {most} 字节，请去掉图片等内容后再选。")
}

/// A sheet whose form is not in the workbook, compared with the user's own.
pub fn hidden_sheet_gone(form: &str) -> String {
    format!("核对用的隐藏表（qiangxian.form）不见了，已按本机的「{form}」核对，请看仔细。")
}

/// A sheet whose form is nowhere.
pub fn form_unknown(title: &str) -> String {
    let whose = if title.is_empty() { "这张表".to_owned() } else { format!("「{title}」") };
    format!(
        "核对用的隐藏表（qiangxian.form）不见了，本机又没有{whose}的表，没有读入。请打开原来的表再试，或请对方发回原来的工作簿。"
    )
}

/// A sheet that does not say whose it is.
pub const UNIT_UNKNOWN: &str = "看不出是哪个单位的表（第一行和隐藏列都不见了），没有读入。";

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
