//! The application (申请表): who applies, with what, and the signatures.

use super::points;
use crate::desk::Desk;
use crate::score::Score;
use crate::text::{answer_text, page};

pub const PROMISE_HEAD: &str = "申报承诺";
pub const PROMISE: &str = "本单位自愿申报，承诺所填内容真实、准确，得分有据可查，佐证材料齐全，愿意接受核查，并对申报材料的真实性负责。";
/// The lines that are signed beneath the promise.
pub const LINES: [&str; 3] = [
    "填报人：＿＿＿＿＿＿　审核人：＿＿＿＿＿＿",
    "分管负责同志：＿＿＿＿＿＿　（盖章）",
    "年　　月　　日",
];
/// Where a seal and a day go.
pub const SIGN_HEAD: &str = "申报单位签章";
pub const SEAL: &str = "（盖章）";
pub const DATE: &str = "年　　月　　日";
pub const STATE: &str = "佐证和说明";
/// Those who give their opinion.
pub const OPINIONS: [&str; 2] = ["县（市、区）人民政府意见", "市级主管部门意见"];
pub const FORM_HINT: &str = "式样为本工具口径，以上级印发的为准；得分是自评结果。";

/// What the application says before the promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basics {
    /// The title, with the county and the year.
    pub title: String,
    /// Labels with their values.
    pub facts: Vec<(String, String)>,
    /// The names of the columns of scores.
    pub head: [&'static str; 4],
    /// A row for each dimension, and the sum.
    pub scores: Vec<[String; 4]>,
    /// Evidence, adjustments and vetoes in one line.
    pub state: String,
}

/// What the application of a form says.
pub fn basics(desk: &Desk) -> Basics {
    let rulebook = desk.rulebook();
    let mut facts = vec![
        ("申报单位".to_owned(), super::county(desk)),
        ("评价年度".to_owned(), format!("{}年", desk.form.year())),
        ("指标体系".to_owned(), rulebook.title.to_owned()),
        ("文件依据".to_owned(), super::document(desk)),
    ];
    for field in rulebook.shared() {
        let answer = desk.case.answers.get(field);
        let said = answer.map(|answer| answer_text(rulebook, field, answer));
        facts.push((
            rulebook[field].label.to_owned(),
            said.unwrap_or_else(|| page::NOT_ANSWERED.to_owned()),
        ));
    }
    let overview = desk.overview();
    let names = rulebook.dimensions.iter().map(|one| one.title).chain(["合计"]);
    let scores = overview.dimensions.iter().chain([&overview.total]);
    let scores = names.zip(scores).filter_map(|(name, score)| match score {
        Score::Points { range, most } => {
            Some([name.to_owned(), points(*most), points(range.low), points(range.high)])
        }
        _ => None,
    });
    let mut state =
        format!("佐证材料 {} 份，已备齐 {} 份", overview.proofs.all, overview.proofs.ready);
    let adjusted = desk.standings.iter().filter(|one| one.adjusted).count();
    if adjusted > 0 {
        let by_rule = points(desk.card.unadjusted.low);
        state.push_str(&format!("；自评调整 {adjusted} 项，不调整时 {by_rule} 分"));
    }
    if !desk.form.veto.is_empty() {
        let count = desk.form.veto.len();
        state.push_str(&format!("；{} {count} 件，见自评报告", page::VETOED));
    }
    state.push('。');
    Basics {
        title: "山东省质量强县（市、区）申请表".to_owned(),
        facts,
        head: ["类别", "满分", "自评得分", "最高可得"],
        scores: scores.collect(),
        state,
    }
}
