//! Why a form file is refused: what, where, and what was expected.

use super::file_kind;
use crate::form::limits::{COUNT, FILE_BYTES, LEVELS, TEXT_CHARACTERS, YEAR};
use crate::form::{Allowed, Expected, FORMAT, FormProblem, VERSION};
use rust_decimal::Decimal;

/// The message for a refused form file.
pub fn form_problem(problem: &FormProblem) -> String {
    match problem {
        FormProblem::TooLarge { bytes } => {
            format!("文件有 {bytes} 字节，超过上限 {FILE_BYTES} 字节。")
        }
        FormProblem::OtherKind { kind } => {
            file_kind(*kind).unwrap_or("文件不是本工具的表格文件。").into()
        }
        FormProblem::NotText => "文件不是 UTF-8 文本，不是本工具的表格文件。".into(),
        FormProblem::Syntax { line, column } => {
            format!("第 {line} 行第 {column} 个字符处不是正确的 JSON，文件可能被截断或改动。")
        }
        FormProblem::TooDeep { line, column } => {
            format!("第 {line} 行第 {column} 个字符处嵌套超过 {LEVELS} 层。")
        }
        FormProblem::Twice { path } => format!("「{}」出现了两次，应当只有一次。", short(path)),
        FormProblem::NoForm => {
            format!("这不是本工具的表格文件（缺少 \"format\": \"{FORMAT}\"）。")
        }
        FormProblem::Newer { version } => format!(
            "文件由更新版本的工具保存（文件版本 {}，本工具能读到版本 {VERSION}），请先更新工具。",
            short(version)
        ),
        FormProblem::UnknownRulebook { id } => format!(
            "文件使用的指标体系「{}」（rulebook）不在本工具中，请更新工具或核对文件。",
            short(id)
        ),
        FormProblem::Missing { path, expected } => {
            format!("缺少「{path}」，应为{}。", self::expected(expected))
        }
        FormProblem::Misplaced { path, value, allowed } => {
            format!("「{}」（值为 {value}）{}。", short(path), misplaced(allowed))
        }
        FormProblem::Wrong { path, value, expected } => {
            format!("「{path}」的值是 {value}，应为{}。", self::expected(expected))
        }
    }
}

/// Why a box takes no more text.
pub fn no_room() -> String {
    format!(
        "内容太长，没有写进去：每格至多 {TEXT_CHARACTERS} 字，整张表存成文件不能超过 {} MB。",
        FILE_BYTES / 1024 / 1024
    )
}

/// The beginning of a name that a file may make as long as it likes.
fn short(name: &str) -> String {
    const MOST: usize = 120;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

fn misplaced(allowed: &Allowed) -> String {
    match allowed {
        Allowed::Field => "不是本指标体系的填报项".into(),
        Allowed::Indicator => "不是本指标体系的指标或任务序号".into(),
        Allowed::Metric => "不是本指标体系按参考值计分的指标值".into(),
        Allowed::Reading => "不是本指标体系的口径选项".into(),
        Allowed::Target => "不是本指标体系中需要另填数值的主要目标".into(),
        Allowed::Unit => "不是本指标体系的责任单位".into(),
        Allowed::Keys(keys) => format!("不应出现，这里只能有：{}", keys.join("、")),
        Allowed::NoPoints => "不应出现，任务清单不计分".into(),
    }
}

fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Object => "一组键和值（{…}）".into(),
        Expected::List => "一个列表（[…]）".into(),
        Expected::Text => "一段文字".into(),
        Expected::NonBlankText => "一段不空白的文字".into(),
        Expected::Bool => " true 或 false".into(),
        Expected::Format => format!(" \"{FORMAT}\"（本工具的表格文件）"),
        Expected::Version => format!("文件版本号 {VERSION}"),
        Expected::Rulebook => "指标体系的编号，例如 \"shandong-county-2022\"".into(),
        Expected::YesNo => " true（是）或 false（否）".into(),
        Expected::Count => format!("从 {} 到 {} 的整数，只写数字", COUNT.start(), COUNT.end()),
        Expected::Year => format!("从 {} 到 {} 的年份，只写数字", YEAR.start(), YEAR.end()),
        Expected::Decimal(digits) => format!(
            "写在引号里的数，例如 \"96.5\"，小数点前至多 {} 位、后至多 {} 位，零不带负号",
            digits.whole, digits.places
        ),
        Expected::Between(least, most) => between(least, most),
        Expected::OneOf(ids) => format!("以下之一：{}", ids.join("、")),
        Expected::NotTwice => "不重复的选项".into(),
        Expected::Base(bases) => format!("以下之一（写在引号里）：{}", bases.join("、")),
        Expected::Date => "日历上有的日期，写作 年-月-日，例如 2022-03-01".into(),
        Expected::DateOfProof => {
            "日历上有的日期，写作 年-月-日，例如 2022-03-01，也可以只写 2022-03 或 2022".into()
        }
        Expected::Moment => {
            "日历上有的时间，写作 年-月-日T时:分，例如 2022-07-20T09:30".into()
        }
        Expected::EndsOrPeers => {
            "满意值（satisfactory）、不允许值（unacceptable）中的一个或两个，或者只有同类地区数值（peers）"
                .into()
        }
        Expected::EndsInOrder { unacceptable, satisfactory } => {
            format!("满意值优于不允许值（现在不允许值 {unacceptable}，满意值 {satisfactory}）")
        }
        Expected::NewName => "与其他情景不同的名称".into(),
        Expected::OfUnit(part) => super::units::expected(*part),
    }
}

fn between(least: &Option<Decimal>, most: &Option<Decimal>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("从 {least} 到 {most} 的数"),
        (Some(least), None) => format!("不小于 {least} 的数"),
        (None, Some(most)) => format!("不大于 {most} 的数"),
        (None, None) => "一个数".into(),
    }
}
