//! What reviewers say of the points: in form files, and what a signature binds.

use qiangxian::form::{Form, Review, ReviewFinding, ReviewStage, Verdict, read, write};
use qiangxian::rulebook::IndicatorId;
use qiangxian::text::form_problem;
use rust_decimal::Decimal;

/// A form with both rounds, the first of them signed.
fn reviewed() -> Form {
    let mut form = Form::blank().unwrap();
    form.county = "示例县".to_owned();
    let finding = |verdict, points: Option<i64>, reason: &str| ReviewFinding {
        verdict,
        points: points.map(|points| Decimal::new(points, 1)),
        reason: reason.to_owned(),
    };
    let mut first = Review { by: "王某".into(), signed: true, ..Review::default() };
    first.on = Some("2022-09-20".to_owned());
    first.rows.insert(IndicatorId(0), finding(Verdict::Confirmed, Some(0), ""));
    first.rows.insert(IndicatorId(1), finding(Verdict::Reduced, Some(15), "尚未推广"));
    first.rows.insert(IndicatorId(15), finding(Verdict::Pending, None, "缺文件"));
    form.reviews.insert(ReviewStage::First, first);
    let mut check = Review::default();
    check.rows.insert(IndicatorId(1), finding(Verdict::Reduced, None, ""));
    form.reviews.insert(ReviewStage::Check, check);
    form
}

#[test]
fn reviews_are_written_and_read_again() {
    let form = reviewed();
    assert_eq!(read(&write(&form)), Ok(form.clone()));
    assert!(!write(&Form::blank().unwrap()).contains("reviews"));
    assert!(form.content().reviews.is_empty(), "what a form says is without reviews");
}

/// Why a form with these reviews is refused.
#[track_caller]
fn refuse(rulebook: &str, reviews: &str, message: &str) {
    let file = format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"{rulebook}","reviews":{reviews}}}"#
    );
    match read(&file) {
        Ok(_) => panic!("accepted: {reviews}"),
        Err(problem) => assert_eq!(form_problem(&problem), message, "{reviews}"),
    }
}

#[test]
fn reviews_that_cannot_be_are_refused() {
    let county = "shandong-county-2022";
    for (reviews, message) in [
        (
            r#"[{"stage":"last"}]"#,
            "「reviews[0].stage」的值是 \"last\"，应为以下之一：first、check。",
        ),
        (
            r#"[{"stage":"first"},{"stage":"first"}]"#,
            "「reviews[1].stage」的值是 \"first\"，应为不重复的选项。",
        ),
        (
            r#"[{"stage":"first","rows":{"2":{"verdict":"reduced","points":"2.1"}}}]"#,
            "「reviews[0].rows.2.points」的值是 \"2.1\"，应为从 0 到 2 的数。",
        ),
        (
            r#"[{"stage":"first","rows":{"2":{"verdict":"reduced","points":"1.00001"}}}]"#,
            "「reviews[0].rows.2.points」的值是 \"1.00001\"，应为写在引号里的数，例如 \"96.5\"，小数点前至多 9 位、后至多 4 位，零不带负号。",
        ),
        (
            r#"[{"stage":"first","rows":{"2":{"points":"1"}}}]"#,
            "缺少「reviews[0].rows.2.verdict」，应为以下之一：confirmed、reduced、pending。",
        ),
        (
            r#"[{"stage":"first","signed":true,"by":"王某"}]"#,
            "缺少「reviews[0].on」，应为日历上有的日期，写作 年-月-日，例如 2022-03-01。",
        ),
        (
            r#"[{"stage":"first","signed":true,"on":"2022-09-20","by":" "}]"#,
            "「reviews[0].by」的值是 \" \"，应为一段不空白的文字。",
        ),
    ] {
        refuse(county, reviews, message);
    }
}

#[test]
fn a_checklist_has_no_reviews() {
    let city = qiangxian::rulebook::editions::all()
        .find(|one| one.kind == qiangxian::rulebook::Kind::Checklist)
        .unwrap();
    refuse(
        city.id,
        r#"[{"stage":"first"}]"#,
        r#"「reviews」（值为 [{"stage":"first"}]）不应出现，任务清单不计分。"#,
    );
}

#[test]
fn what_only_has_the_name_of_reviews_is_kept_to_the_letter() {
    let file = r#"{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022","reviews":["x"]}"#;
    let mut form = read(file).unwrap();
    assert_eq!(form.extra, [("reviews".to_owned(), r#"["x"]"#.to_owned())]);
    form.reviews = reviewed().reviews;
    let again = read(&write(&form)).unwrap();
    assert_eq!(again.reviews, form.reviews);
    assert_eq!(again.extra, [("reviews_".to_owned(), r#"["x"]"#.to_owned())]);
}

#[test]
fn what_was_signed_is_not_changed_and_the_rest_may_be() {
    let form = reviewed();
    let after = |change: fn(&mut Form)| {
        let mut after = form.clone();
        change(&mut after);
        form.breaks_sign_off(&after)
    };
    assert!(!after(|_| ()));
    assert!(after(|form| form.county = "别县".into()));
    assert!(after(|form| drop(form.notes.insert(IndicatorId(1), "见文件".into()))));
    assert!(after(|form| drop(form.reviews.remove(&ReviewStage::First))));
    assert!(!after(|form| drop(form.reviews.remove(&ReviewStage::Check))), "it is not signed");
    assert!(!after(|form| form.scenarios.push(qiangxian::form::Scenario::named("甲".into()))));
    let mut open = form.clone();
    open.reviews.remove(&ReviewStage::First);
    let mut other = open.clone();
    other.county = "别县".into();
    assert!(!open.breaks_sign_off(&other), "nothing is signed");
}
