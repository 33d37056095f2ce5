//! Every file that a release wrote opens in every later release, and scores
//! the same. Files in `tests/data/scored/` are added, never changed or removed; the
//! scores beside them were computed by an independent program in fractions.

use qiangxian::form::{Form, read, read_bytes, write};
use qiangxian::score::report;
use qiangxian::text::form_problem;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn forms() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/scored");
    let mut all: Vec<PathBuf> = fs::read_dir(directory)
        .expect("the directory of forms")
        .map(|entry| entry.expect("an entry of the directory").path())
        .filter(|path| path.to_string_lossy().ends_with(".qiangxian.json"))
        .collect();
    all.sort();
    assert!(all.len() >= 14, "only {} forms were found", all.len());
    all
}

fn open(path: &Path) -> Form {
    let bytes = fs::read(path).expect("a form file");
    read_bytes(&bytes).unwrap_or_else(|p| panic!("{}: {}", path.display(), form_problem(&p)))
}

fn expected(path: &Path) -> Value {
    let path = path.to_string_lossy().replace(".qiangxian.json", ".expected.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The baseline's and the scenarios' scorecards, as the expected file has them.
fn scored(form: &Form) -> Value {
    let line = |card| {
        let line = report(form.edition.0, &form.county, &card);
        serde_json::from_str::<Value>(&line).expect("a line of JSON")
    };
    let scenarios = form
        .scenarios
        .iter()
        .map(|scenario| (scenario.name.clone(), line(form.score(&form.case.under(scenario)))));
    let scenarios: serde_json::Map<String, Value> = scenarios.collect();
    serde_json::json!({ "baseline": line(form.scorecard()), "scenarios": scenarios })
}

#[test]
fn every_form_scores_as_it_always_did() {
    for path in forms() {
        let (scored, expected) = (scored(&open(&path)), expected(&path));
        for (was, is) in [
            (&expected["baseline"]["indicators"], &scored["baseline"]["indicators"]),
            (&expected["scenarios"], &scored["scenarios"]),
            (&expected, &scored),
        ] {
            assert_eq!(is, was, "{}", path.display());
        }
    }
}

#[test]
fn every_form_is_the_same_after_saving() {
    for path in forms() {
        let form = open(&path);
        let again = read(&write(&form)).unwrap_or_else(|p| panic!("{}", form_problem(&p)));
        assert_eq!(again, form, "{}", path.display());
    }
}
