//! Every rulebook of this build opens, and the lint says what is wrong with a
//! bad one: the exact words stand in the first line of each file in
//! `tests/data/rulebooks/bad/`.

use qiangxian::rulebook::{Rulebook, editions, source};
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

#[test]
fn a_bad_rulebook_is_refused_in_exact_words() {
    let bad = rulebooks("tests/data/rulebooks/bad");
    assert!(bad.len() >= 80, "only {} bad rulebooks were found", bad.len());
    let mut wrong = String::new();
    for path in bad {
        let text = text(&path);
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let expected = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# expected: "))
            .unwrap_or_else(|| panic!("{name}: the first line is not `# expected: …`"));
        let said = match source::read(&text) {
            Ok(_) => "it reads".to_string(),
            Err(problem) => problem.to_string(),
        };
        if said != expected {
            wrong += &format!("\n{name}\n  expected: {expected}\n  said:     {said}\n");
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
