//! The league in words.

use super::form_problem::form_problem;
use crate::league::{
    Band, Chance, Distance, FILE_BYTES, FORMAT, LeagueProblem, LeftOut, MemberRank, Recognised,
    VERSION,
};
use crate::score::shown;

pub const LEAGUE: &str = "排名";
pub const VETOED: &str = "一票否决，不排名";
pub const ADJUSTED: &str = "有自评调整";
pub const POINTS_ALONE: &str = "只有得分，口径改变时得分不变";
/// How the band of ranks comes about.
pub const BAND_NOTE: &str = "把全部口径选项和基础分的每一种组合都算到，不是抽样。";
/// How the quarter points come about.
pub const QUARTER_NOTE: &str = "四分位数落在两县之间时按距离折算。";

/// Why a form is left out of a league.
pub fn left_out(reason: &LeftOut) -> String {
    match reason {
        LeftOut::NoPoints => "任务清单不计分，不参加排名。".into(),
        LeftOut::OtherEdition { form, league } => {
            format!("指标体系是「{form}」，与本县的「{league}」不同，不参加排名。")
        }
    }
}

/// Why a league file is refused.
pub fn league_problem(problem: &LeagueProblem) -> String {
    match problem {
        LeagueProblem::TooLarge { bytes } => {
            format!("文件有 {bytes} 字节，超过上限 {FILE_BYTES} 字节。")
        }
        LeagueProblem::NoLeague => {
            format!("这不是本工具的排名文件（缺少 \"format\": \"{FORMAT}\"）。")
        }
        LeagueProblem::Newer { version } => format!(
            "文件由更新版本的工具保存（文件版本 {version}，本工具能读到版本 {VERSION}），请先更新工具。"
        ),
        LeagueProblem::File(problem) => form_problem(problem),
        LeagueProblem::County { place, problem } => {
            format!("第 {place} 个县：{}", form_problem(problem))
        }
        LeagueProblem::OtherEdition { place, form, league } => {
            format!("第 {place} 个县的指标体系是「{form}」，与文件的「{league}」不同。")
        }
    }
}

/// The alias of the county at a place of the ranking, from 0: 甲县, 乙县, …
pub fn alias(place: usize) -> String {
    const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    match STEMS.get(place) {
        Some(stem) => format!("{stem}县"),
        None => format!("{} 号县", place + 1),
    }
}

/// A rank, and the ranks that are still possible.
pub fn place(place: Option<MemberRank>) -> String {
    match place {
        None => VETOED.into(),
        Some(MemberRank { rank, best, worst }) if best == worst => format!("第 {rank} 名"),
        Some(MemberRank { rank, best, worst }) => {
            format!("第 {rank} 名（可能第 {best} 至 {worst} 名）")
        }
    }
}

/// How far a county is from the next rank and from the last recognised place.
pub fn distance(distance: &Distance, recognised: usize) -> String {
    let next = match distance.next {
        Some(points) => format!("距前一名 {} 分", shown(points, 2)),
        None => "没有县在前面".into(),
    };
    let last = match distance.recognised {
        Recognised::Short { by } => format!("距第 {recognised} 名 {} 分", shown(by, 2)),
        Recognised::Within { ahead: Some(ahead) } => {
            format!("在前 {recognised} 名内，领先榜外第一县 {} 分", shown(ahead, 2))
        }
        Recognised::Within { ahead: None } => format!("在前 {recognised} 名内"),
    };
    format!("{next}，{last}。")
}

/// The ranks under all readings.
pub fn band(band: &Band) -> String {
    if band.best == band.worst {
        return format!("不论怎样选口径，都是第 {} 名。", band.best);
    }
    format!("口径不同，名次在第 {} 至 {} 名之间。", band.best, band.worst)
}

/// How often a county is among the first.
pub fn chance(chance: &Chance, recognised: usize) -> String {
    format!("随机填 {} 次，有 {} 次进入前 {recognised} 名。", chance.times, chance.within)
}
