//! The fictional form that the page offers to try things out with. Its totals
//! were worked out apart from this program, in exact fractions.

use qiangxian::form::{Form, read, write};
use qiangxian::score::{Range, shown};
use qiangxian::text::form_problem;

fn sample() -> Form {
    let text = include_str!("../../seeds/sample-county.qiangxian.json");
    read(text).unwrap_or_else(|problem| panic!("{}", form_problem(&problem)))
}

fn figures(range: Range) -> [String; 2] {
    [shown(range.low, 4), shown(range.high, 4)]
}

#[test]
fn scores_what_it_scored() {
    let form = sample();
    assert_eq!(form.county, "示例县");
    let card = form.scorecard();
    assert_eq!(figures(card.total.range), ["75.5467", "83.5467"]);
    assert_eq!(figures(card.unadjusted), ["76.0467", "84.0467"]);
    let dimensions: Vec<[String; 2]> = card.dimensions.iter().map(|d| figures(d.range)).collect();
    assert_eq!(
        dimensions,
        [["10.5", "10.5"], ["11.7661", "11.7661"], ["21.3758", "26.3758"], ["31.9047", "34.9047"]]
    );
}

#[test]
fn shows_what_the_page_can() {
    let form = sample();
    let (answered, fields) = form.answered(&form.case);
    assert_eq!((answered, fields), (80, 93));
    assert!(!form.adjustments.is_empty() && !form.notes.is_empty());
    let ready = |wanted| form.evidence.values().flatten().any(|row| row.ready == Some(wanted));
    assert!(ready(true) && ready(false));
    let scenario = form.scenarios.first().expect("a scenario");
    let card = form.score(&form.case.under(scenario));
    assert_eq!(figures(card.total.range), ["78.0467", "86.0467"]);
}

#[test]
fn survives_writing() {
    let form = sample();
    assert_eq!(read(&write(&form)), Ok(form));
}
