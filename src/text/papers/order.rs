//! Orders to units (任务交办单): what each still has to do, and until when.

use super::{Paper, points, stopped};
use crate::desk::{Department, Desk, Due, Standing};
use crate::form::{SENDER, UnitPart};
use crate::rulebook::IndicatorId;
use crate::text::desk::{deadline, due_text, why_text};

/// The columns of an order.
pub const ORDER_HEAD: [&str; 6] = ["序号", "指标", "满分", "已得", "还差什么", "完成时限"];
pub const OFFICE: &str = "质量强县创建工作专班办公室";

pub const NOTHING_TO_DO: &str = "各单位负责的指标均已办结，没有需要交办的事项。";

/// What one unit is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitOrder {
    /// What the unit is called in this form.
    pub unit: String,
    /// Whom the unit calls.
    pub contact: String,
    /// The title, with the county and the year.
    pub title: String,
    /// What stands before the table.
    pub lead: String,
    /// What is missing, an indicator a line.
    pub lines: Vec<OrderLine>,
    /// What stands behind it.
    pub ask: String,
}

/// An indicator with what is missing; cells in the order of the columns.
pub type OrderLine = [String; 6];

/// The orders of all units that still have something to do, in the document's order.
pub fn orders(desk: &Desk) -> Vec<UnitOrder> {
    desk.departments().iter().filter_map(|department| order(desk, department)).collect()
}

/// The order of a unit; none if it has nothing left to do.
fn order(desk: &Desk, department: &Department) -> Option<UnitOrder> {
    let of = |id: &IndicatorId| desk.standing(*id).and_then(|one| line(desk, one));
    let lines: Vec<OrderLine> = department.leads.indicators.iter().filter_map(of).collect();
    if lines.is_empty() {
        return None;
    }
    let share = &department.leads;
    let lead = format!(
        "按照{}，由你单位负责的指标共 {} 项，满分 {} 分，自评已得 {} 分。其中 {} 项还有工作要做，现交办如下。",
        super::document(desk),
        share.indicators.len(),
        points(share.max),
        points(share.range.low),
        lines.len()
    );
    let first = match share.deadline {
        Some(day) => {
            let (year, month, day) = day.date();
            format!("最早一项{year}年{month}月{day}日到期。")
        }
        None => String::new(),
    };
    Some(UnitOrder {
        unit: desk.form.unit(department.name).to_owned(),
        contact: contact(desk),
        title: super::titled(desk, Paper::Orders),
        lead,
        lines,
        ask: format!(
            "请于各项完成时限前办结，填好数据，备齐佐证材料，报{OFFICE}。{first}由几个单位共同负责的，各单位都列全项分值。"
        ),
    })
}

/// Whom units call about what they are asked; lines to be filled in by hand where the
/// form does not say.
fn contact(desk: &Desk) -> String {
    let of = |part| desk.form.units.text(part, SENDER).filter(|text| !text.is_empty());
    let person = of(UnitPart::Person).unwrap_or("＿＿＿＿＿");
    let telephone = of(UnitPart::Telephone).unwrap_or("＿＿＿＿＿＿＿＿");
    format!("联系人：{person}　联系电话：{telephone}")
}

fn line(desk: &Desk, standing: &Standing) -> Option<OrderLine> {
    let rulebook = desk.rulebook();
    let indicator = &rulebook[standing.id];
    let mut missing = Vec::new();
    if let Some(gap) = desk.gap(standing.id) {
        let why = why_text(rulebook, &desk.case.answers, &gap.why);
        if !why.is_empty() {
            missing.push(stopped(&why));
        }
    }
    let proofs = standing.proofs;
    if standing.is_unproved() && proofs.all == 0 {
        missing.push("没有登记佐证材料。".to_owned());
    } else if proofs.ready < proofs.all {
        missing.push(format!("佐证材料还有 {} 份没有备齐。", proofs.all - proofs.ready));
    }
    if missing.is_empty() {
        return None;
    }
    let mut until = deadline(desk, standing.id);
    if standing.due < Due::Done {
        let due = due_text(standing.due, standing.deadline, desk.today);
        until.push_str(&format!("\n（{due}）"));
    }
    Some([
        indicator.id.to_owned(),
        indicator.title.to_owned(),
        points(standing.max),
        points(standing.range.low),
        missing.join("\n"),
        until,
    ])
}
