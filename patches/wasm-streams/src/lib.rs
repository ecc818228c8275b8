//! Stands in for wasm-streams. Leptos brings it for the streams of server functions, which this app does not
//! have; what it exports to JavaScript stays in the app all the same, with the futures that go with it: 5 KB of the
//! download. Only what `server_fn` names is here; nothing calls it, and it streams nothing.

use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream without content.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The stream that stands for a raw one.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// The stream that stands for a Rust one.
    pub fn from_stream<S>(_: S) -> ReadableStream
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        ReadableStream(JsValue::UNDEFINED.unchecked_into())
    }

    /// The raw stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing, as a Rust stream.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream that is over.
#[derive(Debug)]
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
