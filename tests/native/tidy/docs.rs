//! What documents and comments name is there: files, functions, types, and the
//! picture of the rooms.

use super::source::Source;
use super::{ROOMS, none};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A text, by its path from the repository's root.
struct Page {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below some folders and beside them, but for what is built.
fn files() -> Vec<Page> {
    let mut all = Vec::new();
    let mut waiting: Vec<PathBuf> =
        ["src", "docs", "tests", "xtask", "benches", "examples", "style", "seeds", ".github"]
            .map(|folder| root().join(folder))
            .into();
    let beside = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    waiting.extend(beside.filter(|path| path.is_file()));
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.is_file() {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            all.push(Page { path, text });
        }
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

/// What stands between backticks, with what stands between it and the next.
fn quoted(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts: Vec<&str> = text.split('`').collect();
    let pairs =
        (1..parts.len()).step_by(2).map(|at| (parts[at], *parts.get(at + 1).unwrap_or(&"")));
    pairs.collect::<Vec<_>>().into_iter()
}

/// Documents, and the comments of the sources.
fn documents(files: &[Page]) -> Vec<Page> {
    let mut all = Vec::new();
    for Page { path, text } in files {
        // What changed is told of files that are gone by now.
        if path.ends_with(".md") && path != "CHANGELOG.md" {
            all.push(Page { path: path.clone(), text: text.clone() });
        } else if path.ends_with(".rs") && !path.starts_with("tests/native/tidy") {
            let comments = text.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
            let comments = comments.map(|line| line.trim_start_matches(['/', '!']));
            all.push(Page { path: path.clone(), text: comments.collect::<Vec<_>>().join("\n") });
        }
    }
    all
}

fn is_path(name: &str) -> bool {
    let is_file = [".rs", ".md", ".toml", ".css", ".yml"].iter().any(|end| name.ends_with(end));
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    // `seeds/ID.toml` stands for any.
    let is_pattern = name.contains("//") || name.starts_with('.') || name.ends_with("/ID.toml");
    is_file && name.chars().all(plain) && !is_pattern
}

#[test]
fn documents_and_comments_name_only_files_that_are_there() {
    let files = files();
    let is_there = |from: &str, name: &str| {
        let beside =
            from.rsplit_once('/').map_or(name.to_owned(), |(dir, _)| format!("{dir}/{name}"));
        let end = format!("/{name}");
        files
            .iter()
            .any(|file| file.path == name || file.path == beside || file.path.ends_with(&end))
    };
    let mut wrong = Vec::new();
    for page in documents(&files) {
        for (name, _) in quoted(&page.text) {
            if is_path(name) && !is_there(&page.path, name) {
                wrong.push(format!("{}: there is no `{name}`", page.path));
            }
        }
        if page.path.ends_with(".md") {
            for link in page.text.split("](").skip(1) {
                let target = link.split([')', '#']).next().unwrap_or_default();
                let dir = root().join(&page.path).parent().unwrap().join(target);
                if !target.is_empty() && !target.contains("://") && !dir.exists() {
                    wrong.push(format!("{}: the link to {target} leads nowhere", page.path));
                }
            }
        }
    }
    none(wrong);
}

/// Types and modules of other crates that documents name.
const FOREIGN: &[&str] = &["std", "Signal"];

/// Whether a text defines a name: an item, a field or a variant.
fn defines(code: &str, name: &str) -> bool {
    let starts = code.match_indices(name).filter(|(at, _)| {
        let (before, after) = (&code[..*at], &code[at + name.len()..]);
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let is_whole = !before.ends_with(is_name) && !after.starts_with(is_name);
        let last = before.trim_end().rsplit(|c: char| !is_name(c)).next().unwrap_or_default();
        let is_item = ["fn", "struct", "enum", "trait", "const", "mod"].contains(&last)
            && before.ends_with(' ');
        let line = before.rsplit('\n').next().unwrap_or_default().trim();
        let is_part = matches!(line, "" | "pub" | "pub(super)" | "pub(crate)");
        is_whole && (is_item || is_part && !after.starts_with("::"))
    });
    starts.count() > 0
}

#[test]
fn documents_name_only_code_that_is_there() {
    let sources = Source::all();
    let modules: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| source.path.split(['/', '.']).filter(|part| *part != "rs"))
        .collect();
    let defined = |name: &str| sources.iter().any(|source| defines(&source.code, name));
    let mut wrong = Vec::new();
    for page in documents(&files()) {
        let is_told = |path: &str| path.starts_with("docs/") || path == "CONTRIBUTING.md";
        if !is_told(&page.path) {
            continue;
        }
        for (name, _) in quoted(&page.text) {
            let parts: Vec<&str> = name.split("::").collect();
            let word = |part: &&str| part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            if parts.len() < 2 || !parts.iter().all(word) || FOREIGN.contains(&parts[0]) {
                continue;
            }
            // Each part is a module, or is defined, in order.
            for part in &parts {
                if !modules.contains(part) && !defined(part) {
                    wrong.push(format!("{}: `{name}`: there is no `{part}`", page.path));
                }
            }
            if let [room, item] = parts[..]
                && ROOMS.iter().any(|(known, _)| *known == room)
                && !modules.contains(item)
                && !sources.iter().any(|s| s.room() == Some(room) && defines(&s.code, item))
            {
                wrong.push(format!("{}: `{name}`: `{item}` is not in `{room}`", page.path));
            }
        }
        // A name with the file that it is in: `name` (`src/file.rs`).
        let all: Vec<(&str, &str)> = quoted(&page.text).collect();
        for two in all.windows(2) {
            let [(name, between), (path, _)] = two else { continue };
            let item = name.rsplit("::").next().unwrap_or_default();
            let is_item =
                !item.is_empty() && item.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            let Some(source) = sources.iter().find(|source| source.path == *path) else { continue };
            if matches!(*between, " (" | " in ") && is_item && !defines(&source.code, item) {
                wrong.push(format!("{}: `{name}` is not in {path}", page.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn the_picture_in_the_readme_is_the_map() {
    let readme = include_str!("../../../README.md");
    let picture = readme.split_once("```mermaid\n").and_then(|(_, rest)| rest.split_once("```"));
    let picture = picture.expect("a picture in README.md").0;
    // Solid arrows lead on, dotted ones to one room alone.
    let mut arrows: BTreeMap<&str, Vec<(&str, bool)>> = BTreeMap::new();
    for line in picture.lines() {
        let (from, to, leads_on) = match (line.split_once(" --> "), line.split_once(" -.-> ")) {
            (Some((from, to)), _) => (from, to, true),
            (_, Some((from, to))) => (from, to, false),
            _ => continue,
        };
        for from in from.split('&').map(str::trim) {
            let to = to.split('&').map(|to| (to.trim(), leads_on));
            arrows.entry(from).or_default().extend(to);
        }
    }
    /// Gathers the rooms that arrows lead to; `from` are those that they lead on from.
    fn reach<'a>(
        room: &'a str,
        arrows: &BTreeMap<&'a str, Vec<(&'a str, bool)>>,
        from: &mut BTreeSet<&'a str>,
        all: &mut BTreeSet<&'a str>,
    ) {
        for (to, leads_on) in arrows.get(room).map(Vec::as_slice).unwrap_or_default() {
            all.insert(to);
            if *leads_on && from.insert(to) {
                reach(to, arrows, from, all);
            }
        }
    }
    for (room, allowed) in ROOMS {
        let (mut from, mut all) = (BTreeSet::new(), BTreeSet::new());
        reach(room, &arrows, &mut from, &mut all);
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        assert_eq!(
            all, allowed,
            "the arrows of `{room}` in README.md, and ROOMS in tests/native/tidy.rs"
        );
    }
    let drawn = arrows
        .iter()
        .flat_map(|(from, to)| std::iter::once(*from).chain(to.iter().map(|(to, _)| *to)));
    let known = |room: &str| ROOMS.iter().any(|(known, _)| *known == room);
    none(drawn.filter(|room| !known(room)).map(|room| format!("`{room}` is no room")).collect());
}
