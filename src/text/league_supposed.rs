//! The own scenarios in the league, in words.

use super::league_page as words;
use super::league_parts::signed;
use super::league_table::{points, rank, ranks};
use super::table::Table;
use crate::league::{Distance, League, MemberRank, Recognised, Supposed};
use crate::score::Range;
use rust_decimal::Decimal;

pub const TITLE: &str = "本县各情景的名次（假设）";
pub const NOW: &str = "现在（基准）";
pub const NONE: &str = "还没有情景。可以在「情景」页新建，再回来看名次。";
pub const TO_SCENARIOS: &str = "去情景页";
pub const TRYING: &str = "正在试排";
pub const TRY: &str = "按最省的做法试排";
pub const PLAN_NAME: &str = "最省的做法";
pub const MOVES: &str = "参考值取自本组：情景改动本县数值时，参考值和各县的分都随之重算。";
pub const OTHER_REFERENCES: &str = "提分页按本县自己的参考值找做法；试排时再按本组的参考值重算。";

/// The button that hands the target to the plan.
pub fn reach(recognised: usize) -> String {
    format!("达到第 {recognised} 名")
}

/// What the own county needs for a recognised place.
pub fn needs(target: Option<Decimal>, now: Range, recognised: usize) -> String {
    match target {
        None => format!("本县已在前 {recognised} 名内。"),
        Some(target) => format!(
            "要进前 {recognised} 名，总分要到 {}，还差 {}。",
            points(target),
            points(target - now.points())
        ),
    }
}

/// Where the cheapest plan leads, scored again in the league.
pub fn tried(
    steps: usize,
    is_reached: bool,
    target: Decimal,
    there: &Supposed,
    recognised: usize,
) -> String {
    let place = super::league::place(there.place);
    let total = points(there.total.points());
    if !is_reached {
        return format!(
            "按提分页的设置到不了 {} 分；能做的都做，{total} 分，{place}。",
            points(target)
        );
    }
    let end = match there.distance.map(|distance| distance.recognised) {
        Some(Recognised::Short { by }) => {
            format!("参考值和别县的分随之变动后，离第 {recognised} 名还差 {}。", points(by))
        }
        _ => format!("在前 {recognised} 名内。"),
    };
    format!("{PLAN_NAME}：{steps} 步，{total} 分，{place}，{end}")
}

/// The scenarios by their order, the baseline first.
pub fn table(
    league: &League,
    now: (Range, Option<MemberRank>, Option<Distance>),
    all: &[Supposed],
) -> Table {
    let last = format!("距第 {} 名", league.recognised);
    let head = ["情景", "总分", "与现在比", "名次", "可能名次", &last];
    let mut out = Table::new(words::title(league, TITLE), &head);
    let row = |name: &str, total: Range, place, distance: Option<Distance>| {
        let apart = match distance.map(|one| one.recognised) {
            Some(Recognised::Short { by }) => signed(-by),
            Some(Recognised::Within { ahead: Some(ahead) }) => signed(ahead),
            _ => "—".into(),
        };
        let change = signed(total.points() - now.0.points());
        vec![name.to_owned(), points(total.points()), change, rank(place), ranks(place), apart]
    };
    out.push_band(row(NOW, now.0, now.1, now.2));
    out.rows.extend(all.iter().map(|one| row(&one.name, one.total, one.place, one.distance)));
    out
}
