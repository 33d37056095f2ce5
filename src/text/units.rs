//! Units in words: what they are called, which are one, and whom to call there.

use super::page;
use crate::form::limits::UNIT_CHARACTERS;
use crate::form::{Contact, UnitText};

pub const SETTINGS: &str = "单位和联系人";
pub const DATES: &str = "发出和回传日期";
pub const EDIT: &str = "修改";
pub const NAME: &str = "单位名称";
pub const PERSON: &str = "联系人";
pub const TELEPHONE: &str = "电话";
pub const CONTACTS: &str = "各单位联系人";
pub const MERGE: &str = "并入";
pub const ON_ITS_OWN: &str = "不并入";
pub const MERGE_HINT: &str = "并入后，两个单位的指标合在一起填报。";
pub const PARTS: &str = "已并入";
pub const SPLIT: &str = "恢复单列";
pub const HIDE: &str = "不列这一行";
pub const HIDE_HINT: &str = "有具体单位的指标不再列它；只写了它的指标仍然列出。";
pub const HIDDEN: &str = "没有列出";
pub const SHOW: &str = "重新列出";
pub const SENT_ON: &str = "发出日期";
pub const BACK_ON: &str = "回传日期";
pub const SENDER: &str = "交办人";
pub const SENDER_TELEPHONE: &str = "交办人电话";
pub const SENDER_HINT: &str = "写上后随填报链接一起发出，对方有问题可以直接打电话。";
pub const TELEPHONE_EXPECTED: &str =
    "电话号码，只用数字和 + - ( ) * # 转 等，至少 3 位数字，例如 0531-83212345";

/// The words that units of the edition begin with, and those of a county and of a
/// city that is one.
const DISTRICT: &str = "区";
const OTHER_PLACES: [&str; 2] = ["县", "市"];

/// What a unit's name can be.
pub fn name_expected() -> String {
    format!("与其他单位不同的名称，不空白，至多 {UNIT_CHARACTERS} 字，前后没有空格")
}

/// What a person's name can be.
pub fn person_expected() -> String {
    format!("一个姓名，不空白，至多 {UNIT_CHARACTERS} 字，前后没有空格")
}

/// What a box of the settings holds.
pub fn part_text(part: UnitText) -> &'static str {
    match part {
        UnitText::Name(_) => NAME,
        UnitText::Person(Some(_)) => PERSON,
        UnitText::Telephone(Some(_)) => TELEPHONE,
        UnitText::Person(None) => SENDER,
        UnitText::Telephone(None) => SENDER_TELEPHONE,
    }
}

/// Why what was typed is not kept.
pub fn refused(part: UnitText) -> String {
    let expected = match part {
        UnitText::Name(_) => format!("与其他单位不同的名称，至多 {UNIT_CHARACTERS} 字"),
        UnitText::Person(_) => format!("一个姓名，至多 {UNIT_CHARACTERS} 字"),
        UnitText::Telephone(_) => TELEPHONE_EXPECTED.to_owned(),
    };
    format!("「{}」没有改，应为{expected}。", part_text(part))
}

/// Why a day on which a part came back is not kept.
pub fn too_early(sent: &str) -> String {
    format!("「{BACK_ON}」没有改，应为发出日期 {sent} 当天或以后。")
}

/// What the document calls a unit that has another name here.
pub fn official(unit: &str) -> String {
    format!("文件里的名称：{unit}")
}

/// What a unit's button does.
pub fn edit_for(unit: &str) -> String {
    page::named(EDIT, unit)
}

/// What was done with a unit, and that it can be taken back.
pub fn merged(unit: &str, into: &str) -> String {
    format!("{unit}已并入{into}，可以撤销。")
}

/// The button that calls district units after a county, and its word: 「区」改为「县」;
/// none for a district, or where the place has no name yet.
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

/// A contact in one line.
pub fn contact_text(contact: &Contact) -> String {
    [contact.person.as_str(), contact.telephone.as_str()].join(" ").trim().to_owned()
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
