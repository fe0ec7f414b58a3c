//! What was thrown, or what a promise was rejected with.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The name of an error, such as `TimeoutError`.
pub fn name(error: &JsValue) -> Option<String> {
    text(error, "name")
}

/// What an error says. Anything may be thrown: what is no error says nothing.
pub fn message(error: &JsValue) -> String {
    text(error, "message").unwrap_or_default()
}

fn text(error: &JsValue, name: &str) -> Option<String> {
    Reflect::get(error, &name.into()).ok()?.as_string()
}
