//! Readings in form files, scenarios, comparisons, slices and places.

use crate::readings::by_hand::{ALL_MOVED, form};
use qiangxian::form::{
    Form, Place, Value, as_scenario, difference, merge, read, slice, take, write,
};
use qiangxian::rulebook::ReadingId;
use qiangxian::text::form_problem;

const HEAD: &str = r#""format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022""#;

fn reading(form: &Form, id: &str) -> ReadingId {
    form.edition.reading(id).expect("a reading")
}

#[track_caller]
fn refused(rest: &str, expected: &str) {
    let problem = read(&format!("{{{rest}}}")).expect_err(rest);
    assert_eq!(form_problem(&problem), expected);
}

#[test]
fn a_usual_reading_is_the_same_as_none() {
    let none = read(&format!("{{{HEAD}}}")).unwrap();
    for usual in [r#"{}"#, r#"{"17":"each"}"#, r#"{"below":"line","rounding":"exact"}"#] {
        let form = read(&format!(r#"{{{HEAD},"readings":{usual}}}"#)).unwrap();
        assert_eq!(form, none);
        assert_eq!(write(&form), write(&none));
    }
    assert!(!write(&none).contains("readings"));
    let other =
        read(&format!(r#"{{{HEAD},"readings":{{"17":"together","below":"base"}}}}"#)).unwrap();
    assert_eq!(read(&write(&other)), Ok(other));
}

#[test]
fn unknown_readings_and_options_are_refused_by_name() {
    refused(
        &format!(r#"{HEAD},"readings":{{"12":"each"}}"#),
        "「readings.12」（值为 \"each\"）不是本指标体系的口径选项。",
    );
    refused(
        &format!(r#"{HEAD},"readings":{{"11":"two"}}"#),
        "「readings.11」的值是 \"two\"，应为以下之一：each、any、all。",
    );
    // Only a scenario may say `null`.
    refused(
        &format!(r#"{HEAD},"readings":{{"11":null}}"#),
        "「readings.11」的值是 null，应为以下之一：each、any、all。",
    );
    refused(&format!(r#"{HEAD},"readings":[]"#), "「readings」的值是 []，应为一组键和值（{…}）。");
    refused(
        &format!(r#"{HEAD},"scenarios":[{{"name":"甲","readings":{{"x":null}}}}]"#),
        "「scenarios[0].readings.x」（值为 null）不是本指标体系的口径选项。",
    );
    let city = r#""format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018""#;
    let no_points = |path: &str| format!("「{path}」（值为 {{}}）不应出现，任务清单不计分。");
    refused(&format!(r#"{city},"readings":{{}}"#), &no_points("readings"));
    refused(
        &format!(r#"{city},"scenarios":[{{"name":"甲","readings":{{}}}}]"#),
        &no_points("scenarios[0].readings"),
    );
}

#[test]
fn scenarios_change_readings_and_go_back_to_the_usual() {
    let text = format!(
        r#"{{{HEAD},"answers":{{"11.policies":["brand"],"17.mandatory-coverage":"100"}},
        "readings":{{"11":"any","17":"together"}},
        "scenarios":[{{"name":"甲","readings":{{"11":null}}}},{{"name":"乙","readings":{{"11":"all","17":"each"}}}}]}}"#
    );
    let mut form = read(&text).unwrap();
    assert_eq!(read(&write(&form)), Ok(form.clone()));
    let points = |form: &Form, name: Option<&str>| {
        form.score(&form.case_under(name)).total.range.low.to_string()
    };
    assert_eq!(points(&form, None), "3");
    assert_eq!(points(&form, Some("甲")), "1");
    assert_eq!(points(&form, Some("乙")), "1");

    // An edit in a scenario is its own; one that is as in the baseline is none.
    let eleven = reading(&form, "11");
    form.set_reading(Some("甲"), eleven, 2);
    assert_eq!(points(&form, Some("甲")), "0");
    assert_eq!(form.scenario("甲").unwrap().changes(), 1);
    form.set_reading(Some("甲"), eleven, 1);
    assert_eq!(form.scenario("甲").unwrap().changes(), 0);
    form.adopt("乙");
    assert_eq!((form.case.readings.get(eleven), points(&form, None).as_str()), (2, "1"));
}

#[test]
fn readings_are_places_of_a_form() {
    let mine = form(ALL_MOVED);
    let theirs = form(&format!("{ALL_MOVED} 11:any rounding:each 38:scored-first"));
    let found = difference(&mine, &theirs);
    let places: Vec<_> =
        ["11", "38", "rounding"].map(|id| Place::Reading(reading(&mine, id))).into();
    assert_eq!(found.iter().map(|one| one.place.clone()).collect::<Vec<_>>(), places);
    assert_eq!(
        (&found[0].mine, &found[0].theirs),
        (&Some(Value::Reading(0)), &Some(Value::Reading(1)))
    );
    let mut taken = mine.clone();
    take(&mut taken, &theirs, &places);
    assert_eq!(taken, theirs);
    take(&mut taken, &mine, &places);
    assert_eq!(taken, mine);
    // As a scenario they count as they do there.
    let mut whatif = mine.clone();
    whatif.scenarios.push(as_scenario(&mine, &theirs, "他县"));
    assert_eq!(whatif.case_under(Some("他县")), theirs.case);
}

/// A unit reads the document as the county does; merging changes no reading.
#[test]
fn slices_carry_readings_to_be_read() {
    let mine = form(&format!("{ALL_MOVED} 11:any 38:scored-first"));
    let asked = [mine.edition.indicator("38").unwrap()];
    let mut part = slice(&mine, "区生态环境分局", &asked, "2022-07-20T09:30", "p");
    assert_eq!(part.case.readings, mine.case.readings);
    assert!(part.slice.as_ref().unwrap().base.case.readings.is_usual());
    assert!(part.case.references.get(mine.edition.metric("38.days").unwrap()).is_some());
    part = read(&write(&part)).unwrap();
    part.set_reading(None, reading(&mine, "11"), 2);
    let merged = merge(&mine, &part).unwrap();
    assert_eq!(merged.form, mine);
    assert!(merged.outside.is_empty() && merged.conflicts.is_empty());
}

#[test]
fn snapshots_keep_readings() {
    let mut form = form("11:any");
    form.take_snapshot("申报稿", "2022-07-20T09:30");
    form.set_reading(None, reading(&form, "11"), 0);
    let form = read(&write(&form)).unwrap();
    assert_eq!(form.at(&form.snapshots[0]).case.readings.get(reading(&form, "11")), 1);
    assert!(form.case.readings.is_usual());
}
