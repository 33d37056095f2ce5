//! The scoring table in words.

use super::page;
use crate::desk::{Arrangement, Due, Facet, Only, Role, Sort, Standing, units};
use crate::form::Form;
use crate::rulebook::{IndicatorId, Kind, Rulebook};
use crate::score::shown;
use rust_decimal::Decimal;

pub const NUMBER: &str = "序号";
pub const MOST: &str = "分数";
pub const POINTS: &str = "自评得分";
pub const PROOFS: &str = "佐证";
pub const UNIT: &str = "责任单位";
pub const STATE: &str = "状态";
pub const TASK: &str = "任务";
pub const TABLE: &str = "打分表";
pub const ARRANGE: &str = "分组";
pub const MORE_FILTERS: &str = "更多筛选";
pub const ROWS_HINT: &str = "按上下箭头逐行移动，按回车打开。";
pub const NO_PROOF: &str = "–";
pub const CHOOSE_ROW: &str = "点左边任意一行，在这里填写。";
pub const CHOOSE_ROW_TO_READ: &str = "点左边任意一行，在这里查看。";
pub const BEGIN: &str = "从基本信息填起";
pub const CHOOSE_ROW_HINT: &str = "回车走到下一格，填完一项自动到下一项；Alt+↑↓ 换项。";
pub const NEXT_STEP: &str = "下一步：";
pub const SELECTED: &str = "已选";
pub const CHOOSE: &str = "选择";
pub const CHOOSE_ALL: &str = "选择所列的全部任务";
pub const CHOOSE_LISTED: &str = "全选所列任务";
pub const CHOOSE_HINT: &str = "按空格勾选，勾选几项后一起设状态。";
pub const SET_STATE: &str = "设为";
pub const UNFOLD: &str = "展开";
pub const FOLD: &str = "收起";
pub const PREVIOUS: &str = "上一项（Alt+↑）";
pub const NEXT: &str = "下一项（Alt+↓）";
pub const UNSELECT: &str = "取消选择";

/// The choices of which rows are shown.
pub fn only_text(only: Only) -> &'static str {
    match only {
        Only::All => page::ALL,
        Only::Unanswered => "未填",
        Only::Losing => "失分",
        Only::Open => "待定",
        Only::Waiting => page::WAITING,
        Only::Unproved => "无佐证",
        Only::Overdue => super::desk::OVERDUE,
        Only::Doubtful => "有疑问",
        Only::Unconfirmed => super::earlier::UNCONFIRMED,
        Only::NotStarted => "未开始",
        Only::InProgress => "进行中",
        Only::Met => "已达到要求",
        Only::NotApplicable => "不适用",
    }
}

/// How rows are grouped.
pub fn arrangement_text(by: Arrangement, kind: Kind) -> &'static str {
    match (by, kind) {
        (Arrangement::Document, Kind::Points) => "按指标",
        (Arrangement::Document, Kind::Checklist) => "按内容",
        (Arrangement::Unit, Kind::Points) => "按责任单位",
        (Arrangement::Unit, Kind::Checklist) => "按牵头单位",
        (Arrangement::Deadline, _) => "按时限",
    }
}

/// How rows are sorted.
pub fn sort_text(sort: Sort) -> &'static str {
    match sort {
        Sort::Number => "按序号",
        Sort::Missing => "失分和待定多的在前",
        Sort::Deadline => "先到期的在前",
    }
}

/// What a facet is called.
pub fn facet_text(facet: Facet, kind: Kind) -> &'static str {
    match facet {
        Facet::Group => super::kind::GROUP,
        Facet::Unit => super::desk::role_text(crate::desk::Role::Leads, kind),
        Facet::Deadline => page::DEADLINE,
        Facet::Verification => super::kind::VERIFICATION,
    }
}

/// How a row stands: a sign that is told apart by its shape, and words.
pub fn state_text(standing: &Standing) -> (&'static str, String) {
    let figure = |points: Decimal| shown(points, 2);
    if let Some(state) = standing.state {
        return (super::kind::state_sign(state), super::state_text(state).to_owned());
    }
    let (lost, open) = (standing.lost(), standing.open());
    if open > Decimal::ZERO && standing.answered == 0 {
        ("○", page::STATE_OPEN.to_owned())
    } else if open > Decimal::ZERO && lost > Decimal::ZERO {
        ("◔", format!("失 {}，待定 {}", figure(lost), figure(open)))
    } else if open > Decimal::ZERO {
        ("◔", format!("待定 {}", figure(open)))
    } else if lost > Decimal::ZERO {
        ("◐", format!("失 {}", figure(lost)))
    } else {
        ("●", "满分".to_owned())
    }
}

/// Rows of evidence that are ready, of all.
pub fn proofs_text(standing: &Standing) -> String {
    let proofs = standing.proofs;
    if proofs.all == 0 { NO_PROOF.to_owned() } else { format!("{}/{}", proofs.ready, proofs.all) }
}

/// What the folded rows of evidence hold.
pub fn evidence_status(standing: &Standing) -> String {
    let proofs = standing.proofs;
    match (proofs.all, standing.is_claimed()) {
        (0, true) if standing.state.is_none() => "0 件，已得分无佐证".to_owned(),
        (0, _) => "0 件".to_owned(),
        (all, _) => format!("已备齐 {}/{all}", proofs.ready),
    }
}

/// How many more rows can be drawn.
pub fn more_rows(rest: usize) -> String {
    format!("还有 {rest} 行，继续显示")
}

/// The first responsible unit and how many there are; and all of them, with the words
/// for others.
pub fn units_texts(form: &Form, id: IndicatorId) -> (String, String) {
    let names = names(form, id, true);
    let first = match &names[..] {
        [first, _, ..] => format!("{first} 等{}家", names.len()),
        all => all.concat(),
    };
    (first, names.join("、"))
}

/// The units that are responsible, or those that support, as the form calls them.
pub fn names(form: &Form, id: IndicatorId, leading: bool) -> Vec<&str> {
    let units = units(form, id).into_iter();
    let units = units.filter(|(_, role)| (*role != Role::Supports) == leading);
    units.map(|(name, _)| form.unit(name)).collect()
}

/// A mark for what is late.
pub fn late_text(standing: &Standing) -> &'static str {
    if standing.due == Due::Overdue { super::desk::OVERDUE } else { "" }
}

/// The number of a dimension, as documents write it.
pub fn ordinal(at: usize) -> String {
    const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match DIGITS.get(at) {
        Some(digit) => (*digit).to_owned(),
        None => (at + 1).to_string(),
    }
}

/// A row as it is read out when it gets the focus.
pub fn row_name(rulebook: &Rulebook, standing: &Standing) -> String {
    let indicator = &rulebook[standing.id];
    let (_, state) = state_text(standing);
    match rulebook.kind {
        Kind::Points => format!(
            "{} {}，{} 分，满分 {} 分，{state}",
            indicator.id,
            indicator.title,
            shown(standing.range.low, 2),
            shown(standing.max, 2)
        ),
        Kind::Checklist => format!("{} {}，{state}", indicator.id, indicator.title),
    }
}

/// How many rows are selected.
pub fn selected(count: usize) -> String {
    format!("{SELECTED} {count} 项")
}
