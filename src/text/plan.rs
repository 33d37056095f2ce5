//! What it would take, in words: steps, what holds a plan back, and the values
//! of a figure.

use super::desk::{deadline, responsible};
use super::explain::answer_text;
use super::explain::words::{
    all_quoted, exact, figure, option, options, page_points, quoted, with_unit,
};
use super::table::Table;
use super::{page, reading, scenario};
use crate::desk::Desk;
use crate::form::{Case, Form};
use crate::plan::{Aim, Change, Held, Interval, Placeholder, Plan, Reach, Reason, Step};
use crate::rulebook::{Answer, FieldId, FieldKind, IndicatorId, Kind, Rulebook};
use crate::score::upright;
use rust_decimal::Decimal;

pub const CHEAPEST: &str = "达到目标最省力的办法";
pub const TARGET: &str = "目标总分";
pub const TARGET_FIRST: &str = "填上目标，就能看到要改哪些、各加多少。";
pub const FILL_FIRST: &str = "先填写没填的内容";
pub const STEPS: &str = "要做的改动";
pub const NOT_FOR_TASKS: &str = "任务清单不计分，没有提分方案。还没完成的任务见打分表。";
pub const CANNOT: &str = "做不到";
pub const KEPT: &str = "这些指标保持不变：";
pub const RELEASE: &str = "往年数据也可改";
pub const LINE_HEAD: [&str; 6] = ["序号", "指标", "怎么做", "增加", "责任单位", "完成时限"];
pub const SEE_SCENARIO: &str = "去情景页";
pub const SETTINGS: &str = "提分设定";
pub const SAVE: &str = "存为情景";
pub const HELD: &str = "哪些指标上不去";
pub const WISHES: &str = "设定难度、不变的指标和数据上限";
pub const WISH_HEAD: [&str; 4] = ["指标", "保持不变", "难度（1 易 5 难）", "数据上限"];
pub const FIXED: &str = "保持不变";
pub const EFFORT: &str = "难度";
pub const SINGLE: &str = "单项提分";
pub const SINGLE_HINT: &str = "每一条单独做到能增加多少，从多到少排列。";
pub const ALL_STEPS: &str = "全部列出";
pub const FEWER: &str = "只列前面的";
pub const ONE: &str = "一个数据要到多少";
pub const FIELD: &str = "数据";

/// The name of a scenario that a plan was saved as.
pub fn scenario_name(target: &str) -> String {
    format!("达到 {target} 的方案")
}

/// A plan was saved as a scenario.
pub fn saved(name: &str) -> String {
    format!("已存为情景「{name}」，可在「情景」页查看、编辑。")
}

/// The words in an honour that is still to be won.
pub const HONOUR: Placeholder<'static> =
    Placeholder { title: "拟获荣誉", recipient: "拟获单位" };

/// A step of a plan as a line of its table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlanLine {
    /// The indicator or task.
    pub id: IndicatorId,
    /// Its number in the document.
    pub number: &'static str,
    /// Its short name.
    pub title: &'static str,
    /// What is to be done.
    pub how: String,
    /// What it gives, with its sign.
    pub gain: String,
    /// The responsible units.
    pub units: String,
    /// The words of the deadline.
    pub deadline: String,
}

/// Steps as lines, in their order.
pub fn lines<'s>(desk: &Desk, steps: impl IntoIterator<Item = &'s Step>) -> Vec<PlanLine> {
    let rulebook = desk.rulebook();
    let line = |step: &Step| PlanLine {
        id: step.indicator,
        number: rulebook[step.indicator].id,
        title: rulebook[step.indicator].title,
        how: how_text(rulebook, step),
        gain: gain_text(rulebook, step.gain),
        units: responsible(desk, step.indicator),
        deadline: deadline(desk, step.indicator),
    };
    steps.into_iter().map(line).collect()
}

/// Whose plan it is, and what for.
pub fn plan_title(form: &Form, plan: &Plan) -> String {
    let target = format!("达到 {} {}", figure(plan.target), unit(form.edition.0));
    format!("{} 提分方案：{target}", page::form_name("", form))
}

/// A plan as a table that leaves the page; `over` is the scenario that it was
/// made for, if any.
pub fn plan_table(form: &Form, over: Option<&str>, plan: &Plan, lines: &[PlanLine]) -> Table {
    let mut title = plan_title(form, plan);
    if let Some(name) = over {
        title.push_str(&format!("（{}：情景「{}」）", scenario::SUPPOSED, upright(name)));
    }
    let mut table = Table::new(title, &LINE_HEAD);
    for line in lines {
        table.rows.push(vec![
            line.number.to_owned(),
            line.title.to_owned(),
            line.how.clone(),
            line.gain.clone(),
            line.units.clone(),
            line.deadline.clone(),
        ]);
    }
    table
}

/// What a plan takes for granted of figures of past years; none where there are
/// no such figures.
pub fn past_note(form: &Form) -> Option<String> {
    let year = form.year();
    form.edition.fields.iter().any(|field| field.past).then(|| {
        format!("{year} 年以前的数据已成事实，计划不改动；还要核实、更正的，可在下面的设定里放开。")
    })
}

/// What the button does that keeps an indicator as it is.
pub fn cannot(line: &PlanLine) -> String {
    format!("{CANNOT}：{} {}", line.number, line.title)
}

/// What the button does that lets a plan change an indicator again.
pub fn again(name: &str) -> String {
    format!("取消保持不变：{name}")
}

/// What a step does, without what it gives.
pub(super) fn how_text(rulebook: &Rulebook, step: &Step) -> String {
    let mut text = changes_text(rulebook, &step.changes);
    if let Aim::Full(_) = step.aim {
        text.push_str("（再多也不加分）");
    }
    text
}

/// A step and what it gives: `省级标准：再增加 1 项（共 3 项）：+0.5 分`.
pub fn step_text(rulebook: &Rulebook, step: &Step) -> String {
    let mut text = how_text(rulebook, step);
    text.push('：');
    text.push_str(&gain_text(rulebook, step.gain));
    text
}

/// Several changes that belong together.
pub fn changes_text(rulebook: &Rulebook, changes: &[Change]) -> String {
    let all: Vec<String> = changes.iter().map(|change| change_text(rulebook, change)).collect();
    all.join("；")
}

/// More points, or less: `+0.5 分`; tasks in a checklist: `+1 项`.
pub fn gain_text(rulebook: &Rulebook, gain: Decimal) -> String {
    let sign = if gain.is_sign_negative() && !gain.is_zero() { "−" } else { "+" };
    let (mut about, mut number) = page_points(gain.abs());
    if number == "0" && !gain.is_zero() {
        (about, number) = ("", figure(gain.abs()));
    }
    let mut text = String::from(about);
    for part in [sign, &number, " ", unit(rulebook)] {
        text.push_str(part);
    }
    text
}

/// One change: what to do, and to what it comes.
pub fn change_text(rulebook: &Rulebook, change: &Change) -> String {
    let field = &rulebook[change.field];
    let mut text = String::from(field.label);
    text.push('：');
    match (&change.from, &change.to) {
        (_, Answer::YesNo(_)) => text.push_str("做到，填“是”"),
        (_, Answer::Choice(chosen)) => {
            text.push_str("达到");
            text.push_str(&quoted(option(field, *chosen)));
        }
        (from, Answer::Set(chosen)) => {
            let before = if let Some(Answer::Set(before)) = from { *before } else { 0 };
            let new = chosen & !before;
            let labels = options(field, new);
            let is_all = chosen.count_ones() as usize == field.options.len();
            let such = if is_all { "" } else { "如" };
            text.push_str(&format!("再增加 {} 项（{such}{labels}）", new.count_ones()));
        }
        (Some(Answer::Count(before)), Answer::Count(number)) if number > before => {
            let more = with_unit(&(number - before).to_string(), field.unit);
            let all = with_unit(&number.to_string(), field.unit);
            text.push_str(&format!("再增加 {more}（共 {all}）"));
        }
        (from, Answer::Rows(rows)) => {
            let before = if let Some(Answer::Rows(before)) = from { before.len() } else { 0 };
            let new = rows.get(before..).unwrap_or_default();
            let level = new.first().and_then(|row| row.level).unwrap_or_default();
            text.push_str(&format!("再获得 {} 项{}", new.len(), quoted(option(field, level))));
        }
        (from, to) => {
            let before = from.as_ref().and_then(Answer::number);
            text.push_str(match (before, to.number()) {
                (Some(before), Some(number)) if number < before => "降到 ",
                (Some(_), _) => "提高到 ",
                (None, _) => "达到 ",
            });
            text.push_str(&answer_text(rulebook, change.field, to));
        }
    }
    text
}

/// What a plan comes to.
pub fn plan_text(rulebook: &Rulebook, plan: &Plan) -> String {
    if !plan.is_reached() {
        return out_of_reach(rulebook, plan.highest);
    }
    if plan.steps.is_empty() {
        return "已经达到目标，不需要改动。".into();
    }
    let changes = plan.changes().count();
    let (about, after) = page_points(plan.after);
    let unit = unit(rulebook);
    format!(
        "改动 {changes} 处，工作量 {}，可以确保{about} {after} {unit}（{}）。",
        plan.effort,
        gain_text(rulebook, plan.after - plan.before)
    )
}

/// What a plan of this case takes for granted.
pub fn plan_notes(form: &Form, case: &Case) -> Vec<String> {
    let rulebook = form.edition.0;
    let shared = rulebook.shared();
    let open: Vec<_> = shared.iter().copied().filter(|f| case.answers.get(*f).is_none()).collect();
    let mut notes = vec![
        "填“是”、增加一项、提高一档各计 1 份工作量；按功效系数法计分的，每补上所缺分数的十分之一计 1 份；再乘以该项指标的难度。"
            .into(),
    ];
    if rulebook.kind == Kind::Points {
        notes.push("只改动各项指标自己的填报内容，不改动共用数据、满意值和不允许值。".into());
    }
    if let Some(others) = reading::others(rulebook, case) {
        notes.push(format!("{}。", page::named(reading::OTHER, &others)));
    }
    if !open.is_empty() {
        let open = all_quoted(rulebook, &open);
        notes.push(format!("尚未填写{open}，要用到的得分不列入计划。"));
    }
    notes
}

/// An indicator that stays below its points, and why.
pub fn held_text(rulebook: &Rulebook, held: &Held) -> String {
    let indicator = &rulebook[held.indicator];
    let (about, lost) = page_points(held.lost);
    let reasons: Vec<String> = held.reasons.iter().map(|r| reason_text(rulebook, r)).collect();
    let mut text = match rulebook.kind {
        Kind::Points => {
            format!("第 {} 项（{}）{about}差 {lost} 分", indicator.id, indicator.title)
        }
        Kind::Checklist => format!("第 {} 项（{}）", indicator.id, indicator.title),
    };
    if !reasons.is_empty() {
        text.push('：');
        text.push_str(&reasons.join("；"));
    }
    text.push('。');
    text
}

/// Why points are out of reach.
pub fn reason_text(rulebook: &Rulebook, reason: &Reason) -> String {
    let stop = |field: FieldId, bound: &Decimal, word: &str| {
        let field = &rulebook[field];
        let bound = with_unit(&exact(*bound), field.unit);
        format!("{}{word} {bound}", quoted(field.label))
    };
    match reason {
        Reason::Fixed => "设为不变".into(),
        Reason::Adjusted => "已作自评调整".into(),
        Reason::NoReference(metric) => {
            format!("{}没有可用的满意值", quoted(rulebook[*metric].label))
        }
        Reason::Missing(metric, fields) => format!(
            "尚未填写{}，{}算不出来",
            all_quoted(rulebook, fields),
            quoted(rulebook[*metric].label)
        ),
        Reason::Zero(metric, field) => format!(
            "{}填的是 0，{}算不出来",
            quoted(rulebook[*field].label),
            quoted(rulebook[*metric].label)
        ),
        Reason::TooLarge(metric) => {
            format!("{}大得不合情理，不计分", quoted(rulebook[*metric].label))
        }
        Reason::Limit(field, bound) => stop(*field, bound, "限定为"),
        Reason::Bound(field, bound) => stop(*field, bound, "只能到"),
        Reason::Closed(field) => format!("{}不作改动", quoted(rulebook[*field].label)),
        Reason::Shared(field) => {
            format!("{}几项指标共用，不作改动", quoted(rulebook[*field].label))
        }
        Reason::NotApplicable => "任务不适用".into(),
    }
}

/// Which values of a field reach the target.
pub fn reach_text(rulebook: &Rulebook, reach: &Reach) -> String {
    if reach.intervals.is_empty() {
        return out_of_reach(rulebook, reach.highest);
    }
    let all: Vec<String> =
        reach.intervals.iter().map(|i| interval_text(rulebook, reach, i)).collect();
    all.join("，或 ")
}

/// Values from one to another: `≥ 95%`.
fn interval_text(rulebook: &Rulebook, reach: &Reach, interval: &Interval) -> String {
    let field = &rulebook[reach.field];
    let said = |answer: &Answer| match answer {
        Answer::Set(chosen) => with_unit(&chosen.count_ones().to_string(), "项"),
        Answer::Rows(rows) => with_unit(&rows.len().to_string(), "项"),
        _ => answer_text(rulebook, reach.field, answer),
    };
    let (least, most) = (said(&interval.least), said(&interval.most));
    match (interval.from_least, interval.to_most) {
        (true, true) => "怎么填都能达到".into(),
        _ if matches!(field.kind, FieldKind::YesNo | FieldKind::Choice) => {
            if interval.least == interval.most {
                quoted(&least)
            } else {
                format!("{}至{}", quoted(&least), quoted(&most))
            }
        }
        _ if interval.least == interval.most => format!("= {least}"),
        (false, true) => format!("≥ {least}"),
        (true, false) => format!("≤ {most}"),
        (false, false) => format!("{least} 至 {most}"),
    }
}

fn out_of_reach(rulebook: &Rulebook, highest: Decimal) -> String {
    let (about, number) = page_points(highest);
    format!("达不到：最高{about} {number} {}", unit(rulebook))
}

/// What a total counts.
fn unit(rulebook: &Rulebook) -> &'static str {
    match rulebook.kind {
        Kind::Points => "分",
        Kind::Checklist => "项",
    }
}
