//! Forms whose papers are made, and how one is made.

use qiangxian::desk::Desk;
use qiangxian::form::{Evidence, Form, read};
use qiangxian::papers::{self, Paper};
use qiangxian::rulebook::{Adjustment, Day, Kind, editions};
use qiangxian::text::papers as words;

pub const SAMPLE: &str = include_str!("../../../seeds/sample-county.qiangxian.json");
pub const FILLED: &str = include_str!("../../data/scored/filled-base-60.qiangxian.json");
const VETOED: &str = include_str!("../../data/scored/adjusted-and-vetoed.qiangxian.json");
const BLANK: &str = include_str!("../../data/scored/blank.qiangxian.json");

pub fn today() -> Day {
    Day::new(2022, 7, 1).expect("a day")
}

/// A paper of a form's baseline.
#[track_caller]
pub fn made(form: &Form, paper: Paper) -> Vec<u8> {
    with_desk(form, None, |desk| papers::paper(desk, paper, None)).expect("a paper")
}

pub fn with_desk<T>(form: &Form, scenario: Option<&str>, read: impl FnOnce(&Desk) -> T) -> T {
    let case = form.case_under(scenario);
    let card = form.score(&case);
    read(&Desk::new(form, &case, &card, today()))
}

pub fn city() -> Form {
    let rulebook = editions::all().find(|one| one.kind == Kind::Checklist).expect("a checklist");
    Form { county: "某市".to_owned(), ..Form::new(rulebook) }
}

/// Forms of every kind.
pub fn forms() -> Vec<(&'static str, Form)> {
    let texts = [("sample", SAMPLE), ("filled", FILLED), ("vetoed", VETOED), ("blank", BLANK)];
    let mut forms: Vec<(&'static str, Form)> =
        texts.map(|(name, text)| (name, read(text).expect("a form"))).into();
    let text = r#"{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018",
        "county":"某市","answers":{"27.standardised":"45"}}"#;
    forms.push(("city", read(text).expect("a form")));
    forms
}

/// What users can type that a document must survive.
const WILD: &str = "甲\u{0}<w:p>&amp;\u{8}\u{FFFF}]]>\u{202E}乙\r\n\"引'用\"\t丙\u{b}𠮷😀";

/// The sample with wild texts wherever a text can be typed.
pub fn wild(long: usize) -> Form {
    let mut form = read(SAMPLE).expect("the sample");
    let text = format!("{WILD}{}", "长文".repeat(long));
    form.county.clone_from(&text);
    form.veto = vec![text.clone(), text.clone()];
    for id in form.edition.indicator_ids() {
        form.notes.insert(id, text.clone());
        let row = Evidence {
            title: text.clone(),
            number: Some(text.clone()),
            date: Some("2022".to_owned()),
            place: Some(text.clone()),
            ready: Some(true),
        };
        form.evidence.insert(id, vec![row.clone(), row]);
        if let Some(adjustment) = form.adjustments.get(&id).cloned() {
            let reason = text.clone();
            form.adjustments.insert(id, Adjustment { reason, ..adjustment });
        }
    }
    form
}

/// How many titles a paper has: an order for each unit.
pub fn titles(form: &Form, paper: Paper) -> usize {
    match paper {
        Paper::Orders => with_desk(form, None, |desk| words::orders(desk).len()),
        Paper::Covers => form.evidence.values().filter(|rows| !rows.is_empty()).count(),
        _ => 1,
    }
}
