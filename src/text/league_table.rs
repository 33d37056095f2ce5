//! The tables of a league.

use super::league::{self, ADJUSTED, POINTS_ALONE};
use super::league_page as words;
use super::table::Table;
use crate::league::{
    self as leagues, Distance, League, MemberRank, MemberScore, Recognised, Supplied,
};
use crate::rulebook::{Kind, Rulebook};
use crate::score::shown;
use rust_decimal::Decimal;

/// The title of the ranking.
const RANKING: &str = "各县排名";

/// The title of checklists beside each other.
const PROGRESS: &str = "各市进度";

/// Points as they stand in a column, with the decimals of points everywhere.
pub fn points(value: Decimal) -> String {
    shown(value, 2)
}

/// The rank in a cell.
pub fn rank(place: Option<MemberRank>) -> String {
    place.map_or_else(|| "—".into(), |place| place.rank.to_string())
}

/// The ranks that are still possible in a cell.
pub fn ranks(place: Option<MemberRank>) -> String {
    match place {
        None => "—".into(),
        Some(MemberRank { best, worst, .. }) if best == worst => best.to_string(),
        Some(MemberRank { best, worst, .. }) => format!("{best}–{worst}"),
    }
}

fn to_next(distance: &Distance) -> String {
    distance.next.map_or_else(|| "—".into(), |next| format!("−{}", points(next)))
}

fn to_recognised(distance: &Distance) -> String {
    match distance.recognised {
        Recognised::Short { by } => format!("−{}", points(by)),
        Recognised::Within { ahead: Some(ahead) } => format!("+{}", points(ahead)),
        Recognised::Within { ahead: None } => "—".into(),
    }
}

/// What the column of the distance to a recognised place is called.
fn to_recognised_head(recognised: usize) -> String {
    format!("距第 {recognised} 名")
}

/// The title of the ranking, with what holds for all.
pub fn ranking_title(league: &League) -> String {
    let what = if league.edition.kind == Kind::Points { RANKING } else { PROGRESS };
    let count = words::count(league.edition.kind, league.members.len());
    format!("{}（{count}）", words::title(league, what))
}

/// A remark on a member: whose it is, adjustments, points alone, a veto.
fn remark(rulebook: &Rulebook, league: &League, at: usize, line: &MemberScore) -> String {
    let mut all: Vec<String> = Vec::new();
    if line.vetoed {
        all.push(league::VETOED.into());
    }
    if !line.adjusted.is_empty() {
        let numbers: Vec<&str> = line.adjusted.iter().map(|id| rulebook[*id].id).collect();
        all.push(format!("{ADJUSTED}（第 {} 项）", numbers.join("、")));
    }
    if matches!(league.members.get(at).map(|member| &member.held), Some(Supplied::Points(_))) {
        all.push(POINTS_ALONE.into());
    }
    all.join("；")
}

/// The ranking: a row a member, by rank, the vetoed last. Returned beside it are
/// the members of the rows. The own row is a band.
pub fn ranking(league: &League, table: &leagues::LeagueTable) -> (Table, Vec<usize>) {
    let rulebook = league.edition.0;
    let recognised = to_recognised_head(league.recognised);
    let mut head: Vec<&str> = vec!["名次", "县（市、区）", "得分", "最多可得", "可能名次"];
    head.extend(["距前一名", &recognised]);
    head.extend(rulebook.dimensions.iter().map(|dimension| dimension.title));
    head.push("说明");
    let mut out = Table::new(ranking_title(league), &head);
    let distances = leagues::distances(&leagues::entries(&table.lines), league.recognised);
    let order = table.order();
    for at in &order {
        let Some(line) = table.lines.get(*at) else { continue };
        let place = table.places.get(*at).copied().flatten();
        let distance = distances.get(*at).copied().flatten();
        let apart =
            |text: fn(&Distance) -> String| distance.as_ref().map_or_else(|| "—".to_owned(), text);
        let mut row = vec![
            rank(place),
            words::county(league, *at),
            points(line.total.points()),
            points(line.total.high),
            ranks(place),
            apart(to_next),
            apart(to_recognised),
        ];
        let dimensions = line.dimensions(rulebook);
        row.extend(dimensions.iter().map(|part| points(part.range.points())));
        row.push(remark(rulebook, league, *at, line));
        match league.own == Some(*at) {
            true => out.push_band(row),
            false => out.rows.push(row),
        }
    }
    (out, order)
}

/// Checklists beside each other, by the share that is met. Returned beside it are
/// the members of the rows.
pub fn checked(league: &League, table: &leagues::LeagueTable) -> (Table, Vec<usize>) {
    let head =
        ["顺序", "城市", "已达到要求", "适用任务", "比例", "进行中", "未开始", "不适用", "说明"];
    let mut out = Table::new(ranking_title(league), &head);
    let all = leagues::by_met(league.edition.0, table);
    for (place, (at, tasks)) in (1..).zip(&all) {
        let share = Decimal::from(tasks.met * 100).checked_div(Decimal::from(tasks.applicable()));
        let Some(line) = table.lines.get(*at) else { continue };
        let row = vec![
            place.to_string(),
            words::county(league, *at),
            tasks.met.to_string(),
            tasks.applicable().to_string(),
            share.map_or_else(|| "—".into(), |share| format!("{}%", shown(share, 1))),
            tasks.in_progress.to_string(),
            tasks.not_started.to_string(),
            tasks.not_applicable.to_string(),
            remark(league.edition.0, league, *at, line),
        ];
        match league.own == Some(*at) {
            true => out.push_band(row),
            false => out.rows.push(row),
        }
    }
    (out, all.into_iter().map(|(at, _)| at).collect())
}
