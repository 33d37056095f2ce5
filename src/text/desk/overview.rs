//! The overview in words.

use crate::desk::{Call, DateMark, Desk, Due, Overview, TargetStanding, TargetVerdict, Timeline};
use crate::rulebook::Kind;
use crate::score::{Score, shown};
use crate::text::{kind, page};

pub const DIMENSIONS: &str = "各部分得分";
pub const DIMENSIONS_OF_TASKS: &str = "各类任务进度";
pub const CALLS: &str = "下一步找谁";
pub const CALLS_HINT: &str = "一项由几个单位共同负责的，每个单位都列全额。";
pub const NO_CALLS: &str = "各单位都没有要补的内容。";
pub const DATES: &str = "各阶段和到期日";
pub const IN_PROGRESS: &str = "进行中";
pub const SEE_ROWS: &str = "看明细";

/// Stands before what is true of a scenario only.
pub fn supposed(scenario: &str) -> String {
    format!("假设：{scenario}")
}

/// The whole in a sentence or two.
pub fn headline(overview: &Overview) -> String {
    let overdue = match overview.overdue {
        0 => "没有逾期的。".to_owned(),
        number => format!("逾期 {number} 项。"),
    };
    match overview.total {
        Score::Points { range, most } => {
            let [low, high, most] = [range.low, range.high, most].map(|points| shown(points, 2));
            if range.is_settled() {
                format!("自评 {low} 分，满分 {most} 分。{overdue}")
            } else {
                format!("已得 {low} 分，填完最高可到 {high} 分，满分 {most} 分。{overdue}")
            }
        }
        Score::Tasks(tasks) => {
            let (met, all) = (tasks.met, tasks.applicable());
            format!("适用的 {all} 项任务中，已达到要求 {met} 项。{overdue}")
        }
        Score::Task(_) => overdue,
    }
}

/// 「12.5 分」, or 「8 项」 of tasks.
pub fn missing_text(kind: Kind, call: &Call) -> String {
    match kind {
        Kind::Points => format!("{} {}", shown(call.missing, 2), page::POINTS),
        Kind::Checklist => format!("{} {}", call.left, kind::TASKS),
    }
}

/// The columns of the units to call.
pub fn call_columns(kind: Kind) -> [&'static str; 4] {
    match kind {
        Kind::Points => ["单位", "还差", "逾期", "差得最多的一项"],
        Kind::Checklist => ["单位", "未完成", "逾期", "最早到期的一项"],
    }
}

/// The columns of the largest gaps.
pub fn largest_columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Points => &["指标", "还差", "下一步", "责任单位", "完成时限"],
        Kind::Checklist => &["任务", "状态", "下一步", "牵头单位", "完成时限"],
    }
}

/// What is due next, or was due last; empty when nothing has a date.
pub fn next_due(desk: &Desk, line: &Timeline) -> String {
    let late = desk.standings.iter().filter(|one| one.due == Due::Overdue).count();
    let next = line.dates.iter().find(|mark| mark.day >= desk.today && mark.left > 0);
    match next {
        Some(mark) => format!("下一个到期日 {}", short_due(mark, desk)),
        None if late > 0 => format!("所列日期都已过，还有 {late} 项没有完成。"),
        None => "有日期的都没有待办。".to_owned(),
    }
}

fn short_due(mark: &DateMark, desk: &Desk) -> String {
    let (day, days) = (page::date(mark.day.date()), desk.today.until(mark.day));
    let left = mark.left;
    match days {
        0 => format!("就是今天（{day}），{left} 项没有完成。"),
        _ => format!("{day}，还有 {days} 天，{left} 项没有完成。"),
    }
}

/// How many targets are met, missed, and not known.
pub fn targets_summary(targets: &[TargetStanding]) -> String {
    let count = |verdict| targets.iter().filter(|one| one.verdict == verdict).count();
    let (met, missed) = (count(TargetVerdict::Met), count(TargetVerdict::NotMet));
    let unknown = count(TargetVerdict::Unknown);
    format!("{}：已达到 {met} 项，未达到 {missed} 项，待填或未定 {unknown} 项", super::TARGETS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{IndicatorId, Text};
    use rust_decimal::Decimal;

    #[test]
    fn what_is_missing_is_points_or_tasks() {
        let unit: Text = "甲局";
        let missing = Decimal::new(1250, 2);
        let call = Call { unit, missing, left: 3, overdue: 1, first: IndicatorId(0) };
        assert_eq!(missing_text(Kind::Points, &call), "12.5 分");
        assert_eq!(missing_text(Kind::Checklist, &call), "3 项");
    }
}
