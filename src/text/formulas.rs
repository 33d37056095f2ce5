//! Words of the workbook of formulas (计算表): its sheets, its columns, the names
//! of its cells, and what it says about itself.

mod rules;

pub use rules::{metric_text, rule_text};

use super::page;
use crate::score::LARGEST;

/// What the workbook is called, in the page and in its file's name.
pub const WORKBOOK: &str = "计算表";
pub const SAVE: &str = "计算表（带公式）";
pub const HINT: &str =
    "每项得分和总分都是公式，在 Excel 或 WPS 里改数就会重算，旁边有网页得分可以核对。";

/// Why there is no such workbook: of a checklist, or of any form.
pub const NO_POINTS: &str = "这套指标不计分，没有计算表。";
pub const TOO_LARGE: &str = "内容太多，放不进一个工作簿。";

// The sheets.
pub const SCORES: &str = "得分";
pub const INPUTS: &str = "填写";
pub const REFERENCES: &str = "参考值";
pub const READINGS: &str = "口径";
pub const STEPS: &str = "计分步骤";
pub const ROWS: &str = "荣誉";

// The columns.
const CELL_NAME: &str = "单元格名称";
pub const SCORES_HEAD: [&str; 10] = [
    "序号",
    "指标",
    "分数",
    "公式得分",
    "自评调整",
    "自评得分",
    "网页得分",
    "核对",
    CELL_NAME,
    "说明",
];
pub const INPUTS_HEAD: [&str; 7] = ["序号", "指标", "填报内容", "填写", "单位", CELL_NAME, "说明"];
pub const METRICS_HEAD: [&str; 10] = [
    "序号",
    "指标值",
    "单位",
    "数值",
    page::UNACCEPTABLE,
    page::SATISFACTORY,
    "功效系数",
    "名称编号",
    "指标值怎么算",
    "参考值来源",
];
pub const READINGS_HEAD: [&str; 4] = ["涉及", "事项", "公式采用的读法", "文件没有写明的地方"];
pub const STEPS_HEAD: [&str; 5] = ["序号", "指标", "计分规则", "得分", CELL_NAME];
pub const ROWS_HEAD: [&str; 11] = [
    "行",
    page::TITLE,
    page::RECIPIENT,
    page::LEVEL,
    page::ROW_YEAR,
    "归并后的名称",
    "级别序号",
    "符合条件",
    "计入",
    "得分",
    "为什么",
];

// The beginnings of the names of cells; an indicator's number follows.
pub const ENTRY_NAME: &str = "项";
pub const SHARED_NAME: &str = "共用_";
pub const VALUE_NAME: &str = "指标值";
pub const UNACCEPTABLE_NAME: &str = "不允许值";
pub const SATISFACTORY_NAME: &str = "满意值";
pub const COEFFICIENT_NAME: &str = "功效系数";
pub const TITLES_NAME: &str = "荣誉名称";
pub const ROW_POINTS_NAME: &str = "荣誉得分";
pub const STEP_NAME: &str = "步骤";
pub const SCORE_NAME: &str = "得分";
pub const ADJUSTED_NAME: &str = "调整";
pub const YEAR_NAME: &str = "评价年度";
pub const BASE_NAME: &str = "基础分";
pub const GROUP_NAME: &str = "二级指标";
pub const DIMENSION_NAME: &str = "一级指标";
pub const TOTAL_NAME: &str = "总分";
pub const CHECK_NAME: &str = "核对结果";

// What cells say.
pub const SUM: &str = "合计";
pub const SAME: &str = "一致";
pub const DIFFERENT: &str = "不一致";
pub const UNKNOWN: &str = "未知";
pub const BELOW_FLOOR: &str = "低于下限";
pub const COUNTS: &str = "计入";
pub const NOT_ELIGIBLE: &str = "不计：没有写全，或不在计分年度内";
pub const COUNTED_BEFORE: &str = "不计：同一荣誉已在别的行计入";
pub const NOTHING: &str = "—";
pub const SEE_ROWS: &str = "左边是已填的行数，请到后面的荣誉表里填";
pub const YEAR_HINT: &str = "决定哪几年的荣誉计入";
pub const SET_HINT: &str = "有填“是”，没有填“否”；全部空着按没有填计";

/// What is told when a cell gets what it does not take.
pub const NOT_TAKEN: &str = "这一格不能这样填";
pub const FROM_LIST: &str = "请从列表中选。";
pub const A_NUMBER: &str = "请填数字，不要带单位。";
/// Between two bounds.
pub fn between(least: &str, most: &str) -> String {
    format!("请填 {least} 到 {most} 之间的数，不要带单位。")
}

/// What stands above the scores.
pub const SCORES_HINTS: [&str; 3] = [
    "用法：只改黄色格子（本表的自评调整、「填写」「参考值」「荣誉」各表），得分自动重算。工作表有保护、没有密码，需要时点「审阅—撤消工作表保护」。",
    "本工具口径：没有填的内容按 0 分计，同网页的「已得分」；文件没有写明的地方，按导出时选的读法写在公式里，见「口径」。要换读法，请在网页改选后重新导出。",
    "「网页得分」是导出时的数，不会变；改了黄色格子以后与它不一致是正常的。表格软件只保留 15 位有效数字，位数更多的数可能有极小差别。",
];
pub const INPUTS_HINT: &str = "只改黄色格子。空着就是没有填，按 0 分计（本工具口径，同网页的「已得分」）。数字格子只填数，不要带单位，百分数也不要带 %（96.5% 填 96.5）。";
pub const REFERENCES_HINT: &str = "单元格名称是列名加编号，如“满意值10_1”。黄色格子可以改。不允许值、满意值是导出时生效的数：自己填写的、由同类地区数值取最好最差的，或默认的。达到或超过满意值得满分；算不出功效系数（未知）的按 0 分计。";
pub const READINGS_HINT: &str = "下面是本工具口径，不是官方规定，以上级解释为准。公式按「采用的读法」写成，在这里改文字不会改变得分。";
pub const STEPS_HINT: &str =
    "每行是一条计分规则，得分由公式算出；各项得分是它的几行相加，不超过该项分数。";
pub const ROWS_HINT: &str = "黄色格子可以改，可在下面的空行接着填。名称、获得者、年份写法要前后一致：已改为便于比较的写法（全角字母数字改为半角，去掉看不见的字符）。";

/// Whether everything agrees, as a formula's two results.
pub const ALL_SAME: &str = "各项、各类和合计都与网页得分一致";
/// Stands before and behind the number of cells that do not agree.
pub const SOME_DIFFER: (&str, &str) = ("有 ", " 处与网页得分不一致");

/// Below the sums: what adding up the shown figures gives.
pub const ADDED: [&str; 3] =
    ["各项显示的得分相加", "各二级指标显示的得分相加", "各一级指标显示的得分相加"];
pub const ADDS_UP: &str = "等于合计";
/// Stands before a difference.
pub const MORE: &str = "四舍五入的尾差，比合计多 ";
pub const LESS: &str = "四舍五入的尾差，比合计少 ";
pub const ROUNDING_EXACT: &str = "为什么会有尾差（本工具口径）：合计按各项精确得分相加后再四舍五入到两位小数，不是各项显示得分之和。要让各项相加正好等于合计，请在网页把「四舍五入的先后」改选为每项先四舍五入，再重新导出。";
pub const ROUNDING_EACH: &str =
    "四舍五入（本工具口径）：每项得分先四舍五入，再相加得合计，所以各项相加正好等于合计。";

/// The title of the workbook.
pub fn title(form: &str) -> String {
    format!("{form} {WORKBOOK}")
}

/// A group, set in below its dimension.
pub fn group(title: &str) -> String {
    format!("　{title}")
}

/// When it was made.
pub fn made(today: &str, veto: &str) -> String {
    let veto = if veto.is_empty() { String::new() } else { format!("　一票否决：{veto}") };
    format!("{today} 导出{veto}")
}

/// What is said of an adjusted indicator.
pub fn adjusted(reason: &str) -> String {
    format!("已自评调整，按黄色格子的数计，清空就按公式得分计。原因：{reason}")
}

/// The reference as it was given, for where the ends come from.
pub fn origin(unacceptable: &str, satisfactory: &str) -> String {
    format!("{}：{unacceptable}；{}：{satisfactory}", page::UNACCEPTABLE, page::SATISFACTORY)
}

/// That a metric that is too large counts as unknown.
pub fn too_large() -> String {
    format!("数值超出正负 {} 的按{UNKNOWN}计。", LARGEST.normalize())
}
