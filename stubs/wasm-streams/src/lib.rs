//! Stands in for the crate `wasm-streams`, which Leptos brings along for the
//! bodies of its server functions. The page has no server, but whatever the crate
//! exports to JavaScript stays in the module, with all that it calls. This one has
//! what Leptos needs to compile and exports nothing; its streams are empty.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser, as Leptos asks for it.
pub struct ReadableStream {
    raw: web_sys::ReadableStream,
}

impl ReadableStream {
    /// An empty stream, whatever it is made from.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        let raw = web_sys::ReadableStream::new();
        Self { raw: raw.unwrap_or_else(JsCast::unchecked_into) }
    }

    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self { raw }
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.raw
    }

    /// Nothing of it, at once at its end.
    pub fn into_stream(self) -> Empty {
        Empty
    }
}

/// A stream without items.
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
