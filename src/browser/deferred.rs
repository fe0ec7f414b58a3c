//! The deferred part of the program: what is loaded on the first use of a feature that few visitors need.
//!
//! Only the release build has one (`xtask/src/split.rs`); everywhere else the program is whole.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Loads the second part, once; the release build puts it beside the program.
    #[wasm_bindgen(thread_local_v2, js_name = loadHandbillMore)]
    static LOAD_MORE: Option<Function>;
}

thread_local! {
    static IS_HERE: Cell<bool> = const { Cell::new(false) };
}

/// Calls `then` once the deferred part is here, with false where it cannot be had now.
pub fn load(then: Box<dyn FnOnce(bool)>) {
    let loading = LOAD_MORE
        .with(Clone::clone)
        .filter(|_| !IS_HERE.get())
        .and_then(|load| load.call0(&JsValue::NULL).ok());
    let Some(loading) = loading.map(Promise::from) else {
        return then(true);
    };
    // One of the two runs, and only once.
    let then = Rc::new(RefCell::new(Some(then)));
    let [here, gone] = [true, false].map(|is_here| {
        let then = then.clone();
        Closure::once_into_js(move |_: JsValue| {
            IS_HERE.set(is_here);
            let then = then.take();
            if let Some(then) = then {
                then(is_here);
            }
        })
    });
    let loading: JsValue = loading.into();
    _ = js_sys::Reflect::get(&loading, &"then".into()).map(|method| {
        let method: Function = method.into();
        method.call2(&loading, &here, &gone)
    });
}
