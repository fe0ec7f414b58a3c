//! The visitor's clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::promise::settled;

#[wasm_bindgen]
extern "C" {
    // Pages that are not served safely have no clipboard, and asking for it throws.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<JsValue, JsValue>;
}

/// Copies a text, and calls `then` with whether the browser let that happen.
pub fn copy(text: &str, then: Box<dyn FnOnce(bool)>) {
    match write_text(text) {
        Ok(promise) => settled(&promise, then),
        Err(_) => then(false),
    }
}
