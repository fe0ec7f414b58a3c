//! The device's own menu for sharing (Web Share).

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::page;

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

/// Opens the menu for a page, by title and URL, at once. The future is ready when the visitor is done with it.
pub fn share(title: &str, url: &str) -> impl Future<Output = ()> + use<> {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        // Setting a plain member of a new object cannot fail.
        _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let shared = share_data(&data);
    async move {
        if let Ok(promise) = shared {
            // A visitor who changes their mind rejects it, which is no failure.
            _ = Promise::resolve(&promise).await;
        }
    }
}
