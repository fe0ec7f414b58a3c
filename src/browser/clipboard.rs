//! The visitor's clipboard.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    // It throws on pages without HTTPS, which have no clipboard.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<JsValue, JsValue>;
}

/// Copies a text at once. The future tells whether the browser allowed it.
pub fn copy(text: &str) -> impl Future<Output = bool> + use<> {
    let copied = write_text(text);
    async move {
        match copied {
            Ok(promise) => Promise::resolve(&promise).await.is_ok(),
            Err(_) => false,
        }
    }
}
