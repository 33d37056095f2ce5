//! How firm a rank is, in words.

use super::league_page as words;
use super::league_parts::indicator;
use super::reading;
use super::table::Table;
use crate::league::{Band, Chance, League, Line, Place, Terms, Year, changes};
use crate::score::Asked;

pub const BAND: &str = "口径怎么选，名次会怎样";
pub const BAND_GO: &str = "把全部口径都算一遍";
pub const BAND_WORK: &str = "正在试各种口径";
pub const BEST_UNDER: &str = "名次最好时的口径";
pub const WORST_UNDER: &str = "名次最差时的口径";
pub const NOW: &str = "现在选的口径";
pub const USUAL: &str = "都按通常的口径";
pub const CHANCE: &str = "没填的随机填，进名额有多少次";
pub const CHANCE_GO: &str = "随机填一千次";
pub const CHANCE_WORK: &str = "正在随机填";
/// How the share of draws comes about; marked as an assumption beside it.
pub const CHANCE_NOTE: &str =
    "各县未定的得分在各自可能的得分里随机取，每种可能机会相同，随机种子固定。这不是预测。";
pub const VETOED: &str = "本县有一票否决情形，不排名。";

pub const YEARS_HINT: &str =
    "同一县各年的表都按现在的口径和基础分计算。往年的表可从文件或「我的表」加入。";
pub const YEARS_ONE: &str = "只有一年的表。把本县往年的表加进来，就能看到每项的得失。";
pub const YEARS_TITLE: &str = "本县历年得分";
pub const CHANGE: &str = "比上一年";
pub const GAINED: &str = "比上一年多的";
pub const LOST: &str = "比上一年少的";

/// The seed, said as such.
pub fn chance_text(chance: &Chance, recognised: usize, seed: u64) -> String {
    let said = super::league::chance(chance, recognised);
    let Chance { best, worst, .. } = chance;
    let ranks = match best == worst {
        true => format!("名次都是第 {best} 名。"),
        false => format!("名次在第 {best} 至 {worst} 名之间。"),
    };
    format!("{said}{ranks}（随机种子 {seed}，每次算都一样）")
}

/// What is chosen in some terms, where it is not the usual.
pub fn terms(league: &League, terms: &Terms) -> String {
    let rulebook = league.edition.0;
    let mut all = Vec::new();
    if rulebook.bases.first() != Some(&terms.base) {
        all.push(format!("{} {}", reading::title(rulebook, Asked::Base), terms.base.normalize()));
    }
    for (id, option) in terms.readings.iter() {
        let Some(option) = rulebook[id].options.get(usize::from(option)) else { continue };
        let title = reading::title(rulebook, Asked::Reading(id));
        all.push(format!("{title}：{}", option.label));
    }
    if all.is_empty() { USUAL.into() } else { all.join("；") }
}

/// The best and the worst rank, with the terms that give them; where the present
/// ones do, they are named.
pub fn band(league: &League, band: &Band, now: Option<Place>) -> Vec<(String, String)> {
    if band.best == band.worst {
        return Vec::new();
    }
    let line = |title: &str, rank: usize, under: &Terms| {
        let is_now = now.is_some_and(|now| now.rank == rank);
        let terms = if is_now { NOW.into() } else { terms(league, under) };
        (format!("{title}（第 {rank} 名）"), terms)
    };
    vec![
        line(BEST_UNDER, band.best, &band.best_under),
        line(WORST_UNDER, band.worst, &band.worst_under),
    ]
}

/// The years side by side: the total, the dimensions, each indicator.
pub fn years(league: &League, all: &[Year]) -> Table {
    use super::league_parts::{TOTAL, signed};
    use super::league_table::points;
    let rulebook = league.edition.0;
    let title = format!("{}：{YEARS_TITLE}", words::county(league, 0));
    let mut out = Table::new(title, &["指标"]);
    out.head.extend(all.iter().map(|one| format!("{} 年", one.year)));
    out.head.push(CHANGE.into());
    let row = |name: String, read: &dyn Fn(&Line) -> rust_decimal::Decimal| {
        let values: Vec<_> = all.iter().map(|one| read(&one.line)).collect();
        let change = match values.as_slice() {
            [.., before, after] => signed(*after - *before),
            _ => "—".into(),
        };
        let mut row = vec![name];
        row.extend(values.into_iter().map(points));
        row.push(change);
        row
    };
    out.push_band(row(TOTAL.into(), &|line| line.total.points()));
    for (at, dimension) in rulebook.dimensions.iter().enumerate() {
        let read = |line: &Line| {
            line.dimensions(rulebook).get(at).map(|part| part.range.points()).unwrap_or_default()
        };
        out.push_band(row(dimension.title.into(), &read));
    }
    for id in rulebook.indicator_ids() {
        let read = |line: &Line| {
            let range = line.indicators.get(usize::from(id.0));
            range.map(|range| range.points()).unwrap_or_default()
        };
        out.rows.push(row(indicator(rulebook, id), &read));
    }
    out
}

/// What changed since the year before, in words, gains first.
pub fn changed(league: &League, all: &[Year]) -> (Vec<String>, Vec<String>) {
    use super::league_parts::signed;
    let [.., before, after] = all else { return Default::default() };
    let rulebook = league.edition.0;
    let (mut gained, mut lost) = (Vec::new(), Vec::new());
    for (id, change) in changes(&before.line, &after.line) {
        let text = format!("{} {}", indicator(rulebook, id), signed(change));
        if change.is_sign_positive() { gained.push(text) } else { lost.insert(0, text) }
    }
    (gained, lost)
}
