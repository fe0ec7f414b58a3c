//! Later tasks, so that the page stays responsive.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::page;

/// Runs `then` in a task of its own.
pub fn soon(then: impl FnOnce() + 'static) {
    after(0, then);
}

/// Runs `then` after the next paint. The task after this one would still come before it.
pub fn after_paint(then: impl FnOnce() + 'static) {
    after(50, then);
}

/// Runs `then` after so many milliseconds, whatever happens meanwhile. A timer of gloo's that is forgotten would keep its
/// closure for as long as the page is open.
#[expect(clippy::disallowed_methods, reason = "it waits for no moment")]
fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = page::window() {
        _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            then.unchecked_ref(),
            milliseconds,
        );
    }
}
