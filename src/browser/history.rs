//! What the address of the page points to, and the way back.

use handbill_core::parts::concat;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Window;

use super::page::window;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = history, js_name = state)]
    static STATE: JsValue;
    // Both throw in documents that have no address of their own.
    #[wasm_bindgen(catch, js_namespace = history, js_name = pushState)]
    fn push(state: &JsValue, unused: &str, address: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = history, js_name = replaceState)]
    fn replace(state: &JsValue, unused: &str, address: &str) -> Result<(), JsValue>;
}

/// What the address points to, from its `#` on; empty where there is none.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Points to something else, in a new step that *Back* takes back or in place of the last one.
pub fn point_to(fragment: &str, is_new: bool) {
    let Some(location) = window().map(|window| window.location()) else {
        return;
    };
    // An empty text would be the address itself, with what it points to now.
    let (Ok(path), Ok(search)) = (location.pathname(), location.search()) else {
        return;
    };
    let address = concat(&[&path, &search, fragment]);
    let state = STATE.with(Clone::clone);
    _ = match is_new {
        true => push(&state, "", &address),
        false => replace(&state, "", &address),
    };
}

/// Hears of it when the address points to something else, for as long as it lives.
#[must_use = "it hears nothing once it is dropped"]
pub struct Pointing {
    window: Option<Window>,
    heard: Closure<dyn FnMut()>,
}

const NAME: &str = "hashchange";

/// Calls `heard` when a link, or *Back*, makes the address point to something else.
pub fn on_change(heard: Box<dyn FnMut()>) -> Pointing {
    let (window, heard) = (window(), Closure::wrap(heard));
    if let Some(window) = &window {
        _ = window.add_event_listener_with_callback(NAME, heard.as_ref().unchecked_ref());
    }
    Pointing { window, heard }
}

impl Drop for Pointing {
    fn drop(&mut self) {
        if let Some(window) = &self.window {
            let heard = self.heard.as_ref().unchecked_ref();
            _ = window.remove_event_listener_with_callback(NAME, heard);
        }
    }
}
