//! Later tasks, so that the page stays responsive.

use gloo_timers::callback::Timeout;

/// Runs `then` in a task of its own.
pub fn soon(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// Runs `then` after the next paint. The task after this one would still come before it.
pub fn after_paint(then: impl FnOnce() + 'static) {
    Timeout::new(50, then).forget();
}
