//! The desk in words: gaps, departments, deadlines, targets.

pub mod overview;
mod tables;

pub use tables::{
    deadline, department_table, departments_table, gap_table, progress_table, responsible,
    supporters_table,
};

use super::explain::{answer_text, state_text};
use super::page;
use crate::desk::{DateMark, Due, Phase, Role, StageMark, Standing, TargetVerdict, Why};
use crate::rulebook::{
    Answer, Answers, Day, Field, FieldId, Indicator, Kind, MetricId, Rulebook, Stage, Target,
};
use crate::score::{PLACES, shown};
use rust_decimal::Decimal;

pub const OVERVIEW: &str = "总览";
pub const GAPS: &str = "失分清单";
pub const GAPS_OF_TASKS: &str = "未完成任务清单";
pub const NO_GAPS: &str = "没有失分的指标。";
pub const DEPARTMENTS: &str = "责任单位一览";
pub const TIMELINE: &str = "时限和阶段";
pub const TARGETS: &str = "主要目标";
pub const TARGETS_HINT: &str =
    "文件自己提出的目标，只作对照，不计分。一句话里有几个指标的，填其中最低的一个。";
pub const UNPROVED: &str = "已得分无佐证";
pub const UNPROVED_TASKS: &str = "已达到要求无佐证";
pub const LOST: &str = "已失分";
pub const OVERDUE: &str = "逾期";
pub const SOON: &str = "30 天内到期";
pub const PROOFS_READY: &str = "佐证已备齐";
pub const LARGEST: &str = "失分最多的五项";
pub const DEPARTMENTS_HINT: &str = "分值按责任单位分别计算：一项由几个单位共同负责的，每个单位都列全额，所以各单位相加会超过总分。";
pub const MEMBERS_HINT: &str = "“其他成员单位”“各成员单位”等是文件的原话，指创建工作专班中没有逐一列名的单位，单独列为一行。各单位名下也列出这些指标，但不计入该单位的合计。";
pub const OVERDUE_HINT: &str = "过了完成时限仍没有填、填“否”、缺项或没有达到要求的，算逾期。已经得满分、自评调整过的，以及填好的数量、荣誉和比较类结果，不算逾期。";

/// Labels that a reason names before it says 等.
const NAMED: usize = 3;

/// A day, as `2022-07-20`.
pub fn day_text(day: Day) -> String {
    day.to_string()
}

/// What is due on a day.
pub fn due_on(mark: &DateMark) -> String {
    let day = page::date(mark.day.date());
    format!("{day}：{} 项到期，其中 {} 项没有完成", mark.indicators.len(), mark.left)
}

/// A stage's period, and how it lies to today.
pub fn stage_text(stage: &Stage, mark: &StageMark) -> String {
    let to = page::date(mark.to.date());
    format!("（{}，到 {to} 止）{}", stage.text, phase_text(mark.phase))
}

/// How a deadline stands today.
pub fn due_text(due: Due, deadline: Option<Day>, today: Day) -> String {
    let days = deadline.map_or(0, |last| today.until(last));
    match due {
        Due::Overdue => format!("已逾期 {} 天", -days),
        Due::Soon if days == 0 => "今天到期".into(),
        Due::Soon | Due::Later => format!("还有 {days} 天"),
        Due::Done => "无待办".into(),
        Due::Undated => "无固定日期".into(),
    }
}

/// What stands behind a task's deadline: the day that it means in a form of
/// another year, and that it has passed.
pub fn task_due_text(rulebook: &Rulebook, standing: &Standing, year: u16, today: Day) -> String {
    let mut parts = Vec::new();
    if let Some(day) = standing.deadline.filter(|_| year != rulebook.year) {
        parts.push(format!("按评价年度为 {}", page::date(day.date())));
    }
    if standing.due == Due::Overdue {
        parts.push(due_text(standing.due, standing.deadline, today));
    }
    if parts.is_empty() { String::new() } else { format!("（{}）", parts.join("，")) }
}

/// A deadline in the document's words, with the day that it means when the form
/// is of another year than the document.
pub fn deadline_text(
    rulebook: &Rulebook,
    indicator: &Indicator,
    day: Option<Day>,
    year: u16,
) -> String {
    let words = indicator.deadline.text;
    match day {
        Some(day) if year != rulebook.year => {
            format!("{words}，按评价年度为 {}", page::date(day.date()))
        }
        _ => words.to_owned(),
    }
}

/// How a stage lies to today.
pub fn phase_text(phase: Phase) -> &'static str {
    match phase {
        Phase::Past => "已结束",
        Phase::Now => "进行中",
        Phase::Coming => "未开始",
    }
}

/// What a unit is to an indicator, or to a task.
pub fn role_text(role: Role, kind: Kind) -> &'static str {
    match (role, kind) {
        (Role::Leads, Kind::Points) => "责任单位",
        (Role::Leads, Kind::Checklist) => "牵头单位",
        (Role::Supports, _) => "配合单位",
        (Role::Members, _) => "成员单位",
    }
}

/// Whether a target is met, or why that cannot be said.
pub fn verdict_text(target: &Target, verdict: TargetVerdict) -> &'static str {
    match verdict {
        TargetVerdict::Met => "已达到",
        TargetVerdict::NotMet => "未达到",
        TargetVerdict::Unknown if target.at_least.is_some() => "待填",
        TargetVerdict::Unknown => "文件未定数值",
    }
}

/// The columns of the targets.
pub const TARGET_COLUMNS: [&str; 5] = ["类别", "目标", "要求", "现状", "对照"];

/// A figure with the unit of its target.
pub fn figure_text(target: &Target, value: Decimal) -> String {
    page::named_value(&shown(value, PLACES), target.unit)
}

/// The bound of a target, or nothing where the document names none.
pub fn bound_text(target: &Target) -> String {
    match target.at_least {
        Some(least) => {
            let number = shown(least, PLACES);
            format!("不低于 {}", page::named_value(&number, target.unit))
        }
        None => String::new(),
    }
}

/// Why an indicator is below its maximum, in one line without a full stop.
pub fn why_text(rulebook: &Rulebook, answers: &Answers, why: &Why) -> String {
    let mut all = Vec::new();
    if why.adjusted {
        all.push("自评调整的分值低于满分".to_owned());
    }
    let mut add = |lead: &str, names: Vec<String>| {
        if !names.is_empty() {
            all.push(listed(lead, &names));
        }
    };
    let labels = |fields: &[FieldId]| fields.iter().map(|f| label(&rulebook[*f])).collect();
    let metrics =
        |metrics: &[MetricId]| metrics.iter().map(|m| rulebook[*m].label.to_owned()).collect();
    add("未填：", labels(&why.unanswered));
    add("填“否”：", labels(&why.denied));
    add("还可提高：", why.below.iter().map(|f| below(rulebook, answers, *f)).collect());
    add("低于起评线：", metrics(&why.below_floor));
    add("未达到满意值：", metrics(&why.unsatisfactory));
    add("缺参考值：", metrics(&why.without_reference));
    add("算不出（除数为零或数值过大）：", metrics(&why.unknown));
    if why.incomplete_rows > 0 {
        all.push(format!("{} 行没有填全", why.incomplete_rows));
    }
    if let Some(state) = why.state {
        all.insert(0, state_text(state).to_owned());
    }
    all.join("；")
}

/// Names behind a lead, the first few and how many there are.
fn listed(lead: &str, names: &[String]) -> String {
    let few: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let few = few.join("、");
    if names.len() > NAMED {
        format!("{lead}{few}等 {} 项", names.len())
    } else {
        format!("{lead}{few}")
    }
}

fn label(field: &Field) -> String {
    field.label.to_owned()
}

/// A label with what was entered, or with what is missing of a set.
fn below(rulebook: &Rulebook, answers: &Answers, id: FieldId) -> String {
    let field = &rulebook[id];
    match answers.get(id) {
        Some(Answer::Set(chosen)) => {
            let missing = answer_text(rulebook, id, &Answer::Set(!chosen));
            format!("{}（缺{missing}）", field.label)
        }
        None | Some(Answer::Rows(_)) => label(field),
        Some(answer) => {
            let answer = answer_text(rulebook, id, answer);
            format!("{}（{answer}）", field.label)
        }
    }
}
