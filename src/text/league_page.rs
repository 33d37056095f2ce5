//! The words of the league's view.

use super::kind;
use crate::league::{League, Member, WhyAside};
use crate::rulebook::Kind;
use crate::score::{Tally, is_blank, trimmed, upright};

pub const NAME: &str = "名称";
pub const UNNAMED: &str = "未命名的一组";
pub const NAME_HINT: &str = "如：2022年度申报县";
pub const MENU: &str = "更多 ▾";
pub const NEW: &str = "新建一组";
pub const DELETE: &str = "删除这一组";
pub const RECOGNISED: &str = "认定名额";
pub const PLACES: &str = "名";
pub const PLACES_FAULT: &str = "请填 1 到 999999 的整数，现在仍按原来的名额计算。";

pub const FROM_FILES: &str = "加入文件";
pub const FROM_SHELF: &str = "加入我的表";
pub const SHELF: &str = "我的表";
pub const PASTE: &str = "粘贴链接或消息";
pub const PASTE_HINT: &str = "可以一次粘贴多条消息，每条里有一个链接。";
pub const PASTED: &str = "粘贴的内容";
pub const ADD: &str = "加入";
pub const EMPTY_HINT: &str = "可以一次选多个文件（表的 .json 文件，或别人发来的 .league.json 排名文件），也可以把文件拖到本页。数据只留在这台电脑上。";
pub const FROM_SHOWN: &str = "加入正在看的表";
pub const WORKBOOK: &str = "工作簿里是单位填的内容，不是全县的表；请在「我的表」里合并后再加入。";
pub const OTHER_LEAGUE: &str = "这份排名的指标体系与本县的不同。";
pub const NOTHING_NEW: &str = "没有可加入的表。";

pub const STOP: &str = "停止";
pub const STOPPED: &str = "已停止。";
pub const READING: &str = "正在读取";
pub const SCORING: &str = "正在计分";
pub const SCORE: &str = "重新计分";

pub const SAVE: &str = "存为排名文件";
pub const SEND: &str = "发给别人";
pub const SEND_HINT: &str = "发出的文件不含备注、佐证、理由、荣誉名称等文字，得分不变。";
pub const ALIASES: &str = "县名用代号（甲县、乙县……）";
pub const OWN_NAMED: &str = "本县仍写县名";
pub const POINTS_ONLY: &str = "只给得分或状态，不给填报数据";
pub const SEND_SAVE: &str = "存为要发的文件";

pub const SECTIONS: &str = "看什么";
pub const RANKING: &str = "名次";
pub const PARTS: &str = "各项位置";
pub const ENDS: &str = "参考值";
pub const SUPPOSED: &str = "情景";
pub const FIRM: &str = "稳不稳";
pub const YEARS: &str = "历年";

pub const MEMBERS: &str = "名单";
pub const OWN_TAG: &str = "本县";
pub const RANKING_HINT: &str = "各县都按本县选的口径和基础分计算，同分同名次。“最多可得”“可能名次”把各县没填的内容都算到。双线以上在认定名额以内。距离：− 是还差几分，+ 是比名额外第一县多几分。";
pub const CHECKED_HINT: &str = "按已达到要求的任务占适用任务的比例排列。任务清单不计分，没有名次。";
pub const REMOVE: &str = "移出";
pub const OWN: &str = "本县，以打开的表为准";
pub const ASIDE: &str = "没有列入";
pub const PREFER: &str = "改用这份";
pub const FORGET: &str = "清掉读不了的";
pub const ASK: &str = "下面的县有两份表，请看要不要换：";
pub const SHOW_ALL: &str = "显示全部";

/// What a league is called.
pub fn name(league: &League) -> String {
    if is_blank(&league.name) { UNNAMED.into() } else { trimmed(&league.name).into() }
}

/// The title of a table of a league.
pub fn title(league: &League, what: &str) -> String {
    match is_blank(&league.name) {
        true => what.to_owned(),
        false => format!("{}：{what}", trimmed(&league.name)),
    }
}

/// What a member is called.
pub fn county(league: &League, at: usize) -> String {
    let name = league.members.get(at).map_or("", |member| member.name.as_str());
    match trimmed(name) {
        "" if league.own == Some(at) => "本表（未填名称）".into(),
        "" => format!("未填名称（第 {at} 份）"),
        name => upright(name).into_owned(),
    }
}

/// What stands aside: county and year.
pub fn aside_name(member: &Member) -> String {
    let county = match trimmed(&member.name) {
        "" => kind::words(Kind::Points).unnamed,
        name => &upright(name),
    };
    match member.form() {
        Some(form) => format!("{county} {} 年", form.year()),
        None => county.into(),
    }
}

/// Why something does not count.
pub fn why(why: &WhyAside) -> String {
    match why {
        WhyAside::LeftOut(reason) => super::league::left_out(reason),
        WhyAside::Unreadable(reason) => reason.clone(),
        WhyAside::Slice => "这是单位的分工表，不是全县的表；要合并请在「我的表」页打开。".into(),
        WhyAside::Own => "本县以打开的表为准；这份只用于历年比较。".into(),
        WhyAside::Older => "这个县已有更新的表。".into(),
        WhyAside::Same => "与已列入的一份内容相同。".into(),
        WhyAside::Doubtful => "这个县有两份表，分不出哪份新，先按另一份计。".into(),
        WhyAside::PointsAlone => "这个县已列入；这份只有得分。".into(),
    }
}

/// Which of two forms counts, while it is not known which is newer.
pub fn doubtful(counted: &str) -> String {
    format!("分不出哪份新，现在计的是「{counted}」。")
}

/// How many counties, or cities of a checklist, count.
pub fn count(kind: Kind, members: usize) -> String {
    match kind {
        Kind::Points => format!("共 {members} 县"),
        Kind::Checklist => format!("共 {members} 市"),
    }
}

/// What is to be done while the own form is alone.
pub fn empty(kind: Kind) -> &'static str {
    match kind {
        Kind::Points => "加入别县的表，就能看到本县排第几。",
        Kind::Checklist => "加入别市的表，就能比较各市的进度。",
    }
}

/// What a member has met of what applies.
pub fn met(name: &str, tasks: &Tally) -> String {
    format!("{name}：已达到要求 {} / {} 项", tasks.met, tasks.applicable())
}

/// How many stand aside.
pub fn aside_count(number: usize) -> String {
    format!("{ASIDE} {number} 份")
}

/// A pasted message, by its place.
pub fn pasted(number: usize) -> String {
    format!("{PASTED}（第 {number} 条）")
}

/// A kept league in the menu.
pub fn kept(name: &str, counties: usize) -> String {
    format!("{name}（{counties} 份表）")
}

/// Asks before a league is deleted.
pub fn sure_to_delete(name: &str) -> String {
    format!("删除「{name}」？别县的表会从这里清掉，「{SHELF}」里的表不动。")
}

/// How much of some work is done.
pub fn progress(what: &str, done: usize, of: usize) -> String {
    format!("{what} {done} / {of}")
}

/// What was taken in.
pub fn taken(counted: usize, aside: usize) -> String {
    match aside {
        0 => format!("已加入 {counted} 县。"),
        _ => format!("已加入 {counted} 县，{aside} 份没有列入，原因见名单。"),
    }
}

/// The league could not be kept.
pub fn not_kept(reason: &str) -> String {
    format!("{reason}请用「{SAVE}」存好。")
}

/// The league has too many members to be kept.
pub fn too_many(members: usize) -> String {
    not_kept(&format!("这一组有 {members} 份表，浏览器里存不下，关闭网页后就没有了。"))
}

/// Where a form of the league file came from.
pub fn from_text(from: &str) -> String {
    if from.is_empty() { "保存的排名".into() } else { from.into() }
}

/// The button that shows all rows.
pub fn all_rows(number: usize) -> String {
    format!("{SHOW_ALL} {number} 县")
}

/// The name of a league's file; one that is sent is told apart.
pub fn file_name(league: &League, is_sent: bool, day: &str) -> String {
    let name = super::page::file_part(&name(league));
    let sent = if is_sent { "-外发" } else { "" };
    format!("{}-{name}{sent}-{day}.league.json", super::league::LEAGUE)
}
