//! Slices that go out to units and come back, in words.

use super::page;
use crate::form::{Form, Sending};
use crate::link::MOST_CHARACTERS;

pub const STATUS: &str = "填报表";
pub const UNSENT: &str = "未发";
pub const SENT: &str = "已发";
pub const BACK: &str = "已回";
pub const MAKE: &str = "生成填报链接";
pub const MAKE_ALL: &str = "一次生成全部";
pub const MAKE_ALL_HINT: &str =
    "给每个单位生成一条链接，一次复制；也可以各存一个文件。生成后即记为「已发」。";
pub const ALL_FILES: &str = "各存一个文件";
pub const ALL_FILES_HINT: &str = "浏览器如果问是否允许下载多个文件，请选“允许”。";
pub const ALL_LINKS: &str = "各单位的填报链接";
pub const COPY_ALL: &str = "复制全部链接";
pub const ALL_COPIED: &str = "全部已复制，可以粘贴发出。";
pub const SEE_ROWS: &str = "在打分表里看这个单位的指标";
pub const DETAILS: &str = "本单位明细";
pub const ROWS_HINT: &str = "点单位名称，打开只有这个单位指标的打分表。";

/// 未发, 已发 2022-07-01, 已回 2022-07-12（2022-07-01 发）.
pub fn status_text(sending: &Sending) -> String {
    match (&sending.sent, &sending.returned) {
        (None, None) => UNSENT.to_owned(),
        (Some(sent), None) => format!("{SENT} {sent}"),
        (None, Some(back)) => format!("{BACK} {back}"),
        (Some(sent), Some(back)) => format!("{BACK} {back}（{sent} 发）"),
    }
}

/// How many units' slices are out, back, and not sent.
pub fn tally_text(all: &[Sending]) -> String {
    let count = |name: &str| all.iter().filter(|one| one.name() == name).count();
    let (unsent, sent, back) = (count("unsent"), count("sent"), count("returned"));
    format!("共 {} 个单位：{UNSENT} {unsent}，{SENT} {sent}，{BACK} {back}。", all.len())
}

/// What a unit is asked: 「9 项，最早一项 2022-07-20 到期」.
pub fn asked_text(count: usize, deadline: Option<&str>) -> String {
    match deadline {
        Some(day) => format!("{count} 项，最早一项 {day} 到期"),
        None => format!("{count} 项"),
    }
}

/// A unit's slice as a message: whose, what, until when, and the link.
pub fn message(part: &Form, address: &str) -> String {
    let Some(slice) = &part.slice else { return address.to_owned() };
    let name = page::form_name("", part);
    let asked = asked_text(slice.indicators.len(), slice.deadline.as_deref());
    format!("{}：请填报{name}自评表，{asked}。\n{address}", part.unit(&slice.unit))
}

/// How many links there are, and whose could not be made.
pub fn made_text(made: usize, failed: &[&str]) -> String {
    let made = format!("已生成 {made} 个单位的链接。");
    match failed {
        [] => made,
        units => {
            format!("{made}{}的内容超过 {MOST_CHARACTERS} 个字符，请用文件发送。", units.join("、"))
        }
    }
}

/// What a unit's button does.
pub fn make_for(unit: &str) -> String {
    format!("{MAKE}：{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_has_its_day() {
        let day = |day: &str| Some(day.to_owned());
        let mut sending = Sending::default();
        assert_eq!(status_text(&sending), "未发");
        sending.sent = day("2022-07-01");
        assert_eq!(status_text(&sending), "已发 2022-07-01");
        sending.returned = day("2022-07-12");
        assert_eq!(status_text(&sending), "已回 2022-07-12（2022-07-01 发）");
    }
}
