//! What was thrown, or what a promise was rejected with.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The name of an error, such as `TimeoutError`.
pub fn name(error: &JsValue) -> Option<String> {
    text(error, "name")
}

/// The message of an error.
pub fn message(error: &JsValue) -> Option<String> {
    text(error, "message")
}

fn text(error: &JsValue, name: &str) -> Option<String> {
    Reflect::get(error, &name.into()).ok()?.as_string()
}
