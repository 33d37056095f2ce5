//! Items of the library: each public one has a reader, and no two rooms hand on
//! types of one name.

use super::none;
use super::source::{Name, Source};
use std::collections::{BTreeMap, BTreeSet};

/// An item that a file defines.
struct Item<'a> {
    name: Name<'a>,
    is_public: bool,
}

/// The words that a name of an item follows.
const KINDS: [&str; 8] = ["fn", "struct", "enum", "trait", "const", "static", "type", "union"];

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// What stands before a name in its statement.
fn head<'a>(name: &Name<'a>) -> &'a str {
    name.before.rsplit([';', '{', '}', ']']).next().unwrap_or_default()
}

fn items(source: &Source) -> impl Iterator<Item = Item<'_>> {
    source.names().filter_map(|name| {
        // `const` goes on with `fn`, and `fn(usize) -> u8` is a type.
        let before = name.before.strip_suffix(' ')?;
        let follows = KINDS.iter().any(|kind| before.ends_with(kind));
        if !follows || KINDS.contains(&name.text) {
            return None;
        }
        let is_public = words(head(&name)).next() == Some("pub");
        Some(Item { name, is_public })
    })
}

/// The names that a file mentions, in texts to be formatted, too. Handing a name on
/// by `pub use` is no mention.
fn mentions(source: &Source) -> impl Iterator<Item = &str> {
    let starts = source.code.match_indices("pub use ");
    let handed_on: Vec<_> =
        starts.map(|(at, _)| at..at + source.code[at..].find(';').unwrap_or_default()).collect();
    let is_handed_on =
        move |name: &Name| handed_on.iter().any(|span| span.contains(&name.before.len()));
    let in_code = source.names().filter(move |name| !is_handed_on(name)).map(|name| name.text);
    in_code.chain(source.literals.iter().flat_map(|literal| words(&literal.text)))
}

#[test]
fn every_public_item_has_a_reader() {
    let sources = Source::all();
    let others = ["tests", "benches", "examples", "xtask/src"].map(Source::below);
    let readers = sources.iter().chain(others.iter().flatten());
    let mut mentioned: BTreeMap<&str, usize> = BTreeMap::new();
    for name in readers.flat_map(mentions) {
        *mentioned.entry(name).or_default() += 1;
    }
    let all: Vec<(&Source, Item)> =
        sources.iter().flat_map(|source| items(source).map(move |item| (source, item))).collect();
    let mut defined: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, item) in &all {
        *defined.entry(item.name.text).or_default() += 1;
    }
    let unread = all.iter().filter(|(_, item)| {
        let name = item.name.text;
        item.is_public && mentioned.get(name) <= defined.get(name)
    });
    let wrong = unread.map(|(source, Item { name, .. })| {
        format!("{}:{}: nothing reads `{}`", source.path, name.line(), name.text)
    });
    none(wrong.collect());
}

/// The kinds of items that are types.
const TYPES: [&str; 4] = ["struct ", "enum ", "type ", "trait "];

fn public_types(source: &Source) -> impl Iterator<Item = &str> {
    let is_type =
        |item: &Item| item.is_public && TYPES.iter().any(|kind| item.name.before.ends_with(kind));
    items(source).filter(is_type).map(|item| item.name.text)
}

/// The types that a room hands on, by room: what its `mod.rs` exports. The modules of
/// `text` are public, so there it is every public type.
fn handed_on() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut all: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in Source::all() {
        let Some(room) = source.room().filter(|room| *room != "ui") else { continue };
        let types = all.entry(room).or_default();
        if source.path == format!("src/{room}/mod.rs") {
            for list in source.code.split("pub use ").skip(1) {
                let list = list.split(';').next().unwrap_or_default();
                // What comes from another room is that room's.
                let names = words(list).filter(|_| !list.starts_with("crate"));
                // Constants are written in capitals.
                types.extend(names.filter(|name| {
                    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
                }));
            }
        } else if room == "text" {
            types.extend(public_types(source));
        }
    }
    all
}

#[test]
fn no_two_rooms_hand_on_types_of_one_name() {
    let all = handed_on();
    let mut wrong = Vec::new();
    for (room, types) in &all {
        for (other, theirs) in all.iter().filter(|(other, _)| *other > room) {
            let both = types.intersection(theirs);
            wrong.extend(
                both.map(|name| format!("`{room}` and `{other}` both have a type `{name}`")),
            );
        }
    }
    none(wrong);
}
