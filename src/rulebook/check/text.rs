//! The lint of single texts: filled, unique, well-formed names and dates.

use super::super::dated::{FURTHEST, is_dated_well};
use super::super::day::Day;
use super::super::source::Problem;

/// None of the texts is blank.
pub fn filled(key: &str, texts: &[(&str, &str)]) -> Result<(), Problem> {
    match texts.iter().find(|(_, text)| text.trim().is_empty()) {
        Some((name, _)) => Err(Problem::new(key, format!("`{name}` is blank"))),
        None => Ok(()),
    }
}

/// Braces stand only in the placeholders `{year}` and `{year-N}`.
pub fn dated(key: &str, name: &str, text: &str) -> Result<(), Problem> {
    if is_dated_well(text) {
        return Ok(());
    }
    let years = format!("{{year}} or {{year-1}} to {{year-{FURTHEST}}}");
    let reason = format!("`{name}` is \"{text}\", expected no brace but those of {years}");
    Err(Problem::new(key, reason))
}

/// No text of a list is blank.
pub fn none_blank<'a>(
    key: &str,
    name: &str,
    texts: impl IntoIterator<Item = &'a &'a str>,
) -> Result<(), Problem> {
    if texts.into_iter().any(|text| text.trim().is_empty()) {
        return Err(Problem::new(key, format!("`{name}` has a blank entry")));
    }
    Ok(())
}

/// Names stand in form files, links and the page's attributes.
pub fn name(key: &str, text: &str) -> Result<(), Problem> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.is_empty() && text.chars().all(fits) {
        return Ok(());
    }
    let reason = format!("the name is \"{text}\", expected lower-case letters, digits and hyphens");
    Err(Problem::new(key, reason))
}

/// What an indicator owns is named after it: `14.provincial-lead`.
pub fn own_name(indicator: &str, what: &str, id: &str) -> Result<(), Problem> {
    let key = format!("{what} {id}");
    match id.split_once('.') {
        Some((prefix, rest)) if prefix == indicator => name(&key, rest),
        _ => Err(Problem::new(key, format!("expected a name that begins with \"{indicator}.\""))),
    }
}

/// No id stands twice.
pub fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), Problem> {
    let mut seen = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            return Err(Problem::new(format!("{what} {id}"), "the id stands twice"));
        }
        seen.push(id);
    }
    Ok(())
}

/// A date is a real day, written `YYYY-MM-DD`.
pub fn date(key: &str, name: &str, text: &str, may_be_empty: bool) -> Result<(), Problem> {
    if text.is_empty() && may_be_empty {
        return Ok(());
    }
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, b)| match at {
            4 | 7 => *b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !shaped {
        return Err(Problem::new(key, format!("`{name}` is \"{text}\", expected YYYY-MM-DD")));
    }
    if Day::parse(text).is_some() {
        return Ok(());
    }
    Err(Problem::new(key, format!("`{name}` is \"{text}\", which is no day")))
}
