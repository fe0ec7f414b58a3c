//! Stands in for the crate of this name, which Leptos brings along for server functions.
//!
//! That crate exports three classes to JavaScript. Exports cannot be optimised away, and with them every visitor
//! would download an executor for futures: 4 KiB of what they get. Handbill calls no server function, so nothing
//! here is ever called; the types are those that the caller compiles against, and a stream has nothing in it.

use futures_util::stream::{self, Stream};
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream that ends at once, whatever it is made from.
    ///
    /// # Panics
    ///
    /// Where the browser has no streams.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(web_sys::ReadableStream::new().expect("every browser with WebAssembly has streams"))
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that ends at once.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
