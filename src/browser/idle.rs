//! Work in small pieces, with room between them for what the visitor does.

use gloo_timers::callback::Timeout;

/// Calls `then` in a task of its own.
pub fn soon(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// Calls `then` when what there is now has been painted: a task that comes at once would come before.
pub fn after_paint(then: impl FnOnce() + 'static) {
    Timeout::new(50, then).forget();
}
