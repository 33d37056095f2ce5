//! A QR code of a link.

use crate::text::sharing as words;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Light modules around the code, as ISO/IEC 18004 asks.
const QUIET: i32 = 4;

/// The code, or why there is none.
#[component]
pub fn QrPicture(
    /// What the code holds.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let Some((size, path)) = drawn(&text) else {
        return view! { <p class="hint" data-message>{words::QR_TOO_LONG}</p> }.into_any();
    };
    view! {
        <div class="qr" data-qr>
            <svg viewBox=format!("0 0 {size} {size}") role="img" aria-label=words::QR>
                <path d=path></path>
            </svg>
        </div>
    }
    .into_any()
}

/// The side of the code in modules, and a path of its dark ones; none for a text
/// that is too long for a code.
fn drawn(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing to a string does not fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    Some((code.size() + 2 * QUIET, path))
}
