//! Why a typed text is not taken, and what was taken of one in another unit.

use crate::form::typed::TypedFault;
use rust_decimal::Decimal;

/// Why a typed text is not taken, where nothing else is in force.
pub fn typed_fault_alone(fault: &TypedFault, text: &str) -> String {
    let said = typed_fault(fault, text, None);
    said.trim_end_matches("目前按未填计算。").to_owned()
}

/// What was taken of a figure that was typed in another unit.
pub fn converted(value: &Decimal, unit: &str) -> String {
    format!("已换算成 {} {unit}。", value.normalize())
}

/// Why a typed text is not taken, and what stays in force.
pub fn typed_fault(fault: &TypedFault, text: &str, in_force: Option<String>) -> String {
    let text = text.trim();
    let waits = match fault {
        TypedFault::Date => Some(format!(
            "「{text}」不是日期，请写成 2022-03-01 这样，只知道年月的写 2022-03 或 2022。"
        )),
        TypedFault::Title => Some("请填材料名称，有了名称这一行才会保存。".to_owned()),
        TypedFault::Points => Some("请填调整后的分值，填好才生效。".to_owned()),
        TypedFault::Reason => Some("请写明理由，写好才生效。".to_owned()),
        TypedFault::TooLong(length) => {
            return format!("共 {length} 字。{}", crate::text::no_room());
        }
        _ => None,
    };
    if let Some(reason) = waits {
        return match in_force {
            Some(value) => format!("{reason}现在保存的是 {value}。"),
            None => reason,
        };
    }
    let reason = match fault {
        TypedFault::NoNumber => format!("「{text}」不是数字，请填数字，例如 96.5。"),
        TypedFault::Grouping => {
            format!("「{text}」里逗号的位置不对，逗号只能每三位一个，小数点请用「.」。")
        }
        TypedFault::PercentSign => {
            format!("「{text}」是百分数，这里的单位不是 %，请核对是不是填错了格子。")
        }
        TypedFault::OtherUnit => {
            format!("「{text}」里的单位换算不成这里的单位，请换算后只填数字。")
        }
        TypedFault::PeersByComma => format!(
            "「{text}」里的逗号是隔开几个数，还是千位分隔？隔开请改用顿号、空格或换行，千位的逗号请删去。"
        ),
        TypedFault::NoWholeNumber => format!("「{text}」不是整数，这里按个数填，例如 3。"),
        TypedFault::TooManyDigits(digits) if digits.places == 0 => {
            format!("「{text}」位数太多，至多 {} 位。", digits.whole)
        }
        TypedFault::TooManyDigits(digits) => format!(
            "「{text}」位数太多，小数点前至多 {} 位，后至多 {} 位。",
            digits.whole, digits.places
        ),
        TypedFault::Between(Some(least), Some(most)) => {
            format!("「{text}」超出范围，应在 {least} 到 {most} 之间。")
        }
        TypedFault::Between(Some(least), None) => format!("「{text}」太小，不能小于 {least}。"),
        TypedFault::Between(None, Some(most)) => format!("「{text}」太大，不能大于 {most}。"),
        TypedFault::Between(None, None) => format!("「{text}」超出范围。"),
        TypedFault::Year => format!("「{text}」不是年份，请填四位数字，例如 2022。"),
        TypedFault::EndsAndPeers => {
            "满意值、不允许值与同类地区数值只能用一种，请清空其中一种。".to_owned()
        }
        TypedFault::EndsInOrder { unacceptable, satisfactory } => format!(
            "满意值应优于不允许值，现在不允许值是 {unacceptable}，满意值是 {satisfactory}。"
        ),
        _ => String::new(),
    };
    match in_force {
        Some(value) => format!("{reason}目前仍按 {value} 计算。"),
        None => format!("{reason}目前按未填计算。"),
    }
}

/// A value in force, as a message names it.
pub fn named_value(value: &str, unit: &str) -> String {
    let value = value.replace('\n', "、");
    if unit.is_empty() || unit == "%" {
        format!("{value}{unit}")
    } else {
        format!("{value} {unit}")
    }
}
