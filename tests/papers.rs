//! The papers that are handed in: what their documents say, and that they are
//! documents whatever was typed.

#![cfg(not(target_arch = "wasm32"))]

#[path = "papers/docx.rs"]
mod docx;

use docx::{Docx, Package};
use qiangxian::desk::Desk;
use qiangxian::form::{Evidence, Form, read};
use qiangxian::papers::{self, Paper};
use qiangxian::rulebook::{Day, Kind, editions};
use qiangxian::score::shown;

const SAMPLE: &str = include_str!("../seeds/sample-county.qiangxian.json");
const FILLED: &str = include_str!("forms/filled-base-60.qiangxian.json");
const VETOED: &str = include_str!("forms/adjusted-and-vetoed.qiangxian.json");
const BLANK: &str = include_str!("forms/blank.qiangxian.json");

fn today() -> Day {
    Day::new(2022, 7, 1).expect("a day")
}

/// A paper of a form's baseline.
#[track_caller]
fn made(form: &Form, paper: Paper) -> Vec<u8> {
    with_desk(form, None, |desk| papers::paper(desk, paper, None)).expect("a paper")
}

fn with_desk<T>(form: &Form, scenario: Option<&str>, read: impl FnOnce(&Desk) -> T) -> T {
    let case = form.case_under(scenario);
    let card = form.score(&case);
    read(&Desk::new(form, &case, &card, today()))
}

fn city() -> Form {
    let rulebook = editions::all().find(|one| one.kind == Kind::Checklist).expect("a checklist");
    Form { county: "某市".to_owned(), ..Form::new(rulebook) }
}

/// Forms of every kind.
fn forms() -> Vec<(&'static str, Form)> {
    let texts = [("sample", SAMPLE), ("filled", FILLED), ("vetoed", VETOED), ("blank", BLANK)];
    let mut forms: Vec<(&'static str, Form)> =
        texts.map(|(name, text)| (name, read(text).expect("a form"))).into();
    let text = r#"{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018",
        "county":"某市","answers":{"27.standardised":"45"}}"#;
    forms.push(("city", read(text).expect("a form")));
    forms
}

/// Writes every paper of every form, to be looked at.
#[test]
fn papers_are_written_for_looking_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    for (name, form) in forms() {
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        for paper in Paper::all(form.edition.kind) {
            let start = std::time::Instant::now();
            let bytes = made(&form, *paper);
            println!("{name} {}: {} bytes, {:?}", paper.id(), bytes.len(), start.elapsed());
            std::fs::write(folder.join(format!("{}.docx", paper.id())), bytes).expect("a file");
        }
    }
}
