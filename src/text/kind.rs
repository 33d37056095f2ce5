//! Words that differ between a checklist and a rulebook of points.

use super::explain::state_text;
use super::page;
use crate::rulebook::Kind;
use crate::score::{Score, State, Tally, shown};

/// The words of a kind of rulebook.
#[derive(Debug)]
pub struct Words {
    /// Stands before the total.
    pub secured: &'static str,
    /// Below the box of declared veto items.
    pub veto_hint: &'static str,
    /// The label of the name of the county or city.
    pub place: &'static str,
    /// What a form without a name is called.
    pub unnamed: &'static str,
    /// The label of the search box.
    pub search: &'static str,
    /// Where a filter shows no row.
    pub nothing_found: &'static str,
    /// The button that takes a filter away.
    pub show_all: &'static str,
    /// Above the explanation of a score or state.
    pub explain: &'static str,
    /// Where there are no gaps.
    pub no_gaps: &'static str,
    /// Above the largest gaps.
    pub largest: &'static str,
    /// What is claimed without evidence that is ready.
    pub unproved: &'static str,
    /// What the sums of units count twice.
    pub departments_hint: &'static str,
}

const POINTS: Words = Words {
    secured: page::SECURED,
    veto_hint: page::VETO_HINT,
    place: page::COUNTY,
    unnamed: "未命名的县",
    search: page::SEARCH,
    nothing_found: page::NOTHING_FOUND,
    show_all: page::SHOW_ALL,
    explain: page::EXPLAIN,
    no_gaps: super::desk::NO_GAPS,
    largest: super::desk::LARGEST,
    unproved: super::desk::UNPROVED,
    departments_hint: super::desk::DEPARTMENTS_HINT,
};

const CHECKLIST: Words = Words {
    secured: "已达到要求",
    veto_hint: "如有发生，每行写一件。不改变任务状态，但在每一页、打印件和链接里都会标明。",
    place: "城市名称",
    unnamed: "未命名的城市",
    search: "查找任务",
    nothing_found: "没有符合条件的任务。",
    show_all: "显示全部任务",
    explain: "这项任务的状态怎么来的",
    no_gaps: "没有未完成的任务。",
    largest: "最早到期的五项未完成任务",
    unproved: super::desk::UNPROVED_TASKS,
    departments_hint: "一项任务由几个单位牵头或配合的，在每个单位名下各计一次，所以各单位相加会超过任务总数。",
};

/// The words of a kind of rulebook.
pub fn words(kind: Kind) -> &'static Words {
    match kind {
        Kind::Points => &POINTS,
        Kind::Checklist => &CHECKLIST,
    }
}

/// A task's state as a sign.
pub fn state_sign(state: State) -> &'static str {
    match state {
        State::NotStarted => "○",
        State::InProgress => "◐",
        State::Met => "●",
        State::NotApplicable => "–",
    }
}

/// What else there is besides the tasks that are met.
pub fn rest_text(tasks: &Tally) -> String {
    let parts = [
        (State::InProgress, tasks.in_progress),
        (State::NotStarted, tasks.not_started),
        (State::NotApplicable, tasks.not_applicable),
    ];
    let mut text = String::new();
    for (state, number) in parts {
        if number > 0 {
            if !text.is_empty() {
                text.push_str(" · ");
            }
            text.push_str(&format!("{} {number}", state_text(state)));
        }
    }
    text
}

/// What a part comes to, on one line.
pub fn score_text(score: &Score) -> String {
    match score {
        Score::Points { range, .. } => {
            page::points_text(&shown(range.low, 2), &shown(range.high, 2))
        }
        Score::Task(state) => state_text(*state).to_owned(),
        Score::Tasks(tasks) => {
            let (met, all) = (tasks.met, tasks.applicable());
            let mut text = format!("{} {met} / {all} {TASKS}", CHECKLIST.secured);
            let rest = rest_text(tasks);
            if !rest.is_empty() {
                text.push_str(&format!("（{rest}）"));
            }
            text
        }
    }
}

/// The total as it is read out.
pub fn spoken_score(score: &Score) -> String {
    match score {
        Score::Points { range, .. } => {
            page::spoken_total(&shown(range.low, 2), &shown(range.high, 2))
        }
        _ => score_text(score),
    }
}

/// Tasks that are past their deadline.
pub fn overdue_text(overdue: usize) -> String {
    format!("{} {overdue}", super::desk::OVERDUE)
}

/// The measure word of tasks.
pub const TASKS: &str = "项";
pub const TASK_TABLE: &str = "任务表";
pub const VERIFICATION: &str = "验收方式";
pub const GROUP: &str = "指标内容";
pub const ANY: &str = "不限";
pub const PROGRESS: &str = "各项内容进度";
pub const SUPPORTING: &str = "配合单位进度";

/// The button that begins a form of an edition.
pub fn new_of(title: &str) -> String {
    format!("{}：{title}", page::NEW)
}
