//! Right inputs with something changed.

use super::link_forms::Dice;
use serde_json::Value;

/// What trips readers up.
const PIECES: &[&str] = &[
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\",
    "null",
    "true",
    "-",
    "-0",
    "1e999",
    "0.1",
    "\"\"",
    "99999999999999999999999999999999",
    "\"0.00000000000000000000000000001\"",
    "\\u0000",
    "\\ud800",
    "\u{feff}",
    "\u{202e}",
    "𠮷",
    "\0",
    "\n",
    "[[[[[[[[",
    "{\"a\":{\"a\":{\"a\":",
    "{}",
    "[]",
    "\"answers\":{}",
    "\"slice\":{}",
    "\"snapshots\":[]",
    "\"history\":[{}]",
    "\"base\":\"60\"",
    "\"year\":2022",
    "\"version\":2",
    "q1",
    "q2",
    "A",
    "_",
    "-9223372036854775808",
    "2022-02-29",
];

fn place(dice: &mut Dice, length: usize) -> usize {
    dice.below(length as u64 + 1) as usize
}

/// Bytes with some of them flipped, taken out, doubled, moved or replaced, or
/// with a part of other bytes.
pub fn letters(bytes: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = place(dice, bytes.len());
        let end = (at + place(dice, 12)).min(bytes.len());
        match dice.below(9) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 if at < bytes.len() => bytes[at] = dice.next() as u8,
            2 => drop(bytes.drain(at..end)),
            3 => bytes.truncate(at),
            4 => {
                let again = bytes[at..end].to_vec();
                for _ in 0..=dice.below(30) {
                    bytes.splice(at..at, again.iter().copied());
                }
            }
            5 => drop(bytes.splice(at..end, dice.pick(PIECES).bytes())),
            6 => drop(bytes.splice(at..at, dice.pick(PIECES).bytes())),
            7 => {
                let from = place(dice, other.len());
                let to = (from + place(dice, 200)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => {
                let moved: Vec<u8> = bytes.drain(at..end).collect();
                let to = place(dice, bytes.len());
                bytes.splice(to..to, moved);
            }
        }
    }
    bytes
}

/// JSON with some of its values replaced, taken out, moved, doubled or renamed.
pub fn structure(text: &str, dice: &mut Dice) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let mut top: Value = serde_json::from_str(&text.replace("1e400", "1e300")).unwrap();
    for _ in 0..=dice.below(4) {
        let count = count(&top);
        let from = dice.below(count);
        let mut left = from;
        let donor = nth(&mut top, &mut left).cloned().unwrap_or_default();
        let mut left = dice.below(count);
        if let Some(value) = nth(&mut top, &mut left) {
            change(value, donor, dice);
        }
    }
    if dice.one_in(2) { top.to_string() } else { serde_json::to_string_pretty(&top).unwrap() }
}

fn change(value: &mut Value, donor: Value, dice: &mut Dice) {
    match (value, dice.below(6)) {
        (Value::Object(pairs), 0..=2) if !pairs.is_empty() => {
            let at = dice.below(pairs.len() as u64) as usize;
            let Some(key) = pairs.keys().nth(at).cloned() else { return };
            let value = pairs.remove(&key).unwrap_or_default();
            match dice.below(4) {
                0 => {}
                1 => drop(pairs.insert(format!("{key} "), value)),
                2 => drop(pairs.insert(key, donor)),
                _ => {
                    let keys = ["answers", "base", "content", "43.honours", "1", "taken", "event"];
                    pairs.insert(key, value);
                    pairs.insert(dice.pick(&keys).to_owned(), donor);
                }
            }
        }
        (Value::Array(all), 0..=2) if !all.is_empty() => {
            let at = dice.below(all.len() as u64) as usize;
            match dice.below(3) {
                0 => drop(all.remove(at)),
                1 => all.push(donor),
                _ => {
                    let again = all[at].clone();
                    all.extend(std::iter::repeat_n(again, 1 + dice.below(20) as usize));
                }
            }
        }
        (Value::String(text), 0..=3) => {
            let others =
                ["", " ", "-0", "00.0", "1.", "100.0001", "9999999999", "2022-13-01", "none"];
            match dice.below(3) {
                0 => *text = dice.pick(&others).to_owned(),
                1 => text.push('0'),
                _ => *text = text.repeat(2),
            }
        }
        (value, 4) => {
            let others =
                ["null", "true", "0", "-1", "1949", "2101", "999999999", "0.5", "[]", "{}"];
            *value = serde_json::from_str(dice.pick(&others)).unwrap();
        }
        (value, _) => *value = donor,
    }
}

/// How many values there are.
fn count(value: &Value) -> u64 {
    1 + match value {
        Value::Array(all) => all.iter().map(count).sum(),
        Value::Object(pairs) => pairs.values().map(count).sum(),
        _ => 0,
    }
}

/// The value that comes after so many, each before what is in it.
fn nth<'v>(value: &'v mut Value, left: &mut u64) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(all) => all.iter_mut().find_map(|value| nth(value, left)),
        Value::Object(pairs) => pairs.values_mut().find_map(|value| nth(value, left)),
        _ => None,
    }
}
