//! The small parts of a sentence: figures, units, labels, answers.

use crate::rulebook::{Answer, Field, FieldId, Row, Rulebook};
use crate::score::{PLACES, Range, fold, shown, upright};
use rust_decimal::Decimal;

/// Decimals of points and coefficients in a proof.
const PROOF_PLACES: u32 = 4;
/// Decimals of points in the page.
const PAGE_PLACES: u32 = 2;

/// A figure with all the decimals that a form can hold.
pub fn exact(value: Decimal) -> String {
    shown(value, PLACES)
}

/// Points or a coefficient, as a proof shows them.
pub fn figure(value: Decimal) -> String {
    shown(value, PROOF_PLACES)
}

/// Points as the page shows them, and 约 when decimals are cut.
pub fn page_points(value: Decimal) -> (&'static str, String) {
    let text = shown(value, PAGE_PLACES);
    (if text == exact(value) { "" } else { "约" }, text)
}

/// The end of an equation: `= …`, or `约为 …` when decimals are cut.
pub fn equals(value: Decimal, places: u32, unit: &str) -> String {
    let text = with_unit(&shown(value, places), unit);
    if shown(value, places) == exact(value) {
        format!(" = {text}")
    } else {
        format!("，约为 {text}")
    }
}

/// The end of an equation for points or a coefficient.
pub fn equals_figure(value: Decimal, unit: &str) -> String {
    equals(value, PROOF_PLACES, unit)
}

/// A number with its unit; a percent sign stands close.
pub fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        _ => format!("{number} {unit}"),
    }
}

/// What may still be got.
pub fn reach(range: Range) -> String {
    if range.is_settled() {
        format!("计 {} 分", figure(range.low))
    } else {
        format!("可得 {} 至 {} 分", figure(range.low), figure(range.high))
    }
}

/// Points that were got, or none.
pub fn got(points: Decimal) -> String {
    if points.is_zero() { "不得分".into() } else { format!("得 {} 分", figure(points)) }
}

/// A label in quotation marks; its own become inner ones.
pub fn quoted(label: &str) -> String {
    format!("“{}”", label.replace('“', "‘").replace('”', "’"))
}

/// Several labels in quotation marks, which need no other mark between them.
pub fn all_quoted(rulebook: &Rulebook, fields: &[FieldId]) -> String {
    fields.iter().map(|f| quoted(rulebook[*f].label)).collect()
}

/// A field's label and what was entered: `label：填 3 次`.
pub fn filled(rulebook: &Rulebook, field: FieldId, answer: Option<&Answer>) -> String {
    let label = &rulebook[field].label;
    match answer {
        None => format!("{label}：尚未填写"),
        Some(Answer::YesNo(_)) => {
            format!("{label}：填{}", quoted(&said(rulebook, field, answer)))
        }
        Some(Answer::Choice(_)) => {
            format!("{label}：选{}", quoted(&said(rulebook, field, answer)))
        }
        Some(_) => format!("{label}：填 {}", said(rulebook, field, answer)),
    }
}

fn said(rulebook: &Rulebook, field: FieldId, answer: Option<&Answer>) -> String {
    answer.map(|answer| answer_text(rulebook, field, answer)).unwrap_or_default()
}

/// An answer as text to read, with its unit.
pub fn answer_text(rulebook: &Rulebook, field: FieldId, answer: &Answer) -> String {
    let field = &rulebook[field];
    match answer {
        Answer::YesNo(true) => "是".into(),
        Answer::YesNo(false) => "否".into(),
        Answer::Choice(chosen) => option(field, *chosen).to_owned(),
        Answer::Set(0) => "以上均无".into(),
        Answer::Set(chosen) => options(field, *chosen),
        Answer::Count(number) => with_unit(&number.to_string(), field.unit),
        Answer::Figure(value) => with_unit(&exact(*value), field.unit),
        Answer::Rows(rows) if rows.is_empty() => "无".into(),
        Answer::Rows(rows) => {
            let rows: Vec<String> = rows.iter().map(|row| row_text(field, row)).collect();
            rows.join("；")
        }
    }
}

/// The label of an option, empty when there is no such option.
pub fn option(field: &Field, at: u8) -> &str {
    field.options.get(at as usize).map_or("", |option| option.label)
}

/// The labels of the options of a set whose bits are set.
pub fn options(field: &Field, bits: u32) -> String {
    let labels: Vec<&str> = (0u32..)
        .zip(field.options)
        .filter(|(at, _)| bits >> at & 1 == 1)
        .map(|(_, option)| option.label)
        .collect();
    labels.join("、")
}

/// The names of a row's cells, as the page heads them, with what they hold.
pub fn cells(field: &Field, row: &Row) -> [(&'static str, Option<String>); 4] {
    let text = |text: &str| (!fold(text).is_empty()).then(|| upright(text.trim()).into_owned());
    [
        ("名称", text(&row.title)),
        ("获奖单位", text(&row.recipient)),
        ("级别", row.level.map(|level| option(field, level).to_owned())),
        ("年份", row.year.map(|year| format!("{year} 年"))),
    ]
}

/// A row of a list: `省长质量奖（某某公司，省级，2016 年）`.
pub fn row_text(field: &Field, row: &Row) -> String {
    let [title, recipient, level, year] =
        cells(field, row).map(|(name, cell)| cell.unwrap_or_else(|| format!("{name}未填")));
    format!("{title}（{recipient}，{level}，{year}）")
}
