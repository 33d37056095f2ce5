//! Deadlines, stages, and what is late.

use crate::desk::{city, county, indicator, on};
use qiangxian::desk::{Due, Phase, Standing};
use qiangxian::form::Form;
use qiangxian::rulebook::Day;
use qiangxian::text::desk::{deadline_text, due_text};

fn standing(form: &Form, id: &str, day: &str) -> Standing {
    on(form, day, |desk| desk.standing(indicator(form, id)).unwrap().clone())
}

/// How an indicator stands after its deadline.
#[track_caller]
fn late(body: &str, id: &str, expected: Due) {
    assert_eq!(standing(&county(body), id, "2022-07-21").due, expected);
}

/// How the deadline of indicator 2, the 20th of July, stands on a day.
#[track_caller]
fn on_day(year: u16, day: &str, due: Due, text: &str) {
    let form = county(&format!(r#""year":{year}"#));
    let standing = standing(&form, "2", day);
    assert_eq!(standing.due, due);
    let today = Day::parse(day).unwrap();
    assert_eq!(due_text(standing.due, standing.deadline, today), text);
}

#[test]
fn deadlines_come_near_and_pass() {
    on_day(2022, "2022-06-19", Due::Later, "还有 31 天");
    on_day(2022, "2022-06-20", Due::Soon, "还有 30 天");
    on_day(2022, "2022-07-19", Due::Soon, "还有 1 天");
    on_day(2022, "2022-07-20", Due::Soon, "今天到期");
    on_day(2022, "2022-07-21", Due::Overdue, "已逾期 1 天");
    on_day(2022, "2023-07-20", Due::Overdue, "已逾期 365 天");
}

#[test]
fn deadlines_move_with_the_forms_year() {
    on_day(2024, "2022-07-21", Due::Later, "还有 730 天");
    on_day(2024, "2024-07-20", Due::Soon, "今天到期");
    on_day(2024, "2024-07-21", Due::Overdue, "已逾期 1 天");
    on_day(2020, "2022-07-20", Due::Overdue, "已逾期 730 天");
    for (year, text) in [(2022, "7月20日前"), (2024, "7月20日前，按评价年度为 2024 年 7 月 20 日")]
    {
        let form = county(&format!(r#""year":{year}"#));
        let rulebook = form.edition.0;
        let day = standing(&form, "2", "2022-01-01").deadline;
        let indicator = &rulebook[indicator(&form, "2")];
        assert_eq!(deadline_text(rulebook, indicator, day, form.year()), text);
    }
}

#[test]
fn words_are_never_overdue() {
    let form = county(r#""year":2022"#);
    for id in ["14", "16", "17"] {
        let standing = standing(&form, id, "2099-01-01");
        assert_eq!((standing.deadline, standing.due), (None, Due::Undated));
    }
    let form = city(r#""year":2018"#);
    for id in ["7", "8", "26", "38", "81", "114", "115"] {
        assert_eq!(standing(&form, id, "2099-01-01").due, Due::Undated, "{id}");
    }
}

#[test]
fn late_is_what_is_left_to_do() {
    late(r#""answers":{}"#, "12", Due::Overdue);
    late(r#""answers":{"12.platform":false}"#, "12", Due::Overdue);
    late(r#""answers":{"12.platform":true}"#, "12", Due::Done);
    late(r#""answers":{"13.in-plan":true}"#, "13", Due::Overdue);
    late(r#""answers":{"27.analysis":"irregular"}"#, "27", Due::Overdue);
    late(r#""answers":{"27.analysis":"published"}"#, "27", Due::Done);
    late(r#""answers":{"21.plans":["food"]}"#, "21", Due::Overdue);
    late(r#""answers":{"11.policies":["brand"]}"#, "11", Due::Overdue);
    late(r#""answers":{"31.coverage":"99"}"#, "31", Due::Overdue);
    late(r#""answers":{"43.honours":[{"title":"省长质量奖"}]}"#, "43", Due::Overdue);
}

#[test]
fn results_are_not_late_once_they_are_filled_in() {
    late(r#""answers":{"33.bases":1}"#, "33", Due::Done);
    late(r#""answers":{"26.handled":"80"}"#, "26", Due::Done);
    late(r#""answers":{"43.honours":[]}"#, "43", Due::Done);
    late(r#""answers":{"35.services":"5"}"#, "35", Due::Overdue);
    late(r#""answers":{"35.services":"5","base.gdp":"10"}"#, "35", Due::Done);
    let counts = r#""15.international-committee":0,"15.national-secretariat":0,"15.provincial-secretariat":0,"15.national-pilot":0"#;
    late(&format!(r#""answers":{{{counts}}}"#), "15", Due::Overdue);
    late(&format!(r#""answers":{{{counts},"15.provincial-pilot":1}}"#), "15", Due::Done);
}

#[test]
fn full_points_and_adjustments_are_done() {
    late(r#""answers":{"4.honor-national":2}"#, "4", Due::Done);
    late(r#""adjustments":{"12":{"points":"0.5","reason":"试运行"}}"#, "12", Due::Done);
}

#[test]
fn dates_and_stages_lie_on_one_line() {
    let form = county(r#""answers":{"1.slogan":true,"1.document":true}"#);
    let line = on(&form, "2022-08-01", |desk| desk.timeline().unwrap());
    let day = |text| Day::parse(text).unwrap();
    assert_eq!((line.first, line.last), (day("2022-06-01"), day("2022-12-31")));
    let dates: Vec<_> = line
        .dates
        .iter()
        .map(|mark| (mark.day, mark.place, mark.indicators.len(), mark.left))
        .collect();
    // 213 days from the first to the last; the 29th and the 49th of them.
    assert_eq!(dates, [(day("2022-06-30"), 136, 1, 0), (day("2022-07-20"), 230, 39, 39)]);
    assert_eq!(line.today, Some(286));
    let stages: Vec<_> =
        line.stages.iter().map(|mark| (mark.begins, mark.ends, mark.phase)).collect();
    assert_eq!(
        stages,
        [
            (0, 136, Phase::Past),
            (140, 713, Phase::Now),
            (718, 854, Phase::Coming),
            (859, 1000, Phase::Coming),
        ]
    );
    for (today, place) in [
        ("2022-05-31", None),
        ("2022-06-01", Some(0)),
        ("2022-12-31", Some(1000)),
        ("2023-01-01", None),
    ] {
        assert_eq!(on(&form, today, |desk| desk.timeline().unwrap().today), place);
    }
}

#[test]
fn a_stage_without_a_first_day_begins_where_the_one_before_ends() {
    let form = city(r#""year":2018"#);
    let line = on(&form, "2018-07-01", |desk| desk.timeline().unwrap());
    assert_eq!(line.first, Day::parse("2017-12-31").unwrap());
    assert_eq!((line.stages[0].from, line.stages[0].begins), (None, 0));
    assert_eq!(line.stages[0].phase, Phase::Now);
    let dated: usize = line.dates.iter().map(|mark| mark.indicators.len()).sum();
    assert_eq!(dated, 119);
}
