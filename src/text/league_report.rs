//! The report on where a county stands, for print and for Word: the ranking, the own
//! place in each part, and what a recognised place would take.

use super::league_page as words;
use super::league_parts::{indicator, part_name, signed};
use super::league_table::{self, points};
use super::plan::{LINE_HEAD, PlanLine};
use super::table::Table;
use super::{league as said, league_firm, league_supposed, page};
use crate::league::{self as leagues, Against, League, LeaguePart, Strips, Supposed, by_loss};
use crate::plan::Plan;
use crate::rulebook::{Day, IndicatorId};
use rust_decimal::Decimal;

pub const REPORT: &str = "打印、Word";
pub const SAVE: &str = "存为 Word 文件";
pub const FILE: &str = "排名情况";
pub const MAKING: &str = "正在写报告";
const RANKING: &str = "一、名次";
const PLACES: &str = "二、本县在各项的位置";
const NOTES: &str = "四、说明";
const LEAST: &str = "比各县中位数少得最多的指标";
const MOST: &str = "比各县中位数多得最多的指标";

/// Rankings of more members are cut: the recognised places and the neighbours stay.
const ROWS: usize = 60;
/// How many neighbours stay on either side.
const NEIGHBOURS: usize = 5;
/// How many indicators are listed where points are lost, and where they are gained.
const LOSSES: usize = 10;
const GAINS: usize = 5;

/// The report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The title, with the county's name.
    pub title: String,
    /// Which league, and of which day.
    pub about: String,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A remark, in small letters.
    Note(String),
    /// A table under its title.
    Table(Columns, Table),
}

/// Which columns a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// The counties by rank.
    Ranking,
    /// The total and the dimensions: where the county stands in each.
    Places,
    /// Indicators where much is lost or gained.
    Differences,
    /// The steps of a plan.
    Steps,
}

impl Columns {
    /// A name for the style of the page.
    pub fn name(self) -> &'static str {
        match self {
            Columns::Ranking => "of-ranks",
            Columns::Places => "of-places",
            Columns::Differences => "of-differences",
            Columns::Steps => "of-steps",
        }
    }

    /// The widths in relation to each other.
    pub fn widths(self) -> &'static [u32] {
        match self {
            Columns::Ranking => &[11, 26, 14, 17, 17, 18, 38],
            Columns::Places => &[44, 14, 14, 17, 14, 14, 14],
            Columns::Differences => &[70, 15, 15, 15, 15],
            Columns::Steps => &[10, 26, 48, 14, 26, 22],
        }
    }

    /// The columns of figures.
    pub fn figures(self) -> &'static [usize] {
        match self {
            Columns::Ranking => &[0, 2, 3, 4, 5],
            Columns::Places => &[1, 2, 3, 4, 5, 6],
            Columns::Differences => &[1, 2, 3, 4],
            Columns::Steps => &[0, 3],
        }
    }
}

/// What a recognised place would take.
pub struct Toward<'a> {
    /// The total to reach, in points.
    pub target: Decimal,
    /// The plan to it.
    pub plan: &'a Plan,
    /// The steps of the plan as lines.
    pub lines: Vec<PlanLine>,
    /// Where the plan leads, scored again in the league.
    pub there: &'a Supposed,
}

/// The report on the own county. `toward` is none while it holds a recognised place.
pub fn report(
    league: &League,
    table: &leagues::LeagueTable,
    strips: Option<&Strips>,
    toward: Option<&Toward>,
    today: Day,
) -> Report {
    let (year, month, day) = today.date();
    let count = words::count(league.edition.kind, league.members.len());
    let mut blocks = ranking(league, table);
    if let Some(strips) = strips {
        blocks.extend(places(league, strips));
    }
    blocks.extend(way(league, table, toward));
    blocks.push(Block::Heading(NOTES.into()));
    blocks.extend(notes(league).into_iter().map(Block::Note));
    Report {
        title: format!("{}排名情况", words::county(league, 0)),
        about: format!("{}，{year}年{month}月{day}日", words::title(league, &count)),
        blocks,
    }
}

/// The rank in a sentence, and the ranking.
fn ranking(league: &League, table: &leagues::LeagueTable) -> Vec<Block> {
    let place = table.places.first().copied().flatten();
    let mut text = format!("{}{}。", words::county(league, 0), said::place(place));
    if let Some(distance) = table.distance(0, league.recognised) {
        text.push_str(&said::distance(&distance, league.recognised));
    }
    let (mut all, order) = league_table::ranking(league, table);
    let own = order.iter().position(|at| *at == 0).unwrap_or_default();
    let is_cut = order.len() > ROWS;
    let stays = |at: usize| !is_cut || at < league.recognised || at.abs_diff(own) <= NEIGHBOURS;
    // Dimensions and the next place are left to the page: the sheet is narrow.
    let last = all.head.len().saturating_sub(1);
    let columns = [0, 1, 2, 3, 4, 6, last];
    let pick = |row: &[String]| -> Vec<String> {
        columns.iter().filter_map(|at| row.get(*at).cloned()).collect()
    };
    let mut out = Table { title: all.title.clone(), head: pick(&all.head), ..Table::default() };
    for (at, row) in all.rows.drain(..).enumerate().filter(|(at, _)| stays(*at)) {
        match at == own {
            true => out.push_band(pick(&row)),
            false => out.rows.push(pick(&row)),
        }
    }
    let mut blocks = vec![Block::Heading(RANKING.into()), Block::Text(text)];
    if is_cut {
        let recognised = league.recognised;
        blocks.push(Block::Text(format!(
            "下表只列前 {recognised} 名，以及本县前后各 {NEIGHBOURS} 名。"
        )));
    }
    blocks.push(Block::Table(Columns::Ranking, out));
    blocks
}

/// The own place in the parts, and where most is lost and gained.
fn places(league: &League, strips: &Strips) -> Vec<Block> {
    let rulebook = league.edition.0;
    let losses = by_loss(&strips.indicators, Against::Median);
    let (lost, mut gained): (Vec<_>, Vec<_>) = losses
        .into_iter()
        .filter(|(_, lost)| !lost.is_zero())
        .partition(|(_, lost)| *lost > Decimal::ZERO);
    gained.reverse();
    let sum = |all: &[(IndicatorId, Decimal)]| {
        signed(-all.iter().map(|(_, lost)| *lost).sum::<Decimal>())
    };
    let text = format!(
        "总分 {} 分，各县中位数 {} 分。比中位数少的有 {} 项，共 {} 分；比中位数多的有 {} 项，共 {} 分。",
        points(strips.total.mine),
        points(strips.total.median),
        lost.len(),
        sum(&lost),
        gained.len(),
        sum(&gained),
    );
    let head = ["项目", "满分", "本县", "本项名次", "最高", "中位数", "最低"];
    let mut parts = Table::new(words::title(league, super::league_parts::TITLE), &head);
    for part in LeaguePart::all(rulebook) {
        let Some(strip) = strips.of(part) else { continue };
        let row = vec![
            part_name(rulebook, part),
            points(part.most(rulebook)),
            points(strip.mine),
            strip.rank.to_string(),
            points(strip.best),
            points(strip.median),
            points(strip.worst),
        ];
        match part {
            LeaguePart::Total | LeaguePart::Dimension(_) => parts.push_band(row),
            LeaguePart::Group(_) => parts.rows.push(row),
            // Those that differ most stand in tables of their own.
            LeaguePart::Indicator(_) => {}
        }
    }
    let mut blocks = vec![
        Block::Heading(PLACES.into()),
        Block::Text(text),
        Block::Table(Columns::Places, parts),
    ];
    for (title, all, most) in [(LEAST, &lost, LOSSES), (MOST, &gained, GAINS)] {
        if all.is_empty() {
            continue;
        }
        let mut out = Table::new(title.into(), &["指标", "本县", "中位数", "最高", "差"]);
        for (id, lost) in all.iter().take(most) {
            let Some(strip) = strips.indicators.get(usize::from(id.0)) else { continue };
            let [mine, median, best] = [strip.mine, strip.median, strip.best].map(points);
            out.rows.push(vec![indicator(rulebook, *id), mine, median, best, signed(-*lost)]);
        }
        blocks.push(Block::Table(Columns::Differences, out));
    }
    blocks
}

/// What a recognised place would take.
fn way(league: &League, table: &leagues::LeagueTable, toward: Option<&Toward>) -> Vec<Block> {
    let recognised = league.recognised;
    let mut blocks = vec![Block::Heading(format!("三、进前 {recognised} 名要做什么"))];
    let now = table.lines.first().map(|line| line.total).unwrap_or_default();
    if table.places.first().copied().flatten().is_none() {
        blocks.push(Block::Text(format!("{}。", said::VETOED)));
        return blocks;
    }
    let target = toward.map(|toward| toward.target);
    blocks.push(Block::Text(league_supposed::needs(target, now, recognised)));
    let Some(Toward { target, plan, lines, there }) = toward else { return blocks };
    let end =
        league_supposed::tried(plan.steps.len(), plan.is_reached(), *target, there, recognised);
    blocks.push(Block::Text(end));
    if !lines.is_empty() {
        let mut out = Table::new(league_supposed::PLAN_NAME.into(), &LINE_HEAD);
        let row = |line: &PlanLine| {
            let [number, title] = [line.number, line.title].map(str::to_owned);
            let [how, gain, units, deadline] =
                [&line.how, &line.gain, &line.units, &line.deadline].map(Clone::clone);
            vec![number, title, how, gain, units, deadline]
        };
        out.rows.extend(lines.iter().map(row));
        blocks.push(Block::Table(Columns::Steps, out));
    }
    if league.references {
        blocks.push(Block::Note(league_supposed::OTHER_REFERENCES.into()));
    }
    blocks
}

/// What the report rests on.
fn notes(league: &League) -> Vec<String> {
    let terms = league_firm::terms(league, &league.terms);
    let references = match league.references {
        true => "参考值取自本组：各指标最差和最好的县。",
        false => "参考值按各县表里填的。",
    };
    vec![
        format!("{}：各县按同一口径和基础分计算（{terms}）。{references}", page::ASSUMPTION),
        format!(
            "{}：按已得分排名，同分同名次。“最多可得”“可能名次”把各县没填的内容都算到。",
            page::ASSUMPTION
        ),
        "“最省的做法”按「提分」页的设定，是按已填数据的推算，不是承诺。".into(),
        "本报告由自评数据算出，以认定部门的结果为准。".into(),
    ]
}
