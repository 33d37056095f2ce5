//! The report in a few lines: its cover, and a message for a chat.

use crate::desk::{Desk, Order};
use crate::rulebook::Kind;
use crate::score::{Score, is_blank, shown, trimmed, upright};
use crate::text::desk::day_text;
use crate::text::explain::state_text;
use crate::text::{page, reading};
use rust_decimal::Decimal;

/// How many gaps the message names.
const NAMED: usize = 5;

const SCORE: &str = "自评结果";

/// What stands on the cover, label by label.
pub fn cover(desk: &Desk) -> Vec<(&'static str, String)> {
    let (form, rulebook) = (desk.form, desk.rulebook());
    let document = &rulebook.document;
    let county =
        if is_blank(&form.county) { page::NOT_ANSWERED } else { &upright(trimmed(&form.county)) };
    let mut lines = vec![
        (page::COUNTY, county.to_owned()),
        (page::YEAR, format!("{} 年", form.year())),
        ("指标体系", rulebook.title.to_owned()),
        ("文件依据", format!("《{}》（{}，{}）", document.title, document.number, document.date)),
        ("编制日期", day_text(desk.today)),
    ];
    let overview = desk.overview();
    lines.push((SCORE, short(overview.total)));
    if let Score::Points { range, .. } = overview.total
        && !range.is_settled()
    {
        let (low, high) = (figure(range.low), figure(range.high));
        lines.push((page::REACHABLE, format!("{low} 至 {high} 分（还有没填的内容）")));
    }
    if let Some(others) = reading::others(rulebook, desk.case) {
        lines.push((reading::OTHER, others));
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
    let mut parts = vec![whole(overview.total)];
    if let Some(others) = reading::others(rulebook, desk.case) {
        parts.push(page::named(reading::OTHER, &others));
    }
    for (dimension, part) in rulebook.dimensions.iter().zip(&overview.dimensions) {
        parts.push(format!("{} {}", dimension.title, short(*part)));
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

fn whole(part: Score) -> String {
    match part {
        Score::Points { range, most } if !range.is_settled() => {
            let (low, high, most) = (figure(range.low), figure(range.high), figure(most));
            format!("已得 {low} 分，可能范围 {low} 至 {high} 分（满分 {most} 分）")
        }
        part => page::named(SCORE, &short(part)),
    }
}

/// 「75.5 分（满分 100 分）」, 「40 项（适用 131 项，进行中 12 项）」.
fn short(part: Score) -> String {
    match part {
        Score::Points { range, most } => {
            format!("{} 分（满分 {} 分）", figure(range.low), figure(most))
        }
        Score::Task(state) => state_text(state).to_owned(),
        Score::Tasks(tasks) => format!(
            "已达到要求 {} 项（适用 {} 项，进行中 {} 项）",
            tasks.met,
            tasks.applicable(),
            tasks.in_progress
        ),
    }
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
