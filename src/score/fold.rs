//! Texts made comparable: trimmed, and in Unicode normal form NFKC.

use std::borrow::Cow;

/// The form in which two texts are compared.
pub fn fold(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.chars().all(is_stable) {
        return Cow::Borrowed(text);
    }
    let normal = nfkc(text);
    // Some marks become a space and a mark of their own.
    match normal.trim() {
        trimmed if trimmed.len() == normal.len() => Cow::Owned(normal),
        trimmed => Cow::Owned(trimmed.to_owned()),
    }
}

/// Whether NFKC leaves a character alone, whatever stands beside it: so it is
/// with nearly all that is typed here, and the tables need not be asked.
fn is_stable(c: char) -> bool {
    matches!(c, '\0'..='\x7F' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

#[cfg(not(target_arch = "wasm32"))]
fn nfkc(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().collect()
}

/// The page leaves it to the engine that runs it, which carries the tables.
#[cfg(target_arch = "wasm32")]
fn nfkc(text: &str) -> String {
    String::from(js_sys::JsString::from(text).normalize("NFKC"))
}
