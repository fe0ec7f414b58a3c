//! Timers that run once.

use gloo_timers::callback::Timeout;

/// The longest delay of a timer, in milliseconds: beyond it, 24.8 days, browsers fire at once.
const LONGEST: u32 = i32::MAX as u32;

/// A call after a while. Dropping it cancels the call.
#[must_use = "a timer that is dropped never fires"]
pub struct Timer(#[expect(dead_code, reason = "kept alive")] Timeout);

impl Timer {
    /// Calls `run` after so many milliseconds, at most 24.8 days.
    pub fn new(milliseconds: u32, run: Box<dyn FnOnce()>) -> Self {
        Self(Timeout::new(milliseconds.min(LONGEST), run))
    }
}
