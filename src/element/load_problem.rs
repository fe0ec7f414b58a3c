//! What can be wrong with loading. The sentences are in a chunk, `sentences.rs`.

use wasm_bindgen::JsValue;

/// Why an event cannot be shown.
pub struct LoadProblem {
    /// The URL of the document, or the language whose locale file is meant; empty where it is neither.
    pub about: String,
    /// What is wrong.
    pub cause: Cause,
}

/// What is wrong.
pub enum Cause {
    /// The element has no document, and the page describes no event.
    NoDocument,
    /// The server answered with a status that is no success.
    Status(u32),
    /// There was no answer; holds what the request has thrown.
    Network(JsValue),
    /// There is no locale file, or what came is none; holds what the request has thrown.
    Locale(JsValue),
    /// The property `event` has thrown this.
    Property(JsValue),
}

impl LoadProblem {
    /// Whether the same may succeed later.
    pub fn is_transient(&self) -> bool {
        match self.cause {
            Cause::Status(status) => status >= 500 || status == 429,
            Cause::Network(_) | Cause::Locale(_) => true,
            Cause::NoDocument | Cause::Property(_) => false,
        }
    }
}
