//! The desk as tables that leave the page.

use super::{deadline_text, due_text, role_text, why_text};
use crate::desk::{Department, Desk, Gap, Proofs, Role, Share, units};
use crate::rulebook::{IndicatorId, Kind};
use crate::score::{Tally, shown};
use crate::text::explain::state_text;
use crate::text::kind;
use crate::text::table::Table;
use crate::text::{page, reading};
use rust_decimal::Decimal;

/// The list of gaps, in the order in which they are given.
pub fn gap_table(desk: &Desk, gaps: &[Gap]) -> Table {
    let is_points = desk.rulebook().kind == Kind::Points;
    let mut table = if is_points {
        let head = ["序号", "指标", "已失分", "待定", "原因", "责任单位", "完成时限", "时限状态"];
        Table::new(title(desk, super::GAPS), &head)
    } else {
        let head = ["序号", "任务", "原因", "牵头单位", "完成时限", "时限状态"];
        Table::new(title(desk, super::GAPS_OF_TASKS), &head)
    };
    for gap in gaps {
        let indicator = &desk.rulebook()[gap.id];
        let mut row = vec![indicator.id.to_owned(), indicator.title.to_owned()];
        if is_points {
            row.extend([points(gap.lost), points(gap.open)]);
        }
        row.extend([
            why_text(desk.rulebook(), &desk.case.answers, &gap.why),
            responsible(desk, gap.id),
            deadline(desk, gap.id),
            due_text(gap.due, gap.deadline, desk.today),
        ]);
        table.rows.push(row);
    }
    table
}

/// What a unit is responsible for, what it supports, and what it takes part in
/// as a member.
pub fn department_table(desk: &Desk, department: &Department) -> Table {
    let is_points = desk.rulebook().kind == Kind::Points;
    let title = title(desk, desk.form.unit(department.name));
    let mut table = if is_points {
        let head = [
            "序号",
            "指标",
            "满分",
            "已得",
            "待定",
            "已填",
            "佐证",
            "完成时限",
            "时限状态",
            "职责",
        ];
        Table::new(title, &head)
    } else {
        let head = ["序号", "任务", "状态", "已填", "佐证", "完成时限", "时限状态", "职责"];
        Table::new(title, &head)
    };
    let parts = [
        (Role::Leads, &department.leads.indicators),
        (Role::Supports, &department.supports.indicators),
        (Role::Members, &department.as_member),
    ];
    for (role, ids) in parts {
        let role = if department.is_word { Role::Members } else { role };
        for standing in ids.iter().filter_map(|id| desk.standing(*id)) {
            let indicator = &desk.rulebook()[standing.id];
            let mut row = vec![indicator.id.to_owned(), indicator.title.to_owned()];
            match standing.state {
                Some(state) => row.push(state_text(state).into()),
                None => {
                    let mark = if standing.adjusted { page::ADJUSTED_MARK } else { "" };
                    row.push(points(standing.max));
                    row.push(points(standing.range.low) + mark);
                    row.push(points(standing.open()));
                }
            }
            row.extend([
                page::progress(standing.answered, standing.fields),
                proofs(standing.proofs),
                deadline(desk, standing.id),
                due_text(standing.due, standing.deadline, desk.today),
                role_text(role, desk.rulebook().kind).into(),
            ]);
            table.rows.push(row);
        }
    }
    table
}

/// All units, a line each.
pub fn departments_table(desk: &Desk, departments: &[Department]) -> Table {
    let is_points = desk.rulebook().kind == Kind::Points;
    let title = title(desk, super::DEPARTMENTS);
    let mut table = if is_points {
        let head =
            ["单位", "指标数", "满分", "已得", "待定", "已填", "无佐证", "逾期", "30 天内到期"];
        Table::new(title, &head)
    } else {
        let head = [
            "单位",
            "牵头任务",
            "已达到要求",
            "进行中",
            "未开始",
            "不适用",
            "无佐证",
            "逾期",
            "30 天内到期",
            "配合任务",
        ];
        Table::new(title, &head)
    };
    for department in departments {
        let Share { range, max, tasks, .. } = department.leads;
        let mut row = vec![
            desk.form.unit(department.name).to_owned(),
            count(department.leads.indicators.len()),
        ];
        if is_points {
            row.extend([max, range.low, range.high - range.low].map(points));
            row.push(page::progress(department.leads.answered, department.leads.fields));
        } else {
            let Tally { met, in_progress, not_started, not_applicable } = tasks;
            row.extend([met, in_progress, not_started, not_applicable].map(number));
        }
        let Share { unproved, overdue, soon, .. } = department.leads;
        row.extend([unproved, overdue, soon].map(number));
        if !is_points {
            row.push(count(department.supports.indicators.len()));
        }
        table.rows.push(row);
    }
    table
}

/// How far the tasks of the whole and of each group are.
pub fn progress_table(desk: &Desk) -> Table {
    let rulebook = desk.rulebook();
    let mut table = tally_table(title(desk, kind::PROGRESS), kind::GROUP);
    let share = desk.share(rulebook.indicator_ids().collect());
    table.rows.push(tally_row(page::ALL, &share));
    for (at, group) in rulebook.groups.iter().enumerate() {
        let within = |id: &IndicatorId| usize::from(rulebook[*id].group) == at;
        let share = desk.share(rulebook.indicator_ids().filter(within).collect());
        table.rows.push(tally_row(group.title, &share));
    }
    table
}

/// How far the tasks are that each unit supports.
pub fn supporters_table(desk: &Desk, departments: &[Department]) -> Table {
    let mut table =
        tally_table(title(desk, kind::SUPPORTING), role_text(Role::Supports, desk.rulebook().kind));
    for department in departments {
        if !department.supports.indicators.is_empty() {
            table.rows.push(tally_row(desk.form.unit(department.name), &department.supports));
        }
    }
    table
}

fn tally_table(title: String, of: &str) -> Table {
    let head = [of, "任务", "已达到要求", "进行中", "未开始", "不适用", "逾期", "30 天内到期"];
    Table::new(title, &head)
}

fn tally_row(name: &str, share: &Share) -> Vec<String> {
    let Tally { met, in_progress, not_started, not_applicable } = share.tasks;
    let mut row = vec![name.to_owned(), count(share.indicators.len())];
    row.extend(
        [met, in_progress, not_started, not_applicable, share.overdue, share.soon].map(number),
    );
    row
}

/// 「示例县 2022 年 失分清单」.
fn title(desk: &Desk, name: &str) -> String {
    let name = reading::marked(name, desk.rulebook(), desk.case);
    format!("{} {name}", page::form_name("", desk.form))
}

fn points(value: Decimal) -> String {
    shown(value, 2)
}

fn number(number: usize) -> String {
    number.to_string()
}

/// 「3 项」.
fn count(number: usize) -> String {
    format!("{number} 项")
}

/// Rows that are ready of all, or none.
fn proofs(proofs: Proofs) -> String {
    if proofs.all == 0 { "无".into() } else { page::progress(proofs.ready, proofs.all) }
}

/// The deadline of an indicator in the document's words.
pub fn deadline(desk: &Desk, id: IndicatorId) -> String {
    let rulebook = desk.rulebook();
    let day = desk.standing(id).and_then(|standing| standing.deadline);
    deadline_text(rulebook, &rulebook[id], day, desk.form.year())
}

/// The units that are responsible, and the words for others, as the form calls them.
pub fn responsible(desk: &Desk, id: IndicatorId) -> String {
    let mut text = String::new();
    for (name, role) in units(desk.form, id) {
        if role != Role::Supports {
            if !text.is_empty() {
                text.push('、');
            }
            text.push_str(desk.form.unit(name));
        }
    }
    text
}
