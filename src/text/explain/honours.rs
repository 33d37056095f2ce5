//! Honours: a line for each row, then the sum.

use super::Scene;
use super::words::{cells, figure, option, row_text};
use crate::rulebook::{Answer, Field, Row, Rule};
use crate::score::{RowVerdict, span};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// One line for each row, with why it counts or does not, and one for the sum.
pub fn lines(
    scene: Scene,
    rule: &Rule,
    verdicts: &[RowVerdict],
    sum: Decimal,
    gave: Decimal,
    steps: &mut Vec<String>,
) {
    let Rule::Honours { field, points, at_most, years, until, .. } = rule else { return };
    let definition = &scene.rulebook[*field];
    let Some(Answer::Rows(rows)) = scene.answers.get(*field) else { return };
    if rows.is_empty() {
        steps.push(format!("{}：填“无”，不得分。", definition.label));
        return;
    }
    let span = span(scene.year, *years, *until);
    for (at, (row, verdict)) in rows.iter().zip(verdicts).enumerate() {
        let said = self::verdict(definition, row, verdict, points, &span);
        steps.push(format!("第 {} 行 {}：{said}。", at + 1, row_text(definition, row)));
    }
    steps.push(total(definition, verdicts, points, sum, gave, *at_most));
}

fn verdict(
    field: &Field,
    row: &Row,
    verdict: &RowVerdict,
    points: &[Decimal],
    span: &RangeInclusive<u16>,
) -> String {
    match verdict {
        RowVerdict::Counts { level } => {
            let points = points.get(*level as usize).copied().unwrap_or_default();
            let any_year = row.year.is_some_and(|year| !span.contains(&year));
            let why = if any_year { "（此奖项不限年份）" } else { "" };
            format!("计 {} 分{why}", figure(points))
        }
        RowVerdict::Incomplete => {
            let blank: Vec<&str> =
                cells(field, row).iter().filter(|(_, c)| c.is_none()).map(|(n, _)| *n).collect();
            format!("不计，未填{}", blank.join("、"))
        }
        RowVerdict::OutOfYears => {
            format!("不计，年份不在 {} 至 {} 年之内", span.start(), span.end())
        }
        RowVerdict::LowerLevel => "不计，同一荣誉已有更高级别".into(),
        RowVerdict::CountedOnce => "不计，同一荣誉只计一次，已计另一行".into(),
        RowVerdict::Repeated => "不计，与前面的行重复（同一荣誉、同一年份）".into(),
    }
}

fn total(
    field: &Field,
    verdicts: &[RowVerdict],
    points: &[Decimal],
    sum: Decimal,
    gave: Decimal,
    at_most: Decimal,
) -> String {
    let mut parts = Vec::new();
    for (level, each) in (0u8..).zip(points) {
        let number = verdicts.iter().filter(|v| **v == RowVerdict::Counts { level }).count();
        if number > 0 {
            let (name, each) = (option(field, level), figure(*each));
            parts.push(format!("{name} {number} 项，每项 {each} 分"));
        }
    }
    let (sum_text, cap) = (figure(sum), figure(at_most));
    if parts.is_empty() {
        return "没有计分的行，不得分。".into();
    }
    let parts = parts.join("；");
    if sum > at_most {
        format!("{parts}；共 {sum_text} 分，本项最高 {cap} 分，计 {} 分。", figure(gave))
    } else {
        format!("{parts}；共 {sum_text} 分（本项最高 {cap} 分）。")
    }
}
