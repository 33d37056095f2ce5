//! The own place in each indicator, in words and tables.

use super::league_page as words;
use super::league_table::points;
use super::table::Table;
use crate::league::{League, LeaguePart, Strip, Strips};
use crate::rulebook::{IndicatorId, Rulebook};
use rust_decimal::Decimal;

pub const AGAINST: &str = "跟谁比";
pub const MEDIAN: &str = "各县中位数";
pub const PART: &str = "指标";
pub const WEAK: &str = "比它少的";
pub const STRONG: &str = "比它多的";
pub const NONE: &str = "没有。";
pub const PLOT: &str = "各县分布";
pub const LEGEND: &str =
    "图例：细线从最低到最高，方框是中间一半的县，竖线是中位数，◆ 是本县。横轴从 0 分到该项满分。";
pub const TITLE: &str = "本县在各项的位置";
pub const LOST: &str = "本县各项差距";

/// The last recognised place as something to compare with.
pub fn last(recognised: usize) -> String {
    format!("第 {recognised} 名")
}

/// Number and title of an indicator.
pub fn indicator(rulebook: &Rulebook, id: IndicatorId) -> String {
    format!("{} {}", rulebook[id].id, rulebook[id].title)
}

/// The name of a part.
pub fn part_name(rulebook: &Rulebook, part: LeaguePart) -> String {
    let title = match part {
        LeaguePart::Total => Some(TOTAL),
        LeaguePart::Dimension(at) => rulebook.dimensions.get(at).map(|one| one.title),
        LeaguePart::Group(at) => rulebook.groups.get(at).map(|one| one.title),
        LeaguePart::Indicator(id) => return indicator(rulebook, id),
    };
    title.unwrap_or_default().to_owned()
}

/// A difference with its sign.
pub fn signed(value: Decimal) -> String {
    match value {
        value if !value.is_zero() && points(value.abs()) == "0" => "≈0".into(),
        value if value > Decimal::ZERO => format!("+{}", points(value)),
        value if value < Decimal::ZERO => format!("−{}", points(-value)),
        _ => points(value),
    }
}

/// The figures of a strip, in the order of [`head`].
pub fn cells(strip: &Strip) -> [String; 8] {
    let Strip { best, upper, median, lower, worst, last, mine, rank } = strip;
    let [mine, best, upper, median, lower, worst, last] =
        [mine, best, upper, median, lower, worst, last].map(|value| points(*value));
    [mine, rank.to_string(), best, upper, median, lower, worst, last]
}

/// The names of the columns of [`cells`].
pub fn head(recognised: usize) -> [String; 8] {
    let plain = ["本县", "本项名次", "最高", "上四分位", "中位数", "下四分位", "最低"];
    let [a, b, c, d, e, f, g] = plain.map(str::to_owned);
    [a, b, c, d, e, f, g, last(recognised)]
}

/// The strips of all parts, each below what it is of, as a table.
pub fn table(league: &League, strips: &Strips) -> Table {
    let rulebook = league.edition.0;
    let mut out = Table::new(words::title(league, TITLE), &[PART]);
    out.head.extend(head(league.recognised));
    for part in LeaguePart::all(rulebook) {
        let Some(strip) = strips.of(part) else { continue };
        let mut row = vec![part_name(rulebook, part)];
        row.extend(cells(strip));
        match part {
            LeaguePart::Indicator(_) => out.rows.push(row),
            _ => out.push_band(row),
        }
    }
    out
}

pub const TOTAL: &str = "总分";

/// What is lost to the median or to the last recognised place, as a table.
pub fn losses(league: &League, against: &str, all: &[(IndicatorId, Decimal)]) -> Table {
    let rulebook = league.edition.0;
    let title = format!("{}（比{against}）", words::title(league, LOST));
    let mut out = Table::new(title, &[PART, "差"]);
    let row = |(id, lost): &(IndicatorId, Decimal)| vec![indicator(rulebook, *id), signed(-*lost)];
    out.rows.extend(all.iter().filter(|(_, lost)| !lost.is_zero()).map(row));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_have_a_sign() {
        let signed = |text: &str| signed(text.parse().unwrap());
        assert_eq!(signed("1.5"), "+1.5");
        assert_eq!(signed("-0.125"), "−0.13");
        assert_eq!(signed("0"), "0");
        assert_eq!((signed("0.001"), signed("-0.004")), ("≈0".into(), "≈0".into()));
    }
}
