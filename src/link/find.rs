//! A link inside whatever was pasted.

use super::seal::{HEAD_CHARACTERS, MOST_CHARACTERS, length, open};

/// Bytes of a text that are looked through.
const MOST_TEXT: usize = 1 << 20;
/// What becomes of a number sign on its way.
const ESCAPED: [&str; 6] = ["%2523", "%23", "&#35;", "&#x23;", "&#X23;", "&num;"];

/// The share link in a text, as [`decode`](super::decode) takes it: from an
/// address, a message, or what a messenger or mailer made of it.
///
/// Found are `#q1…`, `#q2…` and so on with text before and after, line breaks and blanks inside,
/// more parameters behind, the number sign escaped (`%23`, `&#35;`), full-width
/// characters, and a text that begins with such a link. Of several the first whole
/// one is taken, else the first. Looks at the first 1,048,576 bytes only, and at
/// each of them a bounded number of times.
pub fn find(text: &str) -> Option<String> {
    let text = plain(text);
    let mut first = None;
    let start = text.trim_start_matches(is_blank);
    for candidate in std::iter::once(start).chain(text.split('#').skip(1)) {
        let Some(link) = link(candidate) else { continue };
        if open(&link).is_ok() {
            return Some(link);
        }
        first.get_or_insert(link);
    }
    first
}

/// The text in ASCII as far as links go, number signs unescaped.
fn plain(text: &str) -> String {
    let most = text.len().min(MOST_TEXT);
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let mut left = text.get(..end).unwrap_or_default();
    let mut plain = String::with_capacity(left.len());
    while let Some(c) = left.chars().next() {
        let escaped = ESCAPED.iter().find_map(|escaped| left.strip_prefix(escaped));
        left = escaped.or(left.get(c.len_utf8()..)).unwrap_or_default();
        plain.push(match c {
            _ if escaped.is_some() => '#',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        });
    }
    plain
}

/// The link that a text begins with.
fn link(text: &str) -> Option<String> {
    let after = text.strip_prefix('q')?;
    if !after.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut link = String::new();
    let mut whole = None;
    for c in text.chars().filter(|c| !is_blank(*c)) {
        let allowed = c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if !allowed || whole.is_some_and(|whole| link.len() >= whole) {
            break;
        }
        link.push(c);
        // One more than a link may have says that it is too long.
        if link.len() > MOST_CHARACTERS {
            break;
        }
        if link.len() == HEAD_CHARACTERS {
            whole = length(&link);
        }
    }
    Some(link)
}

/// What messages are broken with, and what hides in them.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '>' | '\\' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}
