//! The report as tables that leave the page.

use super::item;
use crate::desk::{Desk, Order, Role, units};
use crate::form::Case;
use crate::plan::steps;
use crate::rulebook::{IndicatorId, Kind, Reference};
use crate::score::{End, Range, Score, ends, shown};
use crate::text::desk::{deadline, responsible, why_text};
use crate::text::explain::{end_text, state_text};
use crate::text::plan::{HONOUR, step_text};
use crate::text::table::Table;
use crate::text::{page, reading};

/// What is printed of every indicator, in the columns of the printed page: for
/// Word and WPS.
pub fn paper_table(desk: &Desk) -> Table {
    let is_points = desk.rulebook().kind == Kind::Points;
    let mut table = if is_points {
        let head = ["序号", "指标与官方规则", "填报内容", "计算过程", "得分", "佐证材料"];
        Table::new(title(desk, super::TABLE), &head)
    } else {
        let head = ["序号", "任务与官方要求", "填报内容", "判定过程", "状态", "佐证材料"];
        Table::new(title(desk, super::TABLE_OF_TASKS), &head)
    };
    for id in desk.rulebook().indicator_ids() {
        let indicator = &desk.rulebook()[id];
        let item = item(desk, id);
        let mut steps: Vec<String> =
            reading::line(desk.rulebook(), id, desk.case).into_iter().collect();
        steps.extend(item.how.steps);
        steps.push(item.how.result);
        table.rows.push(vec![
            indicator.id.to_owned(),
            format!("{}\n{}", indicator.title, indicator.wording),
            item.entered.join("\n"),
            steps.join("\n"),
            score_text(desk, id),
            item.proofs.join("\n"),
        ]);
    }
    table
}

/// Everything about every indicator, a figure a cell: for a spreadsheet.
pub fn whole_table(desk: &Desk) -> Table {
    let rulebook = desk.rulebook();
    let is_points = rulebook.kind == Kind::Points;
    let mut table = if is_points {
        let head = [
            "序号",
            "一级指标",
            "二级指标",
            "指标",
            "官方规则",
            "填报内容",
            "计算过程",
            "已得分",
            "最高可得",
            "满分",
            "自评调整",
            "佐证材料",
            "备注",
            "责任单位",
            "完成时限",
        ];
        Table::new(title(desk, super::TABLE), &head)
    } else {
        let head = [
            "序号",
            "类别",
            "任务",
            "官方要求",
            "验收方式",
            "填报内容",
            "判定过程",
            "状态",
            "佐证材料",
            "备注",
            "牵头单位",
            "配合单位",
            "完成时限",
        ];
        Table::new(title(desk, super::TABLE_OF_TASKS), &head)
    };
    for id in rulebook.indicator_ids() {
        let indicator = &rulebook[id];
        let item = item(desk, id);
        let mut steps: Vec<String> = reading::line(rulebook, id, desk.case).into_iter().collect();
        steps.extend(item.how.steps);
        steps.push(item.how.result);
        let mut proofs = item.proofs;
        let note = desk.form.notes.get(&id).map(|note| {
            proofs.pop();
            note.clone()
        });
        let group = rulebook.groups.get(usize::from(indicator.group));
        let dimension = group.and_then(|one| rulebook.dimensions.get(usize::from(one.dimension)));
        let group = group.map_or("", |group| group.title).to_owned();
        let mut row = vec![indicator.id.to_owned()];
        if is_points {
            row.push(dimension.map_or("", |one| one.title).to_owned());
        }
        row.extend([group, indicator.title.to_owned(), indicator.wording.to_owned()]);
        if !is_points {
            row.push(indicator.verification.to_owned());
        }
        row.extend([item.entered.join("\n"), steps.join("\n")]);
        if is_points {
            let Range { low, high } = range(desk, id);
            row.extend([low, high, indicator.points].map(|points| shown(points, 2)));
            let adjustment = desk.form.adjustments.get(&id);
            row.push(adjustment.map(|one| one.reason.clone()).unwrap_or_default());
        } else {
            row.push(score_text(desk, id));
        }
        row.extend([proofs.join("\n"), note.unwrap_or_default(), responsible(desk, id)]);
        if !is_points {
            let units = units(desk.form, id);
            let support = units.iter().filter(|(_, role)| *role == Role::Supports);
            let support: Vec<&str> = support.map(|(name, _)| desk.form.unit(name)).collect();
            row.push(support.join("、"));
        }
        row.push(deadline(desk, id));
        table.rows.push(row);
    }
    // Behind 自评调整.
    crate::text::review::add_columns(&mut table, desk.form, 10, true);
    table
}

/// Every indicator below its maximum, or task that is not met: why, and the
/// single step that gives most.
pub fn gaps_table(desk: &Desk) -> Table {
    let rulebook = desk.rulebook();
    let is_points = rulebook.kind == Kind::Points;
    let mut table = if is_points {
        let head = ["序号", "指标", "已失分", "待定", "原因", "下一步", "责任单位", "完成时限"];
        Table::new(title(desk, super::GAPS), &head)
    } else {
        let head = ["序号", "任务", "原因", "下一步", "牵头单位", "完成时限"];
        Table::new(title(desk, super::GAPS_OF_TASKS), &head)
    };
    let steps = steps(desk.form, desk.case, HONOUR);
    let order = if is_points { Order::Points } else { Order::Deadline };
    for gap in desk.gaps(order) {
        let indicator = &rulebook[gap.id];
        let mut row = vec![indicator.id.to_owned(), indicator.title.to_owned()];
        if is_points {
            row.extend([gap.lost, gap.open].map(|points| shown(points, 2)));
        }
        let best = steps.iter().find(|step| step.indicator == gap.id);
        row.extend([
            why_text(rulebook, &desk.case.answers, &gap.why),
            match best {
                Some(step) => step_text(rulebook, step),
                None if gap.why.unanswered.is_empty() => String::new(),
                None => super::FILL_FIRST.to_owned(),
            },
            responsible(desk, gap.id),
            deadline(desk, gap.id),
        ]);
        table.rows.push(row);
    }
    table
}

/// The dimensions and the whole, with points or met tasks.
pub fn dimension_table(desk: &Desk) -> Table {
    let is_points = desk.rulebook().kind == Kind::Points;
    let head: &[&str] = match is_points {
        true => &["一级指标", "满分", "已得分", "最高可得"],
        false => &["类别", "适用任务", "已达到要求", "进行中"],
    };
    let mut table = Table::new(reading::marked(super::OVERVIEW, desk.rulebook(), desk.case), head);
    let overview = desk.overview();
    let names = desk.rulebook().dimensions.iter().map(|one| one.title).chain([super::SUM]);
    for (name, part) in names.zip(overview.dimensions.iter().chain([&overview.total])) {
        let figures = match part {
            Score::Points { range, most } => {
                [*most, range.low, range.high].map(|points| shown(points, 2))
            }
            Score::Tasks(tasks) => {
                [tasks.applicable(), tasks.met, tasks.in_progress].map(|tasks| tasks.to_string())
            }
            Score::Task(_) => continue,
        };
        table.rows.push([name.to_owned()].into_iter().chain(figures).collect());
    }
    table
}

/// Both ends of every metric, and where they come from.
pub fn reference_table(desk: &Desk) -> Table {
    let rulebook = desk.rulebook();
    let head = ["序号", "指标", "数值", "不允许值", "满意值", "同类地区数值"];
    let mut table = Table::new(super::REFERENCES.to_owned(), &head);
    for (indicator_id, indicator) in rulebook.indicator_ids().zip(rulebook.indicators) {
        for id in rulebook.metrics_under(indicator_id, &desk.case.readings) {
            let metric = rulebook.metric_under(id, &desk.case.readings);
            let reference = desk.case.references.get(id);
            let ends = ends(metric, reference);
            let end = |end: End, best: bool| end_text(metric, end, best);
            let peers = match reference {
                Some(Reference::Peers(values)) => {
                    let values: Vec<String> =
                        values.iter().map(|value| value.normalize().to_string()).collect();
                    values.join("、")
                }
                _ => String::new(),
            };
            table.rows.push(vec![
                indicator.id.to_owned(),
                indicator.title.to_owned(),
                metric.label.to_owned(),
                end(ends.unacceptable, false),
                end(ends.satisfactory, true),
                peers,
            ]);
        }
    }
    table
}

/// The baseline and every scenario over it, with their totals.
pub fn scenario_table(desk: &Desk) -> Table {
    let is_points = desk.rulebook().kind == Kind::Points;
    let head: &[&str] = match is_points {
        true => &["情景", "与现状不同之处", "已得分", "最高可得"],
        false => &["情景", "与现状不同之处", "已达到要求", "适用任务"],
    };
    let mut table = Table::new(super::SCENARIOS.to_owned(), head);
    let mut add = |name: &str, changes: usize, case: &Case| {
        let total = desk.form.score(case).total;
        let Range { low, high } = total.range;
        let figures = match is_points {
            true => [low, high].map(|points| shown(points, 2)),
            false => [total.tasks.met, total.tasks.applicable()].map(|tasks| tasks.to_string()),
        };
        let changes = if changes == 0 { "—".to_owned() } else { format!("{changes} 处") };
        let [low, high] = figures;
        let name = reading::marked(name, desk.rulebook(), case);
        table.rows.push(vec![name, changes, low, high]);
    };
    add("现状", 0, &desk.form.case);
    for scenario in &desk.form.scenarios {
        add(&scenario.name, scenario.changes(), &desk.form.case.under(scenario));
    }
    table
}

/// Points of the most, with what is still possible, or the state of a task.
pub fn score_text(desk: &Desk, id: IndicatorId) -> String {
    let Some(score) = desk.card.indicators.get(usize::from(id.0)) else { return String::new() };
    if let Some(state) = score.state {
        return state_text(state).to_owned();
    }
    let Range { low, high } = score.range;
    let mut text = shown(low, 2);
    text.push_str(&page::of_points(&shown(desk.rulebook()[id].points, 2)));
    if low != high {
        text.push_str("\n可到 ");
        text.push_str(&shown(high, 2));
    }
    if score.adjusted {
        text.push('\n');
        text.push_str(page::ADJUSTED);
    }
    text
}

fn range(desk: &Desk, id: IndicatorId) -> Range {
    desk.standing(id).map(|standing| standing.range).unwrap_or_default()
}

/// 「示例县 2022 年 逐项得分」.
fn title(desk: &Desk, name: &str) -> String {
    let name = reading::marked(name, desk.rulebook(), desk.case);
    format!("{} {name}", page::form_name("", desk.form))
}
