//! What was read of a block of cells that was pasted, in words.

use super::page;

/// The heading of the dialogue.
pub const TITLE: &str = "粘贴表格数据";
/// What the box takes.
pub const HOW: &str = "在 Excel 或 WPS 里复制“序号、数值”，粘贴到这里。一项有几个数的，依次放在后面各列，或者写成“序号、填报项、数值”。";
/// The box.
pub const BOX: &str = "粘贴处";
/// Columns of what is about to be filled in.
pub const COLUMNS: [&str; 4] = ["序号", "填报项", "现在", "粘贴后"];
/// What was not taken, or not as it is written.
pub const TOLD: &str = "请核对：";
/// A block that says nothing new.
pub const NOTHING: &str = "没有读出要改的内容。";
/// A question that is answered in rows or by ticks.
pub const NO_CELLS: &str = "这一项要打开逐条填写";

/// Names that people give to the cells of a row of evidence.
pub const EVIDENCE_NAMES: [&[&str]; 5] = [
    &[page::EVIDENCE_TITLE, "名称", "标题", "文件名称", "佐证材料", "材料"],
    &[page::EVIDENCE_NUMBER, "编号", "文件编号", "发文字号"],
    &[page::EVIDENCE_DATE, "时间", "成文日期", "发文日期", "发文时间"],
    &[page::EVIDENCE_PLACE, "存放地点", "存放位置", "保管处"],
    &[page::EVIDENCE_READY, "备齐", "是否备齐"],
];

/// Names that people give to the cells of a row of honours.
pub const ROW_NAMES: [&[&str]; 4] = [
    &[page::TITLE, "名称", "荣誉", "奖项", "奖项名称"],
    &[page::RECIPIENT, "获奖者", "获奖单位", "单位", "获得单位"],
    &[page::LEVEL, "等级", "层级"],
    &[page::ROW_YEAR, "年份", "年度", "获奖年份", "时间"],
];

/// How many entries are filled in.
pub fn fill(count: usize) -> String {
    format!("填入 {count} 项")
}

/// Entries were filled in.
pub fn filled(count: usize) -> String {
    format!("已填入 {count} 项，可撤销。")
}

/// Rows were added.
pub fn added(count: usize) -> String {
    match count {
        0 => "没有可加的行。".to_owned(),
        _ => format!("已加 {count} 行，可撤销。"),
    }
}

/// Something to be told of a line of the block, counted from 1.
pub fn line(number: usize, what: &str) -> String {
    format!("第 {number} 行：{what}")
}

/// A row without its title.
pub fn no_title(cells: &[String]) -> String {
    format!("没有名称，没有加：{}", cells.join("　"))
}

/// A cell that was not understood, in a row that was taken.
pub fn left_out(reason: &str) -> String {
    format!("{reason}这一格没有填。")
}

/// A cell that was not understood, in a row of which nothing was taken.
pub fn row_left_out(reason: &str) -> String {
    format!("{reason}整行没有填。")
}

/// A cell beyond the last column.
pub fn beyond(text: &str) -> String {
    format!("多出的「{text}」没有填。")
}

/// A text too long for a cell.
pub fn too_long(characters: usize) -> String {
    format!("有 {characters} 个字，太长，没有填。")
}

/// A line that begins with no number of an indicator.
pub fn no_indicator(text: &str) -> String {
    format!("「{text}」不是指标序号，整行没有填。")
}

/// More values than an indicator has entries.
pub fn too_many(number: &str, values: usize, entries: usize) -> String {
    format!("指标 {number} 有 {entries} 个填报项，这里有 {values} 个数，整行没有填。")
}

/// An indicator none of whose entries takes one cell.
pub fn no_cells(number: &str) -> String {
    format!("指标 {number}：{NO_CELLS}。")
}
