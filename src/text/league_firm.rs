//! How firm a rank is, in words.

use super::reading;
use crate::league::{Band, Chance, League, MemberRank, Terms};
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

/// How often a county is among the first, with the seed of the draws.
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
pub fn band(league: &League, band: &Band, now: Option<MemberRank>) -> Vec<(String, String)> {
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
