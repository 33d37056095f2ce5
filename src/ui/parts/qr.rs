//! A QR code of a link.

use crate::text::sharing as words;
use crate::ui::dom::{El, classed, el};
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Light modules around the code, as the standard asks.
const QUIET: i32 = 4;

/// The code, or why there is none.
pub fn qr(text: &str) -> El {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Low) else {
        return classed("p", "hint").attr("data-message", "").text(words::QR_TOO_LONG);
    };
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing to a string does not fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let size = code.size() + 2 * QUIET;
    let place = classed("div", "qr").attr("data-qr", "");
    let svg = |tag: &str| document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    if let (Ok(drawing), Ok(dark)) = (svg("svg"), svg("path")) {
        let _ = drawing.set_attribute("viewBox", &format!("0 0 {size} {size}"));
        let _ = drawing.set_attribute("role", "img");
        let _ = drawing.set_attribute("aria-label", words::QR);
        let _ = dark.set_attribute("d", &path);
        let _ = drawing.append_child(&dark);
        let _ = place.element().append_child(&drawing);
    }
    el("div").child(place)
}
