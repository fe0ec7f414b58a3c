//! Promises with a callback.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Calls `then` when a promise is settled, with whether it was fulfilled.
pub fn settled(promise: &JsValue, then: Box<dyn FnOnce(bool)>) {
    // One of the two runs, and only once.
    let then = Rc::new(RefCell::new(Some(then)));
    let [kept, broken] = [true, false].map(|is_kept| {
        let then = then.clone();
        Closure::once_into_js(move |_: JsValue| {
            let then = then.take();
            if let Some(then) = then {
                then(is_kept);
            }
        })
    });
    _ = Reflect::get(promise, &"then".into()).map(|method| {
        let method: Function = method.into();
        method.call2(promise, &kept, &broken)
    });
}
