//! The fragment of the page's URL, and the session history.

use gloo_events::EventListener;
use handbill_core::strings::concat;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::page::window;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = history, js_name = state)]
    static STATE: JsValue;
    // Both throw in documents without a URL of their own.
    #[wasm_bindgen(catch, js_namespace = history, js_name = pushState)]
    fn push(state: &JsValue, unused: &str, address: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = history, js_name = replaceState)]
    fn replace(state: &JsValue, unused: &str, address: &str) -> Result<(), JsValue>;
}

/// The fragment with its `#`; empty where there is none.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Sets the fragment, in a new step that *Back* takes back or in place of the last one.
pub fn set_fragment(fragment: &str, is_step: bool) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    // An empty URL would keep the fragment.
    let (Ok(path), Ok(search)) = (location.pathname(), location.search()) else {
        return;
    };
    let address = concat(&[&path, &search, fragment]);
    let state = STATE.with(Clone::clone);
    _ = match is_step {
        true => push(&state, "", &address),
        false => replace(&state, "", &address),
    };
}

/// Calls `handler` when a link or *Back* changes the fragment, until the result is dropped.
pub fn on_change(handler: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        handler()
    }))
}
