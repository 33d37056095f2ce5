//! Why a form file is refused: what, where, and what was expected.

use crate::form::limits::{COUNT, FILE_BYTES, LEVELS, YEAR};
use crate::form::{Expected, FormProblem};
use rust_decimal::Decimal;

/// The message for a refused form file.
pub fn form_problem(problem: &FormProblem) -> String {
    match problem {
        FormProblem::TooLarge { bytes } => {
            format!("文件有 {bytes} 字节，超过上限 {FILE_BYTES} 字节。")
        }
        FormProblem::NotText => "文件不是 UTF-8 文本，不是本工具的表格文件。".into(),
        FormProblem::Syntax { line, column } => {
            format!("第 {line} 行第 {column} 个字符处不是正确的 JSON，文件可能被截断或改动。")
        }
        FormProblem::TooDeep => format!("内容嵌套超过 {LEVELS} 层。"),
        FormProblem::Twice { path } => format!("「{path}」出现了两次，应当只有一次。"),
        FormProblem::NoForm => {
            "这不是本工具的表格文件（缺少 \"format\": \"qiangxian.form\"）。".into()
        }
        FormProblem::Newer { version } => format!(
            "文件由更新版本的工具保存（文件版本 {version}，本工具能读到版本 1），请先更新工具。"
        ),
        FormProblem::UnknownRulebook { id } => {
            format!("文件使用的指标体系「{id}」（rulebook）不在本工具中，请更新工具或核对文件。")
        }
        FormProblem::Missing { path } => format!("缺少「{path}」。"),
        FormProblem::Wrong { path, value, expected } => {
            format!("「{path}」的值是 {value}，应为{}。", self::expected(expected))
        }
    }
}

fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Object => "一组键和值（{…}）".into(),
        Expected::List => "一个列表（[…]）".into(),
        Expected::Text => "一段文字".into(),
        Expected::NonBlankText => "一段不空白的文字".into(),
        Expected::Bool => " true 或 false".into(),
        Expected::Version => "文件版本号 1".into(),
        Expected::YesNo => " true（是）或 false（否）".into(),
        Expected::Count => format!("从 {} 到 {} 的整数，只写数字", COUNT.start(), COUNT.end()),
        Expected::Year => format!("从 {} 到 {} 的年份", YEAR.start(), YEAR.end()),
        Expected::Decimal(digits) => format!(
            "写在引号里的数，小数点前至多 {} 位、后至多 {} 位，例如 \"96.5\"",
            digits.whole, digits.places
        ),
        Expected::Between(least, most) => between(least, most),
        Expected::OneOf(ids) => format!("以下之一：{}", ids.join("、")),
        Expected::NotTwice => "不重复的选项".into(),
        Expected::Base(bases) => format!("以下之一（写在引号里）：{}", bases.join("、")),
        Expected::Date => "日期，写作 年-月-日，例如 2022-03-01".into(),
        Expected::Field => "本指标体系的填报项".into(),
        Expected::Indicator => "本指标体系的指标序号".into(),
        Expected::Metric => "本指标体系的计算指标".into(),
        Expected::Keys(keys) => format!("只含以下各项：{}", keys.join("、")),
        Expected::NoPoints => "空缺：任务清单不计分，没有这一项".into(),
        Expected::EndsOrPeers => {
            "满意值（satisfactory）、不允许值（unacceptable）中的一个或两个，或者只有同类地区数值（peers）"
                .into()
        }
        Expected::EndsInOrder { unacceptable, satisfactory } => {
            format!("满意值优于不允许值（现在不允许值 {unacceptable}，满意值 {satisfactory}）")
        }
        Expected::NewName => "与其他情景不同的名称".into(),
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
