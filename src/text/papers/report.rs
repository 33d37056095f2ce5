//! The self-assessment report (自评报告) in sentences.

use super::table::{has_efficacy, why};
use super::{points, stopped};
use crate::desk::{Desk, Order};
use crate::plan::{Step, steps};
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::Range;
use crate::text::desk::{deadline, responsible, why_text};
use crate::text::plan::{HONOUR, gain_text, how_text};
use crate::text::report::{FILL_FIRST, item};
use crate::text::{page, reading};
use rust_decimal::Decimal;

pub const WHOLE: &str = "一、总体情况";
pub const DIMENSIONS: &str = "二、各方面得分情况";
pub const GAPS: &str = "三、存在差距和整改措施";
pub const READINGS: &str = "四、采用的口径";
pub const EFFICACY: &str = "附录一　功效系数法得分计算过程";
pub const READINGS_LIST: &str = "附录二　本工具口径";
pub const EFFICACY_HINT: &str =
    "下列各项按功效系数法计分。所列数值可据以重算；参考值的来源写在括号里。";
pub const NO_GAPS: &str = "各项指标均已得满分，没有失分和待定的分值。";

/// The columns of gaps and measures.
pub const GAP_HEAD: [&str; 6] = ["序号", "指标", "差距", "整改措施", "责任单位", "完成时限"];

/// A dimension in the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The dimension, with what it comes to.
    pub heading: String,
    /// What was reached, a paragraph each.
    pub paragraphs: Vec<String>,
    /// What stands before the indicators below their maximum; none where there are none.
    pub lead: Option<String>,
    /// The indicators below their maximum, a line each.
    pub below: Vec<String>,
}

/// What the report stands on.
pub fn opening(desk: &Desk) -> String {
    format!(
        "对照{}所列{}，{}对{}年度质量强县创建工作逐项开展了自评，现将情况报告如下。",
        super::document(desk),
        desk.rulebook().title,
        super::county(desk),
        desk.form.year(),
    )
}

/// The whole in sentences, a paragraph each.
pub fn whole(desk: &Desk) -> Vec<String> {
    let rulebook = desk.rulebook();
    let Range { low, high } = desk.card.total.range;
    let mut first =
        format!("自评总得分 {} 分（满分 {} 分）。", points(low), points(rulebook.points));
    if low != high {
        let (answered, fields) = desk.form.answered(desk.case);
        first.push_str(&format!(
            "共需填报 {fields} 项数据，已填 {answered} 项；全部填完后，总得分在 {} 至 {} 分之间。",
            points(low),
            points(high)
        ));
    }
    let full = desk.standings.iter().filter(|one| one.is_full()).count();
    let none = desk.standings.iter().filter(|one| one.range.low.is_zero()).count();
    let all = desk.standings.len();
    first.push_str(&format!(
        "{all} 项指标中，得满分的 {full} 项，得部分分值的 {} 项，暂未得分的 {none} 项。",
        all - full - none
    ));
    let overview = desk.overview();
    let mut second =
        format!("登记佐证材料 {} 份，已备齐 {} 份。", overview.proofs.all, overview.proofs.ready);
    match overview.unproved.len() {
        0 => second.push_str("已得分的指标均有备齐的佐证材料。"),
        some => second.push_str(&format!(
            "已得分的 {} 项指标中，还有 {some} 项没有备齐佐证材料。",
            overview.claimed
        )),
    }
    let mut all = vec![first, second];
    let adjusted = desk.standings.iter().filter(|one| one.adjusted);
    let adjusted: Vec<String> = adjusted.map(|one| named(desk, one.id)).collect();
    if !adjusted.is_empty() {
        all.push(format!(
            "自评调整 {} 项：{}。不调整时按规则计算为 {} 分。",
            adjusted.len(),
            adjusted.join("、"),
            points(desk.card.unadjusted.low)
        ));
    }
    if let Some(others) = reading::others(rulebook, desk.case) {
        all.push(stopped(&page::named(reading::OTHER, &others)));
    }
    if !desk.form.veto.is_empty() {
        all.push(stopped(&page::named(page::VETOED, &desk.form.veto.join(page::AND))));
    }
    all
}

/// A dimension, by its place in the rulebook, with its figures and reasons.
pub fn dimension_section(desk: &Desk, at: usize) -> Section {
    let rulebook = desk.rulebook();
    let Some(dimension) = rulebook.dimensions.get(at) else {
        return Section::default();
    };
    let Range { low, high } =
        desk.card.dimensions.get(at).map(|part| part.range).unwrap_or_default();
    let mut first = format!(
        "{}满分 {} 分，自评得 {} 分",
        dimension.title,
        points(dimension.points),
        points(low)
    );
    if low != high {
        first.push_str(&format!("，最高可到 {} 分", points(high)));
    }
    let parts = rulebook.groups.iter().zip(&desk.card.groups);
    let parts = parts.filter(|(group, _)| usize::from(group.dimension) == at);
    let parts: Vec<String> = parts
        .map(|(group, part)| {
            let (got, most) = (points(part.range.low), points(group.points));
            format!("{} {got} 分（满分 {most} 分）", group.title)
        })
        .collect();
    first.push_str(&format!("。其中，{}。", parts.join("，")));
    let within = |id: &IndicatorId| {
        let group = rulebook.groups.get(usize::from(rulebook[*id].group));
        group.is_some_and(|group| usize::from(group.dimension) == at)
    };
    let mut full = Vec::new();
    let mut others = Vec::new();
    for id in rulebook.indicator_ids().filter(within) {
        match desk.gap(id) {
            None => full.push(named(desk, id)),
            Some(_) => others.push(shortfall(desk, id)),
        }
    }
    let mut paragraphs = vec![first];
    if !full.is_empty() {
        let count = full.len();
        paragraphs.push(format!("得满分的 {count} 项：{}。", full.join("、")));
    }
    let count = others.len();
    Section {
        heading: format!("（{}）{}", han(at + 1), dimension.title),
        paragraphs,
        lead: (count > 0).then(|| format!("未得满分的 {count} 项：")),
        below: (1..).zip(others).map(|(at, one)| format!("{at}. {one}")).collect(),
    }
}

/// 「第 14 项制修订标准得 2 分（满分 4 分），失 1 分。….」
fn shortfall(desk: &Desk, id: IndicatorId) -> String {
    let range = desk.standing(id).map(|one| one.range).unwrap_or_default();
    let (got, most) = (points(range.low), points(desk.rulebook()[id].points));
    format!("{}得 {got} 分（满分 {most} 分），{}", named(desk, id), why(desk, id))
}

/// 「第 14 项“标准制修订数量”」
fn named(desk: &Desk, id: IndicatorId) -> String {
    let indicator = &desk.rulebook()[id];
    format!("第 {} 项“{}”", indicator.id, indicator.title)
}

/// Every gap with its measure, who takes it and until when, the largest first.
pub fn gap_lines(desk: &Desk) -> Vec<[String; 6]> {
    let rulebook = desk.rulebook();
    let steps = steps(desk.form, desk.case, HONOUR);
    let gaps = desk.gaps(Order::Points);
    gaps.iter()
        .map(|gap| {
            let indicator = &rulebook[gap.id];
            let mut parts = Vec::new();
            for (name, value) in [("失", gap.lost), ("待定", gap.open)] {
                if !value.is_zero() {
                    parts.push(format!("{name} {} 分", points(value)));
                }
            }
            let reason = why_text(rulebook, &desk.case.answers, &gap.why);
            let mut measure = match steps.iter().find(|step| step.indicator == gap.id) {
                Some(step) => measure(rulebook, step),
                None if gap.why.unanswered.is_empty() => "继续推进，保持现有得分".to_owned(),
                None => FILL_FIRST.to_owned(),
            };
            if desk.standing(gap.id).is_some_and(|one| one.is_unproved()) {
                measure.push_str("；备齐佐证材料");
            }
            [
                indicator.id.to_owned(),
                indicator.title.to_owned(),
                format!("{}\n{reason}", parts.join("，")),
                stopped(&measure),
                responsible(desk, gap.id),
                deadline(desk, gap.id),
            ]
        })
        .collect()
}

/// The sentence before the table of gaps.
pub fn gaps_lead(count: usize) -> String {
    format!("未得满分的指标共 {count} 项，差距和整改措施如下，失分和待定分值多的列在前面。")
}

/// What a step does, and what it is expected to give.
fn measure(rulebook: &Rulebook, step: &Step) -> String {
    let gain = gain_text(rulebook, step.gain);
    format!("{}，预计增加{}", how_text(rulebook, step), gain.replace('+', " "))
}

/// The readings that the scores rest on, a paragraph each.
pub fn readings(desk: &Desk) -> Vec<String> {
    let rulebook = desk.rulebook();
    let mut all = vec![format!(
        "官方文件没有写明的地方，按本工具口径计算，不是官方规定，与上级解释不同的以上级为准。功效系数法基础分取 {}。",
        desk.case.base(rulebook).normalize()
    )];
    all.push(match reading::others(rulebook, desk.case) {
        Some(others) => stopped(&format!("下列各条没有按通常的读法：{others}")),
        None => "各条均按通常的读法计算。".to_owned(),
    });
    all.push("全部口径见附录二。".to_owned());
    all
}

/// An indicator that the efficacy coefficient scores: its name with its points,
/// and the steps from the figures to them.
pub fn efficacy(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let rulebook = desk.rulebook();
    let ids = rulebook.indicator_ids().filter(|id| has_efficacy(desk, *id));
    ids.map(|id| {
        let range = desk.standing(id).map(|one| one.range).unwrap_or_default();
        let most = rulebook[id].points;
        let head = format!("{}　{}", named(desk, id), got(range, most));
        let how = item(desk, id).how;
        (head, how.steps.into_iter().chain([how.result]).collect())
    })
    .collect()
}

fn got(range: Range, most: Decimal) -> String {
    format!("得 {} 分（满分 {} 分）", points(range.low), points(most))
}

/// 一, 二, … 十, 十一, … for headings.
fn han(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: usize| DIGITS.get(at).copied().unwrap_or_default();
    let (tens, ones) = (number / 10, digit(number % 10));
    match tens {
        0 => ones.to_owned(),
        1 => format!("十{ones}"),
        _ => format!("{}十{ones}", digit(tens)),
    }
}

#[cfg(test)]
mod tests {
    use super::han;

    #[test]
    fn headings_are_counted_in_characters() {
        let counted: Vec<String> = [1, 4, 10, 11, 20, 21].map(han).into();
        assert_eq!(counted, ["一", "四", "十", "十一", "二十", "二十一"]);
    }
}
