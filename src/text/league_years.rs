//! The own county over several years, in words and tables.

use super::league_page as words;
use super::league_parts::{indicator, part_name, signed};
use super::league_table::points;
use super::table::Table;
use crate::league::{League, LeaguePart, Year, changes};
use crate::rulebook::Rulebook;
use rust_decimal::Decimal;

pub const HINT: &str =
    "同一县各年的表都按现在的口径和基础分计算。往年的表可从文件或「我的表」加入。";
pub const ONE: &str = "只有一年的表。把本县往年的表加进来，就能看到每项的得失。";
pub const TITLE: &str = "本县历年得分";
pub const TREND: &str = "走势";
pub const WHAT: &str = "看哪一项";
/// The indentation before the names of groups and of indicators in a list.
pub const BELOW: &str = "　";
pub const BELOW_GROUP: &str = "　　";
pub const CHANGE: &str = "比上一年";
pub const GAINED: &str = "比上一年多的";
pub const LOST: &str = "比上一年少的";

/// A year in a heading, below a line.
pub fn year(year: u16) -> String {
    format!("{year} 年")
}

/// The points of a part by year.
pub fn values(rulebook: &Rulebook, all: &[Year], part: LeaguePart) -> Vec<(u16, Decimal)> {
    all.iter().map(|one| (one.year, one.line.part(rulebook, part).points())).collect()
}

/// A line in words: each year with its points.
pub fn said(name: &str, values: &[(u16, Decimal)]) -> String {
    let each = values.iter().map(|(at, value)| format!("{} {} 分", year(*at), points(*value)));
    format!("{name}：{}", each.collect::<Vec<_>>().join("，"))
}

/// The last year beside the one before, and beside the first where that is another.
pub fn change(values: &[(u16, Decimal)]) -> String {
    let [first, .., (before, had), (_, has)] = values else {
        return match values {
            [(before, had), (_, has)] => since(*before, *has - *had),
            _ => String::new(),
        };
    };
    format!("{}，{}", since(*before, *has - *had), since(first.0, *has - first.1))
}

fn since(before: u16, change: Decimal) -> String {
    format!("比 {before} 年 {}", signed(change))
}

/// The years side by side: the whole, the dimensions, the groups, each indicator.
pub fn table(league: &League, all: &[Year]) -> Table {
    let rulebook = league.edition.0;
    let title = format!("{}：{TITLE}", words::county(league, 0));
    let mut out = Table::new(title, &[super::league_parts::PART]);
    out.head.extend(all.iter().map(|one| year(one.year)));
    out.head.push(CHANGE.into());
    for part in LeaguePart::all(rulebook) {
        let values = values(rulebook, all, part);
        let change = match values.as_slice() {
            [.., (_, before), (_, after)] => signed(*after - *before),
            _ => "—".into(),
        };
        let mut row = vec![part_name(rulebook, part)];
        row.extend(values.into_iter().map(|(_, value)| points(value)));
        row.push(change);
        match part {
            LeaguePart::Indicator(_) => out.rows.push(row),
            _ => out.push_band(row),
        }
    }
    out
}

/// What changed since the year before, in words, with their sum: what was gained,
/// then what was lost.
pub fn changed(league: &League, all: &[Year]) -> [(String, Vec<String>); 2] {
    let rulebook = league.edition.0;
    let (mut gained, mut lost) = (Vec::new(), Vec::new());
    if let [.., before, after] = all {
        let all = changes(&before.line, &after.line);
        (gained, lost) = all.into_iter().partition(|(_, change)| change.is_sign_positive());
        lost.reverse();
    }
    [(GAINED, gained), (LOST, lost)].map(|(title, all)| {
        let sum: Decimal = all.iter().map(|(_, change)| *change).sum();
        let line = |(id, change): &(_, Decimal)| {
            format!("{} {}", indicator(rulebook, *id), signed(*change))
        };
        (format!("{title} {}", signed(sum)), all.iter().map(line).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_year_stands_beside_the_one_before_and_the_first() {
        let of = |all: &[(u16, i64)]| {
            change(&all.iter().map(|(year, value)| (*year, (*value).into())).collect::<Vec<_>>())
        };
        assert_eq!(of(&[(2022, 7)]), "");
        assert_eq!(of(&[(2021, 9), (2022, 7)]), "比 2021 年 −2");
        assert_eq!(of(&[(2019, 4), (2021, 9), (2022, 7)]), "比 2021 年 −2，比 2019 年 +3");
    }
}
