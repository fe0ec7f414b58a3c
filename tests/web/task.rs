//! Waiting for what runs in microtasks.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Lets the effects run that are due, and those that they make due.
pub async fn microtasks() {
    for _ in 0..3 {
        let resolved = Promise::resolve(&JsValue::UNDEFINED);
        JsFuture::from(resolved).await.expect("it is resolved");
    }
}
