//! Texts made comparable: trimmed, without invisible characters, and in Unicode
//! normal form NFKC.

use super::visible::{is_invisible, visible};
use std::borrow::Cow;

/// The form in which two texts are compared.
///
/// Source: `docs/scoring.md`, section 4, indicator 43.
pub fn fold(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.chars().all(is_stable) {
        return Cow::Borrowed(text);
    }
    let normal = nfkc(&visible(text));
    // The normal form of some visible characters is invisible, and some marks
    // become a space and a mark of their own.
    match normal.trim() {
        trimmed if trimmed.len() == normal.len() && !normal.contains(is_invisible) => {
            Cow::Owned(normal)
        }
        _ => Cow::Owned(visible(&normal).trim().to_owned()),
    }
}

/// Whether NFKC leaves a character as it is, whatever its neighbours. This holds for nearly
/// all that is typed here, and then no Unicode tables are needed.
fn is_stable(c: char) -> bool {
    matches!(c, '\0'..='\x7F' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

#[cfg(not(target_arch = "wasm32"))]
fn nfkc(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().collect()
}

/// The page calls the browser's JavaScript engine, which has the Unicode tables.
#[cfg(target_arch = "wasm32")]
fn nfkc(text: &str) -> String {
    String::from(js_sys::JsString::from(text).normalize("NFKC"))
}
