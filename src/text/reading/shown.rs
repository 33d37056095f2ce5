//! What the view of readings, the pane, the bar and the overview say.

use super::{PLACES, READING, apart, difference, option_label, title};
use crate::form::{Case, Form};
use crate::rulebook::Rulebook;
use crate::score::{Asked, OptionWorth, ReadingWorth, Worth, shown};
use crate::text::page;

/// The heading of the list of all readings.
pub const EACH: &str = "逐条选定";
pub const EACH_HINT: &str =
    "选一种读法，全部得分随即按它重算，可以撤销；报告、链接和导出都会注明。";
/// The bar of all readings together.
pub const TOGETHER: &str = "全部口径合在一起";
pub const AS_TABLE: &str = "以表格查看、带走";
pub const REQUEST_HINT: &str = "请示按基准的数据写，列出现在影响得分的各条。";
/// Names the box that shows the request.
pub const REQUEST_TEXT: &str = "请示全文";
pub const ALL_READINGS: &str = "全部口径和各值多少分 ›";
pub const NOT_FOR_TASKS: &str = "任务清单不计分，没有可选的口径。";

/// What an option gives beside its label: 「+1」, 「不变」, or that it is chosen.
pub fn given(one: &ReadingWorth, option: usize) -> String {
    let points = |at: usize| one.options.get(at).map(|option: &OptionWorth| option.points);
    match (points(option), points(one.chosen)) {
        _ if option == one.chosen => super::CHOSEN.to_owned(),
        (Some(points), Some(now)) => difference(points, now),
        _ => String::new(),
    }
}

/// A question in parts, each with whether it quotes the document.
pub fn quoted(question: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut rest = question;
    while let Some((before, after)) = rest.split_once('“') {
        let Some((inside, after)) = after.split_once('”') else { break };
        parts.push((false, before));
        parts.push((true, inside));
        rest = after;
    }
    parts.push((false, rest));
    parts.retain(|(_, text)| !text.is_empty());
    parts
}

/// The lowest and the highest total: 「73.55–76.55」.
pub fn ends_text(lowest: rust_decimal::Decimal, highest: rust_decimal::Decimal) -> String {
    format!("{}–{}", shown(lowest, PLACES), shown(highest, PLACES))
}

/// How far the options are apart: 「相差 3」.
pub fn spread_text(spread: rust_decimal::Decimal) -> String {
    format!("相差 {}", apart(spread))
}

/// The band for a narrow place, without the total; none where all is the same.
pub fn band(worth: &Worth) -> Option<String> {
    let differs = worth.lowest != worth.highest;
    differs.then(|| format!("{READING}区间 {}", ends_text(worth.lowest, worth.highest)))
}

/// The total and its band as a sentence.
pub fn band_sentence(worth: &Worth) -> String {
    let points = shown(worth.points, PLACES);
    if worth.lowest == worth.highest {
        return format!("现在 {points} 分。{}", super::NOTHING_OPEN);
    }
    let (lowest, highest) = (shown(worth.lowest, PLACES), shown(worth.highest, PLACES));
    format!("现在 {points} 分；各种读法合在一起，最低 {lowest} 分，最高 {highest} 分。")
}

/// The readings whose options all give the same, in one line; none where there
/// are none.
pub fn same_text(rulebook: &Rulebook, worth: &Worth) -> Option<String> {
    let same = worth.readings.iter().filter(|one| one.spread().is_zero());
    let titles: Vec<&str> = same.map(|one| title(rulebook, one.asked)).collect();
    (!titles.is_empty()).then(|| format!("现在不影响得分的：{}。", titles.join("、")))
}

/// The name of a reading in the page, for tests and links: its id, or `base`.
pub fn id(rulebook: &Rulebook, asked: Asked) -> &'static str {
    match asked {
        Asked::Base => "base",
        Asked::Reading(id) => rulebook[id].id,
    }
}

/// The name of an option in the page: its id, or the base.
pub fn option_id(rulebook: &Rulebook, asked: Asked, option: usize) -> String {
    match asked {
        Asked::Base => rulebook.bases.get(option).map(ToString::to_string).unwrap_or_default(),
        Asked::Reading(id) => {
            rulebook[id].options.get(option).map(|one| one.id.to_owned()).unwrap_or_default()
        }
    }
}

/// Whether question and options are too long to stand open beside fields.
pub fn is_long(rulebook: &Rulebook, asked: &[Asked]) -> bool {
    const LONG: usize = 170;
    let of = |one: &Asked| {
        let options = 0..super::options(rulebook, *one);
        let labels = options.map(|at| option_label(rulebook, *one, at).chars().count());
        super::question(rulebook, *one).chars().count() + labels.sum::<usize>()
    };
    asked.iter().map(of).sum::<usize>() > LONG
}

/// What stands at the end of the folded line: the titles, or how many there are.
pub fn status(rulebook: &Rulebook, asked: &[Asked], case: &Case) -> String {
    let is_other = |one: &&Asked| match one {
        Asked::Base => case.base(rulebook) != Case::default().base(rulebook),
        Asked::Reading(id) => case.readings.get(*id) != 0,
    };
    let others = asked.iter().filter(is_other).count();
    let what = match asked {
        [one] => title(rulebook, *one).to_owned(),
        all => format!("{} 条", all.len()),
    };
    match others {
        0 => what,
        _ => format!("{what}，{}", super::OTHER),
    }
}

/// The file name of a request to the province.
pub fn request_name(form: &Form, date: &str) -> String {
    let name = page::form_name("", form);
    format!("{} {date}.txt", page::file_part(&format!("{name} 计分口径请示")))
}
