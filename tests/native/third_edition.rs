//! A third edition is a file, not code: invented ones build, score, are explained
//! and travel. `tests/web/editions.rs` shows them in the page.

use crate::editions;

use editions::{harbour, voyage};
use qiangxian::desk::Desk;
use qiangxian::form::{Form, read_with, write};
use qiangxian::link::{Include, decode_with, encode};
use qiangxian::rulebook::{Day, Rulebook, source};
use qiangxian::score::report;
use qiangxian::text::desk::{progress_table, supporters_table};
use qiangxian::text::kind::{score_text, spoken_score};
use qiangxian::text::{explain, form_problem};

fn form(rulebook: &'static Rulebook, body: &str) -> Form {
    let text =
        format!(r#"{{"format":"qiangxian.form","version":1,"rulebook":"{}",{body}}}"#, rulebook.id);
    read_with(&text, |id| (id == rulebook.id).then_some(rulebook))
        .unwrap_or_else(|problem| panic!("{}", form_problem(&problem)))
}

fn port() -> Form {
    form(
        harbour(),
        r#""county":"新港","answers":{"harbour.throughput":"250","a1.berths":3,"a1.night":true,
           "a2.hours":"1250","a2.pilotage":"12","a2.calm":"97.5"}"#,
    )
}

fn line() -> Form {
    form(
        voyage(),
        r#""county":"新港","answers":{"1.lines":2,"1.miles":"3500","2.no-ice":true,"3.status":"met"}"#,
    )
}

#[test]
fn they_are_built_as_their_files_read() {
    let files = [
        include_str!("../data/editions/harbour-2031.toml"),
        include_str!("../data/editions/voyage-2031.toml"),
    ];
    for (file, built) in files.iter().zip([harbour(), voyage()]) {
        assert_eq!(source::read(file).as_ref(), Ok(built));
    }
}

#[test]
fn points_follow_their_own_thresholds() {
    let form = port();
    // 3 × 1.5 + 1.5; 1250 / 250 = 5 h, halfway from 8 to 2: 40 + 60 / 2 = 70 %
    // of 9 points; 97.5 ‰ is not more than 97.5.
    let line = report(harbour(), &form.county, &form.scorecard());
    let expected = concat!(
        r#"{"county":"新港","rulebook":"harbour-2031","#,
        r#""total":{"low":"12.3","points":"12.3","high":"12.3"},"vetoed":false,"indicators":["#,
        r#"{"id":"a1","low":"6","points":"6","high":"6","max":"7.5","adjusted":false},"#,
        r#"{"id":"a2","low":"6.3","points":"6.3","high":"6.3","max":"13","adjusted":false}]}"#
    );
    assert_eq!(line, expected);
    let card = form.scorecard();
    let total = score_text(&card.score_of_all(harbour()));
    assert_eq!(total, "已得 12.3 分（可能范围 12.3–12.3）");
    let id = harbour().indicator("a2").unwrap();
    let score = &card.indicators[usize::from(id.0)];
    let said = explain(harbour(), &form.case, &form.adjustments, form.year(), id, score);
    let said = said.steps.join("\n");
    assert!(
        said.contains("小时/万吨") && said.contains("海里") && said.contains("97.5 ‰"),
        "{said}"
    );
}

#[test]
fn tasks_follow_their_own_thresholds() {
    let form = line();
    let line = report(voyage(), &form.county, &form.scorecard());
    let expected = concat!(
        r#"{"county":"新港","rulebook":"voyage-2031","#,
        r#""tasks":{"met":1,"in_progress":1,"applicable":2,"total":3},"vetoed":false,"items":["#,
        r#"{"id":"1","state":"in-progress"},{"id":"2","state":"not-applicable"},"#,
        r#"{"id":"3","state":"met"}]}"#
    );
    assert_eq!(line, expected);
    let card = form.scorecard();
    let total = score_text(&card.score_of_all(voyage()));
    assert_eq!(total, "已达到要求 1 / 2 项（进行中 1 · 不适用 1）");
    assert_eq!(spoken_score(&card.score_of_group(voyage(), 0)), "已达到要求 0 / 1 项（进行中 1）");
    let desk = Desk::new(&form, &form.case, &card, Day::parse("2031-10-01").unwrap());
    let rows = progress_table(&desk).rows;
    assert_eq!(rows[0], ["全部", "3 项", "1", "1", "0", "1", "1", "0"]);
    assert_eq!(rows[1], ["开通", "1 项", "0", "1", "0", "0", "1", "0"]);
    assert_eq!(rows[2], ["保障", "2 项", "1", "0", "0", "1", "0", "0"]);
    let rows = supporters_table(&desk, &desk.departments()).rows;
    assert_eq!(rows[0], ["航运处", "1 项", "1", "0", "0", "0", "0", "0"]);
    assert_eq!(rows[1], ["气象站", "1 项", "0", "0", "0", "1", "0", "0"]);
}

#[test]
fn they_travel_in_links_and_files() {
    for form in [port(), line()] {
        let rulebook = form.edition.0;
        let link = encode(&form, Include::ALL, None).unwrap();
        assert_eq!(decode_with(&link, &[rulebook]).unwrap().form, form, "{link}");
        let back = read_with(&write(&form), |id| (id == rulebook.id).then_some(rulebook));
        assert_eq!(back, Ok(form));
    }
}
