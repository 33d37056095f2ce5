//! The report on where a county stands, as words and as a document.

use super::docx::{Docx, Package};
use super::texts;
use qiangxian::desk::Desk;
use qiangxian::form::{Form, read};
use qiangxian::league::{League, LeagueTable, Supposed, strips};
use qiangxian::papers;
use qiangxian::plan::{Wish, cheapest};
use qiangxian::rulebook::Day;
use qiangxian::text::league_report::{Block, Report, Toward, report};
use qiangxian::text::{HONOUR, plan};

/// A form with three questions answered as the bits of a number are.
fn form(county: &str, number: usize) -> Form {
    let [a, b, c] = [1, 2, 4].map(|bit| number & bit > 0);
    let answers = format!(r#""2.model":{a},"12.platform":{b},"22.channel":{c}"#);
    let head = r#""format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022""#;
    let form = read(&format!(r#"{{{head},"year":2022,"answers":{{{answers}}}}}"#));
    Form { county: county.to_owned(), ..form.expect("a form") }
}

/// The report on 甲县, with the answers of a number, among others with those of 0, 1, ….
fn made(own: usize, others: usize, recognised: usize) -> (Report, League) {
    let day = Day::new(2022, 7, 1).expect("a day");
    let mut league = League::new(form("甲县", own));
    for number in 0..others {
        assert!(league.admit(form(&format!("<{number}>&\u{1}县"), number)).is_ok());
    }
    league.recognised = recognised;
    let table = LeagueTable::new(&league);
    let places = strips(league.edition.0, &table, 0, recognised);
    let form = league.own_form().expect("a form").clone();
    let card = form.scorecard();
    let desk = Desk::new(&form, &form.case, &card, day);
    let way = table.target(0, recognised).map(|target| {
        let mut settings = form.plan.clone();
        settings.target = Some(target);
        let wish = Wish::of(&settings, league.edition.0).expect("a wish");
        let found = cheapest(&form, &form.case, &wish, HONOUR);
        let case = form.case.under(&found.scenario("", None));
        let there = Supposed::of(&league, &table, "", &case).expect("a place");
        (target, found, there)
    });
    let toward = way.as_ref().map(|(target, found, there)| Toward {
        target: *target,
        plan: found,
        lines: plan::lines(&desk, &found.steps),
        there,
    });
    (report(&league, &table, places.as_ref(), toward.as_ref(), day), league)
}

fn words(report: &Report) -> String {
    let text = |block: &Block| match block {
        Block::Heading(text) | Block::Text(text) | Block::Note(text) => text.clone(),
        Block::Table(_, table) => table.plain(),
    };
    report.blocks.iter().map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn it_says_where_the_county_stands_and_what_a_place_would_take() {
    let (report, league) = made(1, 12, 3);
    let table = LeagueTable::new(&league);
    let rank = table.places[0].expect("a place").rank;
    let said = words(&report);
    assert_eq!(report.title, "甲县排名情况");
    assert!(report.about.ends_with("共 13 县，2022年7月1日"), "{}", report.about);
    assert!(said.contains(&format!("甲县第 {rank} 名")), "{said}");
    for part in ["要进前 3 名，总分要到", "最省的做法：", "在前 3 名内", "本工具口径"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    // Whoever holds a recognised place needs nothing.
    let (report, _) = made(7, 12, 13);
    assert!(words(&report).contains("本县已在前 13 名内"));
    assert!(!words(&report).contains("最省的做法："));
}

#[test]
fn a_long_ranking_is_cut_around_the_own_place() {
    let (report, league) = made(1, 80, 10);
    let table = LeagueTable::new(&league);
    let own = table.order().iter().position(|at| *at == 0).expect("a row");
    let Some(Block::Table(_, ranking)) =
        report.blocks.iter().find(|block| matches!(block, Block::Table(..)))
    else {
        panic!("a ranking")
    };
    let shown = (0..81_usize).filter(|at| *at < 10 || at.abs_diff(own) <= 5).count();
    assert_eq!(ranking.rows.len(), shown);
    let [band] = &ranking.bands[..] else { panic!("the own row") };
    assert_eq!(ranking.rows[*band][1], "甲县");
    assert!(words(&report).contains("下表只列前 10 名"));
}

#[test]
fn the_document_says_what_the_page_says() {
    let (report, _) = made(1, 12, 3);
    let bytes = papers::league(&report, Day::new(2022, 7, 1).expect("a day")).expect("a file");
    // To be looked at.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("league.docx"), &bytes).expect("a file");
    assert_eq!(Package::open(&bytes).faults(), [""; 0]);
    let docx = Docx::open(&bytes);
    assert_eq!(docx.styled("Title"), [report.title.as_str()]);
    let tables: Vec<_> = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(_, table) => Some(table),
            _ => None,
        })
        .collect();
    assert_eq!(docx.tables.len(), tables.len());
    for (found, table) in docx.tables.iter().zip(tables) {
        assert!(found[0].is_head);
        assert_eq!(texts(&found[0]), table.head);
        assert_eq!(found.len(), table.rows.len() + 1);
        for (row, expected) in found[1..].iter().zip(&table.rows) {
            let clean: Vec<String> =
                expected.iter().map(|text| text.replace('\u{1}', "")).collect();
            assert_eq!(texts(row), clean);
        }
    }
}
