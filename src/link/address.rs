//! What stands behind `#` in the page's address.

use super::escape::unescaped;
use super::find::find;
use crate::score::visible;

/// What an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A share link, as [`decode`](super::decode) takes it.
    Link(String),
    /// A view and what is open in it, such as `report` or `fill/14`; empty for a
    /// bare address. Whether there is such a view is for the page to say.
    Path(String),
}

/// Reads what stands behind `#`, with or without the sign.
///
/// An address is read as a pasted text is: escapes are undone, blanks inside a
/// link are left out. What messengers add behind a view is no part of its name:
/// `?from=singlemessage`, `&shareTo=weixin`, a final `/`, `#wechat_redirect`.
/// Whatever begins with `q` was meant as a link, and is told why it is none.
pub fn address(hash: &str) -> Named {
    let text = hash.strip_prefix('#').unwrap_or(hash);
    if let Some(link) = find(&["#", text].concat()) {
        return Named::Link(link);
    }
    let text = unescaped(text);
    let text = visible(&text);
    let text = text.trim();
    if text.starts_with('q') {
        return Named::Link(text.to_owned());
    }
    let end = text.find(['?', '&', '#']).unwrap_or(text.len());
    let path = text.get(..end).unwrap_or_default();
    Named::Path(path.trim_matches(|c: char| c == '/' || c.is_whitespace()).to_owned())
}
