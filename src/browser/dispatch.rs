//! DOM events and console messages for the page.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Dispatches a composed, bubbling event. Returns false where the page has cancelled it.
pub fn dispatch(target: &EventTarget, name: &str, is_cancelable: bool, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(is_cancelable);
    init.set_detail(detail);
    match CustomEvent::new_with_event_init_dict(name, &init) {
        Ok(event) => target.dispatch_event(&event).unwrap_or(true),
        Err(_) => true,
    }
}

/// An object with text members, for `detail`.
pub fn object(members: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (key, value) in members {
        // Setting a plain member of a new object cannot fail.
        _ = Reflect::set(&object, &(*key).into(), &(*value).into());
    }
    object.into()
}

/// Writes a warning to the console.
pub fn warn(sentence: &str) {
    web_sys::console::warn_1(&sentence.into());
}
