//! The desk: gaps, proofs, departments, deadlines, targets and the overview.

mod calls;
mod checklist;
mod departments;
mod doubts;
mod due;
mod gaps;
mod targets;
mod whole;

use qiangxian::desk::Desk;
use qiangxian::form::{Form, read, read_with};
use qiangxian::rulebook::{Day, IndicatorId, Rulebook, source};
use qiangxian::text::form_problem;

/// A form of the county index.
#[track_caller]
fn county(body: &str) -> Form {
    edition("shandong-county-2022", body)
}

/// A form of the city checklist.
#[track_caller]
fn city(body: &str) -> Form {
    edition("jinan-city-2018", body)
}

#[track_caller]
fn edition(id: &str, body: &str) -> Form {
    let text = format!(r#"{{"format":"qiangxian.form","version":1,"rulebook":"{id}",{body}}}"#);
    read(&text).unwrap_or_else(|problem| panic!("{}", form_problem(&problem)))
}

fn sample() -> Form {
    let text = include_str!("../../seeds/sample-county.qiangxian.json");
    read(text).unwrap_or_else(|problem| panic!("{}", form_problem(&problem)))
}

/// A form of a rulebook that is no edition of this build.
#[track_caller]
fn of(toml: &str, body: &str) -> Form {
    let rulebook: &'static Rulebook = Box::leak(Box::new(source::read(toml).unwrap()));
    let text =
        format!(r#"{{"format":"qiangxian.form","version":1,"rulebook":"{}",{body}}}"#, rulebook.id);
    read_with(&text, |_| Some(rulebook))
        .unwrap_or_else(|problem| panic!("{}", form_problem(&problem)))
}

/// Looks at a form's baseline on a day.
fn on<T>(form: &Form, day: &str, look: impl FnOnce(&Desk) -> T) -> T {
    let card = form.scorecard();
    look(&Desk::new(form, &form.case, &card, Day::parse(day).unwrap()))
}

#[track_caller]
fn indicator(form: &Form, id: &str) -> IndicatorId {
    form.edition.indicator(id).unwrap()
}

/// Indicators by their numbers in the document.
fn numbers(form: &Form, ids: &[IndicatorId]) -> Vec<&'static str> {
    ids.iter().map(|id| form.edition.0[*id].id).collect()
}
