//! Units in words: what they are called, which are one, and whom to call there.

use super::page;
use crate::form::limits::UNIT_CHARACTERS;
use crate::form::{SENDER, UnitPart};
use crate::rulebook::Text;

pub const SETTINGS: &str = "单位和联系人";
pub const EDIT: &str = "修改";
pub const NAME: &str = "单位名称";
pub const PERSON: &str = "联系人";
pub const TELEPHONE: &str = "电话";
pub const CONTACTS: &str = "各单位联系人";
pub const LISTED: &str = "怎么列";
pub const ON_ITS_OWN: &str = "单独列一行";
pub const NOT_LISTED: &str = "不列，只写了它的指标除外";
pub const UNLISTED: &str = "没有单独列出";
pub const AGAIN: &str = "恢复";
pub const SENT_ON: &str = "发出日期";
pub const BACK_ON: &str = "回传日期";
pub const SENDER_PERSON: &str = "交办人";
pub const SENDER_TELEPHONE: &str = "交办人电话";
pub const SENDER_HINT: &str = "写上后随填报链接一起发出，对方有问题可以直接打电话。";

/// What the names of units begin with in the edition, which is a district's, and in a
/// county or a county-level city.
const DISTRICT: &str = "区";
const OTHER_PLACES: [&str; 2] = ["县", "市"];

/// What a box of the settings holds.
pub fn part_text(part: UnitPart, unit: Text) -> &'static str {
    match (part, unit) {
        (UnitPart::Whole, _) => LISTED,
        (UnitPart::Name, _) => NAME,
        (UnitPart::Person, SENDER) => SENDER_PERSON,
        (UnitPart::Telephone, SENDER) => SENDER_TELEPHONE,
        (UnitPart::Person, _) => PERSON,
        (UnitPart::Telephone, _) => TELEPHONE,
        (UnitPart::Sent, _) => SENT_ON,
        (UnitPart::Returned, _) => BACK_ON,
    }
}

/// What can be set of a unit.
pub fn expected(part: UnitPart) -> String {
    match part {
        UnitPart::Name | UnitPart::Person | UnitPart::Telephone => {
            format!("{}，至多 {UNIT_CHARACTERS} 字，前后没有空格", what(part))
        }
        part => what(part).to_owned(),
    }
}

fn what(part: UnitPart) -> &'static str {
    match part {
        UnitPart::Whole => "另一个没有并入别处的责任单位；“其他成员单位”一类的说法也可以是 null",
        UnitPart::Name => "与其他单位不同的名称",
        UnitPart::Person => "一个姓名",
        UnitPart::Telephone => "电话号码（数字和 + - ( ) 转 等，例如 0531-83212345）",
        UnitPart::Sent | UnitPart::Returned => {
            "日历上有的日期，写作 年-月-日，例如 2022-03-01，回传不早于发出"
        }
    }
}

/// Why what was typed is not kept.
pub fn refused(part: UnitPart, unit: Text) -> String {
    format!("「{}」没有改，应为{}。", part_text(part, unit), what(part))
}

/// What a unit's button does.
pub fn edit_for(unit: &str) -> String {
    page::named(EDIT, unit)
}

/// The choice that makes a unit part of another.
pub fn into(unit: &str) -> String {
    format!("并入{unit}")
}

/// A unit that is not listed, and where it is.
pub fn unlisted(unit: &str, whole: &str) -> String {
    match whole {
        "" => unit.to_owned(),
        whole => format!("{unit}（{}）", into(whole)),
    }
}

/// The word that a county's units begin with, and the button that renames district units by
/// it: 「区」改为「县」. None for a district, or where the place has no name yet.
pub fn own_prefix(place: &str) -> Option<(&'static str, String)> {
    let own = OTHER_PLACES.into_iter().find(|word| place.trim().ends_with(word))?;
    Some((own, format!("单位名称「{DISTRICT}」改为「{own}」")))
}

/// A district unit's name as a county has it; none for other names.
pub fn with_prefix(unit: &str, own: &str) -> Option<String> {
    Some(format!("{own}{}", unit.strip_prefix(DISTRICT)?))
}

/// The address that calls a number: its digits up to an extension or a second one.
pub fn tel(telephone: &str) -> String {
    let first = telephone.split(['转', '/', '、', ',']).next().unwrap_or_default();
    let signs = first.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    format!("tel:{}", signs.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_called_without_its_extension() {
        assert_eq!(tel("(0531) 8321-2345 转 6"), "tel:053183212345");
        assert_eq!(tel("+86 138/139"), "tel:+86138");
    }

    #[test]
    fn a_county_calls_its_units_after_itself() {
        assert_eq!(own_prefix("示例县").map(|(own, _)| own), Some("县"));
        assert_eq!(own_prefix("莱阳市").map(|(own, _)| own), Some("市"));
        assert_eq!(own_prefix("章丘区"), None);
        assert_eq!(own_prefix(""), None);
        assert_eq!(with_prefix("区统计局", "县").as_deref(), Some("县统计局"));
        assert_eq!(with_prefix("其他成员单位", "县"), None);
    }
}
