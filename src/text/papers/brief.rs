//! The whole on one page (一页纸汇报), for those who lead.

use super::points;
use crate::desk::{Desk, Due, Gap, Role, units};
use crate::score::{Range, Score};
use crate::text::desk::deadline;
use crate::text::{page, reading};

/// The columns of the dimensions.
pub const BRIEF_HEAD: [&str; 5] = ["类别", "满分", "自评得分", "待定", "已失"];
/// The columns of the largest gaps.
pub const LARGEST_HEAD: [&str; 6] = ["序号", "指标", "已失", "待定", "责任单位", "完成时限"];

/// How many names a list on one page may have, and characters a name.
const NAMED: usize = 6;
const CHARACTERS: usize = 18;

/// What stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The title, with the county and the year.
    pub title: String,
    /// What the whole comes to, in a few sentences.
    pub whole: String,
    /// A row for each dimension.
    pub dimensions: Vec<[String; 5]>,
    /// The row of the whole.
    pub sum: [String; 5],
    /// The largest gaps, a row each.
    pub gaps: Vec<[String; 6]>,
    /// What has to be coordinated, a line each.
    pub asks: Vec<String>,
}

/// The headings of the page.
impl Brief {
    /// Above the dimensions.
    pub const WHOLE: &'static str = "一、总体情况";
    /// Above the gaps.
    pub const GAPS: &'static str = "二、失分最多的指标";
    /// Above what has to be coordinated.
    pub const ASKS: &'static str = "三、需要协调的事";
}

/// The page of a form.
pub fn brief(desk: &Desk) -> Brief {
    let rulebook = desk.rulebook();
    let overview = desk.overview();
    let Range { low, high } = desk.card.total.range;
    let mut whole = format!(
        "截至{}，{}对照{}自评，得 {} 分（满分 {} 分）",
        super::day(desk),
        short(&super::county(desk)),
        rulebook.title,
        points(low),
        points(rulebook.points)
    );
    if low != high {
        whole.push_str(&format!(
            "，还有 {} 分待定，最高可到 {} 分",
            points(high - low),
            points(high)
        ));
    }
    whole.push_str(&format!(
        "。登记佐证材料 {} 份，已备齐 {} 份。",
        overview.proofs.all, overview.proofs.ready
    ));
    if let Some(others) = reading::others(rulebook, desk.case) {
        let count = others.split('；').count();
        whole.push_str(&format!("另选口径 {count} 条，见自评报告。"));
    }
    if !desk.form.veto.is_empty() {
        whole.push_str(&format!("{} {} 件。", page::VETOED, desk.form.veto.len()));
    }
    let row = |name: &str, score: &Score| match score {
        Score::Points { range, most } => {
            let figures = [*most, range.low, range.high - range.low, *most - range.high];
            let [most, got, open, lost] = figures.map(points);
            [name.to_owned(), most, got, open, lost]
        }
        _ => Default::default(),
    };
    let dimensions = rulebook.dimensions.iter().zip(&overview.dimensions);
    Brief {
        title: format!(
            "{}{}年质量强县创建自评情况汇报",
            short(&super::county(desk)),
            desk.form.year()
        ),
        whole,
        dimensions: dimensions.map(|(one, score)| row(one.title, score)).collect(),
        sum: row("合计", &overview.total),
        gaps: overview.largest.iter().map(|gap| gap_line(desk, gap)).collect(),
        asks: asks(desk),
    }
}

fn gap_line(desk: &Desk, gap: &Gap) -> [String; 6] {
    let indicator = &desk.rulebook()[gap.id];
    let mut leading = units(desk.form, gap.id).into_iter().filter(|(_, role)| *role == Role::Leads);
    let first = leading.next().map(|(name, _)| desk.form.unit(name));
    let mut unit = first.unwrap_or_default().to_owned();
    if leading.next().is_some() {
        unit.push('等');
    }
    [
        indicator.id.to_owned(),
        short(indicator.title),
        points(gap.lost),
        points(gap.open),
        unit,
        deadline(desk, gap.id),
    ]
}

/// What is late, what is due, whose share is the largest, what is unproved.
fn asks(desk: &Desk) -> Vec<String> {
    let mut asks = Vec::new();
    for (due, words) in [(Due::Overdue, "已过时限还没有办完"), (Due::Soon, "30 天内到期")]
    {
        let of = desk.standings.iter().filter(|one| one.due == due);
        let names: Vec<String> =
            of.map(|one| format!("第 {} 项", desk.rulebook()[one.id].id)).collect();
        if !names.is_empty() {
            asks.push(format!("{words}的 {} 项：{}。", names.len(), few(&names)));
        }
    }
    let mut units: Vec<_> = desk.departments();
    units.retain(|unit| !unit.is_word && unit.leads.max > unit.leads.range.low);
    units.sort_by(|one, other| {
        let missing = |unit: &crate::desk::Department| unit.leads.max - unit.leads.range.low;
        missing(other).cmp(&missing(one))
    });
    let names: Vec<String> = units
        .iter()
        .take(3)
        .map(|unit| {
            let missing = unit.leads.max - unit.leads.range.low;
            format!("{}（{} 分）", desk.form.unit(unit.name), points(missing))
        })
        .collect();
    if !names.is_empty() {
        asks.push(format!(
            "没有得到的分值最多的单位：{}。共同负责的，各单位都列全额。",
            names.join("、")
        ));
    }
    let unproved = desk.unproved();
    if !unproved.is_empty() {
        asks.push(format!(
            "已得分、没有备齐佐证材料的 {} 项，请有关单位抓紧提供。",
            unproved.len()
        ));
    }
    if asks.is_empty() {
        asks.push("目前没有需要协调的事。".to_owned());
    }
    asks
}

/// The first few names, and how many there are.
fn few(names: &[String]) -> String {
    let mut text = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、");
    if names.len() > NAMED {
        text.push('等');
    }
    text
}

/// A name that is not too long for the page.
fn short(name: &str) -> String {
    let mut cut: String = name.chars().take(CHARACTERS).collect();
    if cut.len() < name.len() {
        cut.push('…');
    }
    cut
}
