//! The deferred part of the program: what is loaded on the first use of a feature that few visitors need.
//!
//! Only the release build has one (`xtask/src/split.rs`); everywhere else the program is whole.

use std::cell::Cell;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::promise::settled;

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
    let Some(loading) = loading else {
        return then(true);
    };
    settled(
        &loading,
        Box::new(|is_here| {
            IS_HERE.set(is_here);
            then(is_here);
        }),
    );
}
