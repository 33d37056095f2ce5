//! The map in `src/lib.rs`, held: which room may use which, who knows the
//! browser, where sentences stand, and what is nowhere.

mod docs;
mod items;
mod source;

use source::{Name, Source};

/// The rooms, each with the rooms that it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("rulebook", &[]),
    ("score", &["rulebook"]),
    ("form", &["rulebook", "score"]),
    ("link", &["rulebook", "score", "form"]),
    ("desk", &["rulebook", "score", "form"]),
    ("plan", &["rulebook", "score", "form"]),
    ("league", &["rulebook", "score", "form"]),
    ("storage", &["rulebook", "score", "form"]),
    ("text", &["rulebook", "score", "form", "desk", "link", "plan", "league", "storage"]),
    ("sheets", &["rulebook", "score", "form", "desk", "text"]),
    ("papers", &["rulebook", "score", "form", "desk", "plan", "text"]),
    (
        "session",
        &["rulebook", "score", "form", "desk", "link", "plan", "league", "storage", "text"],
    ),
    (
        "ui",
        &[
            "rulebook", "score", "form", "desk", "link", "plan", "league", "storage", "text",
            "papers", "session",
        ],
    ),
];

/// What only some places know: crates by the beginning of their names.
const KNOWN_ONLY_IN: &[(&str, &[&str])] = &[
    ("leptos", &["src/ui/"]),
    ("web_sys", &["src/ui/", "src/storage/browser.rs"]),
    // The page's engine carries the tables of Unicode's normal forms.
    ("js_sys", &["src/ui/", "src/storage/browser.rs", "src/score/fold.rs"]),
    ("gloo", &["src/ui/", "src/storage/browser.rs"]),
    ("wasm_bindgen", &["src/ui/", "src/storage/browser.rs", "src/sheets/main.rs"]),
    ("console_error_panic_hook", &["src/ui/"]),
];

/// Chinese that is no sentence for users, outside `src/text`.
const CHINESE: &[&str] = &[
    // Units that people type behind a figure.
    "src/form/typed.rs",
    "src/form/typed/date.rs",
    "src/form/typed/unit.rs",
    // The names of fonts.
    "src/papers/fonts.rs",
    // The name of a number format in Chinese spreadsheets.
    "src/sheets/shown.rs",
    // What forms usually hold, by which links are short. Never shown.
    "src/link/typical.rs",
    "src/link/words.rs",
];

/// Fails with everything that was found wrong.
#[track_caller]
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What is wrong with names in the code, each with its place.
fn wrong_names(wrong: impl Fn(&Source, &Name) -> Option<String>) -> Vec<String> {
    let all = Source::all();
    let of = |source: &Source| {
        let found = source.names().filter_map(|name| {
            wrong(source, &name).map(|what| format!("{}:{}: {what}", source.path, name.line()))
        });
        found.collect::<Vec<_>>()
    };
    all.iter().flat_map(of).collect()
}

/// What is wrong with strings and characters, each with its place.
fn wrong_literals(wrong: impl Fn(&Source, &str) -> Option<String>) -> Vec<String> {
    let all = Source::all();
    let of = |source: &Source| {
        let found = source.literals.iter().filter_map(|literal| {
            let what = wrong(source, &literal.text)?;
            Some(format!("{}:{}: {what}: {}", source.path, literal.line, literal.text))
        });
        found.collect::<Vec<_>>()
    };
    all.iter().flat_map(of).collect()
}

fn allowed(room: &str) -> Option<&'static [&'static str]> {
    ROOMS.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed)
}

#[test]
fn every_file_is_in_a_room_of_the_map() {
    let rows =
        include_str!("../../src/lib.rs").lines().filter_map(|line| line.strip_prefix("//! |"));
    let rooms: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    let is_on_map = |room: &str| rooms.contains(&room);
    let mut wrong = Vec::new();
    for source in Source::all() {
        let path = &source.path;
        match source.room() {
            None if matches!(path.as_str(), "src/lib.rs" | "src/main.rs") => {}
            None => wrong.push(format!("{path}: it stands beside the rooms; put it into one")),
            Some(room) if allowed(room).is_none() => {
                wrong.push(format!("{path}: `{room}` is not in ROOMS of tests/native/tidy.rs"));
            }
            Some(room) if !is_on_map(room) => {
                wrong.push(format!("{path}: `{room}` is not on the map in src/lib.rs"));
            }
            Some(_) => {}
        }
    }
    wrong.dedup();
    none(wrong);
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    none(wrong_names(|source, name| {
        let room = source.room()?;
        if name.text != "crate" {
            return None;
        }
        let allowed = allowed(room)?;
        let strange = name.nexts().into_iter().find(|n| *n != room && !allowed.contains(n))?;
        let list = if allowed.is_empty() { "no other room".into() } else { allowed.join(", ") };
        Some(format!("`{room}` uses `crate::{strange}`; it may use {list}"))
    }));
}

#[test]
fn no_room_is_left_by_way_of_super() {
    none(wrong_names(|source, name| {
        let room = source.room()?;
        if name.text != "super" || name.before.ends_with("super::") {
            return None;
        }
        let mut steps = 1;
        let mut rest = name.after;
        while let Some(more) = rest.strip_prefix("::super") {
            steps += 1;
            rest = more;
        }
        (steps >= source.depth())
            .then(|| format!("this `super` leaves `{room}`; write `crate::…`, which is checked"))
    }));
}

#[test]
fn only_the_page_knows_leptos_and_the_browser() {
    none(wrong_names(|source, name| {
        let (krate, places) = KNOWN_ONLY_IN.iter().find(|(k, _)| name.text.starts_with(k))?;
        let is_path = name.after.starts_with("::") || name.before.ends_with("use ");
        let known = places.iter().any(|place| source.path.starts_with(place));
        (is_path && !known).then(|| format!("`{krate}` is known only in {}", places.join(", ")))
    }));
}

#[test]
fn the_heart_has_no_clock_disk_network_or_threads() {
    none(wrong_names(|source, name| {
        let outer = ["fs", "net", "env", "process", "thread", "time", "io"];
        let strange = name.nexts().into_iter().find(|n| outer.contains(n))?;
        // Workbooks and papers lie in memory, behind a `Cursor`.
        let in_memory = matches!(source.room(), Some("sheets" | "papers")) && strange == "io";
        // Leptos takes a length of time as a `Duration`.
        let is_length = source.room() == Some("ui") && name.after.starts_with("::time::Duration");
        (name.text == "std" && source.room().is_some() && !in_memory && !is_length)
            .then(|| format!("`std::{strange}` does not work in the page; take it as an argument"))
    }));
}

#[test]
fn no_float_comes_near_a_score() {
    none(wrong_names(|source, name| {
        let exact = ["rulebook", "score", "form", "desk", "link", "plan", "league", "text"];
        let is_float = matches!(name.text, "f32" | "f64");
        (is_float && exact.contains(&source.room()?))
            .then(|| format!("`{}`: figures are `Decimal` here", name.text))
    }));
}

#[test]
fn sentences_stand_in_text() {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}');
    none(wrong_literals(|source, text| {
        let is_known = source.room() == Some("text") || CHINESE.contains(&source.path.as_str());
        (!is_known && text.contains(is_han)).then(|| "words for users belong in src/text".into())
    }));
}

#[test]
fn nothing_panics_on_purpose() {
    none(wrong_names(|_, name| {
        let panics = match name.text {
            "unwrap" | "unwrap_err" | "expect_err" => {
                name.before.ends_with('.') && name.after.starts_with('(')
            }
            // A reader has a method of its own by this name.
            "expect" => {
                name.before.ends_with('.')
                    && !name.before.ends_with("self.")
                    && name.after.starts_with('(')
            }
            "panic" | "unreachable" | "todo" | "unimplemented" | "dbg" => {
                name.after.starts_with('!')
            }
            _ => false,
        };
        panics
            .then(|| format!("`{}`: what users typed or stored must not stop the page", name.text))
    }));
}

#[test]
fn nothing_is_sent_and_no_markup_is_written() {
    let mut wrong = wrong_names(|source, name| {
        let name = name.text;
        let sends = ["XmlHttpRequest", "WebSocket", "EventSource", "RtcPeerConnection"];
        let lower = name.to_ascii_lowercase();
        if sends.contains(&name) || lower.contains("fetch") || lower.contains("beacon") {
            return Some(format!("`{name}`: nothing leaves the page"));
        }
        if lower.ends_with("_html") || name == "eval" || name == "Function" {
            return Some(format!("`{name}`: elements are built, markup and code are not read"));
        }
        (source.room() == Some("storage") && name == "clear")
            .then(|| "`clear` would empty what other apps keep on the same origin".into())
    });
    wrong.extend(wrong_literals(|_, text| {
        let text = text.trim_matches('"').to_ascii_lowercase();
        // The name of a namespace, not an address.
        if text == "http://www.w3.org/2000/svg" {
            return None;
        }
        let handler = text.strip_prefix("on").is_some_and(|rest| {
            ["click", "load", "error", "input", "change", "focus", "blur"].contains(&rest)
        });
        let is = handler
            || matches!(text.as_str(), "fetch" | "eval" | "style")
            || ["<script", "javascript:", "://"].iter().any(|part| text.contains(part));
        is.then(|| "the page's policy refuses this".into())
    }));
    none(wrong);
}

#[test]
fn main_only_mounts_the_app() {
    let main = include_str!("../../src/main.rs");
    let functions = main.lines().filter(|line| line.starts_with("fn ")).count();
    assert!(
        functions == 1 && main.lines().count() < 15,
        "src/main.rs mounts the app, nothing else"
    );
}

mod taking_apart {
    use super::source::{Literal, Source};

    #[test]
    fn comments_literals_and_tests_are_told_from_code() {
        let text = r##"// crate::a
use crate::{form::{self, Form}, score}; /* "b" /* c */ */
fn f<'a>(x: &'a str) -> char { let y = r#"d"e"#; "\"f"; '\''; '"'; b"g"; 'h' }
#[cfg(test)]
mod tests {
    fn t() { "}"; x.unwrap() }
}
fn last() {}
"##;
        let source = Source::read("src/room/file.rs", text);
        let literals: Vec<&str> = source.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(literals, [r##"r#"d"e"#"##, r#""\"f""#, r"'\''", "'\"'", "\"g\"", "'h'"]);
        assert_eq!(source.literals.first().map(|l: &Literal| l.line), Some(3));
        let names: Vec<&str> = source.names().map(|n| n.text).collect();
        assert!(!names.contains(&"unwrap") && names.contains(&"last"), "{names:?}");
        let paths: Vec<_> = source.names().filter(|n| n.text == "crate").collect();
        assert_eq!(paths.len(), 1);
        assert_eq!(paths[0].nexts(), ["form", "score"]);
        assert_eq!((paths[0].line(), source.room(), source.depth()), (2, Some("room"), 2));
    }
}
