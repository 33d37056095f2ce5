//! The catalogue of evidence (佐证材料目录).

use super::{Paper, proof_number};
use crate::desk::Desk;
use crate::form::FileMark;
use crate::rulebook::Kind;
use crate::score::is_blank;

/// The columns of the catalogue.
const CATALOGUE_HEAD: [&str; 10] =
    ["对应指标", "编号", "材料名称", "文号", "日期", "份数", "页数", "存放处", "是否备齐", "指纹"];
/// The same for a checklist.
const OF_TASKS: &str = "对应任务";
pub const NO_ROWS: &str = "还没有登记佐证材料。";
const UNPROVED_HEAD: &str = "已得分、尚无备齐佐证材料的指标";
const UNPROVED_TASKS: &str = "已达到要求、尚无备齐佐证材料的任务";

/// What the catalogue holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The title, with the county and the year.
    pub title: String,
    /// The names of the columns.
    pub head: [&'static str; 10],
    /// How many rows there are, and how many are ready.
    pub summary: String,
    /// The rows, by indicator.
    pub proofs: Vec<ProofRow>,
    /// What claims something without evidence that is ready: its heading and the items.
    pub unproved: Option<(&'static str, String)>,
}

/// A row of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofRow {
    /// The indicator or task that it belongs to.
    pub of: String,
    /// The number that the catalogue gives it.
    pub number: String,
    /// Title, number of the document, date, copies, pages, place, whether it is ready, the
    /// first digits of the fingerprint of each file.
    pub cells: [String; 8],
}

/// The catalogue of a form's evidence.
pub fn catalogue(desk: &Desk) -> Catalogue {
    let rulebook = desk.rulebook();
    let is_points = rulebook.kind == Kind::Points;
    let mut proofs = Vec::new();
    let filing = desk.form.filing().unwrap_or_default();
    for id in rulebook.indicator_ids() {
        let rows = desk.form.evidence.get(&id).map_or(&[][..], Vec::as_slice);
        for (at, row) in rows.iter().enumerate() {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let filed = filing.get(id, at).cloned().unwrap_or_default();
            let count = |count: Option<u32>| count.map(|n| n.to_string()).unwrap_or_default();
            let marks: Vec<&str> = filed.files.iter().map(FileMark::short).collect();
            let ready = if row.ready == Some(true) { "已备齐" } else { "未备齐" };
            proofs.push(ProofRow {
                of: format!("{} {}", rulebook[id].id, rulebook[id].title),
                number: proof_number(desk, id, at),
                cells: [
                    if is_blank(&row.title) {
                        "（未写名称）".to_owned()
                    } else {
                        row.title.clone()
                    },
                    text(&row.number),
                    text(&row.date),
                    count(filed.copies),
                    count(filed.pages),
                    text(&row.place),
                    ready.to_owned(),
                    marks.join("\n"),
                ],
            });
        }
    }
    let all = desk.overview().proofs;
    let unproved: Vec<String> = desk
        .unproved()
        .iter()
        .map(|id| format!("{} {}", rulebook[*id].id, rulebook[*id].title))
        .collect();
    let heading = if is_points { UNPROVED_HEAD } else { UNPROVED_TASKS };
    let mut head = CATALOGUE_HEAD;
    if !is_points && let Some(first) = head.first_mut() {
        *first = OF_TASKS;
    }
    Catalogue {
        title: format!("{}{}{}", super::whose(desk), rulebook.title, Paper::Evidence.name()),
        head,
        summary: format!(
            "共 {} 份，已备齐 {} 份，未备齐 {} 份。编号为“序号-顺序号”，如 14-2 是序号 14 的第二份材料。",
            all.all,
            all.ready,
            all.all - all.ready
        ),
        proofs,
        unproved: (!unproved.is_empty())
            .then(|| (heading, format!("共 {} 项：{}。", unproved.len(), unproved.join("、")))),
    }
}
