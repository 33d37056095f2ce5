//! Every rulebook of this build opens, and the lint says what is wrong with a
//! bad one: `tests/data/rulebooks/bad.toml` lists them as changes of good ones, with
//! the exact words.

use qiangxian::rulebook::{Rulebook, editions, source};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// The rulebooks in a directory of this repository, by name.
fn rulebooks(directory: &str) -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join(directory);
    let mut all: Vec<PathBuf> = fs::read_dir(&directory)
        .unwrap_or_else(|e| panic!("{}: {e}", directory.display()))
        .map(|entry| entry.expect("an entry of the directory").path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    all.sort();
    all
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Good rulebooks, changed so that the lint refuses them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    bad: Vec<Bad>,
}

/// A good rulebook with changes, and what the lint says of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bad {
    name: String,
    /// The name of the good rulebook.
    of: String,
    says: String,
    change: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    from: String,
    to: String,
}

impl Bad {
    fn text(&self) -> String {
        let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rulebooks/good");
        let mut text = text(&good.join(format!("{}.toml", self.of)));
        for Change { from, to } in &self.change {
            let times = text.matches(from.as_str()).count();
            assert_eq!(times, 1, "{}: how often {from:?} stands in {}", self.name, self.of);
            text = text.replace(from.as_str(), to);
        }
        text
    }
}

#[test]
fn a_bad_rulebook_is_refused_in_exact_words() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rulebooks/bad.toml");
    let Refused { bad } = toml::from_str(&text(&path)).expect("bad rulebooks");
    assert!(bad.len() >= 128, "only {} bad rulebooks were found", bad.len());
    let mut names: Vec<&str> = bad.iter().map(|bad| bad.name.as_str()).collect();
    names.dedup();
    assert!(names.len() == bad.len() && names.is_sorted(), "by name, each once");
    let mut wrong = String::new();
    for bad in &bad {
        let said = match source::read(&bad.text()) {
            Ok(_) => "it reads".to_string(),
            Err(problem) => problem.to_string(),
        };
        if said != bad.says {
            wrong += &format!("\n{}\n  expected: {}\n  said:     {said}\n", bad.name, bad.says);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_good_rulebook_reads() {
    let good = rulebooks("tests/data/rulebooks/good");
    assert!(!good.is_empty());
    for path in good {
        if let Err(problem) = source::read(&text(&path)) {
            panic!("{}: {problem}", path.display());
        }
    }
}

#[test]
fn every_edition_opens_as_its_source_reads() {
    let seeds = rulebooks("seeds");
    assert_eq!(editions::all().count(), seeds.len(), "every seed is an edition, and opens");
    for path in seeds {
        let source =
            source::read(&text(&path)).unwrap_or_else(|p| panic!("{}: {p}", path.display()));
        let source: &'static Rulebook = Box::leak(Box::new(source));
        assert_eq!(path.file_stem().and_then(|s| s.to_str()), Some(source.id));
        assert_eq!(editions::find(source.id), Some(source.of_year(source.year)));
    }
}
