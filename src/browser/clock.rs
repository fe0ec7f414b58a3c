//! The only place that reads the clock.

use chrono::DateTime;
use gloo_timers::callback::Timeout;
use handbill_core::Timestamp;

/// Where *now* comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The visitor's own clock.
    System,
    /// Always the same instant: previews and tests.
    Fixed(Timestamp),
}

/// The longest wait, in milliseconds. Beyond 2³¹ a browser fires at once; a day is short enough to notice a clock
/// that somebody has set, and long enough to cost nothing.
const LONGEST_WAIT: i64 = 24 * 60 * 60 * 1000;

impl Clock {
    /// The present instant, to the millisecond.
    pub fn now(self) -> Timestamp {
        match self {
            Self::System => {
                DateTime::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or_default()
            }
            Self::Fixed(at) => at,
        }
    }

    /// Calls `wake` once the clock has reached `at`, or after a day if that is sooner. A fixed clock never moves.
    ///
    /// The timer is cancelled when what is returned is dropped.
    pub fn wake_at(self, at: Timestamp, wake: impl FnOnce() + 'static) -> Option<Timeout> {
        let Self::System = self else { return None };
        let wait = (at - self.now()).num_milliseconds().clamp(0, LONGEST_WAIT);
        // One millisecond more: timers may fire a fraction early, and then nothing would have changed yet.
        Some(Timeout::new(wait as u32 + 1, wake))
    }
}
