//! The report in a few lines: its cover, and a message for a chat.

use crate::desk::{Desk, Order, Part};
use crate::rulebook::Kind;
use crate::score::shown;
use crate::text::desk::day_text;
use crate::text::page;
use rust_decimal::Decimal;

/// How many gaps the message names.
const NAMED: usize = 5;

/// What stands on the cover, label by label.
pub fn cover(desk: &Desk) -> Vec<(&'static str, String)> {
    let (form, rulebook) = (desk.form, desk.rulebook());
    let document = &rulebook.document;
    let county =
        if form.county.trim().is_empty() { page::NOT_ANSWERED } else { form.county.trim() };
    let mut lines = vec![
        (page::COUNTY, county.to_owned()),
        (page::YEAR, format!("{} 年", form.year())),
        ("指标体系", rulebook.title.to_owned()),
        ("文件依据", format!("《{}》（{}，{}）", document.title, document.number, document.date)),
        ("编制日期", day_text(desk.today)),
    ];
    let overview = desk.overview();
    match rulebook.kind {
        Kind::Checklist => {
            lines.push(("已达到要求", tasks(&overview.total)));
        }
        Kind::Points => {
            let range = desk.card.total.range;
            lines.push((
                "自评得分",
                format!("{} 分（满分 {} 分）", figure(range.low), figure(rulebook.points)),
            ));
            if !range.is_settled() {
                let (low, high) = (figure(range.low), figure(range.high));
                lines.push((page::REACHABLE, format!("{low} 至 {high} 分（还有没填的内容）")));
            }
        }
    }
    let adjusted = adjusted(desk);
    if !adjusted.is_empty() {
        let by_rule = figure(desk.card.unadjusted.low);
        let list = adjusted.join("、");
        lines.push((page::ADJUSTED, format!("{list}；未调整时 {by_rule} 分")));
    }
    if !form.veto.is_empty() {
        lines.push((page::VETOED, form.veto.join(page::AND)));
    }
    let progress = page::progress(overview.answered, overview.fields);
    lines.push(("填报进度", format!("已填 {progress} 项")));
    lines
}

/// The report as a message for a chat.
pub fn summary(desk: &Desk) -> String {
    let (form, rulebook) = (desk.form, desk.rulebook());
    let mut text = page::form_name("", form);
    text.push(' ');
    text.push_str(rulebook.title);
    text.push_str("自评结果（");
    text.push_str(&day_text(desk.today));
    text.push_str("）\n");
    let overview = desk.overview();
    let mut parts = vec![whole(desk, &overview.total)];
    for (dimension, part) in rulebook.dimensions.iter().zip(&overview.dimensions) {
        let said = match rulebook.kind {
            Kind::Points => format!("{} / {} 分", figure(part.range.low), figure(part.max)),
            Kind::Checklist => tasks(part),
        };
        parts.push(format!("{} {said}", dimension.title));
    }
    let progress = page::progress(overview.answered, overview.fields);
    let ready = page::progress(overview.proofs.ready, overview.proofs.all);
    parts.push(format!("已填 {progress} 项，佐证已备齐 {ready} 份"));
    let adjusted = adjusted(desk);
    if !adjusted.is_empty() {
        parts.push(page::named(page::ADJUSTED, &adjusted.join("、")));
    }
    if !form.veto.is_empty() {
        parts.push(page::named(page::VETOED, &form.veto.join(page::AND)));
    }
    if rulebook.kind == Kind::Points {
        let gaps = desk.gaps(Order::Points);
        let named: Vec<String> = gaps
            .iter()
            .take(NAMED)
            .map(|gap| {
                let indicator = &rulebook[gap.id];
                let (lost, open) = (figure(gap.lost), figure(gap.open));
                format!("{} {}（已失 {lost}，待定 {open}）", indicator.id, indicator.title)
            })
            .collect();
        if !named.is_empty() {
            parts.push(page::named("失分最多", &named.join("；")));
        }
    }
    text.push_str(&parts.join("\n"));
    text
}

fn whole(desk: &Desk, part: &Part) -> String {
    if desk.rulebook().kind == Kind::Checklist {
        return page::named("已达到要求", &tasks(part));
    }
    let (low, high, most) = (figure(part.range.low), figure(part.range.high), figure(part.max));
    if part.range.is_settled() {
        format!("自评得分 {low} 分（满分 {most} 分）")
    } else {
        format!("已得 {low} 分，可能范围 {low} 至 {high} 分（满分 {most} 分）")
    }
}

/// 「40 项（适用 131 项，进行中 12 项）」.
fn tasks(part: &Part) -> String {
    let tasks = part.tasks;
    format!("{} 项（适用 {} 项，进行中 {} 项）", tasks.met, tasks.applicable(), tasks.in_progress)
}

/// Indicators that were adjusted by hand.
fn adjusted(desk: &Desk) -> Vec<String> {
    let adjusted = desk.standings.iter().filter(|standing| standing.adjusted);
    let indicators = adjusted.map(|standing| &desk.rulebook()[standing.id]);
    indicators.map(|indicator| format!("{} {}", indicator.id, indicator.title)).collect()
}

/// Points as the page shows them.
fn figure(points: Decimal) -> String {
    shown(points, 2)
}
