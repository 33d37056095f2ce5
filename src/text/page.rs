//! The page's own words: names of controls, headings, notices.

mod saving;
mod typed;

pub use saving::*;
pub use typed::*;

use super::kind::words;
use crate::form::Form;
use crate::score::{is_blank, trimmed, upright};
use rust_decimal::Decimal;

pub const APP: &str = "强县自评";
pub const SKIP: &str = "跳到填报内容";
pub const FILL: &str = "填报";
pub const VIEWS: &str = "各页";
pub const MORE_VIEWS: &str = "更多";
pub const MORE_ACTIONS: &str = "更多操作";
pub const UNITS_TAB: &str = "单位";
pub const COMPARE_TAB: &str = "情景";
pub const PLAN_TAB: &str = "提分";
pub const REPORT_TAB: &str = "报送";
pub const ALL_FORMS: &str = "所有的表…";
pub const SEARCH_SHORT: &str = "查找 /";
pub const SHARE_SHORT: &str = "分享";
pub const SAVING: &str = "正在保存";
pub const UNSAVED: &str = "没有存上";
pub const DELETED_ELSEWHERE: &str = "已在别处删除";
pub const TODAY: &str = "按这一天计算期限";
pub const TODAY_BACK: &str = "回到今天";
pub const TODAY_MARK: &str = "今天";
pub const JSON: &str = "application/json";
pub const COPY_TABLE: &str = "复制表格";
pub const COPY_TEXT: &str = "复制文字";
pub const SAVE_CSV: &str = "存为 CSV";
pub const TABLE_COPIED: &str = "已复制，可粘贴到 Word、WPS 或聊天窗口。";
pub const TABLE_NOT_COPIED: &str = "浏览器不让自动复制，请选中表格后按 Ctrl+C。";
pub const FORMS: &str = "我的表";
pub const UNDO: &str = "撤销";
pub const REDO: &str = "重做";
pub const NEW: &str = "新建";
pub const SAMPLE: &str = "示例";
pub const IMPORT: &str = "打开文件";
/// Numbers of indicators with their figures, from a spreadsheet.
pub const PASTE_FIGURES: &str = "粘贴表格数据…";
pub const EXPORT: &str = "存为文件";
pub const SHARE: &str = "分享链接";
pub const PRINT: &str = "打印";
pub const CLOSE: &str = "关闭";
pub const COPY: &str = "复制链接";
pub const COPIED: &str = "已复制，可以粘贴发出。";
pub const COPY_FAILED: &str = "浏览器不让自动复制，请选中链接后按 Ctrl+C。";
pub const KEEP: &str = "保留一份";
pub const BACK: &str = "返回我的表";
pub const DUPLICATE: &str = "复制一份";
pub const DELETE: &str = "删除";
pub const OPEN: &str = "打开";
pub const DOWNLOAD: &str = "下载";
pub const DISMISS: &str = "知道了";

pub const BASICS: &str = "基本信息";
pub const COUNTY: &str = "县（市、区）名称";
pub const YEAR: &str = "评价年度";
pub const BASE: &str = "功效系数法基础分";
pub const BASE_HINT: &str =
    "文件没有写明基础分。常用 60（得分 = 60 + 40 × 达成比例）；选 0 则完全按达成比例计分。";
pub const SHARED: &str = "多项指标共用的数据";
pub const SHARED_HINT: &str = "在这里填一次，用到它的指标自动取用。";
pub const GO_TO_SHARED: &str = "去填写";
pub const SEARCH: &str = "查找指标";
pub const SHOW: &str = "只看";
pub const ALL: &str = "全部";
pub const WAITING: &str = "缺参考值";
pub const NOTHING_FOUND: &str = "没有符合条件的指标。";
pub const SHOW_ALL: &str = "显示全部指标";

pub const YES: &str = "是";
pub const NO: &str = "否";
pub const CLEAR: &str = "清除";
pub const NONE_OF_THESE: &str = "以上均无";
pub const LESS: &str = "减一";
pub const MORE: &str = "加一";
pub const ROW_ADD: &str = "添加一行";
pub const ROW_REMOVE: &str = "删除此行";
pub const NO_ROWS: &str = "没有可填的荣誉";
pub const TITLE: &str = "荣誉名称";
pub const RECIPIENT: &str = "获得者";
pub const LEVEL: &str = "级别";
pub const ROW_YEAR: &str = "获得年份";
pub const CHOOSE: &str = "请选择";

pub const INDICATOR: &str = "指标";
pub const UNITS: &str = "责任单位";
pub const DEADLINE: &str = "完成时限";
pub const EXPLAIN: &str = "这项得分怎么算的";
pub const ASSUMPTION: &str = "本工具口径";
pub const REFERENCE: &str = "参考值";
pub const SET: &str = "已设";
pub const UNACCEPTABLE: &str = "不允许值";
pub const SATISFACTORY: &str = "满意值";
pub const PEERS: &str = "或粘贴同类地区的数值（取最好、最差值）";
pub const PEERS_HINT: &str = "一行一个，可粘贴表格的一列";
pub const DEFAULT: &str = "默认";
pub const POINTS: &str = "分";
pub const STATE_OPEN: &str = "未填";

pub const SECURED: &str = "已得";
pub const REACHABLE: &str = "可能范围";
pub const ANSWERED: &str = "已填";
pub const VETOED: &str = "已申报一票否决情形";
pub const AND: &str = "；";
pub const ADJUSTED: &str = "已自评调整";
pub const ADJUSTED_SHORT: &str = "调";
/// Behind a figure of points that was adjusted by hand.
pub const ADJUSTED_MARK: &str = "（调）";
pub const UNADJUST: &str = "取消调整";
pub const ADJUST: &str = "自评调整";
pub const ADJUST_TO: &str = "自评调整为";
pub const ADJUST_WHY: &str = "为什么与计算结果不同";
pub const REASON: &str = "理由";
pub const NOTE: &str = "备注";
pub const NOTE_HINT: &str = "写给自己或同事的说明";
pub const EVIDENCE: &str = "佐证材料";
pub const EVIDENCE_ADD: &str = "添加佐证";
/// Under rows that can be pasted.
pub const PASTE_ROWS: &str = "可从 Excel、WPS 复制多行，在任一格里粘贴。";
pub const EVIDENCE_TITLE: &str = "材料名称";
pub const EVIDENCE_NUMBER: &str = "文号";
pub const EVIDENCE_DATE: &str = "日期";
pub const EVIDENCE_PLACE: &str = "存放处";
pub const EVIDENCE_READY: &str = "已备齐";
pub const VETO: &str = "一票否决情形";
pub const VETO_HINT: &str =
    "如有发生，每行写一件。不改变得分，但在每一页、打印件和链接里都会标明。";

pub const SHARED_VIEW: &str = "收到的表（只读）";
pub const NOT_ANSWERED: &str = "未填";
pub const LINK: &str = "分享链接";
pub const INCLUDE: &str = "链接里包含";
pub const INCLUDE_ANSWERS: &str = "填报数据、自评调整";
pub const INCLUDE_REFERENCES: &str = "参考值";
pub const INCLUDE_SCENARIOS: &str = "情景";
pub const INCLUDE_NOTES: &str = "备注";
pub const INCLUDE_EVIDENCE: &str = "佐证材料";
pub const LONG_LINK: &str = "链接较长，聊天软件可能截断，建议改用「存为文件」发送。";
pub const DROP_HERE: &str = "松开鼠标，打开这些文件";
/// A part of the page that loads later did not arrive.
pub const MISSING: &str = "有文件没有取到，正在再试。已填的内容都在。";
pub const FORMS_HINT: &str = "表只保存在这台电脑的这个浏览器里。换电脑前请「存为文件」。";
pub const FORM_NAME: &str = "表名";
pub const CURRENT: &str = "正在填";
pub const ASIDE: &str = "读不出的内容";
pub const ASIDE_HINT: &str =
    "以下内容已损坏或由更新的版本保存，本工具读不出，但原样保留着，可以下载下来。";

/// What is secured, and what is still possible.
pub fn points_text(low: &str, high: &str) -> String {
    format!("{SECURED} {low} {POINTS}（{REACHABLE} {low}–{high}）")
}

/// The title of the window.
pub fn title(form: &str, view: &str) -> String {
    format!("{view} · {form} · {APP}")
}

/// How long a link is.
pub fn link_length(characters: usize) -> String {
    format!("共 {characters} 个字符")
}

/// Answered fields of all.
pub fn progress(answered: usize, all: usize) -> String {
    format!("{answered} / {all}")
}

/// 「责任单位：区市场监管局」.
pub fn named(name: &str, value: &str) -> String {
    format!("{name}：{value}")
}

/// The beginning of a text, on one line.
pub fn beginning(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(16).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}

/// The name under which a form is shown.
pub fn form_name(name: &str, form: &Form) -> String {
    if !is_blank(name) {
        return upright(name).into_owned();
    }
    let county = upright(trimmed(&form.county));
    let county = if county.is_empty() { words(form.edition.kind).unnamed } else { &county };
    format!("{county} {} 年", form.year())
}

/// The name of a copy.
pub fn copy_name(name: &str) -> String {
    format!("{name}（副本）")
}

/// The name of what another window saved.
pub fn other_window_name(name: &str) -> String {
    format!("{name}（另一窗口的内容）")
}

/// The total as it is read out.
pub fn spoken_total(points: &str, high: &str) -> String {
    format!("总分 {points} 分，最高可到 {high} 分。")
}

/// A file that is refused.
pub fn refused(name: &str, reason: &str) -> String {
    format!("没有打开「{name}」：{reason}")
}

/// A file that is too large to be read at all; bounds are in bytes.
pub fn too_large(most: usize) -> String {
    format!("文件太大，最大 {} MB。", most / 1_048_576)
}

/// The browser cannot read a file.
pub const NOT_READ: &str = "浏览器读不到这个文件，请确认文件还在，再试一次。";

/// An address that names no view.
pub const BAD_ADDRESS: &str = "这个地址没有对应的页面，已回到原来的页面。";

/// A link that is refused.
pub fn link_refused(reason: &str) -> String {
    format!("链接打不开：{reason}")
}

/// A day.
pub fn date((year, month, day): (u16, u8, u8)) -> String {
    format!("{year} 年 {month} 月 {day} 日")
}

/// The form was opened from a link of this date.
pub fn shared_on(date: &str) -> String {
    format!("分享日期 {date}")
}

/// 「 / 4 分」 behind a figure of points.
pub fn of_points(most: &str) -> String {
    format!(" / {most} {POINTS}")
}

/// The total as it would be without adjustments.
pub fn unadjusted(points: &str) -> String {
    format!("未调整时 {points} {POINTS}")
}

/// 「已填 7 / 93」.
pub fn answered(answered: usize, all: usize) -> String {
    format!("{ANSWERED} {}", progress(answered, all))
}

/// What the button that clears an answer does.
pub fn clear(label: &str) -> String {
    format!("{CLEAR}：{label}")
}

/// What the button that counts one down does.
pub fn less(label: &str) -> String {
    format!("{LESS}：{label}")
}

/// What the button that counts one up does.
pub fn more(label: &str) -> String {
    format!("{MORE}：{label}")
}

/// What the button that removes a row does.
pub fn remove_row(number: usize) -> String {
    format!("{ROW_REMOVE}（第 {number} 行）")
}

/// A cell of a row.
pub fn cell(label: &str, number: usize) -> String {
    format!("第 {number} 行{label}")
}

/// A default in an empty box.
pub fn default_value(value: Decimal) -> String {
    format!("{DEFAULT} {}", value.normalize())
}

/// What is at stake while a reference value is missing.
pub fn reference_missing(ends: &[&str], points: &str) -> String {
    format!("还缺{}，涉及 {points} 分。", ends.join("和"))
}

/// The file name of a form that has a name of its own.
pub fn named_file(name: &str, date: &str) -> String {
    format!("{}-{date}.qiangxian.json", file_part(name))
}

/// A typed text that is no day.
pub fn no_date(text: &str) -> String {
    format!("「{}」不是日期，请写成 2022-07-20 这样。", text.trim())
}

/// The form is of another year than today.
pub fn other_year(year: u16) -> String {
    format!("本表的评价年度是 {year} 年，期限按 {year} 年计算。")
}

/// The file name of a table, whose title names the county and the year.
pub fn table_name(title: &str, date: &str) -> String {
    format!("{} {date}.csv", file_part(title))
}

/// A text as a part of a file's name.
pub(super) fn file_part(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control() && !r#"\/:*?"<>|"#.contains(*c)).collect()
}

/// The file name of a saved form.
pub fn file_name(form: &Form, date: &str) -> String {
    file_named(form, "", date, "qiangxian.json")
}

/// The file name of what is made from a form: county, year, what it is, the day.
pub fn file_named(form: &Form, what: &str, date: &str, kind: &str) -> String {
    let mut name = file_part(&form.county);
    if name.is_empty() {
        name.push_str("未命名");
    }
    name.push_str(&format!("-{}年-", form.year()));
    if !what.is_empty() {
        name.push_str(&file_part(what));
        name.push('-');
    }
    for part in [date, ".", kind] {
        name.push_str(part);
    }
    name
}
