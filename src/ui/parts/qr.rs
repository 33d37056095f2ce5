//! A text as a QR code.

use crate::text::sharing as words;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Light modules around the code, as the standard asks.
const QUIET: i32 = 4;

/// The code of a text, or why there is none.
#[component]
pub fn Qr(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    move || match text.with(|text| QrCode::encode_text(text, QrCodeEcc::Low)) {
        Ok(code) => {
            let size = code.size() + 2 * QUIET;
            view! {
                <div class="qr" data-qr>
                    <svg viewBox=format!("0 0 {size} {size}") role="img" aria-label=words::QR>
                        <path d=dark(&code)></path>
                    </svg>
                </div>
            }
            .into_any()
        }
        Err(_) => view! { <p class="hint" data-message>{words::QR_TOO_LONG}</p> }.into_any(),
    }
}

/// The dark modules as one path.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing to a string does not fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    path
}
