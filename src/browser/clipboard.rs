//! The visitor's clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::promise::settled;

#[wasm_bindgen]
extern "C" {
    // It throws on pages without HTTPS, which have no clipboard.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<JsValue, JsValue>;
}

/// Copies a text. `then` gets whether the browser allowed it.
pub fn copy(text: &str, then: Box<dyn FnOnce(bool)>) {
    match write_text(text) {
        Ok(promise) => settled(&promise, then),
        Err(_) => then(false),
    }
}
