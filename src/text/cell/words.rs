//! Words that people write into cells, and what was made of them.

use crate::text::page;

/// Words for yes and no, beside the sheet's own. Compared without blanks and
/// punctuation around them, in lower case.
pub const YES_WORDS: [&str; 31] = [
    page::YES,
    "有",
    "√",
    "✓",
    "✔",
    "☑",
    "y",
    "yes",
    "true",
    "1",
    "对",
    "是的",
    "有的",
    "具备",
    "已有",
    "已建",
    "已建立",
    "已开展",
    "已完成",
    "已制定",
    "已出台",
    "已印发",
    "已发布",
    "已实施",
    "已落实",
    "已设立",
    "已成立",
    "已组建",
    "已创建",
    "已纳入",
    "已达标",
];
pub const NO_WORDS: [&str; 25] = [
    page::NO,
    "无",
    "没有",
    "×",
    "✗",
    "✘",
    "☒",
    "n",
    "no",
    "false",
    "0",
    "不是",
    "没",
    "未",
    "尚未",
    "暂无",
    "未建",
    "未建立",
    "未开展",
    "未完成",
    "未制定",
    "未出台",
    "未实施",
    "未创建",
    "不具备",
];

/// What people write into a cell for which they have nothing.
pub const NOTHING_WORDS: [&str; 9] = ["/", "//", "-", "--", "---", "\\", "·", "…", "……"];

/// Numbers in words, from 0.
pub const NUMBER_WORDS: [&str; 11] =
    ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Another word for two.
pub const TWO: &str = "两";

/// A cell that holds none of its words.
pub fn one_of(cell: &str, words: &[&str]) -> String {
    format!("「{cell}」不在可选之列，请填{}。", words.join("、"))
}

/// A cell that was taken for what it means.
pub fn taken_as(cell: &str, word: &str) -> String {
    format!("「{cell}」按「{word}」读入。")
}

/// A cell that was taken as if nothing stood in it.
pub fn taken_as_blank(cell: &str) -> String {
    format!("「{cell}」按空白处理。")
}

/// A figure with more decimals than a form holds.
pub fn rounded(cell: &str, value: &str) -> String {
    format!("「{cell}」小数位太多，按 {value} 读入。")
}

/// A figure in another unit.
pub fn converted(cell: &str, value: &str, unit: &str) -> String {
    format!("「{cell}」换算成 {value} {unit} 读入。")
}
