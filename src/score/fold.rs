//! Texts made comparable: trimmed, and in Unicode normal form NFKC.

/// The form in which two texts are compared.
pub fn fold(text: &str) -> String {
    let text = text.trim();
    if text.is_ascii() { text.to_owned() } else { nfkc(text) }
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
