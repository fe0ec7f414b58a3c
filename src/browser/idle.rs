//! Work in small pieces, with room between them for what the visitor does.

use gloo_timers::callback::Timeout;

/// Calls `then` in a task of its own.
pub fn soon(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}
