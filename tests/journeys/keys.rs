//! Key combinations by name, as the DevTools protocol wants them.

use serde_json::{Value, json};

/// Names of keys with their Windows key code and what they type.
const NAMED: &[(&str, u32, &str)] = &[
    ("Backspace", 8, ""),
    ("Tab", 9, ""),
    ("Enter", 13, "\r"),
    ("Escape", 27, ""),
    ("Space", 32, " "),
    ("PageUp", 33, ""),
    ("PageDown", 34, ""),
    ("End", 35, ""),
    ("Home", 36, ""),
    ("ArrowLeft", 37, ""),
    ("ArrowUp", 38, ""),
    ("ArrowRight", 39, ""),
    ("ArrowDown", 40, ""),
    ("Delete", 46, ""),
];

/// The two events, down and up, of a combination such as `Tab`, `Shift+Tab`,
/// `Control+Z` or `5`; nothing for a name that is not known.
pub fn events(combination: &str) -> Option<[Value; 2]> {
    let (modifiers, key) = match combination.rsplit_once('+') {
        Some((modifiers, key)) => (modifiers, key),
        None => ("", combination),
    };
    let mut bits = 0;
    for modifier in modifiers.split('+').filter(|name| !name.is_empty()) {
        bits |= match modifier {
            "Alt" => 1,
            "Control" => 2,
            "Meta" => 4,
            "Shift" => 8,
            _ => return None,
        };
    }
    let (key, code, number, typed) = describe(key)?;
    // With any modifier but Shift a key is a command and types nothing.
    let typed = if bits & !8 == 0 { typed } else { String::new() };
    let down = if typed.is_empty() { "rawKeyDown" } else { "keyDown" };
    let event = |kind| {
        json!({
            "type": kind,
            "modifiers": bits,
            "key": key,
            "code": code,
            "windowsVirtualKeyCode": number,
        })
    };
    let mut down = event(down);
    if !typed.is_empty() {
        down["text"] = json!(typed);
    }
    Some([down, event("keyUp")])
}

/// The `key`, the `code`, the key code and the typed text of a key.
fn describe(name: &str) -> Option<(String, String, u32, String)> {
    if let Some((name, number, typed)) = NAMED.iter().find(|(known, ..)| *known == name) {
        let key = if *name == "Space" { " " } else { name };
        return Some((key.into(), (*name).into(), *number, (*typed).into()));
    }
    let mut letters = name.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    let upper = letter.to_ascii_uppercase();
    let code = match upper {
        'A'..='Z' => format!("Key{upper}"),
        '0'..='9' => format!("Digit{upper}"),
        _ => String::new(),
    };
    let typed = letter.to_string();
    Some((typed.to_lowercase(), code, u32::from(upper), typed))
}
