//! The printed report is a proof: whoever has the paper alone, and neither the
//! rulebook nor this program, comes to the same points.
//!
//! [`reader`] knows no rule. It takes the figures out of the sentences that are
//! printed for an indicator, adds, caps and divides anew, and what it gets must
//! be what is printed as the points.

use crate::any_form;
mod reader;

use any_form::{form, keeps, method, whole};
use proptest::prelude::*;
use qiangxian::desk::Desk;
use qiangxian::form::{Form, read, read_with};
use qiangxian::rulebook::{Adjustment, Answer, Day, FieldKind, Rulebook, editions, source};
use qiangxian::text::report::paper_table;
use rust_decimal::Decimal;

const SAMPLE: &str = include_str!("../../seeds/sample-county.qiangxian.json");

/// Recomputes every indicator from the cells of its printed row.
#[track_caller]
fn check(form: &Form) {
    let card = form.scorecard();
    let today = Day::new(2022, 7, 1).expect("a day");
    let table = paper_table(&Desk::new(form, &form.case, &card, today));
    assert_eq!(table.rows.len(), form.edition.indicators.len());
    for (row, score) in table.rows.iter().zip(&card.indicators) {
        let [_, _, _, how, printed, _] = &row[..] else { panic!("six columns: {row:?}") };
        if score.state.is_some() {
            assert_eq!(reader::state(how), Some(printed.as_str()), "{row:#?}");
            continue;
        }
        let got = reader::points(how, reader::most(printed));
        let got = got.unwrap_or_else(|stuck| panic!("{stuck}\n{row:#?}"));
        assert_eq!(reader::shown(got), reader::printed(printed), "{got:?} {row:#?}");
        // What is printed is what is scored.
        let near = |one: Decimal, other: Decimal| (one - other).abs() < Decimal::new(1, 6);
        assert!(near(got.0, score.range.low) && near(got.1, score.range.high), "{got:?} {row:#?}");
    }
}

#[test]
fn the_sample_is_proved() {
    check(&read(SAMPLE).expect("the sample"));
}

#[test]
fn saved_forms_are_proved() {
    let forms = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/scored"));
    let mut proved = 0;
    for entry in forms.expect("the directory of forms") {
        let path = entry.expect("an entry").path();
        if path.to_string_lossy().ends_with(".qiangxian.json") {
            let form = read(&std::fs::read_to_string(&path).expect("a form file"));
            check(&form.unwrap_or_else(|_| panic!("{}", path.display())));
            proved += 1;
        }
    }
    assert!(proved >= 14);
}

#[test]
fn adjustments_are_proved() {
    let mut form = read(SAMPLE).expect("the sample");
    for id in form.edition.indicator_ids() {
        let points = (form.edition[id].points / Decimal::from(3)).round_dp(4);
        form.adjustments.insert(id, Adjustment { points, reason: "得 9 分，满分 9 分。".into() });
    }
    check(&form);
}

#[test]
fn tasks_are_proved() {
    let text = include_str!("../data/explain/tasks.toml");
    let rulebook: &'static Rulebook =
        Box::leak(Box::new(source::read(text).unwrap_or_else(|problem| panic!("{problem}"))));
    for status in ["", r#""1.status":"in-progress","#, r#""1.status":"met","#] {
        for port in ["", r#""2.no-port":true,"#, r#""2.no-port":false,"2.ports":2,"#] {
            for rest in [
                r#""3.filed":"80""#,
                r#""3.filed":"80.5","3.rank":10,"3.entered":true"#,
                r#""3.filed":"99","3.rank":11,"3.entered":true"#,
            ] {
                let text = format!(
                    r#"{{"format":"qiangxian.form","version":1,"rulebook":"tasks","answers":{{{status}{port}{rest}}}}}"#
                );
                check(&read_with(&text, |_| Some(rulebook)).expect("a form"));
            }
        }
    }
}

#[test]
fn the_reader_notices_what_is_wrong() {
    let check = |line: &str, total: &str| {
        let how = format!("{line}\n得 {total} 分（满分 4 分）。");
        reader::points(&how, Decimal::from(4)).map(reader::shown)
    };
    let two = |points: &str| Ok((points.to_owned(), points.to_owned()));
    assert_eq!(check("表彰：填 3 次，每次 0.5 分，共 1.5 分（本项最高 1 分）。", "1"), two("1"));
    assert!(check("表彰：填 3 次，每次 0.5 分，共 2 分（本项最高 1 分）。", "1").is_err());
    assert!(check("覆盖率：填 99%，要求不低于 100%，符合，得 1 分。", "1").is_err());
    assert!(check("得分由专家评定。", "1").is_err());
    assert_ne!(check("平台：填“是”，得 2 分。", "4"), two("4"));
}

#[test]
fn the_citys_tasks_are_proved() {
    let rulebook = editions::find("jinan-city-2018").expect("the edition is in this build");
    let mut form = Form::new(rulebook);
    check(&form);
    for (at, field) in rulebook.field_ids().enumerate() {
        let answer = match rulebook[field].kind {
            FieldKind::YesNo => Answer::YesNo(at % 3 != 0),
            FieldKind::Choice => Answer::Choice((at % 3) as u8),
            FieldKind::Count => Answer::Count(at as u32 % 12),
            _ => Answer::Figure(Decimal::from(if at % 3 == 0 { 50 } else { 100 })),
        };
        form.case.answers.set(field, Some(answer));
    }
    check(&form);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_form_is_proved(all in whole(), method in method(), keeps in keeps()) {
        check(&form(&all, method, &keeps));
        check(&form(&all, method, &[]));
    }
}
