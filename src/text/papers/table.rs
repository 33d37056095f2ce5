//! The scoring table (自评打分表) as it is handed in.

use super::{Paper, points, proof_numbers, stopped};
use crate::desk::{Desk, reviewed};
use crate::rulebook::{IndicatorId, Rule};
use crate::score::{Range, Subtotal, is_blank, round};
use crate::text::desk::{responsible, why_text};
use crate::text::report::still_possible;
use crate::text::{page, reading, review};
use rust_decimal::Decimal;

/// The columns of the official table, with the two that are filled in.
pub const SCORE_HEAD: [&str; 8] = [
    "序号",
    "类别",
    "指标内容",
    "分数",
    "评分方法",
    "自评得分",
    "备注（得分及扣分原因、佐证编号）",
    "责任单位",
];

/// Stands below the table.
pub const FORM_NOTES: &str = "填表说明";

/// An indicator in the table, or a sum below some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoreLine {
    /// An indicator.
    Indicator {
        /// Its number in the document.
        number: &'static str,
        /// Its dimension with the points of it.
        dimension: String,
        /// Its group with the points of it.
        group: String,
        /// Its maximum.
        points: String,
        /// The official text, to the letter.
        wording: &'static str,
        /// The self score.
        scored: String,
        /// What reviewers said, a line a round; empty where nobody did.
        reviewed: String,
        /// Why it has its points, what was noted, and the numbers of its evidence; a line
        /// each.
        about: String,
        /// The responsible units.
        units: String,
    },
    /// A sum.
    Sum(SumLine),
}

/// The sum of a group, of a dimension or of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumLine {
    /// The dimension that it stands in; none for the sum of a dimension or of the whole.
    pub within: Option<String>,
    /// What is summed up.
    pub name: String,
    /// The maximum.
    pub points: String,
    /// The self score.
    pub scored: String,
    /// The sum of what reviewers gave, in the total of a form that was reviewed.
    pub reviewed: String,
    /// The remark.
    pub about: String,
}

/// 「示例县2022年山东省质量强县（市、区）评价指标自评打分表」.
pub fn table_title(desk: &Desk) -> String {
    format!("{}{}{}", super::whose(desk), desk.rulebook().title, Paper::Scores.name())
}

/// The lines of the table: every indicator, a sum after each group, after each
/// dimension and at the end.
pub fn lines(desk: &Desk) -> Vec<ScoreLine> {
    let rulebook = desk.rulebook();
    let mut lines = Vec::new();
    let mut ids = rulebook.indicator_ids().peekable();
    while let Some(id) = ids.next() {
        let indicator = &rulebook[id];
        let at = usize::from(indicator.group);
        let Some(group) = rulebook.groups.get(at) else { continue };
        let above = usize::from(group.dimension);
        let Some(dimension) = rulebook.dimensions.get(above) else { continue };
        let of_dimension = with_points(dimension.title, dimension.points);
        lines.push(line(desk, id, &of_dimension, &with_points(group.title, group.points)));
        let next = ids.peek().map(|next| rulebook[*next].group);
        if next == Some(indicator.group) {
            continue;
        }
        let part = desk.card.groups.get(at).copied().unwrap_or_default();
        lines.push(sum(Some(of_dimension), "小计".to_owned(), group.points, part));
        let next = next.and_then(|group| rulebook.groups.get(usize::from(group)));
        if next.map(|group| group.dimension) != Some(group.dimension) {
            let part = desk.card.dimensions.get(above).copied().unwrap_or_default();
            let name = format!("{}　合计", dimension.title);
            lines.push(sum(None, name, dimension.points, part));
        }
    }
    let mut total = sum(None, "总　计".to_owned(), rulebook.points, desk.card.total);
    if let ScoreLine::Sum(band) = &mut total
        && !desk.form.reviews.is_empty()
    {
        band.reviewed = points(reviewed(desk.form).points);
    }
    lines.push(total);
    lines
}

/// What stands below the table.
pub fn notes(desk: &Desk) -> Vec<String> {
    let rulebook = desk.rulebook();
    let mut notes = vec![
        format!("指标、分数、评分方法和责任单位照录{}。", super::document(desk)),
        "自评得分只计已有把握的分值；“待定”是还没有填完、填完后可能得到的分值。".to_owned(),
        "佐证编号与《佐证材料目录》一致；功效系数法的计算过程见《自评报告》附录。".to_owned(),
        format!(
            "功效系数法基础分取 {}。文件没有写明的地方按本工具口径计算，不是官方规定，以上级解释为准。",
            desk.case.base(rulebook).normalize()
        ),
    ];
    if !adds_up(desk) {
        notes.push(
            "得分显示到两位小数，小计、合计和总计按没有四舍五入的数相加，与所列得分相加可能略有出入。"
                .to_owned(),
        );
    }
    if let Some(others) = reading::others(rulebook, desk.case) {
        notes.push(stopped(&page::named(reading::OTHER, &others)));
    }
    if desk.standings.iter().any(|one| one.adjusted) {
        let by_rule = points(desk.card.unadjusted.low);
        notes
            .push(format!("有自评调整的指标在备注中写明理由；不调整时按规则计算为 {by_rule} 分。"));
    }
    if !desk.form.reviews.is_empty() {
        notes.push(format!("{}。{}", review::rounds(desk.form), review::COUNTED));
    }
    if !desk.form.veto.is_empty() {
        notes.push(stopped(&page::named(page::VETOED, &desk.form.veto.join(page::AND))));
    }
    notes
}

/// Whether the points as they are shown add up to the sums as they are shown.
fn adds_up(desk: &Desk) -> bool {
    let (rulebook, card) = (desk.rulebook(), desk.card);
    let figure = |points: Decimal| round(points, 2);
    let of_groups = card.groups.iter().enumerate().all(|(at, group)| {
        let within = rulebook.indicators.iter().zip(&card.indicators);
        let within = within.filter(|(one, _)| usize::from(one.group) == at);
        let sum: Decimal = within.map(|(_, score)| figure(score.range.low)).sum();
        sum == figure(group.range.low)
    });
    let of_dimensions = card.dimensions.iter().enumerate().all(|(at, dimension)| {
        let within = rulebook.groups.iter().zip(&card.groups);
        let within = within.filter(|(one, _)| usize::from(one.dimension) == at);
        let sum: Decimal = within.map(|(_, part)| figure(part.range.low)).sum();
        sum == figure(dimension.range.low)
    });
    let sum: Decimal = card.dimensions.iter().map(|part| figure(part.range.low)).sum();
    of_groups && of_dimensions && sum == figure(card.total.range.low)
}

fn line(desk: &Desk, id: IndicatorId, dimension: &str, group: &str) -> ScoreLine {
    let indicator = &desk.rulebook()[id];
    let range = desk.card.indicators.get(usize::from(id.0)).map(|one| one.range);
    ScoreLine::Indicator {
        number: indicator.id,
        dimension: dimension.to_owned(),
        group: group.to_owned(),
        points: points(indicator.points),
        wording: indicator.wording,
        scored: points(range.unwrap_or_default().low),
        reviewed: review::said(desk.form, id).join("\n"),
        about: about(desk, id).join("\n"),
        units: responsible(desk, id),
    }
}

/// Why it has its points, what was noted, and the numbers of its evidence.
fn about(desk: &Desk, id: IndicatorId) -> Vec<String> {
    let mut about = vec![why(desk, id)];
    if has_efficacy(desk, id) {
        about.push("按功效系数法计算，过程见自评报告附录。".to_owned());
    }
    if let Some(note) = desk.form.notes.get(&id).filter(|note| !is_blank(note)) {
        about.push(note.clone());
    }
    about.push(match proof_numbers(desk, id) {
        none if none.is_empty() => "佐证：暂无".to_owned(),
        numbers => page::named("佐证", &numbers),
    });
    about
}

/// Why an indicator has its points: 「得满分。」, 「失 1 分。填“否”：….」.
pub fn why(desk: &Desk, id: IndicatorId) -> String {
    let rulebook = desk.rulebook();
    let adjusted = desk.form.adjustments.get(&id).map(|one| stopped(&one.reason));
    let Some(gap) = desk.gap(id) else {
        return match adjusted {
            Some(reason) => format!("自评调整：{reason}"),
            None => "得满分。".to_owned(),
        };
    };
    let mut parts = Vec::new();
    if !gap.lost.is_zero() {
        parts.push(format!("失 {} 分", points(gap.lost)));
    }
    if !gap.open.is_zero() {
        parts.push(format!("待定 {} 分", points(gap.open)));
    }
    let lead = parts.join("，");
    match adjusted {
        Some(reason) => format!("{lead}，自评调整：{reason}"),
        None => {
            let why = why_text(rulebook, &desk.case.answers, &gap.why);
            if why.is_empty() {
                format!("{lead}。")
            } else {
                format!("{lead}。{}", stopped(&why))
            }
        }
    }
}

/// Whether the efficacy coefficient scores an indicator.
pub fn has_efficacy(desk: &Desk, id: IndicatorId) -> bool {
    let rules = desk.rulebook().rules(id, &desk.case.readings);
    rules.iter().any(|rule| matches!(rule, Rule::Efficacy { .. }))
}

fn sum(within: Option<String>, name: String, most: Decimal, part: Subtotal) -> ScoreLine {
    let Range { low, high } = part.range;
    ScoreLine::Sum(SumLine {
        within,
        name,
        points: points(most),
        scored: points(low),
        reviewed: String::new(),
        about: if low == high { String::new() } else { still_possible(&points(high)) },
    })
}

/// 「质量发展理念（12分）」, as the document writes it.
fn with_points(title: &str, most: Decimal) -> String {
    format!("{title}\n（{}分）", points(most))
}
