//! The device's own menu for sharing (Web Share).

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::page;
use super::promise::settled;

#[wasm_bindgen]
extern "C" {
    // It throws where the method is missing.
    #[wasm_bindgen(catch, js_namespace = navigator, js_name = share)]
    fn share_data(data: &Object) -> Result<JsValue, JsValue>;
}

/// Whether the browser offers it.
pub fn is_possible() -> bool {
    let navigator = page::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Opens the menu for a page, by title and URL.
///
/// A visitor who changes their mind rejects the promise as well, so a rejection is not reported.
pub fn share(title: &str, url: &str) {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        // Setting a plain member of a new object cannot fail.
        _ = Reflect::set(&data, &name.into(), &value.into());
    }
    if let Ok(promise) = share_data(&data) {
        settled(&promise, Box::new(|_| ()));
    }
}
