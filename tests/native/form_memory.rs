//! What a form remembers beside what it says, in memory and in its file.

use crate::link_forms;

use link_forms::{county, random};
use qiangxian::form::limits::EVENTS;
use qiangxian::form::{Event, EventKind, Form, read, write};
use qiangxian::rulebook::{Answer, TargetId};
use qiangxian::text::form_problem;
use rust_decimal::Decimal;

/// A form file with more top-level keys than it must have.
fn file(rest: &str) -> String {
    format!(r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{rest}}}"#)
}

#[track_caller]
fn accept(rest: &str) -> Form {
    read(&file(rest)).unwrap_or_else(|problem| panic!("{}", form_problem(&problem)))
}

#[track_caller]
fn refuse(rest: &str, message: &str) {
    let problem = read(&file(rest)).expect_err(rest);
    assert_eq!(form_problem(&problem), message);
}

#[track_caller]
fn target(id: &str) -> TargetId {
    county().target(id).expect(id)
}

fn event(kind: EventKind, detail: &str) -> Event {
    Event { time: "2022-07-20T09:30".into(), kind, detail: detail.into() }
}

#[test]
fn figures_of_targets() {
    let rest = r#""targets":{"product-food":"97.50","engineering-complaints":"-0.2"}"#;
    let form = accept(rest);
    assert_eq!(form.targets.get(&target("product-food")), Some(&Decimal::new(975, 1)));
    assert_eq!(form.targets.len(), 2);
    assert_eq!(read(&write(&form)).as_ref(), Ok(&form));
    assert!(write(&form).contains("\"product-food\": \"97.50\""));
    assert!(form.extra.is_empty());

    const NONE: &str = "不是本指标体系中需要另填数值的主要目标。";
    refuse(r#""targets":{"x":"1"}"#, &format!("「targets.x」（值为 \"1\"）{NONE}"));
    // A field asks it.
    let asked = r#""targets":{"engineering-green-design":"1"}"#;
    refuse(asked, &format!("「targets.engineering-green-design」（值为 \"1\"）{NONE}"));
    refuse(
        r#""targets":{"product-food":97}"#,
        "「targets.product-food」的值是 97，应为写在引号里的数，例如 \"96.5\"，小数点前至多 9 位、后至多 4 位，零不带负号。",
    );
    refuse(r#""targets":[]"#, "「targets」的值是 []，应为一组键和值（{…}）。");
}

#[test]
fn a_snapshot_keeps_what_the_form_said() {
    for seed in 0..20 {
        let mut form = random(county(), seed);
        form.targets.insert(target("product-food"), Decimal::ONE_HUNDRED);
        form.extra.push(("later".into(), "[1]".into()));
        form.remember(event(EventKind::Created, ""));
        let before = form.clone();
        form.take_snapshot("7月20日申报稿", "2022-07-20T09:30");
        let field = county().field("2.model").unwrap();
        form.case.answers.set(field, None);
        form.county = "别的".into();
        form.targets.clear();
        form.take_snapshot("第二稿", "2022-07-21T00:00");

        assert_eq!(read(&write(&form)).as_ref(), Ok(&form));
        let first = form.at(&form.snapshots[0]);
        assert_eq!(first.content(), before.content());
        assert_eq!(first.scorecard(), before.scorecard());
        assert_eq!((&first.snapshots, &first.history), (&form.snapshots, &form.history));
        assert_eq!(first.extra, form.extra);
        assert_eq!(form.at(&form.snapshots[1]), form);
        assert!(form.snapshots[1].content.snapshots.is_empty());
    }
}

#[test]
fn snapshots_in_files() {
    let head = r#""name":"甲","taken":"2022-07-20T09:30""#;
    let form =
        accept(&format!(r#""snapshots":[{{{head},"content":{{"answers":{{"2.model":true}}}}}}]"#));
    let then = form.at(&form.snapshots[0]);
    let field = county().field("2.model").unwrap();
    assert_eq!(then.case.answers.get(field), Some(&Answer::YesNo(true)));
    assert_eq!(form.case.answers.get(field), None);

    for (snapshot, message) in [
        (
            r#"{"taken":"2022-07-20T09:30","content":{}}"#,
            "缺少「snapshots[0].name」，应为一段不空白的文字。",
        ),
        (
            r#"{"name":" ","taken":"2022-07-20T09:30","content":{}}"#,
            "「snapshots[0].name」的值是 \" \"，应为一段不空白的文字。",
        ),
        (
            r#"{"name":"甲","taken":"2022-07-20T09:30"}"#,
            "缺少「snapshots[0].content」，应为一组键和值（{…}）。",
        ),
        (
            r#"{"name":"甲","taken":"2022-07-20T09:30","content":{"answers":{"2.model":1}}}"#,
            "「snapshots[0].content.answers.2.model」的值是 1，应为 true（是）或 false（否）。",
        ),
        (
            r#"{"name":"甲","taken":"2022-07-20T09:30","content":{"history":[]}}"#,
            "「snapshots[0].content.history」（值为 []）不应出现，这里只能有：county、year、method、readings、answers、references、adjustments、notes、evidence、veto、scenarios、targets。",
        ),
        (
            r#"{"name":"甲","taken":"2022-07-20T09:30","content":{},"x":1}"#,
            "「snapshots[0].x」（值为 1）不应出现，这里只能有：name、taken、content。",
        ),
    ] {
        refuse(&format!("\"snapshots\":[{snapshot}]"), message);
    }
    for moment in [
        "2022-07-20",
        "2022-02-29T00:00",
        "2022-07-20T24:00",
        "2022-07-20T09:60",
        "2022-07-20T9:30",
        "2022-07-20 09:30",
        "2022-07-20T09:30Z",
        "2022-07-20T+9:30",
        "",
    ] {
        refuse(
            &format!(r#""snapshots":[{{"name":"甲","taken":"{moment}","content":{{}}}}]"#),
            &format!(
                "「snapshots[0].taken」的值是 \"{moment}\"，应为日历上有的时间，写作 年-月-日T时:分，例如 2022-07-20T09:30。"
            ),
        );
    }
}

#[test]
fn history_in_files() {
    let mut form = Form::new(county());
    for (kind, detail) in [
        (EventKind::Created, ""),
        (EventKind::Received, "章丘区.qiangxian.json"),
        (EventKind::Shared, ""),
        (EventKind::Exported, ""),
        (EventKind::Sliced, "区统计局"),
        (EventKind::Merged, "区统计局"),
        (EventKind::Taken, "历城区"),
        (EventKind::Adopted, "再争取两项省级标准"),
        (EventKind::Kept, "7月20日申报稿"),
        (EventKind::Restored, "7月20日申报稿"),
    ] {
        form.remember(event(kind, detail));
    }
    assert_eq!(read(&write(&form)).as_ref(), Ok(&form));

    const NAMES: &str =
        "created、received、shared、exported、sliced、merged、taken、adopted、kept、restored";
    refuse(
        r#""history":[{"time":"2022-07-20T09:30","event":"burnt"}]"#,
        &format!("「history[0].event」的值是 \"burnt\"，应为以下之一：{NAMES}。"),
    );
    refuse(
        r#""history":[{"time":"x","event":"kept"}]"#,
        "「history[0].time」的值是 \"x\"，应为日历上有的时间，写作 年-月-日T时:分，例如 2022-07-20T09:30。",
    );
    refuse(
        r#""history":[{"event":"kept"}]"#,
        "缺少「history[0].time」，应为日历上有的时间，写作 年-月-日T时:分，例如 2022-07-20T09:30。",
    );
    refuse(
        r#""history":[{"time":"2022-07-20T09:30","event":"kept","detail":1}]"#,
        "「history[0].detail」的值是 1，应为一段文字。",
    );
    refuse(
        r#""history":[{"time":"2022-07-20T09:30","event":"kept","who":"x"}]"#,
        "「history[0].who」（值为 \"x\"）不应出现，这里只能有：time、event、detail。",
    );
}

#[test]
fn the_oldest_events_are_dropped() {
    let mut form = Form::new(county());
    for at in 0..EVENTS + 5 {
        form.remember(event(EventKind::Shared, &at.to_string()));
    }
    assert_eq!(form.history.len(), EVENTS);
    assert_eq!(form.history[0].detail, "5");
    // A file may hold more, and keeps them until something happens.
    let all = (0..EVENTS + 5).map(|_| event(EventKind::Shared, ""));
    form.history = all.collect();
    let mut form = read(&write(&form)).unwrap();
    assert_eq!(form.history.len(), EVENTS + 5);
    form.remember(event(EventKind::Kept, "甲"));
    assert_eq!(form.history.len(), EVENTS);
    assert_eq!(form.history.last().unwrap().kind, EventKind::Kept);
}

/// Releases without histories kept whatever stood under the key.
#[test]
fn what_is_no_history_or_snapshot_is_kept_to_the_letter() {
    for rest in [
        r#""history":[ 1.50 ]"#,
        r#""history":[]"#,
        r#""history":[{"at":1.50}]"#,
        r#""history":"x""#,
        r#""snapshots":{}"#,
        r#""snapshots":[{"name":"甲"}]"#,
        r#""slices":[1]"#,
    ] {
        let form = accept(rest);
        assert_eq!(form.extra.len(), 1, "{rest}");
        assert!(file(rest).contains(&form.extra[0].1));
        assert_eq!(read(&write(&form)), Ok(form));
    }
    // A history of its own beside it takes nothing away.
    let mut form = accept(r#""history":[ 1.50 ],"history_":2"#);
    form.remember(event(EventKind::Created, ""));
    let again = read(&write(&form)).unwrap();
    assert_eq!(again.history, form.history);
    let kept = [("history__", "[ 1.50 ]"), ("history_", "2")];
    assert_eq!(again.extra, kept.map(|(key, raw)| (key.to_owned(), raw.to_owned())));
}

#[test]
fn slices_in_files() {
    let rest = |more: &str| {
        format!(
            r#""answers":{{"35.services":"12"}},"slice":{{"unit":"区统计局","indicators":["36","35"],
            "sent":"2022-07-20T09:30"{more}}}"#
        )
    };
    let form = accept(&rest(
        r#","deadline":"2022-06-30","parent":"a1","base":{"answers":{"base.gdp":"1"},"notes":{"35":"注"}}"#,
    ));
    let slice = form.slice.as_ref().unwrap();
    let ids: Vec<&str> = slice.indicators.iter().map(|id| county()[*id].id).collect();
    assert_eq!((ids, slice.base.notes.len()), (vec!["35", "36"], 1));
    assert_eq!(read(&write(&form)).as_ref(), Ok(&form));
    let bare = accept(&rest(r#","base":{}"#));
    assert_eq!(read(&write(&bare)).as_ref(), Ok(&bare));

    for (more, message) in [
        ("", "缺少「slice.base」，应为一组键和值（{…}）。"),
        (
            r#","base":{"veto":[]}"#,
            "「slice.base.veto」（值为 []）不应出现，这里只能有：answers、references、notes、evidence。",
        ),
        (
            r#","base":{"answers":{"2.model":1}}"#,
            "「slice.base.answers.2.model」的值是 1，应为 true（是）或 false（否）。",
        ),
        (
            r#","base":{},"deadline":"2022-06-31""#,
            "「slice.deadline」的值是 \"2022-06-31\"，应为日历上有的日期，写作 年-月-日，例如 2022-03-01。",
        ),
        (r#","base":{},"parent":1"#, "「slice.parent」的值是 1，应为一段文字。"),
    ] {
        refuse(&rest(more), message);
    }
    refuse(
        r#""slice":{"unit":"甲","indicators":["35","99"],"sent":"2022-07-20T09:30","base":{}}"#,
        "「slice.indicators[1]」（值为 \"99\"）不是本指标体系的指标或任务序号。",
    );
    refuse(
        r#""slice":{"unit":"甲","indicators":["35","35"],"sent":"2022-07-20T09:30","base":{}}"#,
        "「slice.indicators[1]」的值是 \"35\"，应为不重复的选项。",
    );
    refuse(
        r#""slice":{"indicators":[],"sent":"2022-07-20T09:30","base":{}}"#,
        "缺少「slice.unit」，应为一段不空白的文字。",
    );
    refuse(r#""slice":[]"#, "「slice」的值是 []，应为一组键和值（{…}）。");
}

#[test]
fn settings_of_a_plan() {
    let rest = r#""plan":{"target":"85.5","fixed":["14","2"],"efforts":{"1":5},"limits":{"19.helped":"300"},"released":["19.helped"]}"#;
    let form = accept(rest);
    let indicator = |id: &str| county().indicator(id).expect(id);
    let helped = county().field("19.helped").expect("a field");
    assert_eq!(form.plan.target, Some(Decimal::new(855, 1)));
    assert_eq!(form.plan.fixed, [indicator("2"), indicator("14")]);
    assert_eq!(form.plan.efforts.get(&indicator("1")), Some(&5));
    assert_eq!(form.plan.limits.get(&helped), Some(&Decimal::from(300)));
    assert_eq!(form.plan.released, [helped]);
    assert!(!form.plan.closed(county()).contains(&helped));
    assert_eq!(read(&write(&form)).as_ref(), Ok(&form));
    assert!(form.extra.is_empty());
    assert!(form.content().plan.is_empty(), "no snapshot and no slice holds them");

    refuse(r#""plan":{"efforts":{"1":6}}"#, "「plan.efforts.1」的值是 6，应为从 1 到 5 的数。");
    refuse(
        r#""plan":{"fixed":["99"]}"#,
        "「plan.fixed[0]」（值为 \"99\"）不是本指标体系的指标或任务序号。",
    );
}

#[test]
fn what_is_no_plan_is_kept_to_the_letter() {
    for other in [r#""a note""#, "{}", "[1]", r#"{"target":"85","of-a-later-version":1}"#] {
        let form = accept(&format!(r#""plan":{other}"#));
        assert!(form.plan.is_empty());
        assert_eq!(form.extra, [("plan".to_owned(), other.to_owned())]);
        let again = read(&write(&form)).expect("what was read");
        assert_eq!(again, form);
    }
    // Settings that are made beside it take the key; the other keeps another name.
    let mut form = accept(r#""plan":"a note""#);
    form.plan.target = Some(Decimal::TEN);
    let again = read(&write(&form)).expect("what was read");
    assert_eq!(again.plan, form.plan);
    assert_eq!(again.extra, [("plan_".to_owned(), r#""a note""#.to_owned())]);
}
