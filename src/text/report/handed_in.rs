//! The scoring table as it is handed in (自评打分表): the official columns with a
//! plain figure for the score, heads of dimensions with their sums, and the whole.

use super::item;
use crate::desk::Desk;
use crate::rulebook::{IndicatorId, Kind};
use crate::score::{Score, State, shown};
use crate::text::explain::state_text;
use crate::text::page;
use crate::text::table::Table;

/// The table for Word and WPS. Of points that are still open the secured ones
/// are the score; how far it may go stands in the way it was worked out.
pub fn handed_in(desk: &Desk) -> Table {
    let rulebook = desk.rulebook();
    let is_points = rulebook.kind == Kind::Points;
    let (name, head) = match is_points {
        true => (super::TABLE, HEAD),
        false => (super::TABLE_OF_TASKS, HEAD_OF_TASKS),
    };
    let mut table = Table::new(format!("{} {name}", page::form_name("", desk.form)), &head);
    let mut dimension = None;
    for id in rulebook.indicator_ids() {
        let group = rulebook.groups.get(usize::from(rulebook[id].group));
        let above = group.map(|group| usize::from(group.dimension));
        if let Some(at) = above.filter(|at| dimension != Some(*at)) {
            let title = rulebook.dimensions.get(at).map_or("", |one| one.title);
            table.rows.push(sum(title, desk.card.score_of_dimension(rulebook, at)));
        }
        dimension = above;
        table.rows.push(row(desk, id));
    }
    table.rows.push(sum(TOTAL, desk.card.score_of_all(rulebook)));
    table
}

const HEAD: [&str; 8] =
    ["序号", "指标与官方规则", "分值", "自评得分", "填报内容", "计算过程", "佐证材料", "备注"];
const HEAD_OF_TASKS: [&str; 8] =
    ["序号", "任务与官方要求", "任务数", "状态", "填报内容", "判定过程", "佐证材料", "备注"];
const TOTAL: &str = "合计";

/// A head: its name and its sums.
fn sum(title: &str, score: Score) -> Vec<String> {
    let (most, got) = match score {
        Score::Points { range, most } => (shown(most, 2), shown(range.low, 2)),
        Score::Tasks(tasks) => {
            let met = format!("{} {}", state_text(State::Met), tasks.met);
            (tasks.applicable().to_string(), met)
        }
        Score::Task(state) => (String::new(), state_text(state).to_owned()),
    };
    let mut row = vec![String::new(), title.to_owned(), most, got];
    row.resize(HEAD.len(), String::new());
    row
}

/// An indicator, or a task.
fn row(desk: &Desk, id: IndicatorId) -> Vec<String> {
    let rulebook = desk.rulebook();
    let indicator = &rulebook[id];
    let item = item(desk, id);
    let (mut steps, mut proofs) = (item.how.steps, item.proofs);
    steps.push(item.how.result);
    // The note stands behind the evidence; here it has a column of its own.
    let note = desk.form.notes.get(&id).cloned();
    if note.is_some() {
        proofs.pop();
    }
    let (most, got) = match desk.card.score_of(rulebook, id) {
        Score::Points { range, most } => (shown(most, 2), shown(range.low, 2)),
        Score::Task(state) => (String::new(), state_text(state).to_owned()),
        Score::Tasks(_) => (String::new(), String::new()),
    };
    vec![
        indicator.id.to_owned(),
        format!("{}\n{}", indicator.title, indicator.wording),
        most,
        got,
        item.entered.join("\n"),
        steps.join("\n"),
        proofs.join("\n"),
        note.unwrap_or_default(),
    ]
}
