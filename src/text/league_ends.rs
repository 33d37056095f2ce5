//! References from the league, in words and tables.

use super::league_page as words;
use super::league_parts::signed;
use super::league_table::{points, rank};
use super::table::Table;
use crate::league::{League, MemberRank, TakenEnds, Without};
use crate::rulebook::{IndicatorId, MetricId, Rulebook};
use crate::score::{Ends, Range, shown};
use rust_decimal::Decimal;

pub const HINT: &str = "取各县每项数值的最差值作不允许值，最好值作满意值。只有一个数值或各县都相同的项不取，仍用原来的。";
/// Stands before the ends: they are an assumption of ours.
pub const ASSUMED: &str =
    "文件没有说参考值从哪些县取；这里只在本组的县里取，与认定机关实际用的可能不同。";
pub const FOR_ALL: &str = "排名时各县都按本组的参考值算";
pub const APPLY: &str = "采用为本县的参考值";
pub const APPLY_HINT: &str = "写进本县的表，来源记在各项备注里；可以撤销。";
pub const NOTHING: &str = "本组里还没有哪一项有两个不同的数值，取不出参考值。";
pub const READ_ONLY: &str = "正在看收到的表，不能改本县的表。";
pub const TABLE: &str = "本组的参考值";
pub const WITHOUT: &str = "少了哪个县会变";
pub const WITHOUT_HINT: &str =
    "只列独自占着一端的县：假如不从它取参考值，本县得几分、排第几。它仍参加排名。";
pub const WITHOUT_GO: &str = "逐县算一遍";
pub const WITHOUT_NONE: &str = "没有哪个县独自占着一端：少了谁都不变。";
pub const TRYING: &str = "正在逐县试算";
/// The beginning of the line that notes where references come from.
pub const SOURCE: &str = "参考值取自排名";
/// How many holders of an end are named.
const NAMED: usize = 2;

/// A metric's value with its unit, short.
pub fn value(rulebook: &Rulebook, metric: MetricId, value: Decimal) -> String {
    // Two decimals would show a small share as 0.
    let places = if value.abs() < Decimal::ONE { 4 } else { 2 };
    let (number, unit) = (shown(value, places), rulebook[metric].unit);
    match unit {
        "" => number,
        "%" => format!("{number}%"),
        _ => format!("{number} {unit}"),
    }
}

/// The members whose value an end is.
fn holders(league: &League, all: &[usize]) -> String {
    let names: Vec<String> = all.iter().take(NAMED).map(|at| words::county(league, *at)).collect();
    let names = names.join("、");
    if all.len() > NAMED { format!("{names}等 {} 县", all.len()) } else { names }
}

/// The indicator that a metric belongs to.
pub fn indicator(rulebook: &Rulebook, metric: MetricId) -> Option<IndicatorId> {
    rulebook.indicator_ids().find(|id| rulebook[*id].metrics.contains(&metric))
}

/// Number of the indicator and label of the metric.
fn name(rulebook: &Rulebook, metric: MetricId) -> String {
    let number = indicator(rulebook, metric).map_or("", |id| rulebook[id].id);
    format!("{number} {}", rulebook[metric].label)
}

/// The ends and whose values they are, beside the own value and the reference that holds
/// now.
pub fn table(
    league: &League,
    taken: &[TakenEnds],
    own: &dyn Fn(MetricId) -> Option<Decimal>,
    now: &dyn Fn(MetricId) -> Ends,
) -> Table {
    let rulebook = league.edition.0;
    let head = ["指标", "本县数值", "不允许值", "取自", "满意值", "取自", "本县现在用的"];
    let mut out = Table::new(words::title(league, TABLE), &head);
    for one in taken {
        let metric = one.metric;
        let value = |figure: Decimal| value(rulebook, metric, figure);
        let or = |figure: Option<Decimal>| figure.map_or_else(|| "未填".to_owned(), value);
        let ends = now(metric);
        let (low, high) = (ends.unacceptable.value(), ends.satisfactory.value());
        out.rows.push(vec![
            name(rulebook, metric),
            or(own(metric)),
            value(one.unacceptable),
            holders(league, &one.worst),
            value(one.satisfactory),
            holders(league, &one.best),
            format!("{} ～ {}", or(low), or(high)),
        ]);
    }
    out
}

/// What the own total and rank become.
pub fn becomes(
    now: (Range, Option<MemberRank>),
    then: (Range, Option<MemberRank>),
    number: usize,
) -> String {
    let change = signed(then.0.points() - now.0.points());
    let (before, after) = (points(now.0.points()), points(then.0.points()));
    format!(
        "能取出 {number} 项。本县总分 {before} → {after}（{change}）；各县都这样算，名次 {} → {}。",
        rank(now.1),
        rank(then.1)
    )
}

/// What leaving out each county would change.
pub fn without(league: &League, total: Decimal, all: &[Without]) -> Table {
    let rulebook = league.edition.0;
    let head = ["不取哪个县", "它独占的项", "本县总分", "变化", "本县名次"];
    let mut out = Table::new(words::title(league, WITHOUT), &head);
    for one in all {
        let names: Vec<String> = one.metrics.iter().map(|id| name(rulebook, *id)).collect();
        out.rows.push(vec![
            words::county(league, one.member),
            names.join("、"),
            points(one.total.points()),
            signed(one.total.points() - total),
            rank(one.place),
        ]);
    }
    out
}

/// The line that notes where the references of each indicator come from.
pub fn sources(league: &League, taken: &[TakenEnds], day: &str) -> Vec<(IndicatorId, String)> {
    let rulebook = league.edition.0;
    let mut all: Vec<(IndicatorId, String)> = Vec::new();
    for one in taken {
        let Some(id) = indicator(rulebook, one.metric) else { continue };
        let end = |figure: Decimal, of: &[usize]| {
            format!("{}（{}）", value(rulebook, one.metric, figure), holders(league, of))
        };
        let (worst, best) = (end(one.unacceptable, &one.worst), end(one.satisfactory, &one.best));
        let text = format!("{}：不允许值 {worst}，满意值 {best}", rulebook[one.metric].label);
        match all.iter_mut().find(|(other, _)| *other == id) {
            Some((_, line)) => line.push_str(&format!("；{text}")),
            None => {
                let of = words::count(rulebook.kind, league.members.len());
                let league = words::name(league);
                all.push((id, format!("{SOURCE}「{league}」（{of}，{day}）：{text}")));
            }
        }
    }
    all
}

/// The references were taken.
pub fn applied(number: usize) -> String {
    format!("已采用 {number} 项参考值，来源记在各项备注里。按 Ctrl+Z 或「撤销」可恢复。")
}
