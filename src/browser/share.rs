//! The device's own way to pass something on to somebody (Web Share).

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::page;
use super::promise::settled;

#[wasm_bindgen]
extern "C" {
    // A method that is not there throws.
    #[wasm_bindgen(catch, js_namespace = navigator, js_name = share)]
    fn share_data(data: &Object) -> Result<JsValue, JsValue>;
}

/// Whether the device has such a way.
pub fn is_possible() -> bool {
    let navigator = page::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Opens it for a page and what it is called.
///
/// Visitors who change their mind break the promise as well; that is nothing to tell them.
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
