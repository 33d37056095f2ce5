//! The tasks of a checklist by leading unit (任务完成情况表).

use super::{Paper, proof_numbers};
use crate::desk::{Desk, Due, Role, units};
use crate::rulebook::IndicatorId;
use crate::score::{State, Tally, is_blank};
use crate::text::desk::{deadline, due_text};
use crate::text::explain::state_text;
use crate::text::page;

/// The columns of the table.
pub const TASK_HEAD: [&str; 7] =
    ["序号", "任务", "官方要求", "状态", "进展说明和佐证编号", "配合单位", "完成时限"];

/// The tasks of a leading unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitTasks {
    /// The unit with how many of its tasks are in each state.
    pub name: String,
    /// Its tasks.
    pub lines: Vec<TaskLine>,
}

/// A task; cells in the order of the columns.
pub type TaskLine = [String; 7];

/// The title, how far the whole is, and the tasks of every leading unit. A task
/// that several units lead stands once, under the first of them.
pub fn unit_tasks(desk: &Desk) -> (String, String, Vec<UnitTasks>) {
    let rulebook = desk.rulebook();
    // The name of the paper begins with the word that the title ends with.
    let of = rulebook.title.trim_end_matches("任务");
    let title = format!("{}{of}{}", super::whose(desk), Paper::Tasks.name());
    let first = |id: &IndicatorId| units(desk.form, *id).first().map(|(name, _)| *name);
    let mut all = Vec::new();
    for department in desk.departments() {
        let ids = rulebook.indicator_ids().filter(|id| first(id) == Some(department.name));
        let ids: Vec<IndicatorId> = ids.collect();
        if ids.is_empty() {
            continue;
        }
        let lines = ids.iter().map(|id| line(desk, *id)).collect();
        let share = desk.share(ids);
        let name = format!("{}　{}", desk.form.unit(department.name), tally(&share.tasks));
        all.push(UnitTasks { name, lines });
    }
    let whole =
        format!("{}几个单位共同牵头的任务列在第一个牵头单位名下。", tally(&desk.card.total.tasks));
    (title, whole, all)
}

/// Stands below the table.
pub fn tasks_note(desk: &Desk) -> String {
    format!("任务、要求、单位和时限照录{}。佐证编号与《佐证材料目录》一致。", super::document(desk))
}

/// How many tasks are in each state.
fn tally(tasks: &Tally) -> String {
    let Tally { met, in_progress, not_started, not_applicable } = *tasks;
    let all = met + in_progress + not_started + not_applicable;
    let mut text = format!(
        "任务 {all} 项：已达到要求 {met} 项，进行中 {in_progress} 项，未开始 {not_started} 项"
    );
    if not_applicable > 0 {
        text.push_str(&format!("，不适用 {not_applicable} 项"));
    }
    text.push('。');
    text
}

fn line(desk: &Desk, id: IndicatorId) -> TaskLine {
    let rulebook = desk.rulebook();
    let indicator = &rulebook[id];
    let state = desk.standing(id).and_then(|one| one.state).unwrap_or(State::NotStarted);
    let mut about = Vec::new();
    let leads: Vec<&str> = named(desk, id, Role::Leads).into_iter().skip(1).collect();
    if !leads.is_empty() {
        about.push(page::named("共同牵头", &leads.join("、")));
    }
    if let Some(note) = desk.form.notes.get(&id).filter(|note| !is_blank(note)) {
        about.push(note.clone());
    }
    match proof_numbers(desk, id) {
        none if none.is_empty() => {
            if state == State::Met {
                about.push("佐证：暂无".to_owned());
            }
        }
        numbers => about.push(page::named("佐证", &numbers)),
    }
    let mut until = deadline(desk, id);
    if let Some(one) = desk.standing(id).filter(|one| one.due == Due::Overdue) {
        until.push_str(&format!("\n（{}）", due_text(one.due, one.deadline, desk.today)));
    }
    let mut support = named(desk, id, Role::Supports);
    support.extend(named(desk, id, Role::Members));
    [
        indicator.id.to_owned(),
        indicator.title.to_owned(),
        indicator.wording.to_owned(),
        state_text(state).to_owned(),
        about.join("\n"),
        support.join("、"),
        until,
    ]
}

fn named<'d>(desk: &'d Desk, id: IndicatorId, wanted: Role) -> Vec<&'d str> {
    let units = units(desk.form, id).into_iter();
    units.filter(|(_, role)| *role == wanted).map(|(name, _)| desk.form.unit(name)).collect()
}
