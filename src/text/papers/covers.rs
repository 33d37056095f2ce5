//! Sheets before the evidence of each indicator (佐证材料封面).

use super::proof_number;
use crate::desk::Desk;
use crate::text::desk::responsible;
use crate::text::page;

/// The columns of the list on a sheet.
pub const COVER_HEAD: [&str; 4] = ["编号", "材料名称", "份数", "页数"];

/// The sheet before the evidence of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The indicator's number and name.
    pub title: String,
    /// Whose it is, what it belongs to, and who answers for it.
    pub lines: Vec<String>,
    /// Number, title, copies, pages of each document.
    pub rows: Vec<[String; 4]>,
    /// How many documents, copies and pages.
    pub sum: String,
}

/// The sheets of all indicators with evidence, in the order of the rulebook.
pub fn covers(desk: &Desk) -> Vec<Cover> {
    let filing = desk.form.filing().unwrap_or_default();
    let mut covers = Vec::new();
    for id in desk.rulebook().indicator_ids() {
        let rows = desk.form.evidence.get(&id).map_or(&[][..], Vec::as_slice);
        if rows.is_empty() {
            continue;
        }
        let (mut copies, mut pages) = (0u64, 0u64);
        let mut list = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let filed = filing.get(id, at).cloned().unwrap_or_default();
            copies += u64::from(filed.copies.unwrap_or_default());
            pages += u64::from(filed.pages.unwrap_or_default());
            let count = |count: Option<u32>| count.map(|n| n.to_string()).unwrap_or_default();
            list.push([
                proof_number(desk, id, at),
                row.title.clone(),
                count(filed.copies),
                count(filed.pages),
            ]);
        }
        let indicator = &desk.rulebook()[id];
        let group = desk.rulebook().groups.get(usize::from(indicator.group));
        let counted = |name: &str, count: u64, unit: &str| match count {
            0 => String::new(),
            count => format!("，{name} {count} {unit}"),
        };
        covers.push(Cover {
            title: format!("{}　{}", indicator.id, indicator.title),
            lines: vec![
                page::named("申报单位", super::whose(desk).trim()),
                page::named("类别", group.map_or("", |group| group.title)),
                page::named("责任单位", &responsible(desk, id)),
            ],
            sum: format!(
                "共 {} 份材料{}{}。",
                rows.len(),
                counted("合计", copies, "份"),
                counted("共", pages, "页")
            ),
            rows: list,
        });
    }
    covers
}
