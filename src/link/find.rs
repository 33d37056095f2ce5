//! A link inside whatever was pasted.

use super::escape::unescaped;
use super::seal::{HEAD_CHARACTERS, MOST_CHARACTERS, length, open};
use crate::score::is_invisible;

/// Bytes of a text that are looked through.
const MOST_TEXT: usize = 1 << 20;
/// The share link in a text, as [`decode`](super::decode) takes it: from an
/// address, a message, or what a messenger or mailer made of it.
///
/// Found are `#q1…`, `#q2…` and so on with text before and after, line breaks, blanks
/// and invisible characters inside, more parameters behind, any of it escaped as in
/// addresses or markup (`%23`, `%20`, `&#35;`), full-width characters, and a text
/// that begins with such a link. Of several the first whole one is taken, else the
/// first. Looks at the first 1,048,576 bytes only, and at each of them a bounded
/// number of times. In a form file nothing is looked for.
pub fn find(text: &str) -> Option<String> {
    if is_form_file(text) {
        return None;
    }
    let text = plain(text);
    let mut first = None;
    for candidate in std::iter::once(text.as_str()).chain(text.split('#').skip(1)) {
        let Some(link) = link(candidate.trim_start_matches(is_blank)) else { continue };
        if open(&link).is_ok() {
            return Some(link);
        }
        first.get_or_insert(link);
    }
    first
}

/// Whether a pasted text is meant as a form file, whatever its notes hold: it begins with
/// `{`, after blanks and invisible characters.
pub fn is_form_file(text: &str) -> bool {
    text.trim_start_matches(is_blank).starts_with('{')
}

/// The beginning of a text in ASCII as far as links go, its escapes undone.
fn plain(text: &str) -> String {
    let most = text.len().min(MOST_TEXT);
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let text = unescaped(text.get(..end).unwrap_or_default());
    let narrow = |c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).collect()
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
    c.is_whitespace() || matches!(c, '>' | '\\') || is_invisible(c)
}
